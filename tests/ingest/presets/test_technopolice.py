"""The network of Technopolice, with the counts that were checked by hand."""

import csv
from collections import Counter

import pytest

from kg.case import Case
from tests.ingest.conftest import SAMPLES
from tests.ingest.presets.cast import labels, names
from tests.ingest.said import Said, Samples, hear_files


@pytest.fixture(scope="module")
def technopolice(tmp_path_factory: pytest.TempPathFactory) -> Said:
    path = SAMPLES / "technopolice" / "data.csv"
    if not path.is_file():
        pytest.skip("no sample technopolice: there is no ../shared/samples beside this checkout")
    return hear_files(Case(tmp_path_factory.mktemp("technopolice")), "mapping", (path,), {})


def test_technopolice_has_308_nodes_and_414_triples(technopolice: Said) -> None:
    assert len(technopolice.entities) == 308
    assert len({one.get("as_written") for one in technopolice.statements}) == 414
    assert technopolice.problems == []
    assert technopolice.unread == {}


def test_the_commented_edges_of_technopolice_are_passed_over_and_counted(
    technopolice: Said,
) -> None:
    assert technopolice.skipped == {
        "edge that is commented out in the file": 29,
        "header of the list of nodes": 1,
    }


def test_every_edge_of_technopolice_is_said_with_each_of_its_pages(
    technopolice: Said, samples: Samples
) -> None:
    known = names(technopolice)
    with (samples("technopolice") / "data.csv").open(encoding="utf-8") as file:
        edges = [row for row in csv.reader(file, delimiter=";") if row[0] == "EDGE"]
    wanted = Counter(
        (f"{row[1]} {row[3]} {row[2]}".replace("\xad", ""), page)
        for row in edges
        for page in (row[4].split("|") if len(row) > 4 else [""])
    )
    pages = {source.id: source.url or source.title for source in technopolice.sources}
    found = Counter(
        (one.get("as_written"), "" if one.source.startswith("file-") else pages[one.source])
        for one in technopolice.statements
    )
    assert {text for text, _ in found} == {" ".join(text.split()) for text, _ in wanted}
    assert found.total() == wanted.total()
    assert all(one.subject in known and one.object in known for one in technopolice.statements)


@pytest.mark.parametrize(
    ("subject", "predicate", "object_"),
    [
        ("ALTRNATIV", "SUPPLIES", "UGAP"),
        ("Éric Léandri", "OWNS", "ALTRNATIV"),
        ("CANON", "OWNS", "BRIEFCAM"),
        ("WINTICS", "SUPPLIES", "Eiffage"),
        ("TWO-I", "SUPPLIES", "ALTRNATIV"),
        ("ACTIA", "PART_OF", "AN2V"),
        ("HUAWEI", "SUPPLIES", "ville de Valenciennes"),
        ("VIDETICS", "BID_ON", "Marché JOP"),
        ("PELCO", "MAKES", "cameras"),
        ("WINTICS", "HAS_FEATURE", "VSA"),
        ("VEESION", "RELATED_TO", "VSA"),
    ],
)
def test_a_tie_of_technopolice_runs_the_right_way(
    technopolice: Said, subject: str, predicate: str, object_: str
) -> None:
    known = names(technopolice)
    triples = {
        (known[one.subject], one.predicate, known[one.object]) for one in technopolice.statements
    }
    assert (subject, predicate, object_) in triples


def test_no_tie_of_technopolice_runs_the_other_way_than_it_is_written(
    technopolice: Said,
) -> None:
    known = names(technopolice)
    for one in technopolice.statements:
        left, right = known[one.subject], known[one.object]
        if one.predicate == "OWNS":
            left, right = right, left
        assert one.get("as_written").startswith(left)
        assert one.get("as_written").endswith(right)


def test_subcontractors_of_technopolice_supply_those_they_work_for(technopolice: Said) -> None:
    known = names(technopolice)
    found = technopolice.of("SUPPLIES", role="subcontractor")
    assert {(known[one.subject], known[one.object]) for one in found} == {
        ("TWO-I", "ALTRNATIV"),
        ("WINTICS", "Eiffage"),
        ("WINTICS", "Vinci"),
    }


def test_the_nodes_of_technopolice_have_their_labels(technopolice: Said) -> None:
    assert labels(technopolice) == {
        "Company": 186,
        "Municipality": 88,
        "Technology": 14,
        "PublicBody": 11,
        "Institution": 6,
        "Person": 1,
        "Tender": 1,
        "PoliceForce": 1,
    }
