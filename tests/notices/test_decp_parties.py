"""Buyers, holders and subcontractors of French contracts, by whatever is given of them."""

from typing import Any

import pytest

from kg.notices import decp_records
from kg.notices.branch import Branch
from kg.notices.decp_acts import NO_ACT, changes, subcontracts
from kg.notices.decp_parties import NAMELESS, buyer, holder, holders


def branch(fields: Any) -> Branch:
    """Fields as those of a contract, in which some texts only fill a place."""
    return Branch(fields, "", decp_records._FILLERS)


SIRET = "38024392300089"
OTHER = "55204599900869"
SIREN = ("fr-siren", "380243923")


def ids(held: dict[str, Any]) -> list[tuple[str, str]]:
    found = holder(branch(held))
    return [(one.scheme, one.value) for one in found.numbers if one.identifies] if found else []


@pytest.mark.parametrize(
    "written",
    [
        SIRET,
        int(SIRET),
        f"{SIRET}.0",
        " 380 243 923 00089 ",
        "380.243.923.00089",
        "380-243-923-00089",
    ],
)
def test_a_siret_is_one_however_it_is_written(written: object) -> None:
    (number,) = ids({"typeIdentifiant": "SIRET", "id": written})
    assert number in {("fr-siret", SIRET), SIREN}


@pytest.mark.parametrize("written", ["1000", "", "0", "XXXXXXXXXXXXXX", "00000000000000", "NC"])
def test_what_is_no_siret_identifies_nobody(written: str) -> None:
    assert ids({"typeIdentifiant": "SIRET", "id": written, "denominationSociale": "X"}) == []


def test_a_siret_that_lost_its_leading_nought_in_a_table_is_mended() -> None:
    with_nought = "05642001100012"
    assert ids({"typeIdentifiant": "SIRET", "id": int(with_nought)}) in (
        [("fr-siret", with_nought)],
        [],
    )


@pytest.mark.parametrize(
    ("kind", "number", "country"),
    [
        ("SIRET", SIRET, "FR"),
        ("", SIRET, "FR"),
        ("TVA", "BE0461145522", "BE"),
        ("TVA", "DE136695976", "DE"),
        ("TAHITI", "123456", "PF"),
        ("RIDET", "0123456001", "NC"),
        ("FRWF", "1", "WF"),
        ("HORS-UE", "CHE-123", ""),
        ("UE", "NL1234", ""),
    ],
)
def test_the_country_is_that_of_the_register(kind: str, number: str, country: str) -> None:
    found = holder(branch({"typeIdentifiant": kind, "id": number}))
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize("key", ["denominationSociale", "nom", "denomination"])
def test_the_name_stands_in_one_of_three_fields(key: str) -> None:
    found = holder(branch({key: "Caméra SAS", "id": SIRET}))
    assert found is not None
    assert found.names == (("fr", "Caméra SAS"),)


def test_without_a_name_the_number_is_the_name_and_said_to_be_none() -> None:
    found = holder(branch({"id": SIRET}))
    assert found is not None
    assert found.names == ((NAMELESS, f"SIRET {SIRET}"),)


@pytest.mark.parametrize("held", [{}, {"id": ""}, {"id": "NC"}, {"nom": "null"}, {"id": None}])
def test_who_has_neither_name_nor_number_is_nobody(held: dict[str, Any]) -> None:
    assert holder(branch(held)) is None


WRAPPED: tuple[tuple[object, int], ...] = (
    ([{"titulaire": {"id": SIRET}}, {"titulaire": {"id": OTHER}}], 2),
    ([{"titulaire": [{"id": SIRET}, {"id": OTHER}]}], 2),
    ({"titulaire": {"id": SIRET}}, 1),
    ([[{"id": SIRET}], [[{"id": OTHER}]]], 2),
    ([{"id": SIRET}, {"id": SIRET}], 1),
    ([{"id": SIRET, "denominationSociale": "A"}, {"id": SIRET, "denominationSociale": "B"}], 2),
    ([SIRET, OTHER], 2),
    ([None, {}, {"titulaire": None}, {"titulaire": {}}], 0),
    ("", 0),
    (None, 0),
)


@pytest.mark.parametrize(("held", "count"), WRAPPED)
def test_holders_are_found_however_they_are_wrapped(held: object, count: int) -> None:
    assert len(holders(branch({"titulaires": held}), "titulaires")) == count


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"acheteur": {"id": SIRET}}, 1),
        ({"acheteur": [{"id": SIRET}, {"id": OTHER}]}, 2),
        ({"acheteur": SIRET}, 1),
        ({"acheteur": {}, "autoriteConcedante": {"id": OTHER}}, 1),
        ({"acheteur": {"id": SIRET}, "autoriteConcedante": {"id": OTHER}}, 1),
        ({}, 0),
    ],
)
def test_the_buyer_is_the_first_field_that_names_one(fields: dict[str, Any], count: int) -> None:
    assert len(buyer(branch(fields), "acheteur", "autoriteConcedante")) == count


def act(number: object, **more: Any) -> dict[str, Any]:
    return {"acteSousTraitance": {"id": number, "sousTraitant": {"id": OTHER}, **more}}


def test_a_change_of_a_subcontract_keeps_its_party_and_holds_what_is_new() -> None:
    missing: list[str] = []
    fields = {
        "actesSousTraitance": [act(1, montant=10, dureeMois=12), act(2, montant=20)],
        "modificationsActesSousTraitance": [
            {"modificationActeSousTraitance": {"id": 2, "montant": 25}}
        ],
    }
    found = list(subcontracts(branch(fields), missing))
    assert [
        (one.number, one.amount.amount if one.amount else "", one.is_change) for one in found
    ] == [
        ("1", "10", False),
        ("2", "20", False),
        ("2", "25", True),
    ]
    assert all(one.party is not None for one in found)
    assert missing == []


@pytest.mark.parametrize("number", [3, "3", None, ""])
def test_a_change_of_a_subcontract_that_is_not_there_is_missing(number: object) -> None:
    missing: list[str] = []
    fields = {
        "actesSousTraitance": [act(1)],
        "modificationsActesSousTraitance": [{"modificationActeSousTraitance": {"id": number}}],
    }
    assert len(list(subcontracts(branch(fields), missing))) == 1
    assert missing == [NO_ACT]


@pytest.mark.parametrize(
    "place", ["modificationsActesSousTraitance", "modificationsActeSousTraitance"]
)
def test_changes_may_stand_in_the_subcontract_itself(place: str) -> None:
    missing: list[str] = []
    inside = act(
        1, montant=10, **{place: [{"modificationActeSousTraitance": {"id": 1, "montant": 9}}]}
    )
    found = list(subcontracts(branch({"actesSousTraitance": [inside]}), missing))
    assert [one.is_change for one in found] == [False, True]


def test_a_subcontract_without_a_party_is_kept_without_one() -> None:
    found = list(subcontracts(branch({"actesSousTraitance": [{"id": 1, "montant": 5}]}), []))
    assert [(one.party, one.amount.amount if one.amount else "") for one in found] == [(None, "5")]


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"dateNotificationModification": "2024-01-02"}, "2024-01-02"),
        ({"dateSignatureModification": "2024-01-03"}, "2024-01-03"),
        ({"dateNotificationModification": "NC"}, ""),
        ({"dateNotificationModification": "02/01/2024"}, ""),
        ({}, ""),
    ],
)
def test_the_day_of_a_change_is_that_of_its_notification(fields: dict[str, Any], day: str) -> None:
    (found,) = changes(branch({"modifications": [{"modification": fields | {"id": 1}}]}), [])
    assert found.day == day


def test_an_empty_list_of_changes_has_none() -> None:
    empties: tuple[Any, ...] = ([], "", None, {}, [[]], [{}])
    for empty in empties:
        assert list(changes(branch({"modifications": empty}), [])) == []


@pytest.mark.parametrize(
    ("amount", "found", "is_missing"),
    [
        (1e17, "100000000000000000", False),
        ("12 000,50", "", True),
        ("NaN", "", False),
        ("NC", "", False),
        (None, "", False),
        (0, "0", False),
        ("1234.50", "1234.5", False),
        (1e300, "", True),
    ],
)
def test_a_sum_is_kept_or_told_to_be_none(amount: object, found: str, is_missing: bool) -> None:
    missing: list[str] = []
    (change,) = changes(branch({"modifications": [{"id": 1, "montant": amount}]}), missing)
    assert (change.amount.amount if change.amount else "") == found
    assert bool(missing) is is_missing
