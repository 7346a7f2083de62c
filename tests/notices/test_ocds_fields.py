"""Fields of a release, and the organisations it refers to."""

from decimal import Decimal
from typing import Any

import pytest

from kg.notices.branch import Branch
from kg.notices.ocds_fields import cpv, day, names, percentage, sums
from kg.notices.ocds_parties import Parties, distinct, who
from kg.notices.ocds_process import Related, key_of
from kg.notices.ocds_related import Ties, related

CAMERA = {"scheme": "BE-BCE_KBO", "id": "0461145522"}


def branch(**fields: Any) -> Branch:
    return Branch(dict(fields))


def parties(*known: dict[str, Any]) -> Parties:
    return Parties(branch(parties=list(known)), "en")


def test_a_text_has_its_languages() -> None:
    own = branch(title="Cameras", title_fr="Caméras", title_xx="?", title_de="", titles="no")
    assert names(own, "title", "en") == (("en", "Cameras"), ("fr", "Caméras"), ("", "?"))
    assert own.unread() == {"titles": 1}


def test_a_text_only_in_another_language_has_that() -> None:
    assert names(branch(title_nl="Camera's"), "title", "en") == (("nl", "Camera's"),)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-05-15", "2024-05-15"),
        ("2024-05-15T23:30:00Z", "2024-05-15"),
        ("2024-05-15T23:30:00+02:00", "2024-05-15"),
        ("2024-05-15 23:30", "2024-05-15"),
        ("2024-02-31", ""),
        ("soon", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_day_is_as_it_is_written(written: str | None, expected: str) -> None:
    assert day(branch(date=written), "date") == expected


def test_of_several_days_the_first_that_is_one_counts() -> None:
    assert day(branch(a="soon", b="2024-05-15"), "a", "b") == "2024-05-15"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"amount": 5, "currency": "eur"}, [("5", "EUR", "")]),
        ({"amount": 5}, [("5", "", "")]),
        (5, [("5", "", "")]),
        ({"amount": 5, "valueAddedTaxIncluded": True}, [("5", "", "included")]),
        ({"amount": 5, "amountNet": 4}, [("5", "", ""), ("4", "", "excluded")]),
        ({"amount": 4, "amountGross": 5}, [("4", "", "excluded"), ("5", "", "included")]),
        ({"amount": None, "currency": "EUR"}, []),
        (None, []),
        ([{"amount": 5}], [("5", "", "")]),
    ],
)
def test_sums_are_read_in_whatever_way_they_are_given(
    value: object, expected: list[tuple[str, str, str]]
) -> None:
    missing: list[str] = []
    found = sums(branch(value=value), "value", "award", missing)
    assert [(one.amount, one.currency, one.vat) for one in found] == expected
    assert missing == []


@pytest.mark.parametrize(
    ("part", "expected"),
    [(Decimal("0.3"), "30"), ("0.255", "25.5"), (Decimal(1), "100"), (Decimal(0), "0"), (None, "")],
)
def test_a_part_is_told_in_percent(part: Decimal | str | None, expected: str) -> None:
    assert percentage(part, "a", []) == expected


def test_codes_of_other_systems_stay_unread() -> None:
    own = branch(
        classification={"scheme": "CPV", "id": "35125300.0", "description": "x"},
        additionalClassifications=[
            {"schema": "cpvs", "id": "32323500-8"},
            {"scheme": "UNSPSC", "id": "46171610"},
        ],
    )
    assert cpv(own, "classification", "additionalClassifications") == (
        ("35125300",),
        ("32323500-8",),
    )
    assert own.unread() == {
        "additionalClassifications[].scheme": 1,
        "additionalClassifications[].id": 1,
    }


def test_a_reference_means_the_party_of_its_id() -> None:
    known = {"id": "1", "name": "Camera NV", "address": {"countryName": "Belgium"}}
    found = parties(known).refer(Branch({"id": "1", "name": "CAMERA"}, "awards[0].suppliers[0]"))
    assert found is not None
    assert (found.name, found.country, found.at) == ("Camera NV", "BE", "awards[0].suppliers[0]")


def test_a_reference_without_an_id_means_the_party_of_its_name() -> None:
    known = {
        "id": "1",
        "name": "Camera NV",
        "identifier": CAMERA,
    }
    found = parties(known).refer(branch(name="Camera NV"))
    assert found is not None
    assert [str(number) for number in found.numbers] == ["be-kbo:0461145522"]


def test_a_reference_with_another_id_means_somebody_else_of_that_name() -> None:
    known = {
        "id": "1",
        "name": "Camera NV",
        "identifier": CAMERA,
    }
    found = parties(known).refer(branch(id="2", name="Camera NV"))
    assert found is not None
    assert found.numbers == ()


def test_a_reference_to_nobody_is_nobody() -> None:
    assert parties().refer(branch(id="7")) is None
    own = parties({"id": "1", "name": "A"})
    assert own.refer(Branch({"id": "7"}, "awards[2].suppliers[0]")) is None
    assert own.missing == ["organisation that the parties do not list (awards[].suppliers[])"]


def test_a_party_without_a_name_has_its_legal_one() -> None:
    found = parties().refer(branch(identifier={"id": "1", "legalName": "Camera NV"}))
    assert found is not None
    assert found.name == "Camera NV"


@pytest.mark.parametrize(
    ("fields", "country"),
    [
        ({"address": {"country": "BE"}}, "BE"),
        ({"address": {"countryName": "Royaume-Uni"}}, "GB"),
        (
            {"address": {"countryName": "Narnia"}, "identifier": {"scheme": "NL-KVK"}},
            "NL",
        ),
        ({"id": "DE-CR-HRB1"}, "DE"),
        ({}, ""),
    ],
)
def test_a_country_is_that_of_the_address_else_of_the_register(
    fields: dict[str, Any], country: str
) -> None:
    found = parties().refer(branch(name="X", **fields))
    assert found is not None
    assert found.country == country


def test_parties_are_known_by_their_roles() -> None:
    own = parties(
        {"id": "1", "name": "A", "roles": ["buyer", "procuringEntity"]},
        {"id": "2", "name": "B", "roles": ["supplier"]},
    )
    assert [one.name for one in own.in_role("procuringEntity", "buyer")] == ["A"]
    assert [one.name for one in own.all] == ["A", "B"]


def test_a_party_is_told_once_wherever_it_is_mentioned() -> None:
    first, second = (parties().refer(Branch({"name": "A"}, at)) for at in ("x", "y"))
    assert first is not None
    assert second is not None
    assert who(first) == who(second)
    assert distinct([first, second, first]) == (first,)


@pytest.mark.parametrize(
    ("ocid", "key"),
    [
        ("ocds-213czf-000-00001", "ocds-213czf-000-00001"),
        ("OCDS-87SD3T-SEFIN-DRM-AD-024-2016", "ocds-87sd3t-sefin-drm-ad-024-2016"),
        ("PL/2024/BZP 123", "ocds-pl-2024-bzp-123"),
    ],
)
def test_an_ocid_is_part_of_ids(ocid: str, key: str) -> None:
    assert key_of(ocid) == key


def test_processes_named_otherwise_than_by_an_ocid_stay_unread() -> None:
    own = branch(
        relatedProcesses=[
            {"id": "1", "relationship": ["framework"], "scheme": "ocid", "identifier": "a"},
            {"id": "2", "relationship": ["prior"], "scheme": "uri", "identifier": "https://x"},
            {"id": "3", "identifier": "b"},
        ]
    )
    assert list(related(own)) == [
        Related("framework", "a", "relatedProcesses[0]"),
        Related("related", "b", "relatedProcesses[2]"),
    ]
    assert own.unread()["relatedProcesses[].identifier"] == 1


def tied(*pairs: tuple[str, str, str]) -> Ties:
    ties = Ties()
    for ocid, relation, other in pairs:
        ties.know(ocid, {"relatedProcesses": [{"relationship": [relation], "identifier": other}]})
    return ties


def test_a_circle_is_found_from_each_process_in_it() -> None:
    ties = tied(("a", "framework", "b"), ("b", "parent", "c"), ("c", "framework", "a"))
    assert ties.circle("a") == ("a", "b", "c")
    assert ties.circle("c") == ("c", "a", "b")


def test_what_leads_into_a_circle_is_not_in_it() -> None:
    ties = tied(("x", "framework", "a"), ("a", "framework", "b"), ("b", "framework", "a"))
    assert ties.circle("x") == ()
    assert ties.circle("a") == ("a", "b")


def test_a_subcontract_is_tied_the_other_way_round() -> None:
    ties = tied(("a", "subContract", "b"), ("b", "subContract", "a"))
    assert ties.circle("a") == ("a", "b")
    assert tied(("a", "subContract", "b"), ("b", "parent", "a")).circle("a") == ()


def test_an_earlier_process_makes_no_circle() -> None:
    assert tied(("a", "prior", "b"), ("b", "prior", "a")).circle("a") == ()
