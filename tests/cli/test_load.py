"""kg load as a person gives it: to a real Neo4j that may hold other people's data."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.store.bolt import Store
from tests.cases import alone, claim, entity, source

ACME = [entity("acme"), entity("bcme")]
SAID = [claim("acme OWNS bcme")]
CLEAN = ("KG_STORE", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "KG_CASE")


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in CLEAN:
        monkeypatch.delenv(name, raising=False)


def load(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["load", *words, "--case", str(folder)])


def names(store: Store) -> list[object]:
    query = "MATCH (e:Entity) RETURN e.name AS name ORDER BY name"
    return [row["name"] for row in store.read(query)[1]]


def case(folder: Path) -> Path:
    return alone(folder, entities=ACME, sources=[source()], claims=SAID).root


def test_the_graph_is_in_the_server_and_the_line_says_how_much(
    neo4j_store: Store, neo4j_uri: str, tmp_path: Path
) -> None:
    done = load(case(tmp_path / "mine"), "--to", neo4j_uri)

    assert done.exit_code == 0, done.output
    assert names(neo4j_store) == ["acme", "bcme"]
    assert done.stdout.startswith(neo4j_store.name)
    assert "4 nodes" in done.stdout


def test_progress_goes_to_the_side_and_ends_at_the_whole(
    neo4j_store: Store, neo4j_uri: str, tmp_path: Path
) -> None:
    done = load(case(tmp_path / "mine"), "--to", neo4j_uri)

    steps = [line.split(": ")[1] for line in done.stderr.splitlines() if " of " in line]
    assert steps
    assert any(step.split(" of ")[0] == step.split(" of ")[1] for step in steps)
    assert names(neo4j_store)


def test_a_second_load_changes_nothing_and_says_so(
    neo4j_store: Store, neo4j_uri: str, tmp_path: Path
) -> None:
    folder = case(tmp_path / "mine")
    load(folder, "--to", neo4j_uri)
    before = neo4j_store.read("MATCH (n) RETURN elementId(n) AS id ORDER BY id")[1]

    again = load(folder, "--to", neo4j_uri)

    assert again.exit_code == 0
    assert neo4j_store.read("MATCH (n) RETURN elementId(n) AS id ORDER BY id")[1] == before


def test_what_the_case_no_longer_says_leaves_the_server(
    neo4j_store: Store, neo4j_uri: str, tmp_path: Path
) -> None:
    load(case(tmp_path / "mine"), "--to", neo4j_uri)
    (tmp_path / "mine" / "data" / "claims.csv").unlink()
    table = tmp_path / "mine" / "data" / "entities.csv"
    table.write_text("".join(table.read_text().splitlines(keepends=True)[:2]))

    load(tmp_path / "mine", "--to", neo4j_uri)

    assert names(neo4j_store) == ["acme"]


def test_other_peoples_nodes_stay_as_they_are(
    neo4j_store: Store, neo4j_uri: str, tmp_path: Path
) -> None:
    neo4j_store.driver.execute_query("CREATE (:Entity {name: 'theirs'})-[:KNOWS]->(:Person)")

    load(case(tmp_path / "mine"), "--to", neo4j_uri)

    assert names(neo4j_store) == ["acme", "bcme", "theirs"]
    assert neo4j_store.read("MATCH (:Entity)-[k:KNOWS]->() RETURN count(k) AS n")[1] == [{"n": 1}]


def test_two_cases_live_side_by_side_in_one_server(
    neo4j_store: Store, neo4j_uri: str, tmp_path: Path
) -> None:
    load(case(tmp_path / "mine"), "--to", neo4j_uri)
    load(case(tmp_path / "yours"), "--to", neo4j_uri)

    query = "MATCH (e:Entity) RETURN e.case_name AS of, count(*) AS n ORDER BY of"
    assert neo4j_store.read(query)[1] == [{"of": "mine", "n": 2}, {"of": "yours", "n": 2}]


@pytest.mark.parametrize("variable", ["NEO4J_URI", "KG_STORE"])
def test_the_server_may_stand_in_the_environment(
    variable: str,
    neo4j_store: Store,
    neo4j_uri: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(variable, neo4j_uri)

    done = load(case(tmp_path / "mine"))

    assert done.exit_code == 0, done.output
    assert names(neo4j_store) == ["acme", "bcme"]


def test_without_a_server_one_line_says_how_to_name_one(tmp_path: Path) -> None:
    done = load(case(tmp_path / "mine"))

    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "--to bolt://localhost:7687" in done.stderr
    assert "NEO4J_URI" in done.stderr


def test_a_server_that_is_down_is_one_line(tmp_path: Path) -> None:
    done = load(case(tmp_path / "mine"), "--to", "bolt://127.0.0.1:1")

    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.output


def test_a_wrong_row_is_told_and_the_rest_is_loaded(
    neo4j_store: Store, neo4j_uri: str, tmp_path: Path
) -> None:
    folder = alone(
        tmp_path / "mine",
        entities=ACME,
        sources=[source()],
        claims=[*SAID, claim("acme OWNS nobody")],
    ).root

    done = load(folder, "--to", neo4j_uri)

    assert done.exit_code == 0
    assert "claims.csv, row 3, column object" in done.stderr
    owned = "MATCH (:Entity {id: 'acme'})-[:OWNS]->(b) RETURN b.id AS id"
    assert neo4j_store.read(owned)[1] == [{"id": "bcme"}]
