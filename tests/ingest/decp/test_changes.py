"""Subcontracts of French contracts, their changes, frameworks and concessions."""

from pathlib import Path

import pytest

from tests.ingest.decp.cast import BODY, CONTRACT, FIRM, OTHER_FIRM, Hear
from tests.ingest.said import Say
from tests.notices.decp_sample import (
    BUYER,
    HOLDER,
    OTHER,
    THIRD,
    UID,
    act,
    concession,
    marche,
    party,
    save,
    second_version,
)


def test_a_subcontract_is_dated_and_priced(hear: Hear) -> None:
    heard = hear(marche(actesSousTraitance=[act(1, party(OTHER))], sousTraitanceDeclaree=True))
    (said,) = heard.of("SUBCONTRACTED_ON")
    assert (said.subject, said.object, said.get("prime")) == (OTHER_FIRM, CONTRACT, FIRM)
    found = {key: said.get(key) for key in ("value", "currency", "vat", "date", "duration", "note")}
    assert found == {
        "value": "1234.5",
        "currency": "EUR",
        "vat": "excluded",
        "date": "2024-10-11",
        "duration": "12 months",
        "note": "subcontract 1, price révisable",
    }
    assert said.locator == f"{UID}: actesSousTraitance[0].acteSousTraitance"
    assert heard.of("HAS_STATUS") == []


def test_a_changed_subcontract_is_told_on_the_day_of_the_change(hear: Hear) -> None:
    change = {
        "modificationActeSousTraitance": {
            "id": 1,
            "montant": 2000,
            "dateNotificationModificationSousTraitance": "2025-01-01",
        }
    }
    heard = hear(
        marche(
            actesSousTraitance=[act(1, party(OTHER)), act(2, party(THIRD))],
            modificationsActesSousTraitance=[change],
        )
    )
    said = heard.of("SUBCONTRACTED_ON")
    found = [(one.subject, one.get("value"), one.get("date")) for one in said]
    assert found == [
        (OTHER_FIRM, "1234.5", "2024-10-11"),
        ("org-fr-siren-340270495", "1234.5", "2024-10-11"),
        (OTHER_FIRM, "2000", "2025-01-01"),
    ]
    assert said[2].get("note") == "subcontract 1 as changed"


def test_a_change_of_an_unknown_subcontract_is_skipped(hear: Hear) -> None:
    change = {"modificationActeSousTraitance": {"id": 9, "montant": 2000}}
    heard = hear(marche(modificationsActesSousTraitance=[change]))
    assert heard.of("SUBCONTRACTED_ON") == []
    assert heard.skipped == {"change of a subcontract that the record does not hold": 1}


def test_a_subcontract_without_a_name_is_the_contracts_matter(hear: Hear) -> None:
    heard = hear(marche(actesSousTraitance=[act(1)]))
    assert heard.of("SUBCONTRACTED_ON") == []
    (said,) = heard.of("HAS_STATUS")
    assert (said.subject, said.text, said.get("date")) == (
        CONTRACT,
        "to be subcontracted in part, to whom is not said",
        "2024-10-11",
    )
    assert [one.text for one in heard.of("HAS_AMOUNT", kind="subcontracted")] == ["1234.5"]


def test_of_several_holders_it_is_not_known_for_whom_a_subcontractor_works(hear: Hear) -> None:
    both = [party(HOLDER), party(THIRD)]
    heard = hear(marche(titulaires=both, actesSousTraitance=[act(1, party(OTHER))]))
    assert [one.get("prime") for one in heard.of("SUBCONTRACTED_ON")] == [""]


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        (True, "to be subcontracted in part, to whom is not said"),
        ("1", "to be subcontracted in part, to whom is not said"),
        (False, "not to be subcontracted"),
    ],
)
def test_that_a_contract_is_subcontracted_is_told(hear: Hear, declared: object, text: str) -> None:
    (said,) = hear(marche(sousTraitanceDeclaree=declared)).of("HAS_STATUS")
    assert (said.text, said.locator) == (text, f"{UID}: sousTraitanceDeclaree")


def test_a_change_gives_a_new_value_and_no_new_win(hear: Hear) -> None:
    change = {
        "id": 1,
        "objetModification": "Avenant 1; prolongation",
        "dateNotificationModification": "2025-03-01",
        "montant": 95000,
        "dureeMois": 60,
        "titulaires": [party(HOLDER)],
    }
    heard = hear(marche(dureeMois=48, modifications=[{"modification": change}]))
    assert [one.subject for one in heard.of("WON")] == [FIRM]
    assert [(one.get("kind"), one.text, one.get("date")) for one in heard.of("HAS_AMOUNT")] == [
        ("award", "80000", "2024-05-15"),
        ("after modification", "95000", "2025-03-01"),
    ]
    assert [(one.text, one.get("date")) for one in heard.of("HAS_METRIC")] == [
        ("48", "2024-05-15"),
        ("60", "2025-03-01"),
    ]
    (status,) = heard.of("HAS_STATUS")
    assert (status.text, status.get("date"), status.get("note")) == (
        "modified",
        "2025-03-01",
        "Avenant 1, prolongation",
    )
    assert heard.of("CONTRACTED_WITH") == []


def test_a_new_holder_holds_the_contract_from_then_on_and_won_nothing(hear: Hear) -> None:
    change = {"dateNotificationModification": "2025-03-01", "titulaires": [[[party(OTHER)]]]}
    heard = hear(marche(modifications=[change]))
    assert [one.subject for one in heard.of("WON")] == [FIRM]
    (said,) = heard.of("CONTRACTED_WITH")
    assert (said.subject, said.object, said.get("contract"), said.get("since")) == (
        OTHER_FIRM,
        BODY,
        CONTRACT,
        "2025-03-01",
    )
    assert said.locator == f"{UID}: modifications[0].titulaires[0][0][0]"


def test_a_call_off_stands_under_the_buyers_framework(hear: Hear) -> None:
    framework = marche(id="AC1", techniques={"technique": ["Accord-cadre"]})
    heard = hear(marche(idAccordCadre="AC1"), framework)
    above = f"contract-decp-{BUYER}ac1"
    assert heard.triples("UNDER") == {(CONTRACT, "UNDER", above)}
    assert [one.name for one in heard.entities if one.id == above] == ["Caméras"]
    assert heard.triples("HAS_STATUS") == {(above, "HAS_STATUS", "framework agreement")}


def test_a_framework_of_which_nothing_else_is_known_is_named_by_its_number(hear: Hear) -> None:
    heard = hear(marche(idAccordCadre="AC1"))
    found = heard.entity(f"contract-decp-{BUYER}ac1")
    assert (found.name, found.notes) == ("Framework agreement AC1", "unnamed=yes")


def test_frameworks_that_go_in_a_circle_are_skipped_where_it_closes(hear: Hear) -> None:
    heard = hear(
        marche(idAccordCadre="2024M01"),
        marche(id="A", idAccordCadre="B"),
        marche(id="B", idAccordCadre="A"),
    )
    assert len(heard.of("UNDER")) == 1
    assert heard.skipped == {
        "contract that stands under itself, by its framework or that of others": 2
    }


def test_a_concession_is_told_with_what_it_cost(said: Say, tmp_path: Path) -> None:
    year = {
        "datePublicationDonneesExecution": "2025-04-18",
        "depensesInvestissement": 15.3,
        "tarifs": [{"tarif": {"intituleTarif": "Enlèvement", "tarif": 129.0}}],
    }
    own = concession(
        dateDebutExecution="2024-05-01",
        montantSubventionPublique=0.5,
        donneesExecution=[{"donneesAnnuelles": year}],
        modifications=[
            {
                "modification": {
                    "id": 1,
                    "dateSignatureModification": "2025-05-05",
                    "valeurGlobale": 25,
                }
            }
        ],
    )
    heard = said("decp", save(tmp_path, second_version(contrat_concession=[own])))
    assert [
        (one.get("kind"), one.text, one.get("date"), one.get("scope"))
        for one in heard.of("HAS_AMOUNT")
    ] == [
        ("award", "10.3", "2024-04-02", ""),
        ("subsidy", "0.5", "2024-04-02", ""),
        ("investment", "15.3", "2025-04-18", ""),
        ("price", "129", "2025-04-18", "Enlèvement"),
        ("after modification", "25", "2025-05-05", ""),
    ]
    (period,) = heard.of("HAS_STATUS", text="contract period")
    assert period.get("since") == "2024-05-01"
    assert [one.subject for one in heard.of("WON")] == [FIRM]
    assert [one.subject for one in heard.of("AWARDED")] == [BODY]
