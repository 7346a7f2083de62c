"""eForms against counts that people took from the real and official sample notices."""

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from kg.inputs import inputs
from kg.notices import eforms, xml
from kg.notices.notice import Notice
from tests.ingest.conftest import SAMPLES
from tests.ingest.said import Said, Samples, Say
from tests.notices.eforms_sample import SPACES

TABLE = SAMPLES / "EXPECTED" / "expected_eforms.tsv"
TEXT = TABLE.read_text("utf-8") if TABLE.exists() else ""
ROWS = list(csv.DictReader(TEXT.splitlines(), delimiter="\t"))
NAMES = [row["file"] for row in ROWS]
NO_ROWS = pytest.mark.skipif(not ROWS, reason="there is no ../shared/samples beside this checkout")


def find(name: str) -> Path:
    return next(path for path in SAMPLES.glob("eforms-*/**/*.xml") if path.name == name)


def read(name: str) -> Notice:
    (file,) = inputs([str(find(name))])
    return eforms.notice(xml.read(file, eforms.ROOTS, lambda node: True))


@NO_ROWS
@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_notice_is_read_as_people_read_it(row: dict[str, str]) -> None:
    (file,) = inputs([str(find(row["file"]))])
    root = xml.read(file, eforms.ROOTS, lambda node: True)
    assert {"file": row["file"], "root": root.name, **counts(eforms.notice(root))} == row


def counts(notice: Notice) -> dict[str, str]:
    """The columns of the table, from a notice."""
    number, _, year = notice.number.partition("-")
    members = [member for group in notice.groups for member in group.members]
    winners = [
        member for award in notice.awards for bid in award.bids for member in bid.group.members
    ]
    terms = [bid.subcontracting for bid in notice.bids if bid.subcontracting.at]
    named = [one for group in notice.groups for one in group.subcontracts]
    totals = [sum_ for sum_ in notice.amounts if sum_.kind == "total"]
    codes = {*notice.main, *(code for lot in notice.lots for code in lot.main)}
    lots = [lot for lot in notice.lots if lot.id not in dict(notice.lot_groups)]
    found = {
        "sdk": notice.version,
        "pub": f"{number:0>8}-{year}" if number else "",
        "subtype": notice.form,
        "orgs": len(notice.parties),
        "ubo": len(notice.owners),
        "buyers": len(notice.buyers),
        "lots": len(lots),
        "results": len(notice.results),
        "tenders": len(notice.bids),
        "contracts": len(notice.awards),
        "tparties": len(notice.groups),
        "tenderer_orgs": len({id(member) for member in members}),
        "winner_orgs": len({id(member) for member in winners}),
        "award_lines": sum(len(award.bids) for award in notice.awards),
        "subcontract_edges": sum(len(one.primes) for one in named),
        "subterm": ",".join(term.answer for term in terms),
        "subval": ",".join(f"{one.amount} {one.currency}" for t in terms if (one := t.amount)),
        "total": f"{totals[0].amount} {totals[0].currency}" if totals else "",
        "cpv": ",".join(sorted(codes)),
    }
    return {key: str(value) for key, value in found.items()}


@NO_ROWS
@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_statements_come_to_the_same_counts(row: dict[str, str], said: Say) -> None:
    heard = said("eforms", find(row["file"]))
    assert not heard.problems
    is_change = row["subtype"] in ("38", "39", "40")
    holds = "CONTRACTED_WITH" if is_change else "WON"
    edges = [one.get("prime").split("|") for one in heard.of("SUBCONTRACTED_ON")]
    assert {
        "buyers": len({one.subject for one in heard.of("TENDERED")}),
        "winner_orgs": len({one.subject for one in heard.of(holds)}),
        "contracts": len({_contract(one.get("contract"), one.object) for one in heard.of(holds)}),
        "subcontract_edges": sum(map(len, edges)),
    } == {key: int(row[key]) for key in ("buyers", "winner_orgs", "contracts", "subcontract_edges")}
    assert bool(heard.of("WON")) == (row["winner_orgs"] != "0" and not is_change)


def _contract(named: str, object_: str) -> str:
    return named or object_


@NO_ROWS
@pytest.mark.parametrize("name", NAMES)
def test_every_locator_leads_back_to_its_place(name: str, said: Say) -> None:
    tree = etree.parse(find(name))
    for place in {one.locator for one in said("eforms", find(name)).statements}:
        assert tree.xpath(place, namespaces=SPACES), place


@NO_ROWS
@pytest.mark.parametrize("name", NAMES)
def test_no_sum_is_told_twice(name: str, said: Say) -> None:
    """What is told of a tender as a whole is not what its contracts come to."""
    heard = said("eforms", find(name))
    awards: dict[str, Decimal] = defaultdict(Decimal)
    for one in heard.of("HAS_AMOUNT", kind="award"):
        awards[one.get("currency")] += Decimal(one.text)
    totals = [
        (one.get("currency"), Decimal(one.text)) for one in heard.of("HAS_AMOUNT", kind="total")
    ]
    assert not set(totals) & set(awards.items())


def test_buyers_that_share_a_number_by_mistake_stay_apart(samples: Samples, said: Say) -> None:
    """Two ombudsmen of one notice, with the number of one of them."""
    heard = said("eforms", samples("eforms-real") / "can" / "2024-OJS198-00611835.xml")
    buyers = {heard.entity(one.subject).name for one in heard.of("AWARDED")}
    assert {"Ombudsman poste", "Ombudsdienst voor telecommunicatie"} < buyers
    assert not any("0243405860" in text for entity in heard.entities for text in entity.ids)


def test_a_name_in_two_languages_is_one_organisation(samples: Samples, said: Say) -> None:
    heard = said("eforms", samples("eforms-real") / "can" / "2024-OJS198-00611835.xml")
    names = dict(heard.entity("org-be-kbo-0553755479").names)
    assert names == {
        "nl": "Consumentenombudsdienst",
        "fr": "Service de Médiation pour le Consommateur",
    }


def test_a_contract_over_several_lots_is_one_contract(samples: Samples, said: Say) -> None:
    heard = said("eforms", samples("eforms-real") / "can" / "2024-OJS198-00611835.xml")
    won = heard.of("WON", object="contract-ted-611835-2024-con-0001")
    assert [(one.subject, one.get("lot")) for one in won] == [
        ("org-be-kbo-0461145522", "LOT-0001"),
        ("org-be-kbo-0461145522", "LOT-0004"),
        ("org-be-kbo-0461145522", "LOT-0006"),
    ]


def test_a_lot_that_nobody_won_says_why(samples: Samples, said: Say) -> None:
    heard = said("eforms", samples("eforms-real") / "can" / "2024-OJS198-00611835.xml")
    (closed,) = heard.of("HAS_STATUS", text="closed without a winner")
    assert (closed.get("lot"), closed.get("reason")) == (
        "LOT-0005",
        "only one tender was admissible",
    )


def test_what_the_official_example_withholds_is_not_told(samples: Samples, said: Say) -> None:
    heard = said("eforms", samples("eforms-sdk") / "can_25_withheld.xml")
    hidden = {one.text for one in heard.of("HAS_STATUS") if one.text.startswith("not published")}
    assert hidden == {
        "not published: country of origin",
        "not published: kind of tenders counted",
        "not published: number of requests for review",
        "not published: number of tenders",
        "not published: rank of the tender",
        "not published: value of all contracts",
        "not published: what requests for review alleged",
        "not published: whether a winner was chosen",
        "not published: whether the tender is a variant",
        "not published: whether there are subcontractors",
    }
    assert not heard.of("HAS_AMOUNT", kind="total")
    assert not heard.of("HAS_METRIC", measure="tenders received")


def test_the_maximal_example_names_a_consortium_a_subcontractor_and_an_owner(
    samples: Samples, said: Say
) -> None:
    heard = said("eforms", samples("eforms-sdk") / "can_24_maximal.xml")
    roles = {heard.entity(one.subject).name: one.get("role") for one in heard.of("WON")}
    assert roles == {"Gyro Soft SA": "lead", "The best App Ltd.": "member", "Competitor": ""}
    (sub,) = heard.of("SUBCONTRACTED_ON")
    primes = {heard.entity(prime).name for prime in sub.entities("prime")}
    assert (heard.entity(sub.subject).name, primes) == (
        "Ayuda",
        {"Gyro Soft SA", "The best App Ltd."},
    )
    (owner,) = heard.of("OWNS")
    assert heard.entity(owner.subject).name == "Jean Dupont"
    assert heard.skipped["beneficial owner without a published name"] == 2


def test_all_samples_say_nothing_outside_the_vocabulary(samples: Samples, said: Say) -> None:
    heard = said("eforms", samples("eforms-sdk"), samples("eforms-real"))
    assert [str(problem).partition(":")[0] for problem in heard.problems] == [
        "INVALID_can_24_empty.xml",
        "INVALID_can_24_stage-1.xml",
        "INVALID_can_24_stage-2.xml",
    ]
    assert heard.records == 42
    assert _referred(heard) <= {entity.id for entity in heard.entities}


def _referred(heard: Said) -> set[str]:
    """Every entity that a statement speaks of."""
    found = {one.subject for one in heard.statements} | {one.object for one in heard.statements}
    for said in heard.statements:
        found |= {*said.entities("prime"), *said.entities("contract")}
    return found - {""}
