"""Parties of files that a person takes in: what the graph and the files beside it tell."""

import json
from pathlib import Path

import pytest

from kg.answers.portraits import as_text
from kg.building import Summary, assemble, build
from kg.case import Case
from kg.ingesting import ingest, remove
from kg.reading.profile import profile
from kg.resolve.joining import Joined
from kg.session import open_graph
from tests.parties_taken import ELDA, notices, rows, small, taken


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Summary]:
    case = small(tmp_path_factory.mktemp("built"))
    again = ("ES", "Ayuntamiento de Elda", "Eurocop S.L.", "Mantenimiento policial")
    list(ingest(case, [notices(case.root / "deals.json", ELDA, again)]))
    return case, build(case)


def test_the_summary_says_how_many_were_joined_and_how_many_are_suggested(
    built: tuple[Case, Summary],
) -> None:
    case, summary = built
    assert summary.joined == 2
    assert summary.suggested == len(rows(case, "review.csv")) - summary.review
    line = f"2 parties of files joined to others (joined.csv), {summary.suggested} more pairs"
    assert line in summary.text()
    assert json.loads(summary.json())["joined"] == 2


def test_every_join_stands_in_a_file_with_its_tier_and_reason(built: tuple[Case, Summary]) -> None:
    listed = {row["name"]: (row["into"], row["tier"]) for row in rows(built[0], "joined.csv")}
    assert listed == {
        "EUROCOP SECURITY SYSTEMS, S.L.": ("eurocop", "T2"),
        "Eurocop S.L.": ("eurocop", "T3"),
    }
    assert all(
        row["why"] and row["id"].startswith("org-es-") for row in rows(built[0], "joined.csv")
    )


def test_suggestions_stand_in_the_review_list_after_what_is_unsure(
    built: tuple[Case, Summary],
) -> None:
    found = rows(built[0], "review.csv")
    verdicts = [row["judgement"] for row in found]
    assert verdicts == sorted(verdicts, key=["unsure", "suggested"].index)
    assert all(bool(row["score"]) == (row["judgement"] == "suggested") for row in found)


def test_an_entity_shows_which_names_were_joined_to_it_and_why(built: tuple[Case, Summary]) -> None:
    with open_graph(built[0].root) as graph:
        shown = profile(graph.store, "eurocop")
    assert "EUROCOP SECURITY SYSTEMS, S.L." in shown.aliases
    assert sorted(one.partition(" (org-")[0] for one in shown.joined) == [
        "EUROCOP SECURITY SYSTEMS, S.L.",
        "Eurocop S.L.",
    ]
    assert all(": T2, same name" in one or ": T3, alias" in one for one in shown.joined)
    assert len(shown.redirects) == 2


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "joined from files: "),
        ("nl", "samengevoegd uit bestanden: "),
        ("fr", "réuni à partir de fichiers: "),
        ("de", "aus Dateien zusammengeführt: "),
        ("es", "unido desde archivos: "),
    ],
)
def test_the_joins_of_an_entity_are_printed_in_the_readers_language(
    built: tuple[Case, Summary], lang: str, words: str
) -> None:
    with open_graph(built[0].root) as graph:
        shown = profile(graph.store, "eurocop", lang)
        other = profile(graph.store, "kent-police", lang)
    told = " ".join(as_text(shown, width=10_000).split())
    assert f"{words}Eurocop S.L. (org-es-" in told
    assert "): T2, same name, country and legal form" in told
    assert words not in as_text(other, width=10_000)


def test_nothing_is_said_of_joins_where_no_file_was_taken_in(tmp_path: Path) -> None:
    dossier, graph = assemble(Case(tmp_path))
    assert dossier.joined == Joined()
    assert not [node for node in graph.graph.nodes if "joined" in node.props]


def test_a_file_that_is_taken_out_leaves_the_graph_as_if_it_had_never_been_there(
    tmp_path: Path,
) -> None:
    case = small(tmp_path)
    before = assemble(case)[1].graph
    taken(case, ELDA)
    assert assemble(case)[1].graph != before
    remove(case, "deals.json")
    assert assemble(case)[1].graph == before


def test_the_order_in_which_files_are_taken_in_changes_nothing(tmp_path: Path) -> None:
    graphs = []
    files = {
        "a.json": ELDA,
        "b.json": ("ES", "Ayuntamiento de Elda", "Eurocop S.L.", "Mantenimiento"),
        "c.json": ("GB", "Kent Police", "Thales UK Ltd", "Masts"),
    }
    for name, order in {"one": sorted(files), "two": sorted(files, reverse=True)}.items():
        case = small(tmp_path / name)
        for file in order:
            taken(case, files[file], name=file)
        graphs.append(assemble(case)[1].graph.nodes)
    entities = [[node for node in nodes if node.ref[0] == "Entity"] for nodes in graphs]
    assert entities[0] == entities[1]
