from xml.etree import ElementTree

import pytest

from docs.generator import picture
from docs.generator.shapes import sign
from kg.schema import Label, labels, predicates
from kg.schema.tree import SHAPES


def drawn() -> ElementTree.Element:
    return ElementTree.fromstring(picture.draw())


def words() -> str:
    return " ".join(
        "".join(node.itertext()) for node in drawn().iter() if node.tag.endswith("text")
    )


def test_the_picture_is_the_same_each_time() -> None:
    assert picture.draw() == picture.draw()


def test_every_label_and_predicate_has_its_place() -> None:
    assert picture.unplaced() == []


@pytest.mark.parametrize("name", [n for n, label in labels().items() if not label.abstract])
def test_every_label_is_written_in_the_picture(name: str) -> None:
    assert name in words().split()


@pytest.mark.parametrize("name", list(predicates()))
def test_every_predicate_is_written_in_the_picture(name: str) -> None:
    assert name in words().replace(",", " ").split()


def test_a_predicate_between_two_of_a_kind_crosses_no_boxes() -> None:
    assert "PART_OF" in picture.joining("deal", "deal")
    assert "PART_OF" not in picture.joining("organization", "deal")


def test_nothing_stands_outside_the_picture() -> None:
    for node in drawn().iter():
        x, y = float(node.get("x", 0)), float(node.get("y", 0))
        width, height = (float(node.get(side, 0)) for side in ("width", "height"))
        if node.tag.endswith(("rect", "text")):
            assert 0 <= x <= x + width <= picture.WIDTH
            assert 0 <= y <= y + height <= picture.HEIGHT


def test_a_reader_without_eyes_is_told_what_is_drawn() -> None:
    root = drawn()
    named = {node.get("id") for node in root.iter() if node.tag.endswith(("title", "desc"))}
    assert set(str(root.get("aria-labelledby")).split()) == named


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_the_schema_can_be_drawn_in_its_colour(shape: str) -> None:
    label = Label("X", "", False, {}, {}, "#1F77D0", shape, "", {})
    assert "#1F77D0" in sign(label, 10, 10)
