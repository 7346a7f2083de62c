"""Files for neo4j-admin: what they say, and what a real import makes of them."""

import re
import shlex
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.model import Edge, Graph
from kg.store.bolt import connect
from kg.store.bulk_csv import write
from tests.store.conftest import Vault
from tests.store.samples import CASE, contents, entity, expected, large, odd, owns, small


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def header(folder: Path, name: str) -> list[str]:
    line = (folder / name).read_text("utf-8").partition("\n")[0]
    return [cell.strip('"') for cell in line.split(",")]


def test_everything_imported_is_there_to_the_last_character(vault: Vault) -> None:
    graph = odd()

    with connect(vault.uri, "neo4j", vault.password) as store:
        assert contents(store, CASE) == expected(graph, CASE)
        assert store.read("MATCH (n) RETURN count(n) AS n")[1] == [{"n": len(graph.nodes)}]
    assert vault.report.read_bytes() == b""


def test_what_was_imported_can_be_asked_as_what_was_loaded(vault: Vault) -> None:
    query = (
        "MATCH (a:Company)-[r:OWNS]->(b:Organization) WHERE r.walk = 1.0"
        " MATCH (c:Claim)-[i:INVOLVES]->(e:PoliceForce) WHERE c.id IN r.claims"
        " RETURN a.id AS a, b.id AS b, i.as AS how, e.id AS force ORDER BY how"
    )

    with connect(vault.uri, "neo4j", vault.password) as store:
        _, rows = store.read(query)

    assert [list(row.values()) for row in rows] == [
        ["palantir", "rayzone", "said_by", "be-police"],
        ["palantir", "rayzone", "via", "be-police"],
    ]


def test_the_same_graph_gives_the_same_bytes_wherever_it_is_written(tmp_path: Path) -> None:
    here = write(odd(), CASE, tmp_path / "here")
    there = write(odd(), CASE, tmp_path / "there")

    assert files(tmp_path / "here") == files(tmp_path / "there")
    assert here[1:] == there[1:]


def test_writing_again_over_older_files_names_only_the_new_ones(tmp_path: Path) -> None:
    write(odd(), CASE, tmp_path)
    again = write(Graph((entity("a"),), ()), CASE, tmp_path)

    assert [word for word in again[1].split() if ".csv" in word] == ["--nodes=nodes-entity.csv"]


def test_headers_name_spaces_and_types(tmp_path: Path) -> None:
    write(small(), CASE, tmp_path)

    assert header(tmp_path, "nodes-claim.csv") == [
        *("id:ID(Claim)", ":LABEL", "case_name:string"),
        *("number:double", "predicate:string", "says:string"),
    ]
    assert header(tmp_path, "relationships-entity-entity.csv") == [
        *(":START_ID(Entity)", ":END_ID(Entity)", ":TYPE", "cite:string", "claims:string[]"),
        *("conflict:boolean", "eid:string", "former:boolean", "n_sources:long"),
        *("value:double", "walk:double"),
    ]
    assert header(tmp_path, "relationships-claim-source.csv") == [
        *(":START_ID(Claim)", ":END_ID(Source)", ":TYPE", "locator:string"),
    ]


def test_one_file_a_space_and_more_only_where_types_differ(tmp_path: Path) -> None:
    write(odd(), CASE, tmp_path)

    assert [name for name in files(tmp_path) if name.startswith("nodes")] == [
        *("nodes-claim.csv", "nodes-entity-2.csv", "nodes-entity-3.csv", "nodes-entity.csv"),
        "nodes-source.csv",
    ]


def test_a_cell_that_is_absent_is_empty_and_all_others_are_quoted(tmp_path: Path) -> None:
    nodes = entity("a", say='"so"', share=0.5), entity("b")

    write(Graph(nodes, ()), CASE, tmp_path)

    labels = "Company\x1fEntity\x1fOrganization"
    assert (tmp_path / "nodes-entity.csv").read_text("utf-8").splitlines() == [
        '"id:ID(Entity)",":LABEL","case_name:string","name:string","say:string","share:double"',
        f'"a","{labels}","{CASE}","A","""so""","0.5"',
        f'"b","{labels}","{CASE}","B",,',
    ]


@pytest.mark.parametrize(
    ("text", "character"),
    [("plain", "001F"), ("a\x1fb", "001E"), ("\x1f\x1e\x1d\x1c", "E000"), ("\x1e", "001F")],
)
def test_the_parts_of_a_list_are_parted_by_what_no_text_holds(
    tmp_path: Path, text: str, character: str
) -> None:
    graph = Graph((entity("a", aliases=["x", text]),), ())

    commands = write(graph, CASE, tmp_path)

    assert f"--array-delimiter=U+{character}" in commands[1]


def test_a_text_that_holds_every_character_is_one_line_with_the_way_out(tmp_path: Path) -> None:
    every = "".join(map(chr, [*range(32), *range(0xE000, 0xF900)]))

    with pytest.raises(StoreError, match="use kg load instead"):
        write(Graph((entity("a", notes=every),), ()), CASE, tmp_path)


def test_commands_can_be_pasted_into_a_shell(tmp_path: Path) -> None:
    folder = tmp_path / "it's here; $HOME"

    cd, load, start, index = write(small(), CASE, folder)

    assert shlex.split(cd) == ["cd", str(folder)]
    assert load.startswith("neo4j-admin database import full neo4j --nodes=nodes-entity.csv ")
    assert "overwrite" not in load
    assert start == "neo4j start"
    assert index == "cypher-shell -d neo4j -f indexes.cypher"
    statements = (folder / "indexes.cypher").read_text("utf-8").splitlines()
    assert all(re.fullmatch(r"CREATE INDEX \w+ IF NOT EXISTS FOR .*;", line) for line in statements)


def test_the_reading_buffer_grows_with_the_longest_cell(tmp_path: Path) -> None:
    def buffer(size: int) -> int:
        graph = Graph((entity("a", notes="\u00e9" * size),), ())
        found = re.search(r"--read-buffer-size=(\d+)", write(graph, CASE, tmp_path)[1])
        assert found
        return int(found[1])

    assert buffer(10) == 4 * 1024 * 1024
    assert buffer(5_000_000) > 10_000_000


def test_an_empty_graph_writes_no_tables(tmp_path: Path) -> None:
    write(Graph((), ()), CASE, tmp_path)

    assert list(files(tmp_path)) == ["indexes.cypher"]


def test_every_node_and_relationship_has_one_record(tmp_path: Path) -> None:
    graph = large(200, 500, seed=1)

    write(graph, CASE, tmp_path)

    lines = {name: text.count(b"\n") - 1 for name, text in files(tmp_path).items()}
    del lines["indexes.cypher"]
    assert sum(lines.values()) == len(graph.nodes) + len(graph.edges)


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StoreError, match="the files cannot be written") as caught:
        write(Graph((entity("a"),), (owns("r", "a", "a"),)), CASE, tmp_path / "file" / "folder")

    assert "\n" not in str(caught.value)


def test_an_end_in_another_space_goes_into_another_file(tmp_path: Path) -> None:
    edges = (
        Edge("CONFLICTS_WITH", ("Claim", "c1"), ("Claim", "c2"), {}),
        Edge("SUBJECT", ("Claim", "c1"), ("Entity", "palantir"), {}),
    )

    write(Graph(small().nodes, edges), CASE, tmp_path)

    assert [name for name in files(tmp_path) if name.startswith("relationships")] == [
        "relationships-claim-claim.csv",
        "relationships-claim-entity.csv",
    ]
