"""The small parts of a picture: roles, groups, hops, JSON, the table in words."""

import json

import pytest

from kg.schema import LANGUAGES, is_a, labels
from kg.session import OpenGraph
from kg.views.draw import draw
from kg.views.found import Related
from kg.views.groups import grouped
from kg.views.hops import with_hops
from kg.views.json import to_json
from kg.views.marks import in_words, joined, role_of, with_parts
from kg.views.spec import find
from kg.views.table import table
from kg.views.words import words
from tests.views.samples import HOSTILE, OF_SELLER, VENDOR, line, mark, picture, write


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Company", "vendor"),
        ("Product", "system"),
        ("Database", "system"),
        ("Technology", "system"),
        ("Contract", "contract"),
        ("Project", "contract"),
        ("PoliceForce", "force"),
        ("Municipality", "force"),
        ("Prison", "force"),
        ("Place", "force"),
        ("Intelligence", "side"),
        ("Court", "side"),
        ("Institution", "side"),
        ("Person", "side"),
        ("Law", "side"),
    ],
)
def test_a_label_has_its_part_in_the_chain(label: str, role: str) -> None:
    assert role_of(label) == role


def test_every_label_of_an_entity_has_a_part() -> None:
    for label in labels():
        if is_a(label, "Entity"):
            assert role_of(label) in words()["role"]


def related(type_: str, start: str, end: str) -> Related:
    return Related(f"{start}{type_}{end}", type_, start, end, {})


def test_a_service_that_buys_is_a_client_and_a_university_that_makes_a_vendor() -> None:
    marks = {
        "dgsi": mark("dgsi", "Intelligence"),
        "cia": mark("cia", "Intelligence"),
        "uni": mark("uni", "Institution"),
        "ngo": mark("ngo", "Institution"),
        "firm": mark("firm"),
    }
    ties = [
        related("CONTRACTED_WITH", "firm", "dgsi"),
        related("FUNDED", "cia", "firm"),
        related("MAKES", "uni", "tool"),
        related("SUED", "ngo", "firm"),
    ]
    roles = {id_: found.role for id_, found in with_parts(marks, ties).items()}
    assert roles == {
        "dgsi": "force", "cia": "side", "uni": "vendor", "ngo": "side", "firm": "vendor",
    }  # fmt: skip


def test_a_word_of_the_vocabulary_is_told_in_every_language() -> None:
    assert in_words("planned")["nl"] == "gepland"
    assert in_words("fined")["fr"] == "sanctionné par"
    assert in_words("anything else") == dict.fromkeys(LANGUAGES, "anything else")
    assert in_words(None) == {}


def test_texts_are_joined_in_each_language() -> None:
    both = joined([in_words("planned"), {}, in_words("x")], " · ")
    assert both["de"] == "geplant · x"
    assert joined([{}, {}], " ") == {}


def test_every_word_has_all_languages() -> None:
    for table_, entries in words().items():
        for key, text in entries.items():
            assert set(text) == set(LANGUAGES), (table_, key)
            assert all(text.values())


def test_groups_stand_in_the_order_of_their_names_and_the_unknown_last() -> None:
    marks = [mark("a", country=("FR",)), mark("b"), mark("c", country=("BE",)), mark("d")]
    _, groups = grouped(marks, "country", "nl")
    assert [(group.id, group.names["nl"]) for group in groups] == [
        ("BE", "België"),
        ("FR", "Frankrijk"),
        ("", "niet bekend"),
    ]


def test_a_country_that_has_no_name_here_is_called_by_its_code() -> None:
    _, groups = grouped([mark("a", country=("ZZ",))], "country", "en")
    assert groups[0].names["de"] == "ZZ"


def test_hops_are_the_shortest_way_from_the_nearest_focus() -> None:
    marks = [mark(id_) for id_ in "abcdef"]
    ties = [line("a", "b"), line("c", "b"), line("c", "d"), line("f", "a")]
    found = {each.id: each.hops for each in with_hops(marks, ties, ("a", "d", "nobody"))}
    assert found == {"a": 0, "b": 1, "c": 1, "d": 0, "e": -1, "f": 1}


def test_the_json_of_a_picture_holds_all_of_it(graph: OpenGraph) -> None:
    write(graph.case, "mine", VENDOR, OF_SELLER)
    found = draw(graph, find(graph.case, "mine"))
    data = json.loads(to_json(found))
    assert len(data["marks"]) == len(found.marks)
    assert len(data["lines"]) == len(found.lines)
    assert set(data["claims"]) == set(found.claims)
    hostile = next(each for each in data["marks"] if each["id"] == "hostile")
    assert hostile["name"] == HOSTILE
    assert "as_of" not in data


def test_the_table_tells_each_line_with_its_source_and_its_hedge(graph: OpenGraph) -> None:
    write(graph.case, "mine", VENDOR, OF_SELLER)
    lines = table(draw(graph, find(graph.case, "mine"))).splitlines()
    assert lines[0] == "The finding"
    assert lines[-1] == "How to read it"
    assert "Seller makes Eye [NGO, p. 26]" in lines
    assert "West police uses Eye (planned) [Paper, p. 26]" in lines
    assert "Seller supplies South police (said by the vendor only) [Seller, p. 26]" in lines
    assert "Ann holds or held a role at The spies (former role or tie) [Paper, p. 26]" in lines


def test_the_table_is_safe_to_print(graph: OpenGraph) -> None:
    write(graph.case, "mine", VENDOR, OF_SELLER)
    text = table(draw(graph, find(graph.case, "mine")))
    assert "\u202e" not in text
    assert all(len(row.splitlines()) == 1 for row in text.split("\n") if row)


def test_the_table_of_a_timeline_goes_by_date() -> None:
    events = [
        mark("a", name="Late", date="2020-05", note="fined"),
        mark("b", name="Early", date="2019"),
        mark("c", name="Never"),
    ]
    told = table(picture(*events, layout="timeline")).splitlines()
    assert told[2:5] == ["2019 Early", "2020-05 Late: fined", "Never"]
