"""Each kind of drawing on small pictures: which is chosen, what it shows, what it is split by."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from kg.figures.kinds import kind_of
from kg.figures.matrix import matrix, rows_of
from kg.figures.sankey import is_flow, largest_of
from kg.figures.tiles import part_of_countries, ties_of
from kg.figures.timeline import timeline
from kg.figures.units import (
    ids_of,
    lines_by_hub,
    part_of_contracts,
    part_of_lines,
    part_of_marks,
    part_of_rows,
    units_of_contracts,
    units_of_countries,
    units_of_lines,
    units_of_marks,
    units_of_rows,
)
from kg.figures.words import words
from kg.schema import LANGUAGES
from kg.views.picture import Group, Layout, Line, Mark, Picture
from tests.figures.boxes import SVG
from tests.figures.boxes import words as seen_words
from tests.figures.conftest import build
from tests.figures.samples import EN, NONE, ROOM, dated, table, where
from tests.views.samples import line, mark, picture


def deal(id_: str, value: float | None, currency: str = "EUR") -> Mark:
    found = mark(id_, "Contract", name=f"Contract {id_}")
    return replace(found, value=value, currency=currency, role="contract")


def money(*amounts: float) -> Picture:
    """One firm with a contract of each amount, all with one buyer."""
    parts: list[Mark | Line] = [mark("firm"), mark("buyer", "PoliceForce")]
    for n, amount in enumerate(amounts):
        parts += [deal(f"k{n}", amount), line("firm", f"k{n}", "WON"),
                  line("buyer", f"k{n}", "AWARDED", backward=True)]  # fmt: skip
    return picture(*parts, layout="layered")


@pytest.mark.parametrize(
    ("layout", "name"),
    [("layered", "layered"), ("force", "layered"), ("ego", "layered"), ("timeline", "timeline"),
     ("map", "map"), ("matrix", "matrix")],
)  # fmt: skip
def test_each_layout_has_a_kind_of_figure(layout: Layout, name: str) -> None:
    assert kind_of(picture(mark("a"), layout=layout)).name == name


def test_amounts_of_one_currency_between_neighbours_are_drawn_as_bands() -> None:
    assert kind_of(money(5.0, 3.0)).name == "sankey"
    assert is_flow(money(1.0))


def test_bands_are_not_drawn_where_they_would_lie() -> None:
    whole = money(5.0, 3.0)
    mixed = [replace(m, currency="USD") if m.id == "k1" else m for m in whole.marks]
    assert not is_flow(replace(whole, marks=tuple(mixed))), "two currencies"
    assert not is_flow(picture(mark("a"), mark("b"), line("a", "b"), layout="layered"))
    assert not is_flow(picture(deal("k", 5.0), layout="layered")), "no lines"
    direct = replace(whole, lines=(*whole.lines, line("firm", "buyer")))
    assert not is_flow(direct), "a line without an amount"
    assert largest_of(whole) == 5.0
    assert largest_of(picture(mark("a"))) == 0.0


def test_shared_contracts_are_equal_bands_and_say_so() -> None:
    whole = money(6e6)
    both = replace(
        whole,
        marks=tuple(sorted((*whole.marks, mark("other")), key=lambda m: m.id)),
        lines=tuple(sorted((*whole.lines, line("other", "k0", "WON")), key=lambda x: x.eid)),
    )
    made = build(both)
    assert made.kind == "sankey"
    assert "held together: equal bands, as no source gives the shares" in seen_words(made.svgs[0])
    assert "€6 million" in seen_words(made.svgs[0])


def test_lines_are_units_once_each_and_what_stands_alone_comes_last() -> None:
    ties = [line("a", "b"), line("b", "c"), line("x", "y"), line("a", "a", eid="self")]
    whole = picture(*map(mark, "abcxyz"), *ties, layout="layered")
    units = units_of_lines(whole)
    flat = [id_ for unit in units for id_ in ids_of(unit)]
    assert flat == ["a-SUPPLIES-b", "b-SUPPLIES-c", "x-SUPPLIES-y", "z"]
    assert [ids_of(unit) for unit in units] == [tuple(flat[:2]), tuple(flat[2:3]), ("z",)]
    assert units_of_lines(picture(layout="layered")) == []
    assert part_of_lines(whole, set(flat)).marks == whole.marks


def test_a_system_is_one_story_with_who_makes_it_and_who_uses_it() -> None:
    forces = [mark(f"p{n}", "PoliceForce") for n in range(4)]
    marks = [mark("firm"), mark("eye", "Product"), mark("ear", "Product"), *forces]
    uses = [line(f"p{n}", "eye" if n < 3 else "ear", "USES", backward=True) for n in range(4)]
    ties = [*uses, line("firm", "eye", "MAKES"), line("firm", "ear", "MAKES")]
    (whole,) = units_of_lines(picture(*marks, *ties, layout="layered"))
    stories = [set(ids_of(story)) for story in whole]
    assert sorted(stories, key=len) == [
        {"firm-MAKES-ear", "p3-USES-ear"},
        {"firm-MAKES-eye", "p0-USES-eye", "p1-USES-eye", "p2-USES-eye"},
    ]


def test_what_has_no_other_tie_is_told_with_the_hub_that_it_shares() -> None:
    files = [mark(f"d{n}", "Database") for n in range(3)]
    uses = [line("cops", each.id, "USES", backward=True) for each in files]
    whole = picture(mark("cops", "PoliceForce"), *files, *uses, layout="layered")
    (unit,) = units_of_lines(whole)
    assert set(ids_of(unit)) == {each.eid for each in uses}
    assert len(unit) == 1, "one story"


def test_lines_by_hub_are_the_same_lines_in_another_order() -> None:
    forces = [mark(f"p{n}", "PoliceForce") for n in range(3)]
    marks = [mark("firm"), mark("eye", "Product"), *forces, mark("lone")]
    uses = [line(f.id, "eye", "USES", backward=True) for f in forces]
    whole = picture(*marks, *uses, line("firm", "eye", "MAKES"), layout="layered")
    flat = [id_ for unit in units_of_lines(whole) for id_ in ids_of(unit)]
    found = list(lines_by_hub(whole))
    assert sorted(found) == sorted(flat)
    assert found[-1] == "lone"
    places = sorted(found.index(tie.eid) for tie in uses)
    assert places == list(range(places[0], places[0] + 3)), "what one hub is used by, together"
    assert lines_by_hub(picture(layout="layered")) == []


def test_the_ids_of_a_unit_are_all_that_it_holds() -> None:
    assert ids_of("a") == ("a",)
    assert ids_of((("a", ("b",)), "c")) == ("a", "b", "c")
    assert ids_of(()) == ()


def test_a_part_of_lines_has_their_ends_and_no_more() -> None:
    ties = [line("a", "b"), line("b", "c"), line("a", "a", eid="self")]
    whole = picture(*map(mark, "abcz"), *ties, layout="layered")
    part = part_of_lines(whole, {"a-SUPPLIES-b"})
    assert [m.id for m in part.marks] == ["a", "b"]
    assert [x.eid for x in part.lines] == ["a-SUPPLIES-b"]
    assert [m.id for m in part_of_lines(whole, {"z"}).marks] == ["z"]


def test_contracts_are_units_the_largest_first_with_all_who_hold_them() -> None:
    whole = money(1.0, 9.0, 5.0)
    assert units_of_contracts(whole) == ["k1", "k2", "k0"]
    part = part_of_contracts(whole, {"k1"})
    assert {m.id for m in part.marks} == {"firm", "k1", "buyer"}
    assert len(part.lines) == 2


def test_a_contract_that_no_line_touches_is_in_some_part() -> None:
    whole = money(1.0)
    alone = replace(whole, marks=(*whole.marks, deal("z", 7.0), mark("zz")))
    assert units_of_contracts(alone) == ["z", "k0", "zz"]
    assert [m.id for m in part_of_contracts(alone, {"z", "zz"}).marks] == ["z", "zz"]


def test_events_are_units_by_date_and_those_without_come_last() -> None:
    whole = picture(dated("a", ""), dated("b", "2020"), dated("c", "2019-05"), layout="timeline")
    assert units_of_marks(whole) == ["c", "b", "a"]
    part = part_of_marks(whole, {"a", "c"})
    assert [m.id for m in part.marks] == ["a", "c"]


def test_groups_that_are_not_in_a_part_are_gone_from_it() -> None:
    marks = [replace(mark("a"), group="BE"), replace(mark("b"), group="FR")]
    names = dict.fromkeys(LANGUAGES, "x")
    whole = replace(
        picture(*marks, line("a", "b")), groups=(Group("BE", names), Group("FR", names))
    )
    part = part_of_marks(whole, {"a"})
    assert [group.id for group in part.groups] == ["BE"]
    assert part.lines == ()


def test_rows_are_units_by_how_full_they_are() -> None:
    whole = table()
    more = replace(whole, lines=(*whole.lines, line("f2", "t1", "USES", style="trial")))
    assert units_of_rows(more) == ["f2", "f0", "f1"]
    assert [m.id for m in rows_of(more)] == ["f2", "f0", "f1"]
    part = part_of_rows(more, {"f0"})
    assert {m.id for m in part.marks} == {"f0", "t0"}


def test_a_matrix_has_a_sign_in_each_cell_that_is_filled() -> None:
    made = build(table(6, 3))
    (svg,) = made.svgs
    root = etree.fromstring(svg.encode())
    rows = [g for g in root.iter(f"{SVG}g") if g.get("class") == "row"]
    heads = [g for g in root.iter(f"{SVG}g") if g.get("class") == "head"]
    assert (len(rows), len(heads)) == (6, 3 + 1), "one head group is that of the page"
    text = seen_words(svg)
    assert all(f"f{n}" in text for n in range(6))


def test_a_matrix_without_rows_or_cells_is_none() -> None:
    empty = picture(mark("f", "PoliceForce"), mark("t", "Technology"), layout="matrix")
    assert matrix(empty, NONE, EN, ROOM) is None
    assert matrix(picture(mark("t", "Technology"), layout="matrix"), NONE, EN, ROOM) is None


@pytest.mark.parametrize("count", [1, 5, 30, 80])
def test_a_timeline_runs_down_its_columns_in_order_of_time(count: int) -> None:
    events = [
        replace(dated(f"e{n:02}", f"{1990 + n % 40}"), notes=dict.fromkeys(LANGUAGES, f"event {n}"))
        for n in range(count)
    ]
    room = replace(ROOM, height=2400.0)
    found = timeline(picture(*events, layout="timeline"), NONE, EN, room)
    assert found is not None
    assert found.width <= room.width + 0.5
    assert found.height <= room.height
    years = [int(item) for item in re.findall(r"lines=\('((?:19|20)\d\d)',\)", repr(found.items))]
    assert years == sorted(years)
    assert len(set(years)) == min(40, count)


def test_a_timeline_with_more_than_its_room_is_none() -> None:
    events = [dated(f"e{n}", "2020") for n in range(200)]
    assert timeline(picture(*events, layout="timeline"), NONE, EN, ROOM) is None


def test_a_map_tells_beside_each_name_who_sells_from_abroad() -> None:
    assert ties_of(where(), EN) == {"force": "Seller", "other": "Seller (ended or suspended)"}
    text = seen_words(build(where()).svgs[0])
    assert "Belgium (BE)" in text
    assert "Israel (IL)" in text
    assert "Seller (ended or suspended)" in text
    assert "Lost" in text


def test_a_map_tells_once_of_whom_something_ended_or_is_in_doubt() -> None:
    ties = [
        line("b", "force", style="ended"),
        line("a", "force"),
        replace(line("c", "force"), conflict=True),
        replace(line("d", "force"), conflict=True),
        replace(line("e", "force", style="vendor"), conflict=True),
    ]
    firms = [mark(id_, country=("IL",), name=id_.upper()) for id_ in "abcde"]
    found = picture(*firms, mark("force", "PoliceForce", country=("BE",)), *ties, layout="map")
    assert ties_of(found, EN) == {
        "force": "A; B (ended or suspended); C, D (sources disagree); E (said by the vendor only)"
    }
    assert "C, D (bronnen spreken elkaar tegen)" in ties_of(found, words("nl"))["force"]


def test_countries_are_units_the_one_with_most_first_and_no_country_last() -> None:
    assert units_of_countries(where()) == ["force", "other", "seller", "lost"]


def test_a_part_of_a_map_keeps_what_its_names_rest_on() -> None:
    part = part_of_countries(where(), {"force"})
    (found,) = part.marks
    assert found.note == "Seller"
    assert set(found.claims) == {"c-seller-SUPPLIES-force", "c-force-SUPPLIES-other"}
    assert part.lines == ()
