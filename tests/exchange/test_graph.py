"""What is handed on of a graph or a view: all of it, in order, each claim in its place."""

from typing import TYPE_CHECKING, Any

import pytest

from kg.exchange import FORMATS, Handed, write
from kg.exchange.graph import EDGE_COLUMNS, NODE_COLUMNS, texts
from kg.reading.whole import everything
from kg.views.draw import draw
from kg.views.spec import find, load
from tests.exchange.conftest import Part
from tests.exchange.samples import HOSTILE, eids, ids

if TYPE_CHECKING:
    from kg.session import OpenGraph


def reached(handed: Handed) -> set[str]:
    """Every claim that a relationship or an entity rests on."""
    tied = {claim for edge in handed.relationships for claim in edge["claims"]}
    return tied | {claim for claims in handed.own.values() for claim in claims}


def test_every_claim_is_reached_from_a_relationship_or_an_entity(handed: Handed) -> None:
    assert reached(handed) == set(handed.claims)


def test_a_claim_of_a_relationship_is_not_told_again_of_an_entity(handed: Handed) -> None:
    tied = {claim for edge in handed.relationships for claim in edge["claims"]}
    own = [claim for claims in handed.own.values() for claim in claims]
    assert tied.isdisjoint(own)
    assert len(own) == len(set(own))
    assert own


def test_the_counts_are_those_of_the_store(handed: Handed, shipped: "OpenGraph") -> None:
    info = shipped.info()
    assert {
        "entities": len(handed.entities),
        "relationships": len(handed.relationships),
        "claims": len(handed.claims),
        "sources": len(handed.sources),
    } == {key: info[key] for key in ("entities", "relationships", "claims", "sources")}


def shipped_views() -> list[str]:
    from pathlib import Path

    folder = Path(__file__).parents[2] / "visualizations"
    return sorted(path.stem for path in folder.glob("*.toml"))


@pytest.mark.parametrize("name", shipped_views())
def test_a_view_hands_on_all_that_it_shows(shipped: "OpenGraph", handed: Handed, name: str) -> None:
    picture = draw(shipped, find(shipped.case, name))
    part = handed.shown(picture)
    assert ids(part) == sorted({mark.entity for mark in picture.marks})
    assert eids(part) == sorted(line.eid for line in picture.lines)
    assert set(part.claims) == set(picture.claims) == reached(part)
    assert set(part.sources) == set(picture.sources)
    assert part.title == picture.titles["en"]


def test_every_shipped_view_is_tried(shipped: "OpenGraph") -> None:
    assert sorted(load(shipped.case)[0]) == shipped_views()


def test_lines_that_stand_for_rows_are_handed_on_as_derived(part: Part) -> None:
    made = part("forces-and-techniques").relationships
    assert made
    for edge in made:
        assert edge["derived"] is True
        assert edge["type"] == "USES"
        assert edge["claims"]


def test_ends_of_relationships_are_entities_of_the_same_part(part: Part) -> None:
    for name in ("belgium", "forces-and-techniques", "conflicts", "unit-8200"):
        found = part(name)
        known = set(ids(found))
        assert {edge[end] for edge in found.relationships for end in ("start", "end")} <= known


def test_contradictions_keep_the_sides_that_are_shown(part: Part, handed: Handed) -> None:
    found = part("conflicts")
    assert found.conflicts
    whole = {conflict["id"]: set(conflict["claims"]) for conflict in handed.conflicts}
    for conflict in found.conflicts:
        sides = set(conflict["claims"])
        assert len(sides) > 1
        assert sides <= whole[conflict["id"]] & set(found.claims)


def test_what_a_view_leaves_out_is_left_out(part: Part, handed: Handed) -> None:
    found = part("edicia")
    assert len(found.entities) < len(handed.entities)
    assert len(found.claims) < len(handed.claims)
    assert {claim["source"] for claim in found.claims.values()} == set(found.sources)


@pytest.mark.parametrize("lang", ["en", "nl", "fr", "de", "es"])
def test_names_and_words_come_in_the_language_asked_for(shipped: "OpenGraph", lang: str) -> None:
    handed = Handed.of(everything(shipped.store), "x", lang)
    police = {"en": "Belgian Federal Police", "nl": "Federale Politie", "fr": "Police fédérale"}
    force = next(each for each in handed.entities if each["id"] == "belgian-federal-police")
    if lang in police:
        assert police[lang].lower() in handed.name(force).lower()
    supplies = next(edge for edge in handed.relationships if edge["type"] == "SUPPLIES")
    verbs = {"en": "supplies", "nl": "levert", "fr": "fournit", "de": "beliefert"}
    assert verbs.get(lang, "") in handed.words(supplies)
    assert handed.edge(supplies)["words"] == handed.words(supplies)


def test_rows_have_known_columns_only_and_no_name_that_tools_take(hostile: Handed) -> None:
    taken = {"type", "kind", "label", "source", "target", "weight"}
    assert not taken & set(EDGE_COLUMNS)
    assert not {"type", "label", "Label"} & set(NODE_COLUMNS)
    for entity in hostile.entities:
        assert set(hostile.node(entity)) <= set(NODE_COLUMNS)
    for edge in hostile.relationships:
        assert set(hostile.edge(edge)) <= set(EDGE_COLUMNS)


def test_evidence_says_who_where_when_and_how_surely(handed: Handed) -> None:
    edge = next(edge for edge in handed.relationships if edge["type"] == "SUBCONTRACTED_ON")
    claim = handed.claims[edge["claims"][0]]
    source = handed.sources[claim["source"]]
    line = handed.evidence(edge["claims"])[0]
    for part in (claim["says"], source["publisher"], source["title"], claim["locator"]):
        assert part in line
    assert line.endswith(f"{claim['certainty']}]") or "according to" in line
    assert source["url"] in line


def test_evidence_of_an_unknown_claim_is_nothing(handed: Handed) -> None:
    assert handed.evidence(["c0000000000000000"]) == []


def test_who_says_a_claim_is_told(hostile: Handed) -> None:
    assert f"alleged, according to {HOSTILE}]" in hostile.evidence(["c1"])[0]


@pytest.mark.parametrize(
    ("value", "told"),
    [(["a", "b"], "a | b"), ([], ""), (("x",), "x"), ("plain", "plain"), (1.5, 1.5), (True, True)],
)
def test_lists_are_joined_and_the_rest_stays(value: Any, told: Any) -> None:
    assert dict(texts({"key": value})) == {"key": told}


def test_an_empty_graph_is_a_file_in_every_format() -> None:
    empty: dict[str, list[dict[str, Any]]] = {
        key: [] for key in ("entities", "relationships", "claims", "sources")
    }
    for format_ in FORMATS:
        assert all(content for content in write(format_, Handed.of(empty, "")).values())
