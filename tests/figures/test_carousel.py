"""Pages of a figure: one, several, a summary, or none and why."""

from dataclasses import replace
from itertools import chain as chain_
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kg.errors import ViewError
from kg.figures import SIZES, figure
from kg.figures.carousel import pages
from kg.figures.paper import PAPERS, sheets
from kg.views.picture import Line, Mark, Picture
from tests.figures.boxes import overlaps, words
from tests.figures.conftest import build
from tests.views.samples import line, mark, picture

if TYPE_CHECKING:
    from tests.figures.conftest import Build


def chain(count: int, letters: int = 12) -> Picture:
    """So many firms, each selling to a force of its own."""
    firms = [mark(f"f{n:03}", name=f"Firm {n} ".ljust(letters, "x")) for n in range(count)]
    forces = [mark(f"p{n:03}", "PoliceForce", name=f"Police {n}") for n in range(count)]
    ties = [line(a.id, b.id) for a, b in zip(firms, forces, strict=True)]
    return picture(*firms, *forces, *ties, layout="layered")


@pytest.mark.parametrize("size", SIZES)
def test_a_small_picture_is_one_page_of_any_size(size: str) -> None:
    (found,) = pages(chain(2), size)
    assert found.kind.name == "layered"
    assert (found.part.number, found.part.of) == (1, 1)


def test_names_are_as_large_as_they_may_be() -> None:
    small, large = pages(chain(2), "article"), pages(chain(50, 110), "article")
    assert small[0].names == max(PAPERS["article"].names)
    assert large[0].names < small[0].names


@pytest.mark.parametrize("size", ["square", "portrait", "story", "a4"])
def test_what_is_too_much_for_one_page_is_split_into_full_ones(size: str) -> None:
    whole = chain(60)
    found = pages(whole, size)
    counts = [len(page.picture.lines) for page in found]
    assert len(found) > 1
    assert sum(counts) == 60
    assert max(counts) - min(counts) <= max(2, max(counts) // 3), "about as full"
    assert [page.part.number for page in found] == list(range(1, len(found) + 1))
    assert {page.part.of for page in found} == {len(found)}
    eids = [line.eid for page in found for line in page.picture.lines]
    assert sorted(eids) == [line.eid for line in whole.lines]


@pytest.mark.parametrize("count", [88, 104, 118, 134])
def test_around_the_most_parts_either_all_is_drawn_or_none_of_it(count: int) -> None:
    hubs = [mark(f"h{n}") for n in range(0, count, 9)]
    whole = chain(count)
    also = [line(hub.id, f"p{9 * n:03}") for n, hub in enumerate(hubs)]
    both = picture(*whole.marks, *hubs, *whole.lines, *also, layout="layered")
    found = pages(both, "square")
    assert len(found) <= PAPERS["square"].pages == 12
    drawn = sorted(tie.eid for page in found for tie in page.picture.lines)
    assert drawn == sorted(tie.eid for tie in both.lines)


def test_the_most_parts_are_told_from_too_many() -> None:
    kinds = [pages(chain(count), "square")[0].kind.name for count in (60, 200)]
    assert kinds == ["layered", "summary"]


def test_parts_that_hang_together_stay_together() -> None:
    hub = [mark("hub"), *(mark(f"p{n:02}", "PoliceForce") for n in range(6))]
    ties = [line("hub", f"p{n:02}") for n in range(6)]
    other = chain(30)
    both = picture(*hub, *other.marks, *ties, *other.lines, layout="layered")
    found = pages(both, "square")
    assert len(found) > 1
    assert {f"hub-SUPPLIES-p{n:02}" for n in range(6)} <= {x.eid for x in found[0].picture.lines}


@pytest.mark.parametrize("size", ["square", "link"])
def test_what_no_carousel_holds_is_told_in_numbers(size: str) -> None:
    (found,) = pages(chain(170, 139), size)
    assert found.kind.name == "summary"
    assert len(found.picture.lines) == 170
    made = build(chain(170, 139), size)
    text = words(made.svgs[0])
    assert "170 companies" in text
    assert "170 police forces" in text
    assert "170 supplies" in text
    assert "In numbers: every name and every tie is in the data file." in text
    assert overlaps(made.seen[0].texts) == []


@pytest.mark.parametrize(
    ("size", "advice"), [("article", "a3"), ("a4", "article or a3"), ("a3", "article")]
)
def test_print_is_refused_with_advice_where_it_has_no_room(size: str, advice: str) -> None:
    force = mark("force", "PoliceForce")
    tools = [mark(f"t{n:02}", "Product") for n in range(90)]
    table = picture(force, *tools, *(line("force", t.id) for t in tools), layout="matrix")
    with pytest.raises(ViewError) as caught:
        pages(table, size)
    assert str(caught.value) == (
        f"by-hand is too dense for --size {size}: its texts find no room. "
        f"Take --size {advice}, or narrow it with --param or --as-of"
    )


def test_a_single_word_that_is_too_long_is_broken_not_refused() -> None:
    (found,) = pages(chain(1, 90), "square")
    assert found.kind.name == "layered"


def test_nothing_to_draw_is_refused_with_advice() -> None:
    with pytest.raises(ViewError, match="by-hand: there is nothing to draw; widen it with --param"):
        pages(picture(layout="layered"), "article")


@pytest.mark.parametrize(
    ("size", "said"),
    [("sqare", "did you mean 'square'?"), ("A4", "did you mean 'a4'?"), ("", "one of article"),
     ("letter", "one of article, square, portrait, story, link, a4, a3")],
)  # fmt: skip
def test_another_size_is_refused_with_those_that_there_are(size: str, said: str) -> None:
    with pytest.raises(ViewError) as caught:
        figure(chain(1), size)
    assert f"no size {size!r}" in str(caught.value)
    assert said in str(caught.value)


def test_what_no_line_touches_has_a_place_in_some_part() -> None:
    alone = [mark(f"z{n:02}", "Law", name=f"Law {n}") for n in range(30)]
    whole = chain(30)
    both = replace(whole, marks=tuple(sorted((*whole.marks, *alone), key=lambda m: m.id)))
    found = pages(both, "square")
    assert len(found) > 1
    drawn = {mark.id for page in found for mark in page.picture.marks}
    assert drawn == {mark.id for mark in both.marks}


def test_a_story_is_cut_only_where_no_part_holds_it_whole() -> None:
    stars: list[Mark | Line] = []
    for name in "abcde":
        forces = [mark(f"{name}{n}", "PoliceForce") for n in range(5)]
        uses = [line(f.id, f"{name}-eye", "USES", backward=True) for f in forces]
        stars += [mark(f"{name}-eye", "Product"), *forces, *uses]
        stars += [line("firm", f"{name}-eye", "MAKES")]
    found = pages(picture(mark("firm"), *stars, layout="layered"), "square")
    assert len(found) > 1
    held = [{tie.eid for tie in page.picture.lines} for page in found]
    for name in "abcde":
        story = {f"firm-MAKES-{name}-eye", *(f"{name}{n}-USES-{name}-eye" for n in range(5))}
        assert [part & story for part in held if part & story] == [story]
    (one, *more) = pages(star(60), "square")
    assert more, "a story that no part holds is cut"
    assert sum(len(page.picture.lines) for page in (one, *more)) == 60


def row(name: str, *labels: str) -> tuple[list[Mark], list[Line]]:
    """A chain of its own through marks of these labels."""
    marks = [mark(f"{name}{n}", label, name=f"{name} {n}") for n, label in enumerate(labels)]
    return marks, [line(a.id, b.id) for a, b in pairwise(marks)]


def test_a_thin_part_goes_where_there_is_room() -> None:
    whole = chain(13)
    marks, ties = row("z", "Company", "Product", "Contract", "PoliceForce")
    both = picture(*whole.marks, *marks, *whole.lines, *ties, layout="layered")
    found = pages(both, "square")
    drawn = sorted(tie.eid for page in found for tie in page.picture.lines)
    assert drawn == sorted(tie.eid for tie in both.lines), "each line once"
    counts = [len(page.picture.lines) for page in found]
    assert min(counts) * 3 >= max(counts)


@pytest.mark.parametrize(
    ("view", "lang", "most"),
    [("databases", "es", 5), ("databases", "nl", 5), ("briefcam-courts", "fr", 5),
     ("edicia", "fr", 3), ("spain", "en", 7), ("unit-8200", "de", 5)],
)  # fmt: skip
def test_a_carousel_has_no_slide_with_a_single_line(
    built: "Build", view: str, lang: str, most: int
) -> None:
    made = built(view, "square", lang)
    found = [sorted(tie.eid for tie in page.picture.lines) for page in made.figure.pages]
    assert 1 < len(found) <= most
    assert min(map(len, found)) > 1
    assert sorted(chain_.from_iterable(found)) == sorted(tie.eid for tie in made.picture.lines)


def test_events_stay_in_the_order_of_their_dates(built: "Build") -> None:
    made = built("ends-and-bans", "square", "de")
    dates = [
        sorted(mark.date or "9999" for mark in page.picture.marks) for page in made.figure.pages
    ]
    assert all(before[-1] <= after[0] for before, after in pairwise(dates))


def test_print_lies_as_names_are_largest() -> None:
    wide = pages(chain(3), "a4")[0].paper
    assert (wide.width, wide.height) == (842, 595)
    tall = pages(star(24), "a4")[0].paper
    assert (tall.width, tall.height) == (595, 842)


def star(count: int) -> Picture:
    """One firm that sells to many."""
    forces = [mark(f"p{n:02}", "PoliceForce", name=f"Police {n}") for n in range(count)]
    return picture(mark("hub"), *forces, *(line("hub", f.id) for f in forces), layout="layered")


@pytest.mark.parametrize("size", SIZES)
def test_sheets_of_print_can_be_turned_and_screens_not(size: str) -> None:
    found = sheets(size)
    assert len(found) == (2 if size in ("a4", "a3") else 1)
    assert found[0] is PAPERS[size]
    for paper in found:
        assert paper.inside == paper.width - paper.left - paper.margins[1]
        assert paper.inside > 0.85 * paper.width
        assert paper.is_social == (size in ("square", "portrait", "story", "link"))


@pytest.mark.parametrize("size", SIZES)
def test_no_size_of_text_is_under_what_can_be_read(size: str) -> None:
    paper = PAPERS[size]
    assert paper.least >= (7 if paper.unit == "pt" else 22 if paper.is_social else 14.5)
    assert list(paper.names) == sorted(paper.names, reverse=True)
    assert paper.title > paper.subtitle > paper.names[-1] or paper.unit == "px"


def test_contracts_are_split_by_amount_with_one_scale_for_all() -> None:
    whole = contracts(30)
    found = build(whole, "square")
    assert found.kind == "sankey"
    values = [max(m.value or 0 for m in page.picture.marks) for page in found.figure.pages]
    assert len(values) > 1
    assert values == sorted(values, reverse=True), "the largest first"
    thick = {}
    for page in found.figure.pages:
        for mark_id, height in band_heights(page).items():
            thick[mark_id] = height / page.names
    amounts = {m.id: m.value or 0.0 for m in whole.marks if m.value}
    large, half = thick["k00"], thick["k15"]
    assert half / large == pytest.approx(amounts["k15"] / amounts["k00"], rel=0.02)


def contracts(count: int) -> Picture:
    """Contracts of falling value, each of one firm with one buyer."""
    parts: list[Mark | Line] = []
    for n in range(count):
        deal = mark(f"k{n:02}", "Contract", name=f"Contract {n}")
        parts += [
            mark(f"f{n:02}", name=f"Firm {n}"),
            replace(deal, value=1e6 * (count - n), currency="EUR", role="contract"),
            mark(f"p{n:02}", "PoliceForce", name=f"Buyer {n}"),
            line(f"f{n:02}", f"k{n:02}", "WON"),
            line(f"p{n:02}", f"k{n:02}", "AWARDED", backward=True),
        ]
    return picture(*parts, layout="layered")


def band_heights(page: object) -> dict[str, float]:
    """How thick the band that leaves each firm is, by the contract it goes to."""
    from kg.figures.drawing import Group, Path, walk
    from kg.figures.page import Page

    assert isinstance(page, Page)
    lines = next(g for g in walk(page.drawing.items) if isinstance(g, Group) and g.id == "lines")
    paths = [item for item in walk(lines.items) if isinstance(item, Path) and item.id]
    found: dict[str, float] = {}
    for path in paths:
        number = [float(each) for each in path.d[1:].replace("C", " ").split("L")[0].split()]
        end = [float(each) for each in path.d.split("L")[1].split("C")[0].split()]
        height = end[1] - number[-1]
        low = (end[1] + number[-1]) / 2
        found[_contract_at(page, low)] = height
    return found


def _contract_at(page: object, y: float) -> str:
    """The contract of the only band at a height: bands of a firm and of a buyer lie level."""
    from kg.figures.drawing import Box, Group, walk
    from kg.figures.page import Page

    assert isinstance(page, Page)
    cards = next(g for g in walk(page.drawing.items) if isinstance(g, Group) and g.id == "cards")
    boxes = [item for item in walk(cards.items) if isinstance(item, Box) and "card-k" in item.id]
    return min(boxes, key=lambda box: abs(box.y + box.height / 2 - y)).id.removeprefix("card-")


@pytest.mark.parametrize(("view", "least"), [("databases", 50), ("edicia", 50), ("france", 38)])
def test_the_title_over_few_numbers_is_larger_than_over_a_drawing(
    built: "Build", view: str, least: float
) -> None:
    made = built(view, "link")
    assert made.kind == "summary"
    assert max(made.seen[0].sizes) >= least
    assert overlaps(made.seen[0].texts) == []
