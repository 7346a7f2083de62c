from collections.abc import Sequence
from itertools import pairwise

import pytest

from kg.layout import scene
from kg.layout.columns import columns
from kg.layout.layered import layered
from kg.layout.sizes import sizes_of
from kg.views.picture import Line, Picture
from tests.layout.pictures import chain, turned
from tests.views.samples import HOSTILE, line, mark, picture


def side_by_side(found: Picture) -> list[list[str]]:
    """The ids in each column, sorted."""
    places = columns(found)
    return [
        sorted(id_ for id_, place in places.items() if place == column)
        for column in sorted(set(places.values()))
    ]


def test_sellers_stand_left_of_what_they_sell_and_that_left_of_who_uses_it() -> None:
    assert side_by_side(chain()) == [
        ["spies"],
        ["ann"],
        ["owner"],
        ["seller"],
        ["deal", "eye"],
        ["north", "south"],
        ["court"],
    ]


def test_the_drawing_follows_the_columns() -> None:
    found = chain()
    points, places = scene(found).points, columns(found)
    for left in points:
        for right in points:
            if places[left] < places[right]:
                assert points[left][0] < points[right][0]
            if places[left] == places[right]:
                assert points[left][0] == points[right][0]


def gaps(length: int) -> list[float]:
    """The room between the columns of a chain of so many firms, each 100 pixels wide."""
    firms = [mark(f"f{n}", "Product") for n in range(length)]
    ties = [line(f"f{n}", f"f{n + 1}", "BUILT_ON") for n in range(length - 1)]
    found = picture(*firms, *ties, layout="layered")
    points = scene(found, {each.id: (100.0, 36.0) for each in firms}).points
    lefts = sorted({x for x, _ in points.values()})
    return [right - left - 100.0 for left, right in pairwise(lefts)]


@pytest.mark.parametrize(("length", "inches"), [(2, 1.1), (4, 1.1), (5, 0.825)])
def test_many_columns_stand_closer_than_few(length: int, inches: float) -> None:
    assert gaps(length) == pytest.approx([72 * inches] * (length - 1), abs=2)


def test_however_many_the_columns_lines_have_room_between() -> None:
    ends = ("seller", "deal", "police", "court", "judge")
    firms = [mark("seller"), mark("deal", "Contract"), mark("police", "PoliceForce")]
    marks = [*firms, mark("court", "Court"), mark("judge", "Person")]
    chained = [mark(f"s{n}") for n in range(4)]
    names = [*(each.id for each in chained), *ends]
    ties = [line(left, right, "SUPPLIES") for left, right in pairwise(names)]
    found = picture(*chained, *marks, *ties, layout="layered")
    columns_ = sorted(
        {x for x, _ in scene(found, dict.fromkeys(names, (100.0, 36.0))).points.values()}
    )
    assert len(columns_) > 7
    assert all(right - left - 100 >= 38 for left, right in pairwise(columns_))


def test_a_contract_for_a_system_stands_left_of_it() -> None:
    found = chain()
    covers = line("deal", "eye", "COVERS")
    told = picture(*found.marks, *found.lines, covers)
    assert ["deal"] in side_by_side(told)
    assert ["eye"] in side_by_side(told)


def test_a_subcontractor_stands_left_of_its_prime() -> None:
    found = picture(
        mark("sub"), mark("prime"), mark("cops", "PoliceForce"),
        line("sub", "prime", "SUPPLIES"), line("prime", "cops", "SUPPLIES"),
    )  # fmt: skip
    assert side_by_side(found) == [["sub"], ["prime"], ["cops"]]


def test_what_is_built_on_a_system_stands_right_of_it() -> None:
    found = picture(
        mark("base", "Product"), mark("built", "Product"),
        line("built", "base", "BUILT_ON", backward=True),
    )  # fmt: skip
    assert side_by_side(found) == [["base"], ["built"]]


@pytest.mark.parametrize("length", [2, 3, 12])
def test_a_circle_of_owners_has_an_end(length: int) -> None:
    firms = [mark(f"f{n:02}") for n in range(length)]
    ties = [line(f"f{n:02}", f"f{(n + 1) % length:02}", "OWNS") for n in range(length)]
    found = picture(*firms, *ties, layout="layered")
    assert len(side_by_side(found)) <= 5
    assert scene(found).points


def test_who_stands_beside_nothing_stands_at_the_side() -> None:
    found = picture(mark("seller"), mark("lone", "Person"))
    assert side_by_side(found) == [["seller"], ["lone"]]


@pytest.mark.parametrize(
    ("more", "columns_"),
    [
        ((), [["seller"], ["deal"], ["cops", "minister"]]),
        ((line("court", "deal", "RULED"),), [["seller"], ["deal"], ["cops", "court", "minister"]]),
        ((line("court", "cops", "RULED"),),
         [["seller"], ["deal"], ["cops"], ["court", "minister"]]),
        ((line("court", "seller", "RULED"),),
         [["court"], ["seller"], ["deal"], ["cops", "minister"]]),
        ((line("court", "deal", "RULED"), line("judge", "court", "HELD_ROLE")),
         [["seller"], ["deal"], ["cops", "court", "minister"], ["judge"]]),
    ],
)  # fmt: skip
def test_bystanders_stand_with_the_police_unless_one_of_them_is_tied_to_those(
    more: tuple[Line, ...], columns_: list[list[str]]
) -> None:
    ties = [
        line("seller", "deal", "WON"), line("cops", "deal", "AWARDED", backward=True),
        line("minister", "deal", "ENDED"), *more,
    ]  # fmt: skip
    named = {id_ for tie in ties for id_ in (tie.start, tie.end)}
    marks = [
        mark("seller"), mark("deal", "Contract", role="contract"), mark("cops", "PoliceForce"),
        mark("minister", "Person"), mark("court", "Court"), mark("judge", "Person"),
    ]  # fmt: skip
    assert side_by_side(picture(*(m for m in marks if m.id in named), *ties)) == columns_


def test_who_gives_data_stands_left_of_who_gets_them_whatever_they_are() -> None:
    found = picture(
        mark("spies", "Intelligence"), mark("cops", "PoliceForce"), mark("files", "Database"),
        mark("eye", "Product"), mark("town", "Municipality"),
        line("spies", "cops", "SHARES_DATA_WITH"), line("town", "cops", "SHARES_DATA_WITH"),
        line("eye", "files", "DRAWS_ON", backward=True),
        line("cops", "eye", "SHARES_DATA_WITH", style="planned"),
    )  # fmt: skip
    assert side_by_side(found) == [["files", "spies", "town"], ["cops"], ["eye"]]
    sold = picture(*found.marks, *found.lines, mark("seller"), line("seller", "eye", "MAKES"))
    assert side_by_side(sold) == [
        ["seller"], ["eye"], ["cops"], ["files", "spies", "town"],
    ]  # fmt: skip


@pytest.mark.parametrize("tie", ["MAYBE_SAME", "RELATED_TO"])
def test_a_tie_without_direction_puts_neither_system_before_the_other(tie: str) -> None:
    found = picture(mark("a", "Product"), mark("b", "Product"), mark("cops", "PoliceForce"),
                    line("a", "b", tie), line("cops", "b", "USES", backward=True))  # fmt: skip
    assert side_by_side(found) == [["a", "b"], ["cops"]]


def test_a_picture_of_bystanders_alone_is_drawn() -> None:
    found = picture(
        mark("a", "Person"), mark("b", "Court"), line("a", "b", "SUED"), layout="layered"
    )
    assert len(scene(found).points) == 2


def test_every_line_has_a_way_from_its_start_to_its_end() -> None:
    found = chain()
    drawn, sizes = scene(found), sizes_of(found)
    assert set(drawn.routes) == {line.eid for line in found.lines}
    for tie in found.lines:
        route = drawn.routes[tie.eid]
        assert len(route) % 3 == 1
        assert touches(route[0], drawn.points[tie.start], sizes[tie.start])
        assert touches(route[-1], drawn.points[tie.end], sizes[tie.end])


def touches(
    point: Sequence[float], middle: Sequence[float], size: Sequence[float], near: float = 2.0
) -> bool:
    return all(
        abs(at - centre) <= length / 2 + near
        for at, centre, length in zip(point, middle, size, strict=True)
    )


def test_parallel_lines_go_separate_ways() -> None:
    found = picture(
        mark("a"), mark("b", "PoliceForce"),
        line("a", "b", eid="one"), line("a", "b", eid="two"), line("a", "b", eid="three"),
        layout="layered",
    )  # fmt: skip
    assert len(set(scene(found).routes.values())) == 3


def test_a_line_to_itself_has_no_way() -> None:
    assert scene(picture(mark("a"), line("a", "a"), layout="layered")).routes == {}


def test_a_long_line_goes_around_the_cards_between() -> None:
    blockers = [mark(f"p{n}", "Product") for n in range(5)]
    found = picture(
        mark("seller"), mark("cops", "PoliceForce"), *blockers,
        *[line("seller", p.id, "MAKES") for p in blockers],
        *[line("cops", p.id, "USES", backward=True) for p in blockers],
        line("seller", "cops", eid="long"), layout="layered",
    )  # fmt: skip
    drawn, sizes = scene(found), sizes_of(found)
    for blocker in blockers:
        x, y = drawn.points[blocker.id]
        width, height = sizes[blocker.id]
        within = [
            point
            for point in drawn.routes["long"]
            if abs(point[0] - x) < width / 2 - 1 and abs(point[1] - y) < height / 2 - 1
        ]
        assert within == []


def test_an_id_never_gets_into_the_text_for_graphviz() -> None:
    evil = f'"]; {HOSTILE} digraph {{ x [label="'
    found = picture(mark(evil), mark("b", "PoliceForce"), line(evil, "b", eid=evil))
    drawn = layered(found, sizes_of(found))
    assert set(drawn.points) == {evil, "b"}
    assert set(drawn.routes) == {evil}


def test_columns_do_not_depend_on_the_order_of_what_is_given() -> None:
    assert columns(turned(chain())) == columns(chain())
