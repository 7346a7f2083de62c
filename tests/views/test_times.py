import pytest

from kg.session import OpenGraph
from kg.views.draw import draw
from kg.views.picture import Line, Picture
from kg.views.spec import find
from tests.views.samples import OF_SELLER, VENDOR, said_by, write


def then(graph: OpenGraph, as_of: str, vendor: str = "seller") -> Picture:
    write(graph.case, "mine", VENDOR, OF_SELLER.replace("seller", vendor))
    return draw(graph, find(graph.case, "mine"), as_of=as_of)


def found(picture: Picture, start: str, type_: str, end: str) -> list[Line]:
    return [x for x in picture.lines if (x.start, x.type, x.end) == (start, type_, end)]


@pytest.mark.parametrize(
    ("as_of", "style"),
    [("2017-12-31", None), ("2018", "used"), ("2021-06-30", "ended"), ("2021-07-01", None)],
)
def test_a_use_is_drawn_from_its_first_day_to_its_last(
    graph: OpenGraph, as_of: str, style: str | None
) -> None:
    lines = found(then(graph, as_of), "south", "USES", "eye")
    assert [line.style for line in lines] == ([style] if style else [])


@pytest.mark.parametrize(("as_of", "is_there"), [("2014", False), ("2016", True), ("2019", False)])
def test_a_delivery_holds_between_its_days_and_is_not_over_then(
    graph: OpenGraph, as_of: str, is_there: bool
) -> None:
    lines = found(then(graph, as_of, "helper"), "helper", "SUPPLIES", "north")
    assert [line.style for line in lines] == (["supplies"] if is_there else [])


def test_the_status_is_the_one_known_by_then(graph: OpenGraph) -> None:
    early, late = then(graph, "2021"), then(graph, "2024")
    assert said_by(early, "north", "USES", "eye").style == "trial"
    assert said_by(late, "north", "USES", "eye").style == "used"


def test_what_is_only_a_plan_today_was_none_the_more_before(graph: OpenGraph) -> None:
    assert said_by(then(graph, "2019"), "west", "USES", "eye").style == "planned"


def test_an_award_is_not_drawn_before_its_day(graph: OpenGraph) -> None:
    assert not found(then(graph, "2019"), "seller", "WON", "deal")
    assert found(then(graph, "2020-06"), "seller", "WON", "deal")


@pytest.mark.parametrize(("as_of", "status"), [("2020-06", ""), ("2023", ""), ("2024-03", "ended")])
def test_an_end_counts_from_the_date_that_most_sources_give(
    graph: OpenGraph, as_of: str, status: str
) -> None:
    picture = then(graph, as_of)
    assert picture.by_id["deal"].status == status
    assert bool(found(picture, "minister", "ENDED", "deal")) == (status == "ended")


def test_what_has_no_date_is_kept_and_says_so(graph: OpenGraph) -> None:
    line = said_by(then(graph, "1990"), "seller", "MAKES", "eye")
    assert line.undated
    assert not said_by(then(graph, "2020"), "south", "USES", "eye").undated


def test_a_mark_goes_with_its_only_line(graph: OpenGraph) -> None:
    assert "owner" in then(graph, "2023").by_id
    assert "owner" not in then(graph, "2022").by_id


def test_the_picture_says_of_when_it_is(graph: OpenGraph) -> None:
    assert then(graph, "2021-06").as_of == "2021-06"


def test_events_after_the_time_are_left_out(graph: OpenGraph) -> None:
    tables = '[event]\nof = "what"\ndate = "dates"\nnote = "event"\nat = "who"'
    write(graph.case, "events", 'query = "ends-and-bans"\nlayout = "timeline"', tables)
    view = find(graph.case, "events")
    every = {mark.date for mark in draw(graph, view).marks}
    before = {mark.date for mark in draw(graph, view, as_of="2022").marks}
    assert every == {"2021-06", "2022-03-01", "2024-01"}
    assert before == {"2021-06", "2022-03-01"}
    assert {mark.date for mark in draw(graph, view, as_of="2021").marks} == {"2021-06"}
