"""Beneficial ownership statements: fixtures with what they expect, and records made here."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.case import Case
from kg.ftm.ownership import record_id
from kg.ingesting import recognise
from kg.inputs import inputs
from tests.ingest.said import Said, Samples, Say


def record(kind: str, id_: str, **details: Any) -> dict[str, Any]:
    return {
        "statementId": f"s-{id_}",
        "statementDate": "2024-01-01",
        "recordId": id_,
        "recordStatus": "new",
        "recordType": kind,
        "recordDetails": {"isComponent": False, **details},
    }


def company(id_: str, name: str = "", **details: Any) -> dict[str, Any]:
    own = {"entityType": {"type": "registeredEntity"}, "name": name or id_.title()}
    return record("entity", id_, **own | details)


def person(id_: str, **details: Any) -> dict[str, Any]:
    names = [{"type": "legal", "fullName": id_.title()}]
    return record("person", id_, **{"personType": "knownPerson", "names": names} | details)


def owns(party: object, subject: object, *interests: dict[str, Any]) -> dict[str, Any]:
    id_ = f"{party}-{subject}" if isinstance(party, str) else f"unknown-{subject}"
    return record(
        "relationship", id_, subject=subject, interestedParty=party, interests=list(interests)
    )


def heard(said: Say, folder: Path, *statements: object) -> Said:
    path = folder / "t.json"
    path.write_text(json.dumps(statements), "utf-8")
    return said("bods", path)


def test_direct_ownership_is_as_expected(said: Say, samples: Samples) -> None:
    found = said("bods", samples("bods") / "01-direct-ownership.json")
    assert {(e.id, e.label, e.name, e.countries) for e in found.entities} == {
        ("rec-acme-holdings-ltd", "Company", "Acme Holdings Ltd", ("GB",)),
        ("rec-jane-smith-1975", "Person", "Jane Smith", ("GB",)),
    }
    assert found.entity("rec-acme-holdings-ltd").ids == ("gb-coh:10000001",)
    assert [(one.subject, one.object, dict(one.qualifiers)) for one in found.of("OWNS")] == [
        (
            "rec-jane-smith-1975",
            "rec-acme-holdings-ltd",
            {
                "kind": kind,
                "role": "beneficial owner",
                "share": "75",
                "since": "2010-01-01",
                "status": "direct",
            },
        )
        for kind in ("shareholding", "votingRights")
    ]
    (source,) = found.sources
    assert (source.publisher, source.published) == ("bods-fixtures", "2026-04-17")
    assert found.unread == {"person.birthDate": 1}
    assert found.problems == []


def test_an_owner_who_is_not_named_is_told_of_and_never_made_a_person(
    said: Say, samples: Samples
) -> None:
    found = said("bods", samples("bods") / "11-anonymous-person.json")
    assert [e.label for e in found.entities] == ["Company"]
    (one,) = found.statements
    assert (one.subject, one.predicate, one.text) == (
        "rec-opaque-holdings-sa",
        "HAS_STATUS",
        "an owner is not named",
    )
    assert one.get("reason") == "subjectUnableToConfirmOrIdentifyBeneficialOwner"
    assert one.get("note").startswith("The subject entity has reported that it is unable")
    assert found.problems == []


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("noBeneficialOwners", "has no beneficial owner"),
        ("subjectExemptFromDisclosure", "need not name its owners"),
        ("interestedPartyExemptFromDisclosure", "an owner is not named"),
        ("interestedPartyHasNotProvidedInformation", "an owner is not named"),
        ("informationUnknownToPublisher", "an owner is not named"),
        ("unknown", "an owner is not named"),
    ],
)
def test_a_company_without_an_owner_is_not_one_that_does_not_name_him(
    said: Say, tmp_path: Path, reason: str, text: str
) -> None:
    found = heard(said, tmp_path, company("a"), owns({"reason": reason}, "a"))
    (one,) = found.statements
    assert (one.subject, one.text, one.get("reason")) == ("a", text, reason)


def test_what_a_closed_record_declares_held_until_its_day(said: Say, tmp_path: Path) -> None:
    closed = owns({"reason": "unknown"}, "a") | {"recordStatus": "closed"}
    (one,) = heard(said, tmp_path, company("a"), closed).statements
    assert one.get("until") == "2024-01-01"


def test_a_relationship_whose_subject_is_not_named_is_counted_and_says_nothing(
    said: Say, tmp_path: Path
) -> None:
    unnamed = owns("p", {"reason": "informationUnknownToPublisher"}, {"type": "shareholding"})
    found = heard(said, tmp_path, person("p"), unnamed)
    assert found.statements == []
    assert found.skipped == {
        "relationship whose subject is not named (informationUnknownToPublisher)": 1
    }


def test_a_relationship_that_has_the_number_of_its_company_does_not_replace_it(
    said: Say, tmp_path: Path
) -> None:
    """Seen in statements about British companies: both are called by the company's number."""
    tie = owns({"reason": "noBeneficialOwners"}, "00844529") | {"recordId": "00844529"}
    found = heard(said, tmp_path, company("00844529", "Alpha Ltd"), tie)
    assert [entity.name for entity in found.entities] == ["Alpha Ltd"]
    assert [one.subject for one in found.statements] == ["00844529"]
    assert found.problems == []


@pytest.mark.parametrize("is_company_first", [True, False])
def test_a_record_that_is_a_person_and_a_company_is_told_and_not_made_one(
    said: Say, tmp_path: Path, is_company_first: bool
) -> None:
    both = [company("x"), person("x")]
    found = heard(said, tmp_path, *(both if is_company_first else both[::-1]))
    assert [one.label for one in found.entities] == ["Company" if is_company_first else "Person"]
    (problem,) = found.problems
    assert problem.message == "'x' is an entity and a person; the first is believed"


def test_the_legal_name_of_a_person_goes_before_others(said: Say, tmp_path: Path) -> None:
    names = [{"type": "alias", "fullName": "Nan"}, {"type": "legal", "fullName": "Anna Example"}]
    (found,) = heard(said, tmp_path, person("p", names=names)).entities
    assert (found.name, found.aliases) == ("Anna Example", ("Nan",))


def test_a_right_to_profit_is_owning_with_or_without_a_share(said: Say, tmp_path: Path) -> None:
    right = {"type": "rightsToProfitOrIncome"}
    found = heard(said, tmp_path, company("a"), person("p"), owns("p", "a", right))
    assert found.triples() == {("p", "OWNS", "a")}


def test_bounds_that_a_share_does_not_reach_are_noted(said: Say, tmp_path: Path) -> None:
    share = {"exclusiveMinimum": 25, "exclusiveMaximum": 50}
    interest = {"type": "shareholding", "share": share, "details": "class A"}
    (one,) = heard(said, tmp_path, company("a"), person("p"), owns("p", "a", interest)).of("OWNS")
    assert (one.get("min"), one.get("max")) == ("25", "50")
    assert one.get("note") == "class A, share over 25 and under 50 percent"


def test_what_nobody_reads_of_a_statement_is_counted_wherever_it_stands(
    said: Say, tmp_path: Path
) -> None:
    tie = owns("p", "a", {"type": "shareholding", "shareClass": "A"})
    tie |= {
        "annotations": [{"motivation": "commenting"}],
        "source": {"assertedBy": [{"name": "A"}]},
    }
    found = heard(said, tmp_path, company("a"), person("p"), tie)
    assert found.unread == {"annotations": 1, "source.assertedBy": 1, "interest.shareClass": 1}


def test_companies_that_own_each_other_are_told_both_ways(said: Say, tmp_path: Path) -> None:
    half = {"type": "shareholding", "share": {"exact": 50}}
    found = heard(said, tmp_path, company("a"), company("b"), owns("a", "b", half),
                  owns("b", "a", half))  # fmt: skip
    assert found.triples() == {("a", "OWNS", "b"), ("b", "OWNS", "a")}
    assert found.problems == []


@pytest.mark.parametrize(
    ("share", "found"),
    [
        ({"exact": 33.3}, {"share": "33.3"}),
        ({"minimum": 25, "maximum": 50}, {"min": "25", "max": "50"}),
        ({"exclusiveMinimum": 25, "maximum": 50}, {"min": "25", "max": "50"}),
        ({"minimum": 75}, {"min": "75"}),
        ({"exclusiveMaximum": 10}, {"max": "10"}),
        ({}, {}),
    ],
)
def test_a_share_is_exact_or_a_range(
    said: Say, tmp_path: Path, share: dict[str, float], found: dict[str, str]
) -> None:
    said_ = heard(said, tmp_path, company("a"), person("b"),
                  owns("b", "a", {"type": "shareholding", "share": share}))  # fmt: skip
    (one,) = said_.of("OWNS")
    assert {key: one.get(key) for key in ("share", "min", "max") if one.get(key)} == found


@pytest.mark.parametrize(
    ("type_", "predicate"),
    [
        ("shareholding", "OWNS"),
        ("votingRights", "OWNS"),
        ("boardMember", "HELD_ROLE"),
        ("trustee", "HELD_ROLE"),
        ("appointmentOfBoard", "RELATED_TO"),
        ("otherInfluenceOrControl", "RELATED_TO"),
    ],
)
def test_each_interest_has_its_own_word(
    said: Say, tmp_path: Path, type_: str, predicate: str
) -> None:
    found = heard(said, tmp_path, company("a"), person("b"), owns("b", "a", {"type": type_}))
    (one,) = found.statements
    assert (one.subject, one.predicate, one.object) == ("b", predicate, "a")
    assert type_ in dict(one.qualifiers).values()


def test_the_last_statement_about_a_record_holds(said: Say, tmp_path: Path) -> None:
    old = company("a", "Old name")
    new = company("a", "New name") | {"statementDate": "2025-01-01", "statementId": "s2"}
    found = heard(said, tmp_path, new, old)
    assert [e.name for e in found.entities] == ["New name"]


def test_a_closed_relationship_has_an_end(said: Say, tmp_path: Path) -> None:
    tie = owns("b", "a", {"type": "shareholding"})
    closed = tie | {"recordStatus": "closed", "statementDate": "2025-03-01"}
    (one,) = heard(said, tmp_path, company("a"), person("b"), tie, closed).statements
    assert one.get("until") == "2025-03-01"


@pytest.mark.parametrize(
    ("type_", "name"),
    [("anonymousPerson", "Anonymous person"), ("unknownPerson", "Unknown person")],
)
def test_a_person_without_a_name_is_marked_and_the_reason_kept(
    said: Say, tmp_path: Path, type_: str, name: str
) -> None:
    why = {"reason": "interestedPartyExempt", "description": "Court order"}
    nobody = person("b", personType=type_, names=[], unspecifiedPersonDetails=why)
    found = heard(said, tmp_path, company("a"), nobody, owns("b", "a", {"type": "shareholding"}))
    one = found.entity("b")
    assert (one.label, one.name) == ("Person", name)
    assert one.notes == "unnamed=yes; interestedPartyExempt: Court order"


@pytest.mark.parametrize(
    ("type_", "label"),
    [("state", "PublicBody"), ("stateBody", "PublicBody"), ("arrangement", "Institution"),
     ("legalEntity", "Company")],
)  # fmt: skip
def test_an_entity_is_what_its_type_says(said: Say, tmp_path: Path, type_: str, label: str) -> None:
    found = heard(said, tmp_path, company("a", "Kingdom", entityType={"type": type_}))
    assert [e.label for e in found.entities] == [label]


def test_a_politically_exposed_person_is_said_to_be(said: Say, tmp_path: Path) -> None:
    exposed = person("b", politicalExposure={"status": "isPep"})
    found = heard(said, tmp_path, exposed)
    assert found.entity("b").public_basis == "politically exposed person, beneficial owner"


def test_the_page_that_a_statement_cites_is_its_source(said: Say, tmp_path: Path) -> None:
    tie = owns("b", "a", {"type": "shareholding"})
    tie["source"] = {"type": ["officialRegister"], "url": "https://register.eu/a"}
    (one,) = heard(said, tmp_path, company("a"), person("b"), tie).statements
    assert one.source.startswith("web-register-eu-")
    assert one.locator == "t.json, statement s-b-a"


def test_statements_come_in_a_list_or_by_line(said: Say, tmp_path: Path) -> None:
    records = [company("a"), person("b"), owns("b", "a", {"type": "shareholding"})]
    path = tmp_path / "t.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    by_line = said("bods", path)
    assert by_line.triples() == heard(said, tmp_path, *records).triples()
    (part,) = inputs([str(path)])
    assert recognise(Case(tmp_path), part).name == "bods"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ({"statementType": "entityStatement", "statementID": "x"},
         "is a statement of BODS before 0.4; convert the file first"),
        ({"recordType": "entity", "recordDetails": {"x": 1}},
         "is no statement of BODS: it has no recordId"),
        ({"recordId": "x", "recordType": "thing", "recordDetails": {"x": 1}},
         "recordType 'thing' is none of entity, person, relationship"),
    ],
)  # fmt: skip
def test_a_wrong_statement_is_one_line_and_the_rest_is_kept(
    said: Say, tmp_path: Path, statement: dict[str, Any], message: str
) -> None:
    found = heard(said, tmp_path, statement, company("a"))
    assert [problem.message for problem in found.problems] == [message]
    assert [e.id for e in found.entities] == ["a"]


def test_a_record_that_is_not_there_is_one_line(said: Say, tmp_path: Path) -> None:
    found = heard(said, tmp_path, company("a"), owns("b", "a", {"type": "shareholding"}))
    assert [problem.message for problem in found.problems] == [
        "names record 'b', of which there is no statement"
    ]


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1', "<html>"])
def test_a_file_without_statements_is_told(said: Say, tmp_path: Path, text: str) -> None:
    (tmp_path / "t.json").write_text(text, "utf-8")
    found = said("bods", tmp_path / "t.json")
    assert found.problems
    assert found.statements == []


def test_an_id_with_other_signs_becomes_one_that_is_safe() -> None:
    assert record_id("rec-a.1") == "rec-a.1"
    made = record_id("https://x.eu/a?b|c")
    assert made == record_id("https://x.eu/a?b|c") != record_id("https://x.eu/a?b|d")
    assert "|" not in made
