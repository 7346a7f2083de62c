"""What entities of FollowTheMoney say, and what is wrong in them."""

from pathlib import Path
from typing import Any

import pytest

from kg.case import Case
from kg.ingesting import recognise
from kg.inputs import inputs
from tests.ingest.ftm.cast import ANNA, AXON, DEAL, FORCE, heard, link, written
from tests.ingest.said import Say


@pytest.mark.parametrize(
    ("record", "triple", "qualifiers"),
    [
        (
            link("Ownership", owner="anna", asset="axon", percentage="51", startDate="2019"),
            ("anna", "OWNS", "axon"),
            {"share": "51", "since": "2019"},
        ),
        (
            link("Directorship", director="anna", organization="axon", role="CEO"),
            ("anna", "HELD_ROLE", "axon"),
            {"title": "CEO", "kind": "director"},
        ),
        (
            link("Directorship", director="axon", organization="pz", role="board"),
            ("axon", "RELATED_TO", "pz"),
            {"relation": "directs", "role": "board"},
        ),
        (
            link("Employment", employee="anna", employer="pz", endDate="2020-05"),
            ("anna", "HELD_ROLE", "pz"),
            {"until": "2020-05", "kind": "employment"},
        ),
        (
            link("Membership", member="axon", organization="pz"),
            ("axon", "PART_OF", "pz"),
            {"kind": "member"},
        ),
        (
            link("ContractAward", supplier="axon", contract="deal", amount="1,000.50",
                 currency="EUR", lotNumber="2"),
            ("axon", "WON", "deal"),
            {"value": "1000.50", "currency": "EUR", "lot": "2"},
        ),
        (
            link("Payment", payer="pz", beneficiary="axon", amountEur="7", purpose="cameras"),
            ("pz", "FUNDED", "axon"),
            {"value": "7", "currency": "EUR", "purpose": "cameras", "kind": "payment"},
        ),
        (
            link("Succession", predecessor="axon", successor="pz"),
            ("axon", "SUCCEEDED_BY", "pz"),
            {},
        ),
        (
            link("UnknownLink", subject="axon", object="deal", role="lobbied for"),
            ("axon", "RELATED_TO", "deal"),
            {"relation": "lobbied for"},
        ),
        (
            link("Representation", agent="anna", client="axon"),
            ("anna", "RELATED_TO", "axon"),
            {"relation": "represents"},
        ),
        (
            link("Ownership", owner="axon", asset="deal"),
            ("axon", "RELATED_TO", "deal"),
            {"relation": "owns"},
        ),
    ],
)  # fmt: skip
def test_a_link_is_said_in_our_words(
    said: Say,
    tmp_path: Path,
    record: dict[str, Any],
    triple: tuple[str, str, str],
    qualifiers: dict[str, str],
) -> None:
    found = heard(said, tmp_path, AXON, ANNA, FORCE, DEAL, record)
    (one,) = found.statements
    assert (one.subject, one.predicate, one.object) == triple
    assert dict(one.qualifiers) == qualifiers
    assert (one.source, one.locator) == ("file-t-ftm-json", "entity link")
    assert (found.problems, found.unread) == ([], {})


@pytest.mark.parametrize(
    ("schema_", "values", "triples"),
    [
        (
            "Contract",
            {"title": "Cameras", "authority": "pz", "amount": "7", "currency": "EUR"},
            {("pz", "AWARDED", "t"), ("t", "HAS_AMOUNT", "7")},
        ),
        (
            "CallForTenders",
            {"title": "Cameras", "authority": "pz", "tenderers": "axon", "cpvCode": "35125300"},
            {
                ("pz", "TENDERED", "t"),
                ("axon", "BID_ON", "t"),
                ("t", "COVERS", "35125300 Security cameras"),
            },
        ),
        (
            "Company",
            {"name": "X", "status": "in liquidation", "legalForm": "BV", "previousName": "Y"},
            {
                ("t", "HAS_STATUS", "in liquidation"),
                ("t", "HAS_FEATURE", "BV"),
                ("t", "NAMED", "Y"),
            },
        ),
        (
            "Company",
            {"name": "X", "incorporationDate": "2019", "parent": "axon"},
            {("t", "HAS_STATUS", "incorporated"), ("axon", "OWNS", "t")},
        ),
    ],
)
def test_a_property_of_a_thing_is_said_in_our_words(
    said: Say,
    tmp_path: Path,
    schema_: str,
    values: dict[str, str],
    triples: set[tuple[str, str, str]],
) -> None:
    thing = link(schema_, **values) | {"id": "t"}
    found = heard(said, tmp_path, AXON, FORCE, thing)
    assert found.triples() == triples
    assert (found.problems, found.unread) == ([], {})


def test_a_page_of_a_source_is_kept(said: Say, tmp_path: Path) -> None:
    record = link(
        "Ownership", owner="anna", asset="axon", sourceUrl="https://x.eu/r.pdf#page=77",
        publisher="Court of Audit",
    )  # fmt: skip
    found = heard(said, tmp_path, AXON, ANNA, record)
    (one,) = found.statements
    (source,) = [source for source in found.sources if source.id == one.source]
    assert (source.url, source.publisher) == ("https://x.eu/r.pdf", "Court of Audit")
    assert one.locator == "p. 77; t.ftm.json, entity link"


def test_a_document_is_a_source_and_a_proof(said: Say, tmp_path: Path) -> None:
    document = link("Pages", fileName="r.pdf", title="Report", publishedAt="2021") | {"id": "doc"}
    proven = link("Ownership", owner="anna", asset="axon", proof="doc")
    found = heard(said, tmp_path, document, AXON, ANNA, proven)
    (one,) = found.statements
    assert one.source == "doc"
    assert ("doc", "Report", "2021") in [(s.id, s.title, s.published) for s in found.sources]


def test_entities_in_any_order_and_within_others_are_read(said: Say, tmp_path: Path) -> None:
    nested = link("Ownership", asset="axon")
    nested["properties"]["owner"] = [ANNA]
    found = heard(said, tmp_path, nested, AXON)
    assert found.triples() == {("anna", "OWNS", "axon")}
    assert {entity.id for entity in found.entities} == {"anna", "axon"}


def test_the_caption_is_the_best_name(said: Say, tmp_path: Path) -> None:
    record = {**AXON, "caption": "Axon Enterprise"}
    (entity,) = heard(said, tmp_path, record).entities
    assert (entity.name, entity.aliases) == ("Axon Enterprise", ("Axon",))


def test_what_the_graph_has_no_word_for_is_counted(said: Say, tmp_path: Path) -> None:
    ship = {"id": "s", "schema": "Vessel", "properties": {"name": ["Sea"]}}
    person = {**ANNA, "properties": {"name": ["Anna"], "birthDate": ["1975"]}}
    owned, alike = link("Ownership", owner="anna", asset="s"), link("Similar") | {"id": "q"}
    found = heard(said, tmp_path, ship, person, owned, alike)
    assert found.statements == []
    assert found.skipped == {
        "a Vessel, for which the graph has no label": 1,
        "a Ownership of which an end is missing or has no label": 1,
        "a Similar, which says nothing that the graph has a word for": 1,
    }
    assert found.unread == {"Person.birthDate": 1}


@pytest.mark.parametrize(
    ("record", "line"),
    [
        ({"schema": "Company"}, "column id: is no entity of FollowTheMoney: it has no id"),
        ({"id": "x"}, "column schema: is no entity of FollowTheMoney: it has no schema"),
        (
            {"id": "x", "schema": "Compny"},
            "column schema: 'Compny' is no schema of FollowTheMoney (did you mean 'Company'?); "
            "the entity 'x' is left out",
        ),
        (
            {"id": "x", "schema": "Company", "properties": {"nme": ["A"]}},
            "column nme: Company has no property 'nme' (did you mean 'name'?); its values are left "
            "out",
        ),
    ],
)
def test_a_mistake_in_an_entity_is_one_line_and_the_rest_is_kept(
    said: Say, tmp_path: Path, record: object, line: str
) -> None:
    found = heard(said, tmp_path, record, AXON)
    (problem,) = found.problems
    assert str(problem).removeprefix("t.ftm.json, row 1").lstrip(":, ") == line
    assert "axon" in {entity.id for entity in found.entities}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("<html>", "is a web page or XML, not JSON"),
        ('{"id": "axon", "schema": "Company"', "breaks off in the middle"),
    ],
)
def test_a_file_that_is_no_json_is_one_line(
    said: Say, tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "t.json").write_text(text, "utf-8")
    problems = [str(problem) for problem in said("ftm", tmp_path / "t.json").problems]
    assert any(message in problem for problem in problems)


def test_the_format_is_recognised(tmp_path: Path) -> None:
    (part,) = inputs([str(written(tmp_path, AXON))])
    assert recognise(Case(tmp_path), part).name == "ftm"
