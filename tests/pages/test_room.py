"""How much room a mark takes, in whichever language it is read."""

import pytest

from kg.pages import room
from kg.pages.room import width, wrapped
from tests.pages.samples import many, mark, small, words

LONG = words("Zone", de="Landespolizeidirektion Obersteiermark")


def test_a_card_is_as_wide_as_its_widest_name() -> None:
    short, long = mark("a", name="Zone"), mark("b", name="Zone", names=LONG)
    sizes = room(small(layout="layered", marks=(short, long), lines=()))
    assert sizes["a"] == (124.0, 36.0)
    assert sizes["b"][0] > width(LONG["de"], 14) + 40


def test_no_card_is_wider_than_a_page_can_show() -> None:
    sizes = room(small(layout="layered", marks=(mark("a", name="W" * 10_000),), lines=()))
    assert sizes["a"] == (330.0, 36.0)


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
