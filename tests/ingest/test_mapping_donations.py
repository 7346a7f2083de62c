"""German party donations by a mapping of Aleph: the same entities as the reference makes.

What the reference makes was read off ``ftm map --no-sign | ftm aggregate`` of followthemoney
4.11.2, whose ids are those of the fixture donations.ijson of nomenklatura.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from hashlib import sha1, sha256
from pathlib import Path

import pytest

from kg.case import Case
from kg.complaints import Complaints
from kg.ftm.fragment import Fragment
from kg.ftm.gathered import Gathered
from kg.inputs import inputs
from kg.mapping.choosing import choose, share
from kg.mapping.opening import opened
from kg.mapping.running import Run, run
from kg.sources import Context, families
from tests.ingest.said import Samples, Say

SCHEMATA = {"Payment": 290, "Address": 89, "Company": 56, "Person": 22, "Organization": 17}
IDS = "531c9cbec75770882739dfb2bdcba6daf05e072ad02d1844d4c8e21c66b3ead8"
"""SHA-256 of the reference's 474 ids, sorted, a line each."""


@pytest.fixture
def folder(samples: Samples) -> Path:
    return samples("ftm-aleph")


@pytest.fixture
def made(folder: Path, tmp_path: Path) -> list[Fragment]:
    """Every entity that the mapping makes, as FollowTheMoney has it."""
    case = Case(tmp_path)
    family = next(one for one in families(case) if one.name == "mapping")
    (file,) = inputs([str(folder / "donations.csv")])
    context = Context(family, case, [file], {"mapping": str(folder / "donations.yml")})
    with Gathered() as gathered:
        (chosen,) = choose(context, file)
        complaints = Complaints(context, file.name)
        with opened(file, chosen.manner, complaints.tell) as tables:
            for table, queries in share(tables, chosen.queries):
                run(table, queries, Run(context, gathered, complaints, file.name, "s"))
        return list(gathered)


def test_the_mapping_makes_the_474_entities_of_the_reference(made: list[Fragment]) -> None:
    ids = sorted(one.id for one in made)
    assert len(ids) == 474
    assert sha256("\n".join(ids).encode()).hexdigest() == IDS
    assert Counter(one.schema for one in made) == SCHEMATA


def test_every_id_is_the_sum_of_its_cells(made: list[Fragment], folder: Path) -> None:
    assert {one.id for one in made} == {
        sum_
        for row in rows(folder)
        for sum_ in (
            of(row["Party"]),
            of(row["Donor"]),
            of(row["Street"], row["City"], row["Country"]),
            of(row["Party"], row["Donor"], row["DonationDate"], row["DonationEUR"]),
        )
    }


def rows(folder: Path) -> Iterator[dict[str, str]]:
    with (folder / "donations.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def of(*cells: str) -> str:
    """The id, worked out here once more."""
    parts = sorted(cell.strip().encode() for cell in cells if cell.strip())
    return sha1(b"donations" + b"".join(parts), usedforsecurity=False).hexdigest()


def test_a_donation_has_the_properties_of_the_reference(made: list[Fragment]) -> None:
    (found,) = [one for one in made if one.id == "2216b422a31242fe204654ce194864661f515921"]
    assert {name: [*held] for name, held in found.values.items()} == {
        "amountEur": ["100000"],
        "date": ["2011-12-29"],
        "payer": ["f9c295f21b233ac878fbac4d271bb6fd13d7952a"],
        "beneficiary": ["6d03aec76fdeec8f9697d8b19954ab6fc2568bc8"],
    }


def test_the_things_keep_their_ids_and_the_payments_are_said(said: Say, folder: Path) -> None:
    heard = said("mapping", folder / "donations.csv", mapping=str(folder / "donations.yml"))
    assert len(heard.entities) == 474 - 290
    assert len(heard.of("FUNDED")) == 290
    assert heard.unread == {"ReportingDate": 292}
    assert said("mapping", folder / "donations.yml").triples() == heard.triples()


def test_a_country_that_the_reference_does_not_know_either_is_told(said: Say, folder: Path) -> None:
    heard = said("mapping", folder / "donations.csv", mapping=str(folder / "donations.yml"))
    told = [problem for problem in heard.problems if "Niedlerlande" in problem.message]
    assert told
    assert {problem.column for problem in told} == {"Country"}
