"""Every shipped view, set for the sizes that there are: what a designer would check by eye."""

from collections import Counter
from itertools import combinations

import pytest
from lxml import etree

from kg.figures.connectors import connectors
from kg.figures.measure import checked
from kg.figures.page import Page
from kg.schema import labels
from kg.views.styles import styles
from tests.figures.boxes import SVG, Seen, Way, crossed, overlaps, words
from tests.figures.conftest import Build, Built
from tests.figures.shipped import CASES, HARD

each_case = pytest.mark.parametrize(("view", "size"), CASES)
WITH_CARDS = ("layered", "sankey")
IN_WORDS = ("questions", "named")


def parts(made: Built) -> list[tuple[Page, Seen]]:
    return list(zip(made.figure.pages, made.seen, strict=True))


@each_case
def test_no_card_lies_over_another_and_no_number_over_a_card(
    built: Build, view: str, size: str
) -> None:
    for page, found in parts(built(view, size)):
        assert overlaps(found.cards) == [], f"cards of part {page.part.number}"
        assert overlaps([*found.cards, *found.notes]) == [], f"numbers of part {page.part.number}"


@each_case
def test_no_text_lies_over_another(built: Build, view: str, size: str) -> None:
    for page, found in parts(built(view, size)):
        assert overlaps(found.texts) == [], f"part {page.part.number}"


@each_case
def test_every_text_is_inside_the_page_and_that_of_a_card_inside_its_card(
    built: Build, view: str, size: str
) -> None:
    for _, found in parts(built(view, size)):
        assert found.texts
        assert [text.what for text in found.texts if not found.page.holds(text)] == []
        assert [text.what for text, card in found.inside if not card.holds(text)] == []


@each_case
def test_no_text_is_too_small_to_read(built: Build, view: str, size: str) -> None:
    least = {"article": 14.5, "a4": 7.0, "a3": 7.0}.get(size, 22.0)
    for page, found in parts(built(view, size)):
        assert min(found.sizes) >= least, f"part {page.part.number}"


@each_case
def test_strokes_run_over_no_card_and_no_number_of_another(
    built: Build, view: str, size: str
) -> None:
    for page, found in parts(built(view, size)):
        assert crossed(found) == [], f"part {page.part.number}"


@each_case
def test_no_stroke_runs_on_another_that_goes_elsewhere(built: Build, view: str, size: str) -> None:
    for page, found in parts(built(view, size)):
        assert overlaid(found.ways) == [], f"part {page.part.number}"


def overlaid(ways: list[Way]) -> list[tuple[str, str]]:
    """Strokes without a common end that share a straight part: they would be taken for one."""
    straight = [(way, line) for way in ways for line in lines_of(way)]
    return sorted({
        (one[0], other[0])
        for (one, a), (other, b) in combinations(straight, 2)
        if not set(one[1]) & set(other[1])
        and a[0] == b[0]
        and abs(a[1] - b[1]) < 1.0
        and min(a[3], b[3]) - max(a[2], b[2]) > 4
    })  # fmt: skip


def lines_of(way: Way) -> list[tuple[str, float, float, float]]:
    """The level and upright parts of a stroke: which, where, from, to."""
    found = []
    for (ax, ay), (bx, by) in zip(way[2], way[2][1:], strict=False):
        if abs(ax - bx) < 0.3 and abs(ay - by) > 4:
            found.append(("upright", ax, min(ay, by), max(ay, by)))
        elif abs(ay - by) < 0.3 and abs(ax - bx) > 4:
            found.append(("level", ay, min(ax, bx), max(ax, bx)))
    return found


@each_case
def test_a_page_has_the_size_that_was_asked_for(built: Build, view: str, size: str) -> None:
    sides = {
        "square": (1080, 1080), "portrait": (1080, 1350), "story": (1080, 1920),
        "link": (1200, 630), "a4": (595, 842), "a3": (842, 1191),
    }  # fmt: skip
    for page, found in parts(built(view, size)):
        here = (found.page.right, found.page.bottom)
        if size == "article":
            assert here[0] == 1600
            assert 640 <= here[1] <= 2600
        elif page.paper.unit == "pt":
            assert tuple(sorted(here)) == sides[size]
        else:
            assert here == sides[size]


@each_case
def test_every_name_of_the_picture_is_drawn_in_some_part(
    built: Build, view: str, size: str
) -> None:
    made = built(view, size)
    if made.kind in ("summary", *IN_WORDS):
        pytest.skip("a summary names nobody, a question does in its own words")
    drawn = {
        node.get("id", "").removeprefix("mark-")
        for svg in made.svgs
        for node in etree.fromstring(svg.encode()).iter(f"{SVG}g")
        if node.get("id", "").startswith("mark-")
    }
    assert drawn == {mark.id for mark in made.picture.marks}


@each_case
def test_every_line_is_in_just_one_part(built: Build, view: str, size: str) -> None:
    made = built(view, size)
    held = Counter(line.eid for page in made.figure.pages for line in page.picture.lines)
    if made.kind == "map" and len(made.figure.pages) > 1:
        assert not held, "the parts of a map tell their ties in words"
    else:
        assert held.keys() == {line.eid for line in made.picture.lines}
    if made.kind == "layered":
        assert set(held.values()) <= {1}


@each_case
def test_there_is_a_stroke_or_cell_for_every_connector(built: Build, view: str, size: str) -> None:
    for page, found in parts(built(view, size)):
        if page.kind.name == "layered":
            assert len(found.ways) == len(connectors(page.picture, page.notes.numbers))


@each_case
def test_connectors_stay_tied_to_their_cards_in_inkscape(
    built: Build, view: str, size: str
) -> None:
    for page, found in parts(built(view, size)):
        cards = {f"#card-{card.what}" for card in found.cards}
        ends = [end for way in found.ways for end in way[1]]
        assert set(ends) <= cards
        if page.kind.name == "layered" and page.picture.lines:
            pairs = {frozenset(way[1]) for way in found.ways}
            wanted = {
                frozenset({f"#card-{line.start}", f"#card-{line.end}"})
                for line in page.picture.lines
                if line.start != line.end
            }
            assert pairs == wanted


@each_case
def test_ids_are_not_given_twice_and_those_referred_to_are_there(
    built: Build, view: str, size: str
) -> None:
    for svg in built(view, size).svgs:
        nodes = [n for n in etree.fromstring(svg.encode()).iter() if isinstance(n.tag, str)]
        ids = Counter(node.get("id") for node in nodes if node.get("id"))
        assert [id_ for id_, times in ids.items() if times > 1] == []
        refs = [v[5:-1] for n in nodes for v in n.attrib.values() if str(v).startswith("url(#")]
        assert set(refs) <= set(ids)


@each_case
def test_the_legend_shows_just_what_is_drawn(built: Build, view: str, size: str) -> None:
    for page, svg in zip(built(view, size).figure.pages, built(view, size).svgs, strict=True):
        assert keys(svg) == expected_keys(page)


def keys(svg: str) -> list[str]:
    """The texts of the legend, sorted."""
    root = etree.fromstring(svg.encode())
    groups = [g for g in root.iter(f"{SVG}g") if g.get("class") == "key"]
    return sorted("".join(group.itertext()).strip() for group in groups)


def expected_keys(page: Page) -> list[str]:
    """One entry a symbol, one a style that the drawing tells apart; a single one tells nothing."""
    if page.kind.name in ("summary", *IN_WORDS):
        return []
    picture, lang = page.picture, page.picture.lang
    symbols: dict[tuple[str, str], list[str]] = {}
    for name in sorted({mark.label for mark in picture.marks}, key=list(labels()).index):
        label = labels()[name]
        symbols.setdefault((label.shape, label.colour), []).append(label.names[lang])
    found = [" / ".join(names) for names in symbols.values()]
    found = [text[:1].upper() + text[1:] for text in found]
    drawn = {line.style for line in picture.lines}
    if page.kind.name in ("layered", "matrix"):
        found += [styles()[name].names[lang] for name in drawn]
    if page.kind.name == "sankey":
        found += [styles()[name].names[lang] for name in drawn if styles()[name].dash]
        found += ["held together: equal bands, as no source gives the shares"]
    return sorted(found) if len(found) > 1 else []


@each_case
def test_the_numbers_in_the_drawing_are_those_of_the_notes(
    built: Build, view: str, size: str
) -> None:
    for page, found in parts(built(view, size)):
        shown = [int(note.what.removeprefix("note ")) for note in found.notes]
        if page.kind.name in WITH_CARDS:
            assert set(shown) == set(page.notes.texts)
            assert set(page.notes.numbers.values()) == set(page.notes.texts)
        assert list(page.notes.texts) == list(range(1, len(page.notes.texts) + 1))
        assert len(page.notes.texts) <= page.paper.notes


@each_case
def test_every_page_says_its_title_its_sources_and_its_licence(
    built: Build, view: str, size: str
) -> None:
    made = built(view, size)
    for svg in made.svgs:
        text = words(svg)
        assert checked(made.picture.title) in text
        assert "Sources: " in text
        assert f"data {made.picture.data_version}, CC BY 4.0" in text


@each_case
def test_parts_are_numbered_and_only_parts(built: Build, view: str, size: str) -> None:
    made = built(view, size)
    count = len(made.svgs)
    for number, svg in enumerate(made.svgs, start=1):
        assert (f" {number}/{count} " in f" {words(svg)} ") == (count > 1)


@each_case
def test_only_the_first_part_tells_the_caption(built: Build, view: str, size: str) -> None:
    made = built(view, size)
    caption = made.figure.pages[0].picture.caption.split(". ")[0][:60]
    told = [caption in words(svg) for svg in made.svgs]
    assert told == [True, *[False] * (len(told) - 1)]


@each_case
def test_a_screen_reader_is_told_title_and_description(built: Build, view: str, size: str) -> None:
    for svg in built(view, size).svgs:
        root = etree.fromstring(svg.encode())
        assert root.get("role") == "img"
        for id_ in root.get("aria-labelledby", "").split():
            (node,) = [n for n in root.iter() if n.get("id") == id_]
            assert node.text


@pytest.mark.parametrize("view", HARD)
def test_a_source_line_gives_pages_of_the_report(built: Build, view: str) -> None:
    made = built(view, "article")
    used = {id_ for line in made.picture.lines for id_ in line.claims}
    used |= {id_ for mark in made.picture.marks for id_ in mark.claims}
    located = [made.picture.claims[id_].locator for id_ in used if id_ in made.picture.claims]
    has_pages = any(locator.startswith("p. ") for locator in located)
    assert any(", p. " in words(svg) for svg in made.svgs) == has_pages


@pytest.mark.parametrize("view", ["belgium", "conflicts", "france", "palantir"])
def test_what_is_too_much_for_a_link_is_told_in_numbers(built: Build, view: str) -> None:
    made = built(view, "link")
    assert made.kind == "summary"
    (svg,) = made.svgs
    root = etree.fromstring(svg.encode())
    counts = ["".join(g.itertext()) for g in root.iter(f"{SVG}g") if g.get("class") == "count"]
    marks = Counter(mark.label for mark in made.picture.marks)
    for label, count in marks.items():
        names = labels()[label].names if count == 1 else labels()[label].plural
        assert f"{count}{names['en']}" in ["".join(text.split("\n")) for text in counts]
    assert "In numbers: every name and every tie is in the data file." in words(svg)
