"""Older TED notices against counts that people took from real ones."""

import csv
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from kg.inputs import inputs
from kg.notices import ted, xml
from kg.notices.notice import Notice
from tests.ingest.conftest import SAMPLES
from tests.ingest.said import Samples, Say

TABLE = SAMPLES / "EXPECTED" / "expected_ted.tsv"
TEXT = TABLE.read_text("utf-8") if TABLE.exists() else ""
ROWS = list(csv.DictReader(TEXT.splitlines(), delimiter="\t"))
NAMES = [row["file"] for row in ROWS]
NO_ROWS = pytest.mark.skipif(not ROWS, reason="there is no ../shared/samples beside this checkout")


def find(name: str) -> Path:
    return SAMPLES / "ted-r209" / name


def read(name: str) -> Notice:
    (file,) = inputs([str(find(name))])
    return ted.notice(xml.read(file, ted.ROOTS, ted.is_wanted))


@NO_ROWS
@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_notice_is_read_as_people_read_it(row: dict[str, str]) -> None:
    expected = {key: value.strip() for key, value in row.items()}
    assert {"file": row["file"], **counts(read(row["file"]))} == expected


def counts(notice: Notice) -> dict[str, str]:
    """The columns of the table, from a notice."""
    number, _, year = notice.number.partition("-")
    bids = [bid for award in notice.awards for bid in award.bids]
    members = [member for bid in bids for member in bid.group.members]
    terms = [bid.subcontracting for bid in bids]
    found = {
        "form": notice.form,
        "ver": notice.version,
        "doc": f"{number:0>6}-{year}",
        "langs": notice.translations + 1,
        "buyers": len(notice.buyers),
        "buyer": notice.buyers[0].name[:50].strip(),
        "lots": len(notice.lots),
        "awards": len(notice.awards) + len(notice.results),
        "awarded": len(notice.awards),
        "contractors": len(members),
        "distinct": len({member.name for member in members}),
        "with_natid": sum(bool(member.numbers) for member in members),
        "subcontracted": sum(term.answer == "yes" for term in terms),
        "subval": [(one.amount, one.currency) for term in terms if (one := term.amount)],
        "subpct": [term.share for term in terms if term.share],
        "values": sum(sum_.kind == "award" for award in notice.awards for sum_ in award.amounts),
        "cpv": "".join(notice.main),
    }
    return {key: str(value) for key, value in found.items()}


@NO_ROWS
@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_statements_come_to_the_same_counts(row: dict[str, str], said: Say) -> None:
    heard = said("ted", find(row["file"]))
    assert not heard.problems
    is_change = row["form"] == "F20"
    holds = heard.of("CONTRACTED_WITH" if is_change else "WON")
    awards = heard.of("HAS_AMOUNT", kind="award")
    flags = [one for one in heard.of("HAS_STATUS") if "subcontracted" in one.text]
    assert {
        "awarded": len({one.get("contract") or one.object for one in holds}),
        "subcontracted": len(flags),
        "values": sum("total of the notice" not in one.get("note") for one in awards),
    } == {key: int(row[key]) for key in ("awarded", "subcontracted", "values")}
    assert bool(heard.of("WON")) == (row["awarded"] != "0" and not is_change)


@NO_ROWS
@pytest.mark.parametrize("name", NAMES)
def test_each_name_is_one_organisation_however_it_is_cased(name: str, said: Say) -> None:
    """The table counts Danjon Frères and Danjon frères as two, and a city that is listed twice."""
    heard, notice = said("ted", find(name)), read(name)
    bids = [bid for award in notice.awards for bid in award.bids]
    winners = {party.name.casefold() for bid in bids for party in bid.group.members}
    buyers = {party.name.casefold() for party in notice.buyers}
    holds = heard.of("CONTRACTED_WITH") or heard.of("WON")
    assert len({one.subject for one in holds}) == len(winners)
    assert len({one.subject for one in heard.of("TENDERED")}) == len(buyers)


@NO_ROWS
@pytest.mark.parametrize("name", NAMES)
def test_every_locator_leads_back_to_its_place(name: str, said: Say) -> None:
    tree = _without_namespaces(find(name))
    for place in {one.locator for one in said("ted", find(name)).statements}:
        assert tree.xpath(place), place


def _without_namespaces(path: Path) -> etree._ElementTree:
    tree = etree.parse(BytesIO(path.read_bytes()), etree.XMLParser(remove_comments=True))
    for element in tree.iter("*"):
        element.tag = etree.QName(element).localname
    return tree


@NO_ROWS
@pytest.mark.parametrize("name", NAMES)
def test_a_total_that_the_contracts_come_to_is_not_said_again(name: str, said: Say) -> None:
    heard = said("ted", find(name))
    awards = sum(float(one.text) for one in heard.of("HAS_AMOUNT", kind="award"))
    totals = [float(one.text) for one in heard.of("HAS_AMOUNT", kind="total")]
    assert awards == 0 or awards not in totals


def test_a_notice_in_24_languages_has_one_buyer_with_24_names(samples: Samples, said: Say) -> None:
    heard = said("ted", samples("ted-r209") / "F03" / "281577-2022.xml")
    (awarded,) = heard.of("AWARDED")
    names = dict(heard.entity(awarded.subject).names)
    assert len(names) == 24
    assert heard.skipped["the same form in another language"] == 23


def test_a_notice_with_two_originals_is_said_once_with_both_names(
    samples: Samples, said: Say
) -> None:
    heard = said("ted", samples("ted-r209") / "F03" / "029476-2021.xml")
    (won,) = heard.of("WON")
    assert dict(heard.entity(won.subject).names) == {
        "en": "CO.FO. di Paola Colucci S.a.s.",
        "it": "CoFo di Paola Colucci sas",
    }


def test_a_repeated_award_is_no_new_one(samples: Samples, said: Say) -> None:
    """F20 names all 18 contractors of a framework again, which was awarded in 2017."""
    heard = said("ted", samples("ted-r209") / "F20" / "298308-2021.xml")
    assert not heard.of("WON")
    assert not heard.of("AWARDED")
    held = heard.of("CONTRACTED_WITH")
    assert len({one.subject for one in held}) == 18
    assert {one.get("contract") for one in held} == {"contract-ted-291609-2017-scb2"}
    kinds = {one.get("kind") for one in heard.of("HAS_AMOUNT")}
    assert kinds == {"award", "before modification", "after modification"}


def test_a_direct_award_says_that_nobody_could_compete(samples: Samples, said: Say) -> None:
    heard = said("ted", samples("ted-r209") / "F15" / "507935-2017.xml")
    (awarded,) = heard.of("AWARDED")
    assert awarded.get("method") == "negotiated procedure without competition"
    assert heard.entity(awarded.subject).label == "PoliceForce"


def test_all_samples_say_nothing_outside_the_vocabulary(samples: Samples, said: Say) -> None:
    heard = said("ted", samples("ted-r209"))
    assert not heard.problems
    assert heard.records == len(ROWS)
    known = {entity.id for entity in heard.entities}
    assert {one.subject for one in heard.statements} <= known
    assert {one.object for one in heard.statements} <= known | {""}
