"""Who asks a server that holds more than one case is told so, and answered only if she says so."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import kg
from kg.case import Case
from kg.cli import cli
from kg.errors import StoreError
from kg.session import open_graph
from kg.store import loaded
from kg.store.bolt import Store
from kg.store.mixture import mixture
from kg.store.neo4j_load import load
from tests.cases import alone, claim, entity, source
from tests.store.samples import large, small

OWNED = "MATCH (:Entity {id: 'acme'})-[:OWNS]->(b) RETURN b.id AS owned ORDER BY owned"
READING = (
    ("path", "acme", "bcme"),
    ("show", "acme"),
    ("search", "acme"),
    ("query", "owners", "acme"),
    ("cypher", OWNED),
    ("conflicts",),
    ("sources",),
    ("export", "json"),
    ("info",),
)


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KG_STORE", "NEO4J_URI", "NEO4J_DATABASE", "KG_CASE"):
        monkeypatch.delenv(name, raising=False)


def case(folder: Path, owned: str) -> Case:
    """A case in which Acme owns another firm."""
    firms = [entity("acme"), entity(owned)]
    return alone(folder, entities=firms, sources=[source()], claims=[claim(f"acme OWNS {owned}")])


def run(made: Case, uri: str, *words: str) -> Result:
    at = "--to" if words[0] == "load" else "--store"
    return CliRunner().invoke(cli, [*words, at, uri, "--case", str(made.root)])


@pytest.fixture
def two(neo4j_store: Store, neo4j_uri: str, tmp_path: Path) -> tuple[Case, Case]:
    """Two cases in one server, with one id for two firms."""
    cases = case(tmp_path / "mine", "bcme"), case(tmp_path / "yours", "ccme")
    for one in cases:
        assert run(one, neo4j_uri, "load").exit_code == 0
    return cases


def test_a_server_that_holds_one_case_is_asked(
    neo4j_store: Store, neo4j_uri: str, tmp_path: Path
) -> None:
    mine = case(tmp_path / "mine", "bcme")
    done = run(mine, neo4j_uri, "load")
    assert "mix" not in done.stderr
    assert mixture(neo4j_store) == ""
    asked = run(mine, neo4j_uri, "cypher", OWNED)
    assert (asked.exit_code, asked.stderr) == (0, "")
    assert "bcme" in asked.stdout


def test_an_empty_server_mixes_nothing(neo4j_store: Store) -> None:
    assert mixture(neo4j_store) == ""


@pytest.mark.parametrize("words", READING, ids=[words[0] for words in READING])
def test_no_command_answers_from_two_cases_unless_it_is_told_to(
    two: tuple[Case, Case], neo4j_uri: str, words: tuple[str, ...]
) -> None:
    refused = run(two[0], neo4j_uri, *words)
    assert (refused.exit_code, refused.stdout) == (1, "")
    (line,) = refused.stderr.splitlines()
    assert "holds several cases (mine, yours), and an answer would mix them" in line
    assert "kg load --remove NAME" in line
    assert "--mixed" in line
    answered = run(two[0], neo4j_uri, *words, "--mixed")
    assert answered.exit_code == 0, answered.output
    assert "holds several cases (mine, yours)" in answered.stderr


def test_what_would_have_been_mixed_is_a_tie_that_no_case_knows(
    two: tuple[Case, Case], neo4j_uri: str
) -> None:
    with pytest.raises(StoreError, match="would mix them"):
        kg.open(two[0].root, neo4j_uri)
    with kg.open(two[0].root, neo4j_uri, mixed=True) as graph:
        assert [row["owned"] for row in graph.cypher(OWNED).rows] == ["bcme", "ccme"]


def test_python_is_told_the_same_line(two: tuple[Case, Case], neo4j_uri: str) -> None:
    said: list[str] = []
    open_graph(two[0], neo4j_uri, say=said.append, mixed=True).close()
    assert [line for line in said if "mix" in line] == [
        f"{neo4j_uri} holds several cases (mine, yours), and an answer would mix them"
    ]


def test_a_load_beside_another_case_says_what_queries_will_ask_for(
    two: tuple[Case, Case], neo4j_uri: str
) -> None:
    done = run(two[1], neo4j_uri, "load")
    assert done.exit_code == 0
    assert done.stderr.endswith("would mix them: queries will ask for --mixed\n")


def test_the_other_case_taken_out_leaves_one_that_is_asked_again(
    two: tuple[Case, Case], neo4j_store: Store, neo4j_uri: str
) -> None:
    mine, _ = two
    removed = run(mine, neo4j_uri, "load", "--remove", "yours")
    assert removed.exit_code == 0, removed.output
    assert "8 removed" in removed.stdout
    assert mixture(neo4j_store) == ""
    asked = run(mine, neo4j_uri, "cypher", OWNED)
    assert "bcme" in asked.stdout
    assert "ccme" not in asked.stdout


def test_a_case_that_is_not_there_cannot_be_taken_out(
    two: tuple[Case, Case], neo4j_store: Store, neo4j_uri: str
) -> None:
    done = run(two[0], neo4j_uri, "load", "--remove", "theirs")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"Error: {neo4j_uri} holds no case 'theirs'\n"
    assert "mine, yours" in mixture(neo4j_store)


def test_a_case_taken_out_is_not_behind_any_more(two: tuple[Case, Case], neo4j_uri: str) -> None:
    mine, _ = two
    (mine.root / "data" / "claims.csv").unlink()
    assert loaded.behind(mine) == (neo4j_uri,)
    run(mine, neo4j_uri, "load", "--remove", "mine")
    assert loaded.behind(mine) == ()


@pytest.mark.parametrize("node", [":Entity", ":Company", ":Person:Friend", ":Source", ":Claim"])
def test_nodes_of_others_under_our_labels_would_be_mixed_in_too(
    neo4j_store: Store, node: str
) -> None:
    load(neo4j_store, small(), "mine")
    neo4j_store.driver.execute_query(f"CREATE ({node} {{id: 'acme'}})")
    label = node.split(":")[1]
    assert mixture(neo4j_store) == (
        f"{neo4j_store.name} holds nodes labelled {label} of somebody else, "
        "and an answer would mix them in"
    )


def test_nodes_of_others_under_labels_of_their_own_are_no_matter(neo4j_store: Store) -> None:
    load(neo4j_store, small(), "mine")
    neo4j_store.driver.execute_query("CREATE (:Film {id: 'acme'})-[:OWNS]->(:Actor {id: 'b'})")
    assert mixture(neo4j_store) == ""


def test_a_case_without_any_source_is_seen_too(neo4j_store: Store) -> None:
    load(neo4j_store, large(5, 5, seed=1), "one")
    neo4j_store.driver.execute_query("CREATE (:Entity {id: 'x', case_name: 'two'})")
    assert "(one, two)" in mixture(neo4j_store)
