"""Graphs for the tests of stores, and what a store holds in a form that can be compared."""

import random
from collections.abc import Callable

from kg.graph.model import Edge, Graph, Node, Value
from kg.store.bolt import Store

CASE = "a-test-case"
Fill = Callable[[Graph], Store]
"""Puts a graph, and nothing else, into a store and opens it; it is closed after the test."""

COMPANY = ("Company", "Entity", "Organization")
FORCE = ("Entity", "Organization", "PoliceForce", "PublicBody")

HOSTILE = {
    "cypher": "'; MATCH (n) DETACH DELETE n //",
    "formula": '=HYPERLINK("http://example.org","click")',
    "quotes": '"double", \'single\', `back` and "',
    "backslashes": "C:\\new\\table\\ a\\",
    "separators": "semi;colon|pipe,comma\ttab\x1f\x1e",
    "lines": "one\ntwo\rthree\r\nfour\n",
    "spaces": "  around\u00a0it\u2028 ",
    "control": "nul \x00 and bell \x07",
    "rtl": "\u202e\u05e9\u05dc\u05d5\u05dd 8200 \u2013 مراقبة",
    "emoji": "👮🏽\u200d♀️ 🇧🇪",
    "bom": "\ufeffname",
    "parameter": "$name {name} {{id}} ${id}",
    "null": "null",
    "number": "1.50",
    "long": "ten thousand " * 770,
}


def entity(id_: str, labels: tuple[str, ...] = COMPANY, **props: Value) -> Node:
    return Node(("Entity", id_), labels, {"id": id_, "name": id_.title(), **props})


def claim(id_: str, **props: Value) -> Node:
    return Node(("Claim", id_), ("Claim",), {"id": id_, "predicate": "OWNS", **props})


def source(id_: str, **props: Value) -> Node:
    return Node(("Source", id_), ("Source",), {"id": id_, "title": id_.title(), **props})


def owns(eid: str, start: str, end: str, **props: Value) -> Edge:
    return Edge("OWNS", ("Entity", start), ("Entity", end), {"eid": eid, **props})


def small() -> Graph:
    """A force, two companies, what two sources say of them, and hostile text everywhere."""
    hostile = [entity(f"hostile-{key}", note=text) for key, text in HOSTILE.items()]
    lists = entity("lists", aliases=[*HOSTILE.values()], country=["BE"])
    nodes = [
        *[entity("palantir"), entity("rayzone"), entity("be-police", FORCE), lists, *hostile],
        *[claim("c1", number=1.0, says="in \u2019t Nederlands"), claim("c2", number=1.5)],
        *[source("palantir"), source("s2", url="https://example.org/?a=1&b=2")],
    ]
    kinds: dict[str, Value] = {
        "walk": 1.0,
        "value": 0.1,
        "n_sources": 1,
        "conflict": True,
        "former": False,
    }
    edges = [
        owns("r1", "palantir", "rayzone", claims=["c1", "c2"], **kinds),
        owns("r2", "palantir", "rayzone", cite=HOSTILE["quotes"]),
        owns("r3", "rayzone", "rayzone"),
        Edge("SUBJECT", ("Claim", "c1"), ("Entity", "palantir"), {}),
        Edge("SUBJECT", ("Claim", "c2"), ("Entity", "palantir"), {}),
        Edge("INVOLVES", ("Claim", "c1"), ("Entity", "be-police"), {"as": "via"}),
        Edge("INVOLVES", ("Claim", "c1"), ("Entity", "be-police"), {"as": "said_by"}),
        Edge("CITES", ("Claim", "c1"), ("Source", "palantir"), {"locator": "p. 19"}),
        Edge("CONFLICTS_WITH", ("Claim", "c1"), ("Claim", "c2"), {"id": "k1", "kind": "date"}),
    ]
    return Graph(tuple(nodes), tuple(edges))


def odd() -> Graph:
    """The small graph, and what is awkward in a file: types that differ, odd ids, a huge cell."""
    graph = small()
    odd_id = 'two\n"words", and=more'
    nodes = [
        entity("typed-1", count=3, flag=True, share=3.0, one=["a"], rank="first"),
        entity("typed-2", count=3.0, flag="yes", share=1e-300, one=["", "b", ""], rank=2**53 + 1),
        entity("typed-3", count="three", flag=False, one="a"),
        entity("huge", notes="\u00e9" * 3_000_000),
        entity(odd_id),
    ]
    edges = [
        owns("r4", "typed-1", odd_id, value=1),
        owns("r5", "typed-1", odd_id, value=1.0),
        Edge("CITES", ("Claim", "c2"), ("Source", "s2"), {}),
        Edge("CITES", ("Claim", "c2"), ("Source", "s2"), {}),
    ]
    return Graph((*graph.nodes, *nodes), (*graph.edges, *edges))


def large(entities: int, edges: int, seed: int) -> Graph:
    """Companies, a claim for each, and relationships; another seed changes about half of it."""
    dice = random.Random(seed)
    names = [f"e{number}" for number in range(entities) if number % 10 != seed % 10]
    nodes = [
        *(entity(name, dice.choice([COMPANY, FORCE]), rank=dice.random()) for name in names),
        *(claim(f"c-{name}", text="words " * 20) for name in names),
    ]
    between = (
        owns(f"r{number}", *dice.choices(names, k=2), claims=["c1"]) for number in range(edges)
    )
    said = (Edge("SUBJECT", ("Claim", f"c-{name}"), ("Entity", name), {}) for name in names)
    return Graph(tuple(nodes), (*between, *said))


Contents = tuple[list[tuple[str, ...]], list[tuple[str, ...]]]
"""Nodes and relationships as sorted lines; ``repr`` tells 1 from 1.0 and from true."""

SPACE = "[l IN labels({0}) WHERE l IN ['Entity', 'Claim', 'Source']][0] + ' ' + {0}.id"
NODES = (
    f"MATCH (n) WHERE n.case_name = $case RETURN {SPACE.format('n')} AS ref,"
    " labels(n) AS labels, properties(n) AS props"
)
EDGES = (
    "MATCH (a)-[r]->(b) WHERE a.case_name = $case AND b.case_name = $case"
    f" RETURN {SPACE.format('a')} AS start, type(r) AS type, {SPACE.format('b')} AS end,"
    " properties(r) AS props"
)


def expected(graph: Graph, case_name: str) -> Contents:
    """The contents of a store that holds exactly this graph."""
    nodes = [
        (" ".join(n.ref), _words(n.labels), _words({**n.props, "case_name": case_name}))
        for n in graph.nodes
    ]
    edges = [(" ".join(e.start), e.type, " ".join(e.end), _words(e.props)) for e in graph.edges]
    return sorted(nodes), sorted(edges)


def contents(store: Store, case_name: str) -> Contents:
    """All that a store holds under a case's name."""
    _, nodes = store.read(NODES, {"case": case_name})
    _, edges = store.read(EDGES, {"case": case_name})
    return (
        sorted((str(n["ref"]), _words(n["labels"]), _words(n["props"])) for n in nodes),
        sorted((str(e["start"]), str(e["type"]), str(e["end"]), _words(e["props"])) for e in edges),
    )


def _words(value: object) -> str:
    if isinstance(value, dict):
        return repr(sorted(value.items()))
    assert isinstance(value, list | tuple)
    return repr(sorted(value))


def empty(store: Store) -> None:
    """Remove everything from a Neo4j, whosever it is."""
    with store.driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS").consume()
