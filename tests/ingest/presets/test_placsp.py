"""OpenPLACSP, with the counts that were checked by hand."""

from collections import Counter
from decimal import Decimal

import pytest

from kg.case import Case
from tests.ingest.conftest import SAMPLES
from tests.ingest.said import Said, hear_files

# PLACSP. 2,370 numbers of winners; one of them, U00000000, stands for four consortia.

CONSORTIA = {
    "Técnicas Competitivas, S.A. - Teltronic S.A.U",
    "UTE GÉVORA CONSTRUCCIONES, SA - CIVISGLOBAL, SLU",
    "ALAUDA INGENIERÍA, S.A - URBANISTAS INGENIEROS, S.A.",
    "UTE VIALTERRA - INTELEC",
}


@pytest.fixture(scope="module")
def placsp(tmp_path_factory: pytest.TempPathFactory) -> Said:
    found = list((SAMPLES / "placsp").glob("*.xlsx"))
    if not found:
        pytest.skip("no sample placsp: there is no ../shared/samples beside this checkout")
    return hear_files(Case(tmp_path_factory.mktemp("placsp")), "mapping", (found[0],), {})


def test_the_awards_of_placsp_add_up_to_the_cent(placsp: Said) -> None:
    won, amounts = placsp.of("WON"), placsp.of("HAS_AMOUNT", kind="award")
    assert len(won) == len({one.object for one in won}) == 3507
    assert len({one.subject for one in won}) == 2370 + len(CONSORTIA) - 1
    assert sum(Decimal(one.text) for one in amounts) == Decimal("957003898.96")
    assert {one.get("currency") for one in amounts} == {"EUR"}
    assert (placsp.problems, placsp.skipped) == ([], {})


def test_consortia_that_share_a_number_of_zeros_are_not_one_winner(placsp: Said) -> None:
    found = [one for one in placsp.entities if "U00000000" in one.notes]
    assert {one.name for one in found} == CONSORTIA
    assert len({one.id for one in found}) == 4
    assert not [one for one in found if one.ids]


def test_the_buyer_of_a_contract_of_placsp_comes_from_the_other_sheet(placsp: Said) -> None:
    buyers = {one.subject for one in placsp.of("TENDERED")}
    awards = placsp.of("AWARDED")
    assert len(awards) == 3507
    assert {one.subject for one in awards} <= buyers
    tenders = {one.subject: one.object for one in placsp.of("PART_OF")}
    by_tender = {one.object: one.subject for one in placsp.of("TENDERED")}
    assert all(by_tender[tenders[one.object]] == one.subject for one in awards)


def test_what_was_not_awarded_in_placsp_says_so(placsp: Said) -> None:
    found = Counter(one.text for one in placsp.of("HAS_STATUS"))
    assert (found["nobody won it"], found["withdrawn by the buyer"]) == (264, 31)
    assert found["renounced by the buyer"] == 4


def test_police_prisons_and_towns_among_the_buyers_of_placsp_are_known(placsp: Said) -> None:
    buyers = {one.subject for one in placsp.of("TENDERED")}
    found = Counter(entity.label for entity in placsp.entities if entity.id in buyers)
    assert found.keys() >= {"PoliceForce", "Prison", "Municipality", "PublicBody"}
    assert found["PoliceForce"] == 6


def test_a_company_of_placsp_has_its_number_and_a_person_has_not(placsp: Said) -> None:
    indra = [e for e in placsp.entities if e.name.startswith("INDRA SOLUCIONES TECNOLOGIAS")]
    assert any("es-nif:B88018098" in entity.ids for entity in indra)
    assert not [e for e in placsp.entities if any(id_.startswith("es-nif:7") for id_ in e.ids)]
