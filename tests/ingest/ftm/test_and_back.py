"""What is written for FollowTheMoney comes back unchanged, and its reference takes it."""

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
from kg.reading.whole import everything
from kg.statements import Entity
from tests.ingest.said import Say

if TYPE_CHECKING:
    from kg.session import OpenGraph


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
