from collections.abc import Iterator

import pytest

from kg.answers.kinds import kinds
from kg.answers.plain import _kind
from kg.queries import saved
from kg.queries.bind import bind
from kg.session import OpenGraph

FOUND = "MATCH (a:Entity)-[r]->(b) OPTIONAL MATCH p = (b)-[*]->(:Place) "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a", "node"),
        ("b AS x", "node"),
        ("a.name AS x", "value"),
        ("r AS x", "value"),
        ("p AS x", "value"),
        ("count(a) AS x", "value"),
        ("collect(a) AS x", "nodes"),
        ("collect(DISTINCT a) AS x", "nodes"),
        ("collect(a.name) AS x", "value"),
        ("collect(a)[0] AS x", "value"),
        ("nodes(p) AS x", "nodes"),
        ("head(nodes(p)) AS x", "node"),
        ("last(collect(b)) AS x", "node"),
        ("startNode(r) AS x", "node"),
        ("coalesce(a, b) AS x", "node"),
        ("coalesce(a.name, b.id) AS x", "value"),
        ("[a, b] AS x", "nodes"),
        ("[] AS x", "value"),
        ("[1, 2] AS x", "value"),
        ("[n IN nodes(p) WHERE n.id <> 'x'] AS x", "nodes"),
        ("[n IN nodes(p) | n] AS x", "nodes"),
        ("[n IN nodes(p) | n.name] AS x", "value"),
        ("[s IN relationships(p) | startNode(s)] + [b] AS x", "nodes"),
        ("[x IN r.claims] AS x", "value"),
        ("CASE WHEN r.x THEN a END AS x", "node"),
        ("CASE r.x WHEN 1 THEN null WHEN 2 THEN b ELSE a END AS x", "node"),
        ("CASE WHEN r.x THEN a.name ELSE 'a' END AS x", "value"),
        ("CASE r.x WHEN a THEN b.id WHEN b THEN a.id END AS x", "value"),
        ("CASE r.x WHEN a THEN b.id ELSE b END AS x", "node"),
        ("CASE WHEN r.x THEN [a] ELSE collect(b) END AS x", "nodes"),
        ("CASE WHEN r.x THEN CASE WHEN r.y THEN b END ELSE 1 END AS x", "node"),
        ("{who: a} AS x", "value"),
        ("'(a:Entity)' AS x", "value"),
        ("r.case AS x", "value"),
        ("a.id + b.id AS x", "value"),
    ],
)
def test_the_text_tells_which_columns_hold_nodes(text: str, kind: str) -> None:
    (found,) = kinds(FOUND + "RETURN " + text).values()
    assert found == kind


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("WITH a AS x, collect(b) AS y RETURN x, y", {"x": "node", "y": "nodes"}),
        ("WITH collect(a) AS y UNWIND y AS x RETURN DISTINCT x", {"x": "node"}),
        ("WITH a, collect(b) AS y RETURN y[0] AS x, y[1..2] AS z, a", None),
        ("RETURN a AS x ORDER BY x SKIP 1 LIMIT 5", {"x": "node"}),
        ("WITH a WHERE a.name STARTS WITH 'b' RETURN a AS x", {"x": "node"}),
        ("CALL (a) { MATCH (a)-->(c:Place) RETURN c UNION MATCH (c:Law) RETURN c } RETURN c",
         {"c": "node"}),
        ("RETURN a AS x UNION MATCH (e:Law) RETURN e.id AS x", {"x": "node"}),
        ("RETURN a AS with, r.x AS order, b AS end, 1 AS case",
         {"with": "node", "order": "value", "end": "node", "case": "value"}),
        ("WITH CASE WHEN r.x THEN a END AS end RETURN CASE WHEN end IS NULL THEN end END AS x",
         {"x": "node"}),
        ("// RETURN b AS y\nRETURN a AS `an x`", {"an x": "node"}),
        ("RETURN count(*) AS n", {"n": "value"}),
        ("RETURN exists((a)-->(b)) AS yes, size([(a)-->(c) | c]) AS n",
         {"yes": "value", "n": "value"}),
    ],
)  # fmt: skip
def test_what_clauses_make_of_a_variable_is_followed(
    query: str, found: dict[str, str] | None
) -> None:
    expected = found or {"x": "node", "z": "nodes", "a": "node"}
    assert kinds(FOUND + query) == expected


def test_of_the_saved_queries_the_text_tells_all_that_rows_show(shipped: OpenGraph) -> None:
    queries, _ = saved.load(shipped.case)
    shown = [found for query in queries.values() for found in _shown(shipped, query)]
    false = [found for found in shown if found[2] not in ("value", found[3])]
    untold = [found for found in shown if found[2] == "value" != found[3]]
    assert false == []
    assert len(shown) > 200
    assert untold == []


def _shown(graph: OpenGraph, query: saved.Query) -> Iterator[tuple[str, str, str | None, str]]:
    """Query, column, the kind that the text tells, and the kind that its rows show."""
    told = kinds(query.cypher)
    given = {param.name: param.example for param in query.params if param.default is None}
    columns, rows = graph.store.read(query.cypher, bind(query, given, graph.names.one))
    for column in columns:
        if any(row[column] not in (None, []) for row in rows):
            yield query.name, column, told.get(column), _kind(column, rows, "value")
