"""A Neo4j that wants a password and takes no writes."""

import pytest

from kg.errors import StoreError
from kg.graph.model import Graph
from kg.store.bolt import connect
from kg.store.neo4j_load import load, unload
from tests.store.conftest import Vault
from tests.store.samples import CASE, contents, expected, odd, small

VARIABLES = ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def complaint(vault: Vault, username: str | None, password: str | None) -> str:
    with pytest.raises(StoreError) as caught:
        connect(vault.uri, username, password)
    line = str(caught.value)
    assert line.startswith(vault.uri)
    assert "\n" not in line
    assert password is None or password not in line
    return line


def test_the_right_password_opens_it_from_wherever_it_comes(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opens(uri: str, *login: str) -> bool:
        with connect(uri, *login) as store:
            return store.read("RETURN true AS yes")[1] == [{"yes": True}]

    assert opens(vault.uri, "neo4j", vault.password)
    assert opens(vault.uri.replace("//", f"//neo4j:{vault.password}@"))
    assert opens(vault.uri.replace("//", f"//neo4j:{vault.password}@") + "/neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", vault.password)
    assert opens(vault.uri)
    monkeypatch.setenv("NEO4J_USERNAME", "nobody")
    assert opens(vault.uri, "neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    assert opens(vault.uri, "neo4j", vault.password)


def test_no_password(vault: Vault) -> None:
    assert "the user name or password is wrong; give them as NEO4J" in complaint(vault, None, None)


@pytest.mark.parametrize("username", ["neo4j", "fresh", "nobody"])
def test_a_wrong_password(vault: Vault, username: str) -> None:
    assert "user name or password is wrong" in complaint(vault, username, "a-wrong-word")


def test_a_password_that_was_never_changed(vault: Vault) -> None:
    assert "must be changed before first use" in complaint(vault, "fresh", vault.fresh_password)


@pytest.mark.parametrize("graph", [small(), Graph((), ())], ids=["small", "empty"])
def test_without_the_right_to_write_one_line_and_nothing_written(
    vault: Vault, graph: Graph
) -> None:
    with connect(vault.uri, "neo4j", vault.password) as store:
        with pytest.raises(StoreError, match="the database is read-only and nothing was") as caught:
            load(store, graph, CASE)
        with pytest.raises(StoreError, match="the database is read-only and nothing was"):
            unload(store, "another")

        assert contents(store, CASE) == expected(odd(), CASE)
    assert "\n" not in str(caught.value)
