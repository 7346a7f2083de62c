"""A whole page: title, what is drawn, legend, notes, sources."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.figures.credits import source_lines, sources
from kg.figures.drawing import (
    FAINT,
    INK,
    PAPER,
    SOFT,
    Box,
    Drawing,
    Group,
    Head,
    Item,
    Look,
    Path,
    block,
    moved,
    texts,
)
from kg.figures.icons import number
from kg.figures.kinds import Kind
from kg.figures.layered import Room
from kg.figures.legend import legend, legend_heads
from kg.figures.measure import balanced, checked, width, wrapped
from kg.figures.notes import Notes
from kg.figures.paper import Paper
from kg.figures.words import Words, words
from kg.views.picture import Picture


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of how many."""

    number: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page."""

    paper: Paper
    picture: Picture
    kind: Kind
    notes: Notes
    part: Part
    drawing: Drawing = field(hash=False)

    @property
    def names(self) -> float:
        """The size of the names of what is drawn."""
        body = [item for item in self.drawing.items if isinstance(item, Group)][1:2]
        sizes = [text.look.size for text in texts(body) if text.look.weight == 600]
        return max(sizes, default=0.0)


def page(picture: Picture, kind: Kind, paper: Paper, part: Part = Part()) -> Page | None:
    """The page of a picture on a paper, or nothing if it does not fit.

    Notes are numbered as the eye meets them: that is known once all is drawn, so it is drawn twice.
    """
    said = words(picture.lang)
    notes = kind.notes(picture, said, paper.notes)
    first = _drawn(picture, kind, paper, part, notes)
    if first is None:
        return None
    found = Page(paper, picture, kind, notes, part, first)
    ordered = notes.in_order(first.order)
    if ordered.numbers == notes.numbers:
        return found
    names = tuple(size for size in paper.names if size <= found.names) or paper.names
    again = _drawn(picture, kind, replace(paper, names=names), part, ordered)
    return Page(paper, picture, kind, ordered, part, again) if again else None


def fits(picture: Picture, kind: Kind, paper: Paper, number: int) -> bool:
    """Whether a picture fits on a paper as that part of many, its names as small as they may."""
    small = replace(paper, names=paper.names[-1:])
    notes = kind.notes(picture, words(picture.lang), paper.notes)
    return _drawn(picture, kind, small, Part(number, paper.pages), notes) is not None


def _drawn(picture: Picture, kind: Kind, paper: Paper, part: Part, notes: Notes) -> Drawing | None:
    said = words(picture.lang)
    top, top_height = _header(picture, paper, part, said)
    foot, foot_height, heads = _footer(picture, kind, paper, notes, said)
    above, _, below, left = paper.margins
    gap = paper.subtitle * 1.1
    used = above + top_height + gap + gap + foot_height + below
    room = Room(
        paper.inside,
        (paper.height or paper.tallest) - used,
        paper.names,
        paper.least,
        may_turn=paper.height > paper.width,
        is_fixed=bool(paper.height),
    )
    body = kind.draw(picture, notes, said, room) if room.height > paper.text else None
    if body is None:
        return None
    height = paper.height or max(paper.lowest, used + body.height)
    spare = height - used - body.height
    at = (left + max(0.0, paper.inside - body.width) / 2, above + top_height + gap + spare * 0.4)
    items: tuple[Item, ...] = (
        Box(0.0, 0.0, paper.width, height, fill=PAPER),
        moved(top, left, above, "head"),
        moved(body.items, *at, "body"),
        moved(foot, left, height - below - foot_height, "foot"),
    )
    return Drawing(paper.width, height, items, (*body.heads, *heads), body.order)


def _header(picture: Picture, paper: Paper, part: Part, said: Words) -> tuple[list[Item], float]:
    items: list[Item] = []
    room = paper.inside
    if part.of > 1:
        text = f"{part.number}/{part.of}"
        look = Look(paper.subtitle, 600, SOFT, "end")
        items.append(block(room, (paper.title - paper.subtitle) * 0.6, [text], look)[0])
        room -= width(text, paper.subtitle, 600) + paper.title
    title = balanced(picture.title, room, paper.title, 700, 3)
    head, high = block(0, 0, title, Look(paper.title, 700, INK), paper.title * 1.17)
    items.append(head)
    told = picture.caption if part.number == 1 else ""
    caption = " ".join(filter(None, (told, _as_of(picture, said))))
    lines = balanced(caption, paper.inside * 0.96, paper.subtitle, 400, 3)
    if not lines:
        return items, high
    high += paper.subtitle * 0.35
    told_text, more = block(0, high, lines, Look(paper.subtitle, 400, SOFT))
    return [*items, told_text], high + more


def _as_of(picture: Picture, said: Words) -> str:
    """The time that is shown; that ties without a date are shown too, if there are any."""
    if not picture.as_of:
        return ""
    text = said.say("as_of", date=said.date(picture.as_of))
    is_open = any(line.undated and not line.date for line in picture.lines)
    return f"{text} {said.say('as_of_undated')}" if is_open else text


def _footer(
    picture: Picture, kind: Kind, paper: Paper, notes: Notes, said: Words
) -> tuple[list[Item], float, list[Head]]:
    found = kind.entries(picture, said)
    scale = paper.text / 16
    keys, high = legend(found, paper.inside, paper.text, scale)
    high += paper.text * 0.7
    rule = f"M0 {number(high)}H{number(paper.inside)}"
    items: list[Item] = [
        Group(tuple(keys), id="legend"),
        Path(rule, stroke=FAINT, line=paper.text / 16),
    ]
    high += paper.text * 0.55
    told, more = _notes(notes, paper, said)
    items.append(Group((moved(told, 0, high),), id="footnotes"))
    high += more + (paper.text * 0.7 if told else 0.0)
    credit, more = _credit(picture, paper, said)
    items.append(Group((moved(credit, 0, high),), id="credit"))
    heads = list(legend_heads([entry.style for entry in found if entry.style], scale))
    return items, high + more, heads


def _notes(notes: Notes, paper: Paper, said: Words) -> tuple[list[Item], float]:
    """Notes in columns, their numbers hanging."""
    size, indent = paper.small, paper.small * 1.9
    count = max(1, round(paper.inside / (paper.small * 34)))
    gap = paper.small * 1.6
    wide = (paper.inside - gap * (count - 1)) / count
    listed = [
        (str(place), wrapped(text, wide - indent, size)) for place, text in notes.texts.items()
    ]
    if notes.left:
        listed.append(("", wrapped(said.count("more_notes", notes.left), wide - indent, size)))
    columns = _columns([len(lines) for _, lines in listed], count)
    items: list[Item] = []
    tallest = 0.0
    for column, members in enumerate(columns):
        x, y = column * (wide + gap), 0.0
        for place in members:
            digits, lines = listed[place]
            if digits:
                look = Look(size, 600, INK, "end")
                items.append(block(x + indent * 0.68, y, [digits], look)[0])
            text, high = block(x + indent, y, lines, Look(size, 400, INK))
            items.append(text)
            y += high
        tallest = max(tallest, y)
    return items, tallest


def _columns(heights: Sequence[int], count: int) -> list[list[int]]:
    """Which entries stand in which column: in order, as even as can be."""
    low = max([*heights, -(-sum(heights) // count)], default=1)
    while True:
        found: list[list[int]] = [[]]
        used = 0
        for place, high in enumerate(heights):
            if used + high > low and found[-1]:
                found.append([])
                used = 0
            found[-1].append(place)
            used += high
        if len(found) <= count:
            return found
        low += 1


def _credit(picture: Picture, paper: Paper, said: Words) -> tuple[list[Item], float]:
    size = paper.small
    listed = source_lines(sources(picture, said), said, paper.inside, size, paper.source_lines)
    text, high = block(0, 0, listed, Look(size, 400, SOFT))
    key = "graph" if paper.unit == "pt" or not paper.height else "graph_short"
    about = checked(said.say(key, version=picture.data_version))
    lines = wrapped(about, paper.inside, size)
    last, more = block(0, high, lines, Look(size, 400, SOFT))
    return [item for item in (text, last) if item.lines], high + more
