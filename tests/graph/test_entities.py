from typing import Any

import pytest

from kg.graph.entities import flat, nodes, ref
from kg.graph.model import Node
from kg.schema import LANGUAGES, labels, lineage, node_properties
from kg.statements import Entity

ORBIT = Entity(
    "orbit",
    "Company",
    "Orbit",
    (("nl", "Orbit NV"), ("it", "Orbita")),
    ("O.G.T.", "Orbit GIS"),
    ("BE", "NL"),
    ("kbo:0123", "lei:5"),
    notes="kind=vendor; as written; collective=yes",
)


def props(entity: Entity, *merged: str) -> dict[str, Any]:
    (node,) = nodes([entity], {entity.id: merged} if merged else {})
    return node.props


def test_an_entity_becomes_a_node_with_all_that_is_known_of_it() -> None:
    assert nodes([ORBIT], {}) == [
        Node(
            ("Entity", "orbit"),
            ("Company", "Entity", "Organization"),
            {
                "id": "orbit",
                "label": "Company",
                "name": "Orbit",
                "name_nl": "Orbit NV",
                "names": ["nl=Orbit NV", "it=Orbita"],
                "aliases": ["O.G.T.", "Orbit GIS"],
                "country": ["BE", "NL"],
                "ids": ["kbo:0123", "lei:5"],
                "kind": "vendor",
                "collective": True,
                "notes": "as written",
            },
        )
    ]


def test_what_is_not_known_is_absent() -> None:
    assert props(Entity("a", "Company", "A")) == {"id": "a", "label": "Company", "name": "A"}


@pytest.mark.parametrize("label", [name for name, found in labels().items() if not found.abstract])
def test_a_node_has_its_label_and_all_above_it(label: str) -> None:
    (node,) = nodes([Entity("a", label, "A")], {})
    assert node.labels == tuple(sorted(lineage(label)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_in_a_language_has_a_property_of_its_own(language: str) -> None:
    assert props(Entity("a", "Company", "A", ((language, "Aa"),)))[f"name_{language}"] == "Aa"


def test_ids_that_were_merged_into_it_still_lead_to_it() -> None:
    assert props(ORBIT, "orbit-gt", "orbit-nv")["redirects"] == ["orbit-gt", "orbit-nv"]


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ("", {}),
        ("kind=vendor", {"kind": "vendor"}),
        ("kind=vendor; kind=host", {"kind": "vendor", "notes": "kind=host"}),
        ("unnamed=yes", {"unnamed": True}),
        ("collective=no", {}),
        ("Bought in 2019; x=1 y; kind=a=b", {"kind": "a=b", "notes": "Bought in 2019; x=1 y"}),
        ("one; ; two", {"notes": "one; two"}),
    ],
)
def test_marks_are_taken_out_of_the_notes(notes: str, found: dict[str, object]) -> None:
    assert props(Entity("a", "Product", "A", notes=notes)) == {
        "id": "a",
        "label": "Product",
        "name": "A",
        **found,
    }


def test_a_person_has_the_basis_on_which_they_are_named() -> None:
    assert props(Entity("p", "Person", "P", public_basis="minister"))["public_basis"] == "minister"


def test_every_property_is_in_the_schema() -> None:
    assert set(props(ORBIT, "old")) <= set(node_properties("Company"))


def test_flat_drops_what_is_empty_but_not_what_is_nought_or_false() -> None:
    given = {"a": "", "b": [], "c": None, "d": 0, "e": False, "f": 0.0, "g": ["x"]}
    assert flat(given) == {"d": 0, "e": False, "f": 0.0, "g": ["x"]}


def test_ids_are_unique_only_inside_their_space() -> None:
    assert ref("report") == ("Entity", "report")
