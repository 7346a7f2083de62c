import re

import pytest

from kg.errors import QueryError
from kg.queries.guard import refuse_writes

# Each of these wrote, or opened a file, on a real Neo4j 5.26 or the embedded store when tried.
WRITES = [
    ("CREATE (n)", "CREATE"),
    ("create(n)", "CREATE"),
    ("/*x*/CREATE/*y*/(n)", "CREATE"),
    ("// c\nCREATE (n)", "CREATE"),
    ("// c\rCREATE (n)", "CREATE"),
    ("/* /* */ CREATE (n) // */", "CREATE"),
    ("/***/CREATE (n)", "CREATE"),
    ("CREATE\u00a0(n)", "CREATE"),
    ("WITH 1 AS x\u00a0CREATE\u2003(n)", "CREATE"),
    ("WITH 1 AS x$ CREATE (n)", "CREATE"),
    ("MERGE (n:A)", "MERGE"),
    ("INSERT (:A {id: 9})", "INSERT"),
    ("MATCH (n) INSERT (n)-[:R]->(:B)", "INSERT"),
    ("CYPHER 5 CREATE (n)", "CREATE"),
    ("CYPHER runtime=slotted CREATE (n)", "CREATE"),
    ("PROFILE CREATE (n)", "CREATE"),
    ("{ CREATE (n) }", "CREATE"),
    ("MATCH (n) DETACH DELETE n", "DETACH DELETE"),
    ("MATCH (n) detach/**/delete n", "DETACH DELETE"),
    ("MATCH ()-[r]->() NODETACH DELETE r", "NODETACH DELETE"),
    ("MATCH (n) DELETE [n][0]", "DELETE"),
    ("MATCH (as:A) DETACH DELETE as", "DETACH DELETE"),
    ("MATCH (as) DELETE as RETURN 1", "DELETE"),
    ("OPTIONAL MATCH (n) REMOVE n.x", "REMOVE"),
    ("MATCH (n)SET(n).y = 1", "SET"),
    ("MATCH (n) SET n IS B", "SET"),
    ("MATCH (as) SET as IS B", "SET"),
    ("MATCH (n) SET n['y'] = 1", "SET"),
    ("MATCH (n) SET n:$('B')", "SET"),
    ("MATCH (as:A) WITH as SET as.y = 1", "SET"),
    ("MATCH (``) SET ``.y = 1", "SET"),
    ("MATCH (n) WHERE 'a'='a'SET n.y=1", "SET"),
    ("MATCH (n) WHERE n:%SET n.y = 1", "SET"),
    ("MATCH (n) WHERE n.x = $`p`SET n.y = 1", "SET"),
    ("MATCH (n) WHERE n.x = $ p SET n.y = 1", "SET"),
    ("MATCH (n) WHERE n.x = $/*SET*/p SET n.y = 1", "SET"),
    ("MATCH (n) WHERE n.x IS :: INTEGER SET n.y = 1", "SET"),
    ("MATCH (n) RETURN * SET n.y = 1", "SET"),
    ("WITH '\\\\' AS x MATCH (n) SET n.y=1 //'", "SET"),
    ("UNWIND [1] AS return CREATE (n) RETURN 1", "CREATE"),
    ("UNWIND [1] AS CREATE CREATE (n)", "CREATE"),
    ("WITH 1 AS `a\\` CREATE (n) RETURN 1 //` AS x", "CREATE"),
    ("FOREACH (x IN [1] | CREATE (:B))", "FOREACH"),
    ("CALL { CREATE (:B) } RETURN 1", "CREATE"),
    ("CALL{CALL{CREATE (:B)}}", "CREATE"),
    ("MATCH (n) CALL(n){SET n.y=1}", "SET"),
    ("CALL (*) { CREATE (:B) }", "CREATE"),
    ("MATCH (n) RETURN n.id AS i UNION CREATE (n) RETURN 1 AS i", "CREATE"),
    ("LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "LOAD CSV"),
    ("load/**/csv FROM '/etc/passwd' AS l RETURN l", "LOAD CSV"),
    ("CREATE INDEX foo FOR (n:A) ON (n.x)", "CREATE"),
    ("DROP INDEX foo", "DROP"),
    ("CREATE USER foo SET PASSWORD 'abcdefgh'", "CREATE"),
    ("ALTER USER root SET PASSWORD 'abcdefgh'", "ALTER"),
    ("SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTION t", "TERMINATE TRANSACTION"),
    ("TERMINATE TRANSACTIONS 'x'", "TERMINATE TRANSACTIONS"),
]

# Neo4j decodes these before it parses; each wrote there when tried.
ESCAPED = [
    r"EXPLAIN CR\u0045ATE (n)",
    r"MATCH (n) \u0053\u0045\u0054 n.y=1",
    r"MATCH (n) SET\u0020n.y=1",
    "MATCH (n) // \\u000a DETACH DELETE n \n RETURN n",
    "WITH 1 AS x // \\u000d CREATE (n)\nRETURN 1",
    r"WITH 1 AS `a\u0060 CREATE (n) //` RETURN 1",
    r"MATCH (n) WHERE \u0027\u0027='' SET n.y=1",
    r"MATCH (n) WHERE true /\u002a x *\u002f SET n.y=1",
    "MATCH (n) WHERE true \\u002f\\u002f x \n SET n.y=1",
    r"CALL db.\u0063reateLabel('Foo')",
    r"RETURN '\u0027 AS x CREATE (n) //'",
]

CALLS = [
    ("CALL db.createLabel('Foo')", "CALL db.createLabel"),
    ("CALL `db`.`createLabel`('Foo')", "CALL db.createLabel"),
    ("CALL/**/db . createLabel('Foo')", "CALL db.createLabel"),
    ("OPTIONAL CALL db.createLabel('Foo')", "CALL db.createLabel"),
    ("CALL tx.setMetaData({a: 1})", "CALL tx.setMetaData"),
    ("CALL db.clearQueryCaches()", "CALL db.clearQueryCaches"),
    ("CALL dbms.listConfig() YIELD name RETURN name", "CALL dbms.listConfig"),
    ("CALL dbms.killQuery('x')", "CALL dbms.killQuery"),
    ("CALL apoc.cypher.doIt('CREATE (n)', {})", "CALL apoc.cypher.doIt"),
    ("CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value", "CALL apoc.load.json"),
    ("CALL merge.node(['A'], {}, {}, {})", "CALL merge.node"),
    ("CALL db.index.fulltext.queryNodes('x', 'y')", "CALL db.index.fulltext.queryNodes"),
    ("CALL db.schema.other()", "CALL db.schema.other"),
    ("CALL plugin", "CALL plugin"),
    ("RETURN apoc.version() AS x", "apoc.version()"),
    ("RETURN `apoc` . `load`.json('x') AS x", "apoc.load.json()"),
    ("RETURN `apoc.version`() AS x", "apoc.version()"),
    ("RETURN util.sleep(1000) AS x", "util.sleep()"),
    ("RETURN http.get('http://x') AS x", "http.get()"),
    (
        "MATCH (n) WHERE apoc.cypher.runFirstColumnSingle('x', {}) RETURN n",
        "runFirstColumnSingle()",
    ),
    ("RETURN dbms.x() AS x", "dbms.x()"),
]

COMMANDS = [
    ("GRANT ROLE admin TO me", "GRANT"),
    ("START DATABASE neo4j", "START"),
    ("STOP DATABASE neo4j", "STOP"),
    ("ENABLE SERVER 'x'", "ENABLE"),
    ("DEALLOCATE DATABASES FROM SERVER 'x'", "DEALLOCATE"),
    ("RENAME USER a TO b", "RENAME"),
    ("REVOKE ROLE a FROM b", "REVOKE"),
    ("DENY ACCESS ON DATABASE x TO y", "DENY"),
    ("USE neo4j RETURN 1 AS x", "USE"),
    ("EXPLAIN USE neo4j RETURN 1 AS x", "USE"),
    ("CALL { USE other MATCH (n) RETURN n } RETURN n", "USE"),
    ("RETURN 1 AS x UNION ALL USE other RETURN 2 AS x", "USE"),
    ("USING PERIODIC COMMIT LOAD CSV FROM 'x' AS l RETURN l", "USING"),
    ("COMMIT", "COMMIT"),
    ("START TRANSACTION", "START"),
    ("DEFINE FUNCTION x() = 1", "DEFINE"),
    ("UPDATE A SET x = 5", "UPDATE"),
]

OTHER_LANGUAGES = [
    "{sql}SELECT FROM A",
    "{language:sql}SELECT FROM A",
    "sql:SELECT FROM A",
    "SELECT FROM A",
    "{gremlin}g.addV('A')",
    "gremlin:g.addV('A')",
    "g.addV('A')",
    ":param x => 1",
    "EXPORT DATABASE",
    "(MATCH (n) RETURN n)",
    "WHEN true THEN RETURN 1",
]

HARMLESS = [
    "MATCH (n) RETURN n",
    "match (n) return n.name;",
    "EXPLAIN MATCH (n) RETURN n",
    "PROFILE MATCH (n) RETURN n.id AS i",
    "OPTIONAL MATCH (n) RETURN n",
    "SHOW INDEXES YIELD name RETURN name",
    "RETURN 'CREATE (n)' CONTAINS 'CREATE' AS x",
    "RETURN \"it's\" AS x, 'DELETE \" it' AS y",
    r"RETURN 'it\'s SET' AS x",
    "RETURN 'a; b' AS x",
    "MATCH (n) // SET nothing\nRETURN n /* DELETE; nothing */",
    "MATCH (n) RETURN n.set, n.create, n . delete, n.`merge`",
    "MATCH (n:Set|Create) WHERE n:Delete OR n:!Merge RETURN n",
    "MATCH ()-[r:CREATE|SET]->(:Insert) RETURN r",
    "WITH {set: 1, create: 2, load: 3} AS m RETURN m.set AS a",
    "MATCH (n {set: 1}) RETURN n {.set, .create, drop: 1}",
    "MATCH (set:A) WHERE set.id = 1 RETURN set",
    "MATCH (create) WHERE create = 1 RETURN create, 2 AS x",
    "WITH 1 AS `set` RETURN `set` AS x ORDER BY `set`",
    "MATCH (set) RETURN set AS x",
    "RETURN [set IN [1] WHERE set > 0 | set] AS x, any(set IN [1] WHERE set = 1) AS y",
    "RETURN $set AS a, $create AS b, $`delete` AS c",
    "WITH r.since AS start, r.until AS stop RETURN start ORDER BY start, stop",
    "MATCH (use) RETURN use.name AS use ORDER BY use",
    "WITH 1 AS load, 2 AS csv RETURN load, csv",
    "RETURN replace('a', 'b', 'c') AS x, toUpper('set') AS y",
    "MATCH (call) RETURN call.id AS x, call",
    "CALL { MATCH (n) RETURN n LIMIT 1 } RETURN n",
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN n, c",
    "RETURN COUNT { MATCH (n) } AS x, EXISTS { (a)-->(b) } AS y",
    "MATCH (n) WHERE n.x IN transactions RETURN n",
    "CALL db.labels() YIELD label RETURN label ORDER BY label",
    "CALL db.labels",
    "OPTIONAL CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType",
    "CALL db.schema.visualization()",
    "CALL dbms.components()",
    "RETURN date.truncate('year', date()) AS x, duration.between(date(), date()) AS y",
    "RETURN vector.similarity.cosine([1.0], [1.0]) AS x, point.distance(a, b) AS y",
    "MATCH p = shortestPath((a)-[*1..8]-(b)) RETURN [n IN nodes(p) | n.name] AS path",
    "RETURN 1 AS x UNION ALL RETURN 2 AS x",
    "MATCH (n) WHERE n.name = 'België' AND n.größe = 1 RETURN n",
    r"RETURN 'tab\tand \u00e9 and C:\\users' AS x",
    "MATCH (n) WHERE n.kind = m.kind AND (n)-->(m) RETURN 1.5 AS x",
    "\n\n  MATCH (n)\n RETURN n\n;\n",
]


def refusal(cypher: str) -> str:
    with pytest.raises(QueryError) as caught:
        refuse_writes(cypher)
    return str(caught.value)


@pytest.mark.parametrize(("cypher", "clause"), WRITES)
def test_a_clause_that_writes_is_refused_by_name(cypher: str, clause: str) -> None:
    assert re.search(rf"line \d+: {clause} is refused, queries only read", refusal(cypher))


@pytest.mark.parametrize("cypher", ESCAPED)
def test_an_escape_hides_nothing(cypher: str) -> None:
    assert re.search(r"is refused|not 'CR'", refusal(cypher))


@pytest.mark.parametrize(("cypher", "name"), CALLS)
def test_only_known_procedures_and_functions_are_called(cypher: str, name: str) -> None:
    assert f"{name} is refused, it is not known to only read" in refusal(cypher)


@pytest.mark.parametrize(("cypher", "clause"), COMMANDS)
def test_a_command_of_an_administrator_is_refused(cypher: str, clause: str) -> None:
    assert f": {clause} is refused, queries only read" in refusal(cypher)


@pytest.mark.parametrize("cypher", OTHER_LANGUAGES)
def test_another_language_is_refused(cypher: str) -> None:
    assert ": a query begins with MATCH, WITH, UNWIND, CALL or RETURN, not " in refusal(cypher)


@pytest.mark.parametrize("cypher", HARMLESS)
def test_a_text_that_only_reads_passes(cypher: str) -> None:
    refuse_writes(cypher)


@pytest.mark.parametrize(
    "cypher",
    [
        "CALL (x) { RETURN 1 AS y } IN TRANSACTIONS OF 1 ROWS RETURN 1",
        "CALL { RETURN 1 AS y } in 3 concurrent transactions RETURN 1",
    ],
)
def test_transactions_of_their_own_are_refused(cypher: str) -> None:
    assert refusal(cypher) == "line 1: IN TRANSACTIONS is refused, queries only read"


@pytest.mark.parametrize("cypher", ["RETURN 1; RETURN 2", "RETURN 1;\nMATCH (n) RETURN n;"])
def test_several_queries_in_one_are_refused(cypher: str) -> None:
    assert refusal(cypher) == "line 1: one query at a time: there is more behind the ';'"


@pytest.mark.parametrize(
    "letter", ["\u0301", "\u00b2", "\u0663", "\u200b", "\u203f", "\x00", "\ufeff"]
)
def test_a_letter_that_a_store_may_skip_hides_no_clause(letter: str) -> None:
    assert "SET is refused" in refusal(f"MATCH (n) WITH n LIMIT 1{letter} SET n.y = 1")
    assert "SET is refused" in refusal(f"MATCH (n) WITH n {letter}SET n.y = 1")


def test_the_line_and_the_first_clause_are_named() -> None:
    told = refusal("MATCH (n)\n// harmless\nSET n.x = 1\nDELETE n")
    assert told.startswith("line 3: SET is refused")


def test_a_misspelt_beginning_is_told_the_word() -> None:
    assert refusal("MTCH (n) RETURN n").endswith("not 'MTCH' (did you mean 'MATCH'?)")


@pytest.mark.parametrize("cypher", ["", "  \n", "// only a comment", "EXPLAIN"])
def test_nothing_is_no_query(cypher: str) -> None:
    assert refusal(cypher) == "line 1: there is no query"


def test_what_cannot_be_judged_is_refused() -> None:
    assert refusal("MATCH (n) RETURN n /* SET") == "line 1: a comment that never ends: /*"
    assert refusal("RETURN 'SET") == "line 1: a string that never ends: '"
