"""An open graph of a person's own case: her facts, queries and merges, and builds meanwhile."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.building import build
from kg.case import Case
from kg.errors import CaseError, QueryError, StoreError
from kg.ledger import COLUMNS as LEDGER_COLUMNS
from kg.ledger import FILE, Ledger
from kg.session import OpenGraph, open_graph
from kg.store import embedded, shelf
from kg.store.bolt import Store
from tests.cases import alone, claim, entity, judged, made, source, without_privileges
from tests.cases import kg as kg_command

QUERY = """// Which systems does my firm sell?
// One row a system.
// tags: mine
// param firm: entity Company = my-firm | The firm | e.g. "My firm"
// returns: system, buyers, claims
MATCH (:Entity {id: $firm})-[r:SELLS]->(system:Entity)
OPTIONAL MATCH (buyer:Entity)-[:USES]->(system)
WITH system, r, buyer ORDER BY buyer.id
RETURN system, collect(buyer) AS buyers, r.claims AS claims
ORDER BY system.name, system.id
"""


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KG_STORE", "NEO4J_URI", "KG_CASE"):
        monkeypatch.delenv(name, raising=False)


def own_case(folder: Path) -> Case:
    case = made(
        folder,
        entities=[
            entity("my-firm", name="My firm", names="fr=Ma société", aliases="MF Ltd"),
            entity("my-tool", label="Product", name="My tool"),
            entity("my-rival"),
        ],
        sources=[source(title="My notes")],
        claims=[
            claim("my-firm SELLS my-tool", said_by="orbit-gt", says="It sells the tool."),
            claim("orbit-gt USES my-tool", locator="para 2"),
        ],
        same_or_not=[judged("orbit", "same", "orbit-gt")],
    )
    (folder / "queries").mkdir()
    (folder / "queries" / "my-systems.cypher").write_text(QUERY)
    return case


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenGraph]:
    case = own_case(tmp_path_factory.mktemp("cases") / "mine")
    build(case)
    with open_graph(case, "embedded") as graph:
        yield graph


# Opening


def test_nothing_built_yet_is_built_first_and_said(tmp_path: Path) -> None:
    case, said = made(tmp_path, entities=[entity("x-1", label="Compny")]), list[str]()
    with open_graph(case, say=said.append) as graph:
        assert graph.info()["entities"] == 877
    assert said[0] == "Nothing is built yet: building first."
    assert said[1].startswith("entities.csv, row 2, column label: 'Compny' is no label")


def test_a_stale_graph_is_opened_and_said(tmp_path: Path) -> None:
    case, said = alone(tmp_path, entities=[entity("my-firm")]), list[str]()
    build(case)
    with open_graph(case, say=said.append):
        assert said == []
    made(tmp_path, entities=[entity("my-firm"), entity("my-other")])
    with open_graph(case, say=said.append) as graph:
        assert graph.info()["entities"] == 1
    assert said == [
        "data/ or ingest/ changed since the last build; kg build brings the graph up to date."
    ]


def test_what_was_judged_since_is_built_anew_and_said(tmp_path: Path) -> None:
    case, said = alone(tmp_path, entities=[entity("my-firm"), entity("my-other")]), list[str]()
    build(case)
    with (tmp_path / FILE).open("w") as file:
        file.write(",".join(LEDGER_COLUMNS) + "\n1,a,my-firm,my-other,same,x,tess,2026,kg\n2,b\n")
    with open_graph(case, say=said.append) as graph:
        assert graph.info()["entities"] == 1
    assert said == [
        "Who is who was judged since the last build: building anew.",
        "judgements.csv, row 3: has 2 cells where the header has 9; a cell that holds a comma or "
        "semicolon needs quotes round it",
        "1 problem; what is named there was left out (kg check)",
    ]


def test_changed_data_is_said_and_not_built_even_if_somebody_judged_too(tmp_path: Path) -> None:
    case, said = alone(tmp_path, entities=[entity("my-firm"), entity("my-other")]), list[str]()
    build(case)
    Ledger.open(tmp_path / FILE).say([("my-firm", "my-other", "same")], "One firm")
    made(tmp_path, entities=[entity("my-firm"), entity("my-other"), entity("my-third")])
    with open_graph(case, say=said.append) as graph:
        assert graph.info()["entities"] == 2
    assert [line.split(";")[0] for line in said] == [
        "data/ or ingest/ changed since the last build"
    ]


def test_a_case_that_may_only_be_read_is_read_without_what_was_judged_since(
    tmp_path: Path,
) -> None:
    case = alone(tmp_path / "case", entities=[entity("my-firm"), entity("my-other")])
    build(case)
    Ledger.open(case.root / FILE).say([("my-firm", "my-other", "same")], "One firm")
    folders = [case.root, *(path for path in case.root.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        shown = kg_command("info", "--json", case=case.root, before=without_privileges())
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert json.loads(shown.stdout)["entities"] == 2
    assert shown.stderr.splitlines()[0].startswith("Who is who was judged since the last build")
    assert "the graph is still without what was judged since" in shown.stderr


def test_python_opens_the_case_that_is_named(mine: OpenGraph) -> None:
    with kg.open(mine.case.root, lang="fr") as graph:
        assert graph.info()["case"] == str(mine.case.root)
        assert graph.search("mf ltd")[0].name == "Ma société"


def test_a_case_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such case folder"):
        kg.open(tmp_path / "gone")


def test_a_build_that_swaps_the_store_in_the_middle_of_opening_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = alone(tmp_path, entities=[entity("my-firm")])
    build(case)
    opened, builds = embedded.open_store, [None]

    def swap(folder: Path) -> Store:
        if builds:
            builds.pop()
            made(tmp_path, entities=[entity("my-firm"), entity("my-other")])
            build(case)
        return opened(folder)

    monkeypatch.setattr(embedded, "open_store", swap)
    with open_graph(case) as graph:
        assert graph.info()["entities"] == 2


def test_an_open_graph_answers_to_the_end_though_a_build_replaces_it(tmp_path: Path) -> None:
    case = alone(tmp_path, entities=[entity("my-firm")])
    build(case)
    with open_graph(case) as graph:
        made(tmp_path, entities=[entity("my-firm"), entity("my-other")])
        build(case)
        assert graph.info()["entities"] == 1
        assert graph.names.one("my-firm") == "my-firm"
    with open_graph(case) as graph:
        assert graph.info()["entities"] == 2


def test_a_store_that_does_not_open_is_not_tried_for_ever(tmp_path: Path) -> None:
    case = Case(tmp_path)
    shelf.put(case, "store-broken", lambda folder: None)
    with pytest.raises(StoreError, match="there is no store any more; kg build makes one"):
        open_graph(case)


# Asking


def test_an_own_query_runs_by_name_with_a_parameter_in_any_language(mine: OpenGraph) -> None:
    found = mine.query("my-systems", firm="Ma société")
    assert found.title == "Which systems does my firm sell?"
    assert found.columns == ("system", "system_id", "buyers", "buyers_ids", "claims")
    (row,) = found.rows
    assert (row["system"], row["system_id"]) == ("My tool", "my-tool")
    assert (row["buyers"], row["buyers_ids"]) == (["Orbit"], ["orbit"])


def test_an_answer_without_rows_has_the_same_columns(mine: OpenGraph) -> None:
    empty = mine.query("my-systems", firm="my-rival")
    assert (empty.rows, empty.columns) == ((), mine.query("my-systems").columns)


def test_the_rows_of_an_answer_carry_numbered_notes(mine: OpenGraph) -> None:
    found = mine.query("my-systems")
    (note,) = found.notes
    assert (note.number, note.source, note.title) == (1, "my-notes", "My notes")
    assert (note.said_by, note.says) == ("Orbit", ("It sells the tool.",))
    assert list(note.claims) == found.rows[0]["claims"]


def test_an_answer_becomes_a_data_frame(mine: OpenGraph) -> None:
    frame = mine.query("my-systems").to_pandas()
    assert list(frame["system"]) == ["My tool"]


def test_a_query_that_is_not_there_names_a_near_one(mine: OpenGraph) -> None:
    with pytest.raises(QueryError, match="my-systems"):
        mine.query("my-system")


def test_a_parameter_may_be_called_name(mine: OpenGraph) -> None:
    with pytest.raises(QueryError, match="my-systems"):
        mine.query("my-systems", name="x")


def test_cypher_takes_parameters_and_refuses_to_write(mine: OpenGraph) -> None:
    found = mine.cypher("MATCH (e:Entity {id: $id}) RETURN e AS who", {"id": "my-firm"})
    assert found.rows == ({"who": "My firm", "who_id": "my-firm"},)
    with pytest.raises(QueryError):
        mine.cypher("MATCH (e:Entity) DETACH DELETE e")
    assert mine.cypher("MATCH (e:Entity {id: 'my-firm'}) RETURN e.id AS id").rows


def test_names_come_in_the_language_of_the_session(mine: OpenGraph) -> None:
    with open_graph(mine.case, "embedded", "fr") as graph:
        rows = graph.cypher("MATCH (e:Entity {id: 'my-firm'}) RETURN e AS who").rows
    assert rows[0]["who"] == "Ma société"


# Who is the same


@pytest.mark.parametrize("name", ["orbit-gt", "Orbit GT", "orbit", "Orbit"])
def test_every_name_and_id_of_a_merged_pair_leads_to_one(mine: OpenGraph, name: str) -> None:
    assert mine.names.one(name) == "orbit"


def test_search_and_show_know_a_merged_pair_by_both_names(mine: OpenGraph) -> None:
    assert mine.search("Orbit GT")[0].id == "orbit"
    assert mine.show("orbit-gt").id == "orbit"


# Handing on


def test_info_says_where_and_how_much(mine: OpenGraph) -> None:
    found = mine.info()
    assert (found["store"], found["entities"], found["sources"]) == ("embedded", 879, 461)
    assert found["version"] == kg.__version__


def test_a_drawing_of_some_entities_takes_any_of_their_names(mine: OpenGraph) -> None:
    drawn = mine.to_pyvis(["Ma société", "my-tool"])
    assert [node["id"] for node in drawn.nodes] == ["my-firm", "my-tool"]
    assert [edge["title"] for edge in drawn.edges] == ["sells [stated] A group, para 1"]
    with pytest.raises(QueryError, match="nobody-at-all"):
        mine.to_pyvis(["nobody-at-all"])


def test_the_driver_is_there_for_those_who_want_it(mine: OpenGraph) -> None:
    records, _, _ = mine.driver.execute_query("RETURN 1 AS one")
    assert records[0]["one"] == 1


def test_a_closed_graph_says_so_and_can_be_closed_again(tmp_path: Path, mine: OpenGraph) -> None:
    graph = open_graph(mine.case, "embedded")
    graph.close()
    graph.close()
    with pytest.raises(StoreError):
        graph.info()
