"""Traps of real contracting files that no worked example shows, each in the smallest document."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.said import Said, Say
from tests.notices.decp_sample import BUYER, HOLDER, OTHER, marche, party
from tests.notices.ocds_sample import (
    OCID,
    award,
    money,
    package,
    record_package,
    release,
    supplier,
)

Json = dict[str, Any]


def hear(said: Say, folder: Path, format_: str, data: object) -> Said:
    """What a file says; texts and bytes go in as they are."""
    path = folder / "file.json"
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    path.write_text(text, "utf-8")
    return said(format_, path)


def winners(heard: Said) -> list[str]:
    return [heard.entity(one.subject).name for one in heard.of("WON")]


SUPPLIERS: tuple[tuple[object, list[str]], ...] = (
    (supplier(), ["Camera NV"]),
    ([[supplier()]], ["Camera NV"]),
    ([supplier(), None, {}, ""], ["Camera NV"]),
    ([{"name": "  Camera   NV \n"}], ["Camera NV"]),
    ([{"name": "Camera NV", "identifier": {"id": ""}}], ["Camera NV"]),
    ([{"name": "Camera NV", "identifier": None}], ["Camera NV"]),
    ([{"name": "Camera NV", "identifier": {"scheme": None, "id": 461145522}}], ["Camera NV"]),
    ([{"identifier": {"legalName": "Camera NV"}}], ["Camera NV"]),
    ([{"name": "Camera NV"}, {"name": "Camera NV"}], ["Camera NV"]),
    ([{"name": ""}], []),
    ([], []),
    (None, []),
)


@pytest.mark.parametrize(("suppliers", "names"), SUPPLIERS)
def test_suppliers_are_found_however_a_publisher_writes_them(
    said: Say, tmp_path: Path, suppliers: object, names: list[str]
) -> None:
    own = {"id": "a1", "title": "Bodycams", "suppliers": suppliers}
    heard = hear(said, tmp_path, "ocds", release(awards=[own]))
    assert winners(heard) == names
    assert heard.problems == []


def test_awards_without_ids_are_two(said: Say, tmp_path: Path) -> None:
    awards = [{"suppliers": [{"name": name}], "title": name} for name in ("One", "Two")]
    heard = hear(said, tmp_path, "ocds", release(awards=awards))
    assert winners(heard) == ["One", "Two"]
    assert len({one.object for one in heard.of("WON")}) == 2


def test_awards_that_share_an_id_are_told_of_and_none_is_lost_unseen(
    said: Say, tmp_path: Path
) -> None:
    awards = [award({"name": name}, id_="1") for name in ("One", "Two")]
    releases = [release(id="1", awards=awards), release(id="2", date="2024-06-01")]
    heard = hear(said, tmp_path, "ocds", package(*releases))
    assert heard.skipped or winners(heard) == ["One", "Two"]


@pytest.mark.parametrize("between", ["", "\n", "\n\n", ",", " ", "\x1e"])
def test_documents_one_behind_the_other_are_all_read(
    said: Say, tmp_path: Path, between: str
) -> None:
    texts = [json.dumps(package(release(ocid=f"ocds-abc123-{n}"))) for n in range(3)]
    heard = hear(said, tmp_path, "ocds", between.join(texts))
    assert (heard.records, heard.problems) == (3, [])


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: one,
        lambda one: [one],
        lambda one: package(one),
        lambda one: [package(one)],
        lambda one: {"releases": {"0": one}} | package(one),
        lambda one: record_package({"ocid": OCID, "compiledRelease": one}),
        lambda one: record_package({"ocid": OCID, "releases": [one]}),
        lambda one: {"ocid": OCID, "compiledRelease": one},
        lambda one: {"ocid": OCID, "releases": [one]},
    ],
)
def test_a_release_says_the_same_whatever_it_is_wrapped_in(
    said: Say, tmp_path: Path, wrap: Any
) -> None:
    own = release(awards=[award(supplier(), value=money(850))])
    heard = hear(said, tmp_path, "ocds", wrap(own))
    assert heard.triples("WON", "AWARDED") == {
        ("org-be-kbo-0461145522", "WON", f"contract-{OCID}-a1"),
        ("org-be-kbo-0308357159", "AWARDED", f"contract-{OCID}-a1"),
    }


@pytest.mark.parametrize(
    ("amount", "said_text"),
    [
        (850, "850"),
        (850.0, "850"),
        ("850", "850"),
        (" 850 ", "850"),
        ("850.50", "850.5"),
        (-850, "-850"),
        (0, "0"),
        (1e17, "100000000000000000"),
        ("1 234 567,89", None),
        ("850 EUR", "850"),
        ("", None),
        (None, None),
        (True, None),
        ([], None),
        ({"x": 1}, None),
    ],
)
def test_a_sum_is_read_or_left_and_never_guessed(
    said: Say, tmp_path: Path, amount: object, said_text: str | None
) -> None:
    heard = hear(said, tmp_path, "ocds", release(awards=[award(supplier(), value=money(amount))]))
    found = [one.text for one in heard.of("HAS_AMOUNT")]
    assert found == ([said_text] if said_text is not None else [])
    assert winners(heard) == ["Camera NV"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-01-15", "2024-01-15"),
        ("2024-01-15T00:00:00Z", "2024-01-15"),
        ("2024-01-15T23:59:59+05:30", "2024-01-15"),
        ("2024-01-15 10:00:00", "2024-01-15"),
        ("20240115", "2024-01-15"),
        ("15/01/2024", None),
        ("0001-01-01T00:00:00Z", None),
        ("2024-13-45", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_read_or_left_and_never_guessed(
    said: Say, tmp_path: Path, written: object, day: str | None
) -> None:
    heard = hear(said, tmp_path, "ocds", release(awards=[award(supplier(), date=written)]))
    (won,) = heard.of("WON")
    if day is None:
        assert won.get("date_kind") == "notice"
    else:
        assert (won.get("date"), won.get("date_kind")) == (day, "")


def test_an_unsuccessful_award_is_awarded_by_nobody(said: Say, tmp_path: Path) -> None:
    heard = hear(said, tmp_path, "ocds", release(awards=[award(supplier(), status="unsuccessful")]))
    assert heard.triples("AWARDED", "WON") == set()
    assert [one.text for one in heard.of("HAS_STATUS")] == ["award unsuccessful"]


@pytest.mark.parametrize(
    ("status", "said_status"), [("pending", "announced"), ("cancelled", "cancelled")]
)
def test_an_award_that_does_not_stand_has_its_status(
    said: Say, tmp_path: Path, status: str, said_status: str
) -> None:
    heard = hear(said, tmp_path, "ocds", release(awards=[award(supplier(), status=status)]))
    assert {one.get("status") for one in (*heard.of("WON"), *heard.of("AWARDED"))} == {said_status}


FLAT: tuple[Json, ...] = (
    {"acheteur.id": BUYER, "titulaires": [party(HOLDER)]},
    {"acheteur_id": BUYER, "acheteur": {"id": BUYER}, "titulaires": [party(HOLDER)]},
    {"acheteur": {"id": BUYER, "nom": "NaN"}, "titulaires": [{"titulaire": party(HOLDER, "NC")}]},
    {"acheteur": [{"id": BUYER}], "titulaires": [[[party(HOLDER)]]]},
    {"acheteur": {"id": int(BUYER)}, "titulaires": [party(int(HOLDER))]},
    {"acheteur": {"id": f"{BUYER}.0"}, "titulaires": [party(f"{HOLDER}.0")]},
)


@pytest.mark.parametrize("fields", FLAT)
def test_a_french_contract_has_its_parties_however_it_was_flattened(
    said: Say, tmp_path: Path, fields: Json
) -> None:
    base = {key: value for key, value in marche().items() if key not in ("acheteur", "titulaires")}
    heard = hear(said, tmp_path, "decp", {"marches": [base | fields]})
    assert {(one.subject, one.predicate) for one in (*heard.of("AWARDED"), *heard.of("WON"))} == {
        ("org-fr-siren-200013183", "AWARDED"),
        ("org-fr-siren-380243923", "WON"),
    }


def test_a_party_known_by_its_number_alone_gets_its_name_from_another_record(
    said: Say, tmp_path: Path
) -> None:
    records = [marche(id="1"), marche(id="2", titulaires=[party(HOLDER, "Caméra SAS")])]
    heard = hear(said, tmp_path, "decp", {"marches": records})
    names = {one.name for one in heard.entities if one.id == "org-fr-siren-380243923"}
    assert names == {"Caméra SAS"}


@pytest.mark.parametrize("empty", [[], [{}], "", None, {}, [[]], [{"modification": {}}]])
def test_no_change_is_no_change(said: Say, tmp_path: Path, empty: object) -> None:
    heard = hear(said, tmp_path, "decp", {"marches": [marche(modifications=empty)]})
    assert heard.of("HAS_STATUS") == []
    assert [one.get("kind") for one in heard.of("HAS_AMOUNT")] == ["award"]


def test_a_change_before_the_award_is_told_on_its_own_day(said: Say, tmp_path: Path) -> None:
    """Publishers slip; what they write is kept, and not put in order."""
    change = {"dateNotificationModification": "2020-01-01", "montant": 9}
    heard = hear(said, tmp_path, "decp", {"marches": [marche(modifications=[change])]})
    assert [(one.text, one.get("date")) for one in heard.of("HAS_AMOUNT")] == [
        ("80000", "2024-05-15"),
        ("9", "2020-01-01"),
    ]


def test_a_subcontractor_that_is_also_the_holder_is_kept_as_written(
    said: Say, tmp_path: Path
) -> None:
    act = {"id": 1, "sousTraitant": party(HOLDER), "montant": 5}
    heard = hear(said, tmp_path, "decp", {"marches": [marche(actesSousTraitance=[act])]})
    (sub,) = heard.of("SUBCONTRACTED_ON")
    assert sub.subject == sub.get("prime") == "org-fr-siren-380243923"


def test_a_subcontract_of_a_group_names_no_prime(said: Say, tmp_path: Path) -> None:
    act = {"id": 1, "sousTraitant": party("34027049500021"), "montant": 5}
    own = marche(titulaires=[party(HOLDER), party(OTHER)], actesSousTraitance=[act])
    (sub,) = hear(said, tmp_path, "decp", {"marches": [own]}).of("SUBCONTRACTED_ON")
    assert sub.get("prime") == ""
