from dataclasses import replace
from pathlib import Path

import pytest

from kg.queries.lint import lint, lint_text, unknown
from kg.queries.params import parse_param
from kg.queries.saved import Query

CLEAN = """\
MATCH (v:Company)-[r:SUPPLIES]->(f:PoliceForce {id: $force})
WHERE r.role IS NOT NULL
RETURN v AS supplier, r.role AS role, r.claims AS claims
ORDER BY v.name, v.id, r.eid"""


def query(cypher: str = CLEAN) -> Query:
    return Query(
        name="suppliers",
        title="Who supplies this police force?",
        description="One row a supplier.",
        tags=("supply",),
        params=(parse_param("force: entity PoliceForce | The force | e.g. Politie"),),
        returns=("supplier", "role", "claims"),
        cypher=cypher,
        path=Path("case/queries/suppliers.cypher"),
        line=6,
    )


def only(found: list[str]) -> str:
    assert len(found) == 1, found
    return found[0]


def test_a_good_query_passes() -> None:
    assert lint(query()) == []
    assert lint_text(CLEAN) == []


def test_a_mistake_names_file_and_line_of_the_file() -> None:
    told = only(lint(query(CLEAN.replace("r.role IS", "r.roles IS"))))
    assert told == (
        "queries/suppliers.cypher:7: no SUPPLIES has a property 'roles' (did you mean 'role'?)"
    )


def test_mistakes_come_by_line_and_once() -> None:
    found = lint(query(CLEAN.replace(":Company", ":Firm").replace("v.name", "v.nam, v.nam")))
    assert [told.split(": ")[0] for told in found] == [
        "queries/suppliers.cypher:6",
        "queries/suppliers.cypher:9",
    ]


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        (
            "MATCH (n:Compny) RETURN n ORDER BY n.id",
            "there is no label 'Compny' (did you mean 'Com",
        ),
        ("MATCH (n) WHERE n:Polic RETURN n ORDER BY n.id", "there is no label 'Polic'"),
        ("MATCH ()-[r:SUPLIES]->() RETURN r ORDER BY r.eid", "no relationship type 'SUPLIES' (did"),
        (
            "MATCH ()-[r:HAS_AMOUNT]->() RETURN r ORDER BY r.eid",
            "no relationship type 'HAS_AMOUNT'; ask the claims: (:Claim {predicate: 'HAS_AMOUNT'})",
        ),
        ("MATCH (n:Company {nam: 'x'}) RETURN n ORDER BY n.id", "no Company has a property 'nam'"),
        (
            "MATCH (n:Company) RETURN n ORDER BY n.nmae",
            "no Company has a property 'nmae' (did you m",
        ),
        ("MATCH (n:Company) RETURN n ORDER BY n.url", "no Company has a property 'url'"),
        (
            "MATCH (n) RETURN n ORDER BY n.nmae",
            "no node or relationship has a property 'nmae' (did",
        ),
        (
            "MATCH (n {nmae: 1}) RETURN n ORDER BY n.id",
            "no node or relationship has a property 'nm",
        ),
        ("MATCH ()-[r:CITES]->() RETURN r ORDER BY r.page", "no CITES has a property 'page'"),
        ("MATCH ()-[r:USES|WON]->() RETURN r ORDER BY r.xy", "no USES or WON has a property 'xy'"),
        ("MATCH (n:Entity) RETURN n {.idd} AS n ORDER BY n", "has a property 'idd'"),
        ("MATCH (n:Entity) RETURN head(collect(n)).idd AS n ORDER BY n", "has a property 'idd'"),
    ],
)
def test_a_word_that_the_schema_lacks_is_told(cypher: str, expected: str) -> None:
    told = only(lint_text(cypher))
    assert told.startswith("line 1: ")
    assert expected in told


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (n:Entity) RETURN n.public_basis AS x ORDER BY n.id",
        "MATCH (n:Claim) RETURN n.measure AS x, n.via AS y ORDER BY n.id",
        "MATCH (n) RETURN n.url AS x ORDER BY n.id",
        "MATCH (n:Company) WITH n AS m RETURN m.url AS x ORDER BY m.id",
        "MATCH (n:Entity) WITH {total: 1, kinds: n.kind} AS m RETURN m.total AS x ORDER BY m.kinds",
        "RETURN date('2020-01-01').year AS x, duration.between(a, b).days AS y ORDER BY x",
        "MATCH (r:Claim) RETURN r.says AS x UNION MATCH ()-[r:CITES]->() RETURN r.locator AS x",
        "MATCH (c:Claim)-[:INVOLVES {as: 'via'}]->(e:Entity {kind: 'x'}) RETURN c ORDER BY c.id",
        "MATCH (n:Company|PoliceForce) WHERE NOT n:Person RETURN n ORDER BY n.name, n.id",
        "MATCH (a:Company)-[:SUBCONTRACTS_TO {contract: $x}]->(b) RETURN b ORDER BY b.id",
        "MATCH (n:Entity) RETURN n.case_name AS x ORDER BY n.id",
    ],
)
def test_what_the_schema_has_passes(cypher: str) -> None:
    assert [told for told in lint_text(cypher) if "there is no" in told or "property" in told] == []


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("MATCH (n) RETURN n", "the rows have no order: end with ORDER BY name, id"),
        ("MATCH (n) RETURN n LIMIT 5", "which rows are left out is by chance: put an ORDER BY"),
        ("RETURN 1 AS x UNION RETURN 2 AS x", "a UNION has no order: put it into CALL { }"),
        ("MATCH (n) SET n.name = 1", "SET is refused, queries only read"),
        ("RETURN 'x", "a string that never ends: '"),
        ("MATCH (n) RETURN id(n) AS x ORDER BY x", "id() differs between the stores: use the prop"),
        ("MATCH (n) RETURN n ORDER BY elementId(n)", "elementId() differs between the stores"),
        ("RETURN 1_000 AS x ORDER BY x", "1_000: the embedded store takes no _ in a number"),
        (
            "MATCH p = SHORTEST 1 (a)--(b) RETURN p ORDER BY p",
            "SHORTEST differs between the stores",
        ),
        (
            "MATCH p = ALL SHORTEST (a)--(b) RETURN p ORDER BY p",
            "write shortestPath((a)-[*..8]-(b))",
        ),
        (
            "CYPHER 5 MATCH (n) RETURN n ORDER BY n.id",
            "CYPHER differs between the stores: leave it",
        ),
        ("SHOW INDEXES YIELD name RETURN name ORDER BY name", "SHOW differs between the stores"),
        (
            "CALL db.propertyKeys() YIELD propertyKey AS k RETURN k ORDER BY k",
            "db.propertyKeys() dif",
        ),
        (
            "UNWIND [1] AS x LET y = x RETURN y ORDER BY y",
            "LET differs between the stores: write WITH",
        ),
        ("MATCH (n) RETURN apoc.version() AS x ORDER BY x", "apoc.version() is refused"),
        (
            "CALL db.index.fulltext.queryNodes('a', 'b') YIELD node RETURN node ORDER BY node.id",
            "CALL ",
        ),
    ],
)
def test_what_the_stores_would_not_answer_alike_is_told(cypher: str, expected: str) -> None:
    assert any(expected in told for told in lint_text(cypher))


@pytest.mark.parametrize(
    "cypher",
    [
        "RETURN count(*) AS n",
        "MATCH (n) RETURN n.id AS id ORDER BY id",
        "MATCH p = shortestPath((a)-[*..3]-(b)) RETURN p ORDER BY length(p)",
        "WITH 1 AS shortest, 2 AS filter RETURN shortest, filter ORDER BY shortest",
        "CALL { RETURN 1 AS x UNION RETURN 2 AS x } RETURN x ORDER BY x",
    ],
)
def test_what_both_stores_answer_alike_passes(cypher: str) -> None:
    assert lint_text(cypher) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            query(CLEAN.replace("$force", "$forse")),
            "$forse is declared by no '// param forse: ...' line (did you mean 'force'?)",
        ),
        (
            query(CLEAN.replace("$force", "'x'")),
            "param force is declared, but the query has no $force",
        ),
        (
            replace(query(), params=(parse_param("force: entity Police | A | e.g. B"),)),
            "param force: there is no label 'Police'",
        ),
        (
            replace(
                query(CLEAN.replace("r.role IS NOT NULL", "$force IS NULL")),
                params=(parse_param('force: entity = "" | A | e.g. B'),),
            ),
            "$force is never null: without a value it is ''",
        ),
        (
            replace(query(), returns=()),
            "no line says what the query returns; write: // returns: sup",
        ),
        (
            replace(query(), returns=("suplier", "role", "claims")),
            "the returns line has 'suplier', the",
        ),
        (
            replace(query(), returns=("supplier", "claims")),
            "the RETURN has 'role', the returns line has",
        ),
        (
            replace(query(), returns=("role", "supplier", "claims")),
            "the columns come in another order",
        ),
        (
            query(CLEAN.replace("r.role AS role", "r.role")),
            "column 2 of the RETURN has no name: write",
        ),
        (
            query("MATCH (n {id: $force}) RETURN * ORDER BY n.id"),
            "RETURN * has no fixed columns: name",
        ),
        (query("MATCH (n {id: $force})"), "the query has no RETURN"),
    ],
)
def test_a_header_unlike_the_text_is_told(changed: Query, expected: str) -> None:
    assert any(expected in told for told in lint(changed))


def test_rows_without_claims_need_a_reason() -> None:
    text = CLEAN.replace(", r.claims AS claims", "")
    bare = replace(query(text), returns=("supplier", "role"))
    assert "no column claims: RETURN the ids of the claims" in only(lint(bare))
    assert lint(replace(bare, description="A count, which rests on no single claims.")) == []


def test_a_number_that_is_not_given_is_null() -> None:
    param = parse_param('force: int = "" | How many | e.g. 5')
    tested = replace(
        query(CLEAN.replace("r.role IS NOT NULL", "$force = '' OR $force IS NULL")), params=(param,)
    )
    assert only(lint(tested)).endswith("$force is never '': without a value it is null")


def test_unknown_words_of_a_typed_text_are_told_without_the_rest() -> None:
    (line,) = unknown("MATCH (c:Compny)\nRETURN c LIMIT 5")
    assert line.startswith("line 1: there is no label 'Compny' (did you mean 'Company'")
    assert unknown("MATCH (c:Company) RETURN c.name LIMIT 5") == []
    assert unknown("MATCH (c:Company) RETURN 'never closed") == []
