"""Files go into a case, say what they say, and come out again without a trace."""

import json
from pathlib import Path

import pytest

from kg.building import build
from kg.case import Case, new
from kg.errors import CaseError, DataError
from kg.ingesting import Report, ingest, kept, preview, recognise, remove
from kg.inputs import inputs
from kg.reading.whole import everything
from kg.session import open_graph
from kg.statements import Statement
from kg.tables import Problem
from kg.taken import register

ADAPTER = """
import csv, io
from kg.sources import Context
from kg.statements import Entity, Source

def ingest(context: Context) -> None:
    for file in context.inputs:
        with file.open() as stream:
            for row in csv.DictReader(io.TextIOWrapper(stream, "utf-8")):
                context.records += 1
                if not row["firm"]:
                    context.skip("no firm")
                    continue
                context.add(Source("deals", "", "Deals", "Somebody"))
                context.add(Entity(row["firm"], "Company", row["firm"].title()))
                context.say(row["firm"], "SUPPLIES", "europol", source="deals", locator=file.name,
                            says=f"{row['firm']} supplies Europol.", note=row["note"] or None)
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = new(tmp_path / "my-case")
    (made.root / "ingest" / "deals.py").write_text(ADAPTER, "utf-8")
    (made.root / "ingest" / "deals.toml").write_text(
        'title = "Deals"\n[reads]\nmarks = ["^firm,note"]\n', "utf-8"
    )
    return made


def deals(case: Case, text: str, name: str = "deals.csv") -> str:
    path = case.root / name
    path.write_text(text, "utf-8")
    return str(path)


def reports(found: object) -> list[Report]:
    assert isinstance(found, list)
    assert all(isinstance(report, Report) for report in found), found
    return found


def test_the_format_is_told_from_the_content(case: Case) -> None:
    (part,) = inputs([deals(case, "firm,note\nacme,\n")])
    assert recognise(case, part).name == "deals"


def test_a_file_says_what_it_says(case: Case) -> None:
    (report,) = reports(list(ingest(case, [deals(case, "firm,note\nacme,x\n,y\n")])))
    assert (report.taken.records, report.taken.statements, dict(report.skipped)) == (
        2, 1, {"no firm": 1},
    )  # fmt: skip
    assert [taken.file for taken in register(case)] == ["deals.csv"]


def test_reading_it_again_changes_nothing(case: Case) -> None:
    path = deals(case, "firm,note\nacme,x\n")
    list(ingest(case, [path]))
    before = (case.root / "ingested.csv").read_bytes()
    (report,) = reports(list(ingest(case, [path])))
    assert not report.is_new
    assert (case.root / "ingested.csv").read_bytes() == before


def test_a_changed_file_replaces_what_it_said_and_nothing_else(case: Case) -> None:
    list(
        ingest(
            case, [deals(case, "firm,note\nacme,\n"), deals(case, "firm,note\nbeta,\n", "b.csv")]
        )
    )
    list(ingest(case, [deals(case, "firm,note\ngamma,\n")]))
    said = {value.subject for value in kept(case) if isinstance(value, Statement)}
    assert said == {"beta", "gamma"}


def test_a_preview_shows_the_first_values_and_counts_them_all(case: Case) -> None:
    rows = "".join(f"firm {n},client {n}\n" for n in range(200))
    path = case.root / "many.csv"
    path.write_text("firm,client\n" + rows, "utf-8")
    (case.root / "many.yml").write_text(
        "d:\n  queries:\n    - x: {say: [{subject: a, predicate: SUPPLIES, object: b}]}\n"
        "      entities:\n        a: {schema: Company, key: firm}\n"
        "        b: {schema: PublicBody, key: client}\n",
        "utf-8",
    )
    mapping = str(case.root / "many.yml")
    (report,) = reports(list(preview(case, [str(path)], "mapping", {"mapping": mapping})))
    assert (report.taken.records, report.taken.statements, len(report.sample)) == (200, 200, 20)


def test_a_preview_keeps_nothing(case: Case) -> None:
    (report,) = reports(list(preview(case, [deals(case, "firm,note\nacme,\n")])))
    assert report.taken.statements == 1
    assert register(case) == []
    assert not (case.derived / "ingested").exists()


def test_what_was_deleted_from_the_derived_folder_is_made_anew(case: Case) -> None:
    list(ingest(case, [deals(case, "firm,note\nacme,\n")]))
    before = list(kept(case))
    for spool in (case.derived / "ingested").rglob("*.jsonl"):
        spool.unlink()
    assert list(kept(case)) == before


def test_a_file_that_went_away_is_one_line_and_the_rest_is_built(case: Case) -> None:
    path = deals(case, "firm,note\nacme,\n")
    list(ingest(case, [path]))
    for spool in (case.derived / "ingested").rglob("*.jsonl"):
        spool.unlink()
    Path(path).unlink()
    assert [str(value) for value in kept(case)] == ["deals.csv: no such file"]


def test_an_unknown_file_is_one_line_and_the_others_are_read(case: Case) -> None:
    strange = deals(case, "nothing known", "strange.txt")
    found = list(ingest(case, [strange, deals(case, "firm,note\nacme,\n")]))
    assert isinstance(found[0], Problem)
    assert "not a format that is known" in str(found[0])
    assert isinstance(found[1], Report)


def test_taking_a_file_out_leaves_exactly_the_graph_without_it(case: Case) -> None:
    build(case)
    with open_graph(case, "embedded") as graph:
        before = json.dumps(everything(graph.store), sort_keys=True)
    list(ingest(case, [deals(case, "firm,note\nacme,x\n")]))
    build(case)
    with open_graph(case, "embedded") as graph:
        assert "acme" in {entity["id"] for entity in everything(graph.store)["entities"]}
    remove(case, "deals.csv")
    build(case)
    with open_graph(case, "embedded") as graph:
        assert json.dumps(everything(graph.store), sort_keys=True) == before


def test_taking_out_what_is_not_there_is_one_line(case: Case) -> None:
    list(ingest(case, [deals(case, "firm,note\nacme,\n")]))
    with pytest.raises(DataError, match=r"did you mean 'deals\.csv'"):
        remove(case, "deal.csv")


def test_a_new_case_folder_is_never_laid_over_an_old_one(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(CaseError, match="not empty"):
        new(tmp_path)
