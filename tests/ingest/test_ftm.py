"""FollowTheMoney in and out: what others wrote is said in our words, what we wrote comes back."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.case import Case
from kg.cli import cli
from kg.dossier import Dossier, gather
from kg.ftm.model import schema
from kg.ftm.writing import lines, safe_id
from kg.graph.build import as_merged
from kg.ingesting import recognise
from kg.inputs import inputs
from kg.reading.whole import everything
from kg.statements import Entity
from tests.ingest.said import Said, Say

if TYPE_CHECKING:
    from kg.session import OpenGraph

AXON = {"id": "axon", "schema": "Company", "properties": {"name": ["Axon"], "country": ["us"]}}
ANNA = {"id": "anna", "schema": "Person", "properties": {"name": ["Anna"]}}
FORCE = {"id": "pz", "schema": "PublicBody", "properties": {"name": ["Politie Oost"]}}
DEAL = {"id": "deal", "schema": "Contract", "properties": {"title": ["Cameras"]}}


def link(kind: str, **values: str) -> dict[str, Any]:
    properties = {name: [value] for name, value in values.items()}
    return {"id": "link", "schema": kind, "properties": properties}


def written(folder: Path, *records: object, name: str = "t.ftm.json") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    return path


def heard(said: Say, folder: Path, *records: object) -> Said:
    return said("ftm", written(folder, *records))


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


# Out, and back again


@pytest.fixture(scope="module")
def out(shipped: "OpenGraph", tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ftm") / "out.ftm.json"
    path.write_text("".join(lines(everything(shipped.store))), "utf-8")
    return path


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return gather(Case(tmp_path_factory.mktemp("case")))


def records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def test_every_claim_comes_back_unchanged(said: Say, out: Path, dossier: Dossier) -> None:
    back = {one.id: one for one in said("ftm", out).statements}
    sent = {one.id: as_merged(one, dossier.clusters) for one in dossier.statements}
    assert back == sent
    assert [(one.says, one.certainty) for one in back.values()] == [
        (sent[id_].says, sent[id_].certainty) for id_ in back
    ]


def test_every_source_and_entity_comes_back_unchanged(
    said: Say, out: Path, dossier: Dossier
) -> None:
    found = said("ftm", out)
    assert {one.id: one for one in found.sources} == dossier.sources
    assert {one.id: _tidy(one) for one in found.entities} == {
        id_: _tidy(one) for id_, one in dossier.entities.items()
    }
    assert found.problems == []


def _tidy(entity: Entity) -> Entity:
    """The marks in notes may stand in another order."""
    return replace(entity, notes="; ".join(sorted(entity.notes.split("; "))))


def test_every_line_has_a_known_schema_and_known_properties(out: Path) -> None:
    for one in records(out):
        kind = schema(one["schema"])
        assert not kind.is_abstract
        assert one["properties"].keys() <= kind.properties.keys()
        assert all(value and isinstance(value, list) for value in one["properties"].values())


def test_every_reference_leads_to_a_line_of_the_right_schema(out: Path) -> None:
    kinds = {one["id"]: schema(one["schema"]) for one in records(out)}
    for one in records(out):
        for name, values in one["properties"].items():
            if wanted := schema(one["schema"]).properties[name].range:
                assert all(kinds[value].is_a(wanted) for value in values), (one["id"], name)


def test_every_required_property_is_there(out: Path) -> None:
    for one in records(out):
        assert set(schema(one["schema"]).required) <= one["properties"].keys(), one["id"]


def test_every_link_keeps_its_source_and_its_document(out: Path, dossier: Dossier) -> None:
    found = {one["id"]: one["properties"] for one in records(out)}
    documents = {
        (one["properties"]["document"][0], one["properties"]["entity"][0])
        for one in records(out)
        if one["schema"] == "Documentation"
    }
    for said_ in dossier.statements:
        one = as_merged(said_, dossier.clusters)
        url = dossier.sources[one.source].url
        assert found[one.id].get("sourceUrl", [""])[0].startswith(url)
        assert (f"source-{one.source}", one.subject) in documents
        if one.object:
            assert found[one.id]["proof"] == [f"source-{one.source}"]
            assert (f"source-{one.source}", one.object) in documents


def test_the_page_of_a_claim_is_in_its_address() -> None:
    claim = {
        "id": "c1", "predicate": "USES", "subject": "pz", "object": "axon", "source": "r",
        "locator": "p. 26, l. 708-710", "certainty": "stated", "says": "So.",
    }  # fmt: skip
    graph: dict[str, list[Any]] = {
        "entities": [
            {"id": "pz", "label": "PoliceForce", "name": "P"},
            {"id": "axon", "label": "Product", "name": "A"},
        ],
        "claims": [claim],
        "sources": [{"id": "r", "title": "R", "url": "https://x.eu/r.pdf", "publisher": "X"}],
    }
    found = {one["id"]: one for one in map(json.loads, lines(graph))}
    assert found["c1"]["properties"]["sourceUrl"] == ["https://x.eu/r.pdf#page=26"]
    assert found["c1"]["properties"]["recordId"] == ["p. 26, l. 708-710"]


@pytest.mark.parametrize(
    ("id_", "is_kept"), [("axon", True), ("NK-7.a", True), ("a_b", False), ("a|b c", False)]
)
def test_an_id_that_followthemoney_would_not_take_is_made_one_that_it_does(
    id_: str, is_kept: bool
) -> None:
    assert (safe_id(id_) == id_) is is_kept
    assert re.fullmatch(r"[0-9a-zA-Z][0-9a-zA-Z.\-]*[0-9a-zA-Z]", safe_id(id_))


def test_the_reference_takes_every_line_and_every_value(out: Path) -> None:
    reference = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    for one in records(out):
        kind = reference.model.get(one["schema"])
        kind.validate(one)
        for name, values in one["properties"].items():
            cleaned = [kind.properties[name].type.clean(value) for value in values]
            assert all(cleaned), (one["id"], name, values)


def test_the_same_graph_gives_the_same_bytes(shipped: "OpenGraph", out: Path) -> None:
    assert "".join(lines(everything(shipped.store))) == out.read_text("utf-8")


def test_the_command_line_writes_it(shipped: "OpenGraph", out: Path, tmp_path: Path) -> None:
    from click.testing import CliRunner

    target = tmp_path / "x.ftm.json"
    case = str(shipped.case.root)
    result = CliRunner().invoke(cli, ["export", "ftm", "--case", case, "-o", str(target)])
    assert result.exit_code == 0, result.output
    assert target.read_bytes() == out.read_bytes()
