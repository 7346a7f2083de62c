import pytest

from kg.errors import StoreError
from kg.graph.model import Graph
from kg.store.bolt import Address, Store, connect, parse, wanted_uri
from kg.store.neo4j_load import load
from tests.store.samples import CASE, empty, entity

VARIABLES = ("KG_STORE", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("given", "kg_store", "neo4j_uri", "wanted"),
    [
        (None, None, None, None),
        ("bolt://a", "bolt://b", "bolt://c", "bolt://a"),
        (None, "bolt://b", "bolt://c", "bolt://b"),
        (None, None, "bolt://c", "bolt://c"),
        ("", " ", "bolt://c\n", "bolt://c"),
        ("embedded", None, "bolt://c", None),
        (None, "embedded", "bolt://c", None),
    ],
)
def test_the_nearest_wish_for_a_store_wins(
    monkeypatch: pytest.MonkeyPatch,
    given: str | None,
    kg_store: str | None,
    neo4j_uri: str | None,
    wanted: str | None,
) -> None:
    for name, value in (("KG_STORE", kg_store), ("NEO4J_URI", neo4j_uri)):
        if value is not None:
            monkeypatch.setenv(name, value)

    assert wanted_uri(given) == wanted


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("bolt://localhost", Address("bolt://localhost", "", "", None)),
        ("bolt://localhost:7687/", Address("bolt://localhost:7687", "", "", None)),
        ("neo4j://h:1/police", Address("neo4j://h:1", "", "", "police")),
        ("neo4j+s://me:s%2Fe%40c@h", Address("neo4j+s://h", "me", "s/e@c", None)),
        ("bolt+ssc://me:p@ss@h/db", Address("bolt+ssc://h", "me", "p@ss", "db")),
        ("bolt://[::1]:7687", Address("bolt://[::1]:7687", "", "", None)),
        ("neo4j://h?policy=eu", Address("neo4j://h?policy=eu", "", "", None)),
    ],
)
def test_an_address_may_carry_user_password_and_database(uri: str, address: Address) -> None:
    assert parse(uri) == address


@pytest.mark.parametrize(
    "uri",
    [
        "localhost:7687",
        "http://me:secret@localhost:7474",
        "me:secret@localhost",
        "bolt://",
        "bolt://me:secret@",
        "bolt://me:secret@host:99999",
        "bolt://me:secret@host:port",
        "bolt://me:sec#ret@host",
        "bolt://me:secret@a..b",
        "",
    ],
)
def test_a_wrong_address_is_one_line_with_an_example_and_no_password(uri: str) -> None:
    with pytest.raises(StoreError) as caught:
        connect(uri)

    assert "bolt://localhost:7687" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "sec#ret" not in str(caught.value)


def test_a_store_is_named_by_its_address_without_the_password(neo4j_uri: str) -> None:
    with connect(neo4j_uri.replace("//", "//me:secret@") + "/neo4j") as store:
        assert store.name == f"{neo4j_uri}/neo4j"
        assert store.database == "neo4j"


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_both_schemes_reach_a_server(neo4j_uri: str, scheme: str) -> None:
    with connect(neo4j_uri.replace("bolt", scheme)) as store:
        assert store.read("RETURN 1 AS one") == (["one"], [{"one": 1}])


def test_the_database_is_taken_from_the_environment_last(
    neo4j_uri: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "absent")

    with connect(f"{neo4j_uri}/neo4j") as store:
        assert store.database == "neo4j"
    with connect(neo4j_uri, database="neo4j") as store:
        assert store.database == "neo4j"
    with pytest.raises(StoreError, match="absent"):
        connect(neo4j_uri)


def test_a_value_is_passed_beside_the_query_never_inside_it(neo4j_store: Store) -> None:
    load(neo4j_store, Graph((entity("a"), entity("b")), ()), CASE)

    found = neo4j_store.read(
        "MATCH (n:Entity {id: $id}) RETURN n.id AS id", {"id": "a'}) DETACH DELETE n //"}
    )

    assert found == (["id"], [])
    assert neo4j_store.read("MATCH (n) RETURN count(n) AS n")[1] == [{"n": 2}]
    empty(neo4j_store)
