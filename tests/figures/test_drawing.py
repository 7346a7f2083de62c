"""Boxes, paths, text and their SVG; symbols and legends."""

import re
from itertools import combinations

import pytest
from lxml import etree

from kg.figures import svg
from kg.figures.badges import badge
from kg.figures.cells import cell
from kg.figures.drawing import (
    Box,
    Drawing,
    Group,
    Head,
    Look,
    Path,
    Text,
    ascent,
    block,
    centred,
    extent,
    leading,
    moved,
    texts,
    walk,
)
from kg.figures.icons import disc, icon, number, polygon, tint
from kg.figures.legend import Entry, entries, legend, legend_heads
from kg.figures.measure import width
from kg.figures.outline import outlined
from kg.schema import labels
from kg.views.styles import styles
from tests.views.samples import mark

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/x"'


def read(*items: object) -> etree._Element:
    """Items as the elements that they become."""
    inside = svg.items(items)  # type: ignore[arg-type]
    return etree.fromstring(f"<svg {NAMES}>{inside}</svg>".encode())


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (1.5, "1.5"), (1.234, "1.23"), (0.001, "0"), (-0.001, "0"), (-2.5, "-2.5"),
     (100.0, "100"), (1e6, "1000000")],
)  # fmt: skip
def test_lengths_have_two_decimals_at_most_and_no_minus_nought(value: float, text: str) -> None:
    assert number(value) == text


def test_outlines_are_closed() -> None:
    assert polygon([(0, 0), (1.5, 0), (1, 2)]) == "M0 0L1.5 0L1 2Z"
    assert disc(5, 5, 2) == "M3 5A2 2 0 1 1 7 5A2 2 0 1 1 3 5Z"


@pytest.mark.parametrize("colour", ["#000000", "#1F77D0", "#FFFFFF"])
def test_a_tint_is_light_enough_for_text_on_it(colour: str) -> None:
    light = tint(colour)
    parts = [int(light[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    bright = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    ink = 0.0103
    assert (bright + 0.05) / (ink + 0.05) > 7, "contrast of the ink (WCAG AAA)"


@pytest.mark.parametrize("name", [n for n, label in labels().items() if not label.abstract])
def test_every_label_has_a_symbol_in_its_colour_and_bounds(name: str) -> None:
    drawn = icon(name, 50, 50, 20)
    root = read(drawn)
    (shape,) = list(root)
    colours = {shape.get("fill"), shape.get("stroke")}
    assert labels()[name].colour in colours
    numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", shape.get("d") or "")]
    assert all(-2 <= each <= 66 for each in numbers)


def test_no_two_symbols_of_different_shape_are_drawn_alike() -> None:
    shapes: dict[str, str] = {}
    for name, label in labels().items():
        if not label.abstract and label.shape not in ("dot",):
            drawn = svg.items([icon(name, 0, 0, 20)])
            shapes.setdefault(label.shape, re.sub(r"#[0-9A-F]{6}", "", drawn))
    assert [pair for pair in combinations(shapes, 2) if shapes[pair[0]] == shapes[pair[1]]] == []


@pytest.mark.parametrize("pair", list(combinations(["supplies", "unlawful", "trial", "planned",
                                                    "ended", "alleged"], 2)))  # fmt: skip
def test_cells_are_told_apart_without_colour(pair: tuple[str, str]) -> None:
    one, other = (
        re.sub(r"#(?!FFFFFF)[0-9A-F]{6}", "ink", svg.items([cell(name, 0, 0, 20)])) for name in pair
    )
    assert one != other


@pytest.mark.parametrize("style", styles())
def test_every_style_has_a_cell_and_a_number(style: str) -> None:
    assert styles()[style].colour in svg.items([cell(style, 5, 5, 10)])
    root = read(badge(12, 40, 30, 20, 14, styles()[style]))
    (group,) = list(root)
    ring, text = list(group)
    assert group.get("class") == "note"
    assert text.text == "12"
    assert ring.get("stroke") == text.get("fill") == styles()[style].colour
    assert ring.get("fill") == "#FFFFFF"


def test_a_number_of_three_digits_is_set_smaller() -> None:
    sizes = [
        float(next(texts([badge(n, 0, 0, 20, 14, styles()["used"])])).look.size) for n in (99, 100)
    ]
    assert sizes[0] == 14
    assert sizes[1] < 14


def test_items_keep_their_order_and_groups_their_place() -> None:
    group = Group((Box(0, 0, 1, 1, id="a"), Path("M0 0L1 1", id="b")), id="g", at=(5, 7.5))
    root = read(group)
    (found,) = list(root)
    assert found.get("transform") == "translate(5 7.5)"
    assert [node.get("id") for node in found] == ["a", "b"]
    assert moved([Box(0, 0, 1, 1)], 2, 3, "head") == Group(
        (Box(0, 0, 1, 1),), at=(2, 3), kind="head"
    )


def test_what_has_no_value_is_not_written() -> None:
    root = read(Box(1, 2, 3, 4), Path("M0 0"))
    box, path = list(root)
    assert dict(box.attrib) == {"x": "1", "y": "2", "width": "3", "height": "4", "fill": "none"}
    assert dict(path.attrib) == {"d": "M0 0", "fill": "none"}


@pytest.mark.parametrize(
    ("arrow", "at"), [("head-used", "marker-end"), ("head-used-back", "marker-start")]
)
def test_an_arrow_is_at_the_end_or_at_the_start(arrow: str, at: str) -> None:
    (path,) = list(read(Path("M0 0L9 0", stroke="#000000", arrow=arrow, dash=(4, 2.5))))
    assert path.get(at) == f"url(#{arrow})"
    assert {"marker-end", "marker-start"} - {at} not in [set(path.attrib)]
    assert path.get("stroke-dasharray") == "4 2.5"


@pytest.mark.parametrize("is_hollow", [True, False])
def test_a_head_is_two_markers_that_point_apart(is_hollow: bool) -> None:
    drawn = svg.heads([Head("h", "#123456", is_hollow, 10)])
    one, other = list(etree.fromstring(f"<svg {NAMES}>{drawn}</svg>".encode()))
    assert (one.get("id"), other.get("id")) == ("h", "h-back")
    fills = {marker[0].get("fill") for marker in (one, other)}
    assert fills == ({"#FFFFFF"} if is_hollow else {"#123456"})
    assert float(one.get("refX", "0")) > 5 > float(other.get("refX", "0"))


def test_text_of_several_lines_is_spans_with_a_space_between() -> None:
    (text,) = list(read(Text(1, 2, ("one", "two & <three>"), Look(10, 600, "#111111"), 12)))
    assert "".join(text.itertext()) == "one two & <three>"
    first, second = list(text)
    assert (first.get("dy"), second.get("dy")) == (None, "12")
    assert {first.get("x"), second.get("x")} == {"1"}
    assert text.get("font-weight") == "600"


def test_turned_text_turns_about_where_it_stands() -> None:
    (text,) = list(read(Text(10, 20, ("up",), Look(10), turned=True)))
    assert text.get("transform") == "rotate(-90 10 20)"


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_the_box_of_a_text_is_where_it_is_seen(anchor: str) -> None:
    look = Look(10, anchor=anchor)  # type: ignore[arg-type]
    left, top, right, bottom = extent(Text(100, 50, ("abc", "de"), look, 12))
    wide = width("abc", 10)
    back = {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    assert (left, right) == pytest.approx((100 - back, 100 - back + wide))
    assert top == pytest.approx(50 - ascent(10))
    assert bottom == pytest.approx(50 + 12 + 2.4)


def test_the_box_of_turned_text_runs_upwards() -> None:
    left, top, right, bottom = extent(Text(100, 50, ("abc",), Look(10), turned=True))
    assert bottom == 50
    assert top == pytest.approx(50 - width("abc", 10))
    assert left < 100 < right


def test_a_block_is_as_high_as_its_lines() -> None:
    text, high = block(3, 10, ["a", "b", "c"], Look(10))
    assert high == pytest.approx(3 * leading(10))
    left, top, _, bottom = extent(text)
    assert left == 3
    assert top >= 10
    assert bottom <= 10 + high


@pytest.mark.parametrize("count", [1, 2, 5])
def test_lines_are_centred_at_a_height(count: int) -> None:
    first = centred(["x"] * count, 100, 10)
    last = first + (count - 1) * leading(10)
    assert (first + last) / 2 == pytest.approx(100 + 3.3)


def test_walking_gives_every_item_at_its_place() -> None:
    inner = Group((Text(1, 1, ("t",), Look(9)), Box(0, 0, 2, 2)), at=(10, 20))
    found = list(walk([Group((inner,), at=(100, 200))]))
    text = next(item for item in found if isinstance(item, Text))
    box = next(item for item in found if isinstance(item, Box))
    assert (text.x, text.y) == (111, 221)
    assert (box.x, box.y) == (110, 220)
    assert [item.lines for item in texts([inner])] == [("t",)]


def test_an_outline_has_every_glyph_and_keeps_the_rest() -> None:
    items = (Text(0, 0, ("Ab",), Look(20, 700, "#222222")), Box(0, 0, 1, 1),
             Group((Text(0, 0, ("x",), Look(10)),), id="g"))  # fmt: skip
    found = outlined(items)
    assert isinstance(found[0], Path)
    assert found[0].d.count("M") == 4, "A and b have an outer and an inner outline each"
    assert found[0].fill == "#222222"
    assert found[1] == Box(0, 0, 1, 1)
    assert isinstance(found[2], Group)
    assert found[2].id == "g"
    assert isinstance(found[2].items[0], Path)


def test_an_outline_stands_where_the_text_stood() -> None:
    for anchor in ("start", "middle", "end"):
        text = Text(200, 100, ("Hello",), Look(20, anchor=anchor))
        (path,) = outlined([text])
        assert isinstance(path, Path)
        xs = [float(pair.split()[0]) for pair in re.findall(r"[ML](\S+ \S+?)(?=[A-Z]|$)", path.d)]
        left, _, right, _ = extent(text)
        assert left - 1 <= min(xs)
        assert max(xs) <= right + 1


def test_a_drawing_opens_with_its_size_in_the_unit_of_the_paper() -> None:
    drawing = Drawing(842, 595, ())
    points = svg.opening(drawing, "pt", "en")
    pixels = svg.opening(drawing, "px", "nl")
    assert 'viewBox="0 0 842 595"' in points
    assert 'width="297.04mm"' in points
    assert 'width="842"' in pixels
    assert 'xml:lang="nl"' in pixels


MARKS = [mark("a"), mark("b", "Product"), mark("c", "PoliceForce"), mark("d", "Court"),
         mark("e", "Oversight")]  # fmt: skip


def test_a_legend_has_sellers_first_and_one_entry_for_a_shared_symbol() -> None:
    found = entries(MARKS, ["supplies", "used"], "en")
    assert [entry.text for entry in found] == [
        "Company", "Product", "Police force", "Court / oversight body", "supplies", "used by",
    ]  # fmt: skip
    assert [bool(entry.label) for entry in found] == [True] * 4 + [False] * 2


def test_a_legend_of_nothing_takes_no_room() -> None:
    assert legend([], 500, 16, 1.0) == ([], 0.0)
    assert entries([], [], "en") == []


def test_a_legend_of_one_symbol_and_no_line_tells_nothing_and_is_left_out() -> None:
    assert entries(MARKS[:1], [], "en") == []
    assert entries([mark("d", "Court"), mark("e", "Oversight")], [], "en") == []
    assert len(entries(MARKS[:1], ["owns"], "en")) == 2
    assert len(entries(MARKS[:2], [], "en")) == 2


@pytest.mark.parametrize("room", [500, 900, 1500])
def test_a_legend_stays_within_its_room(room: float) -> None:
    found = entries(MARKS, list(styles()), "de")
    items, high = legend(found, room, 16, 1.0)
    boxes = [extent(text) for text in texts(items)]
    assert len(boxes) == len(found)
    assert max(box[2] for box in boxes) <= room + 1
    assert max(box[3] for box in boxes) <= high
    assert min(box[0] for box in boxes) > 0


def test_the_heads_of_the_legend_have_names_of_their_own() -> None:
    heads = list(legend_heads(["supplies", "owns"], 1.0))
    assert [(head.id, head.is_hollow) for head in heads] == [
        ("key-supplies", False), ("key-owns", True),
    ]  # fmt: skip


def test_an_entry_has_the_sign_that_it_names() -> None:
    for entry, tags in (
        (Entry("Company", label="Company"), ["path", "text"]),
        (Entry("supplies", style="supplies"), ["path", "text"]),
        (Entry("used", cell="used"), ["path", "text"]),
        (Entry("shared", band="shared"), ["rect", "path", "text"]),
    ):
        items, _ = legend([entry], 500, 16, 1.0)
        (group,) = list(read(*items))
        assert [etree.QName(node).localname for node in group] == tags
