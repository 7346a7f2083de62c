"""How much room a mark takes, in whichever language it is read."""

from typing import Any

import pytest

from kg.layout import Size
from kg.pages import room
from kg.pages.room import width, wrapped
from kg.views.picture import Layout
from tests.pages.samples import many, mark, small, words

LONG = words("Zone", de="Landespolizeidirektion Obersteiermark")


def test_a_card_is_as_wide_as_its_widest_name() -> None:
    short, long = mark("a", name="Zone"), mark("b", name="Zone", names=LONG)
    sizes = room(small(layout="timeline", marks=(short, long), lines=()))
    assert sizes["a"] == (124.0, 36.0)
    assert sizes["b"][0] > width(LONG["de"], 14) + 40


@pytest.mark.parametrize(
    ("layout", "size"), [("timeline", (330.0, 36.0)), ("layered", (240.0, 36.0))]
)
def test_no_card_is_wider_than_a_page_can_show(layout: Layout, size: Size) -> None:
    sizes = room(small(layout=layout, marks=(mark("a", name="W" * 10_000),), lines=()))
    assert sizes["a"] == size


def column_card(name: str, **cells: Any) -> Size:
    """The room of one mark of a drawing in columns."""
    return room(small(layout="layered", marks=(mark("a", name=name, **cells),), lines=()))["a"]


@pytest.mark.parametrize(
    ("name", "halves"),
    [
        ("Belgian Minister of the Interior", ("Belgian Minister", "of the Interior")),
        ("Castelló emergency room contract", ("Castelló emergency", "room contract")),
        ("Wetteren-Laarne-Wichelen zone", ("Wetteren-Laarne-", "Wichelen zone")),
        ("Polizeipräsidium Obersteiermark", ("Polizeipräsidium", "Obersteiermark")),
    ],
)
def test_a_long_name_in_a_column_stands_in_two_even_lines(
    name: str, halves: tuple[str, str]
) -> None:
    wide, tall = column_card(name)
    assert tall == 50.0
    assert wide == round(50 + max(width(half, 15) for half in halves))


@pytest.mark.parametrize(
    "name", ["Orbit", "Canon Inc.", "i-Police", "", " ", "Landespolizeidirektion"]
)
def test_a_name_that_is_short_or_one_word_stands_in_one_line(name: str) -> None:
    wide, tall = column_card(name)
    assert tall == 36.0
    assert wide >= 96.0


def test_a_hyphen_after_one_letter_is_no_place_to_break() -> None:
    assert column_card("e-Gendarmerieverwaltung")[1] == 36.0
    assert column_card("Landes-Gendarmerieverwaltung")[1] == 50.0


def test_a_card_in_a_column_has_room_for_every_language_and_for_the_country() -> None:
    plain, other = column_card("Zone"), column_card("Zone", names=LONG)
    assert other[0] > plain[0]
    assert other[1] == 50.0
    code = column_card("Belgian Minister of the Interior", country=("BE",))[0]
    assert code == column_card("Belgian Minister of the Interior")[0] + 24


def test_a_name_without_an_end_takes_no_time_and_no_room() -> None:
    assert column_card("a b " * 50_000) == (240.0, 50.0)


def test_what_happened_has_room_too() -> None:
    event = mark("a", name="Zone", date="2020-01-01", notes=words("ended by the court in Ghent"))
    plain, wide = mark("b", name="Zone"), room(small(layout="timeline", marks=(event,), lines=()))
    assert wide["a"] > room(small(layout="timeline", marks=(plain,), lines=()))["b"]


def test_the_heads_of_a_matrix_run_upwards() -> None:
    system, force = mark("a", "Product", "Eye", role="system"), mark("b", name="Zone", role="force")
    sizes = room(small(layout="matrix", marks=(system, force), lines=()))
    assert sizes == {"a": (36.0, 124.0), "b": (124.0, 36.0)}


def test_dots_leave_room_for_their_names_unless_there_are_many() -> None:
    assert room(small())["gent"][0] > width("Ghent police", 12.5)
    assert set(room(many(100)[0]).values()) == {(40.0, 40.0)}


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Belgian Federal Police", ("Belgian Federal Police",)),
        ("Belgian Minister of the Interior", ("Belgian Minister of the", "Interior")),
        ("W" * 60, ("W" * 24, "W" * 24)),
        ("", ("",)),
    ],
)
def test_a_long_name_breaks_between_words(name: str, lines: tuple[str, ...]) -> None:
    assert tuple(wrapped(name)) == lines


def test_wide_letters_are_wide() -> None:
    assert width("Will", 10) < width("WWWW", 10)
    assert width("漢字", 10) == 20.0
