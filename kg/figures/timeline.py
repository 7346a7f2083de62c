"""The timeline: events down a line, year by year, in as many columns as the paper takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.answers.words import words as answer_words
from kg.figures.cards import countries, title
from kg.figures.drawing import FAINT, INK, SOFT, Drawing, Group, Item, Look, Path, Text, block
from kg.figures.icons import icon, number
from kg.figures.layered import Room
from kg.figures.measure import balanced, longest_word, width, wrapped
from kg.figures.notes import Notes, event
from kg.figures.words import Words
from kg.schema import certainties
from kg.views.picture import Mark, Picture

_NARROWEST = 17.0
"""A column is at least so many times as wide as a name is high."""
_MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Event:
    """One event, measured. ``year`` is "" where no date is known."""

    mark: Mark
    year: str
    name: tuple[str, ...]
    told: tuple[str, ...]
    country: str
    height: float


def timeline(picture: Picture, notes: Notes, words: Words, room: Room) -> Drawing | None:
    """The events in columns, the largest names that fit."""
    undated = _undated(picture, words)
    for name in room.names:
        for count in range(1, _MOST_COLUMNS + 1):
            gap = name * 1.6
            wide = (room.width - gap * (count - 1)) / count
            if wide < name * _NARROWEST and count > 1:
                break
            gutter = max(name * 3.1, undated * name)
            sizes = _Sizes(name, max(room.aside, name * 0.8), wide, gutter)
            columns = _columns(_measured(picture, words, sizes), count, sizes)
            height = max(_height(column, sizes) for column in columns)
            if height <= room.height:
                if _is_wasteful(columns, count, room, wide, name):
                    continue
                return _drawn(columns, sizes, gap, height, words)
    return None


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The size of names and of the rest, the width of a column, and that of the year in it."""

    name: float
    aside: float
    wide: float
    gutter: float

    @property
    def text(self) -> float:
        """Where names begin."""
        return self.gutter + self.name * 2.1

    @property
    def between(self) -> float:
        """From event to event."""
        return self.name * 0.6


def _undated(picture: Picture, words: Words) -> float:
    """How wide the words for no date are beside a name that is 1 high; 0 if all have a date."""
    if all(mark.date for mark in picture.marks):
        return 0.0
    return longest_word(words.say("unknown"), 100.0, 700) / 100 + 0.25


def _is_wasteful(
    columns: Sequence[Sequence[Event]], count: int, room: Room, wide: float, name: float
) -> bool:
    """Whether one more column would still be wide enough, and this one is a long list."""
    more = (room.width - name * 1.6 * count) / (count + 1)
    long = len(columns[0]) > 7
    return long and count < _MOST_COLUMNS and more >= name * _NARROWEST * 1.15 and wide > more


def _measured(picture: Picture, words: Words, sizes: _Sizes) -> list[Event]:
    ordered = sorted(
        picture.marks,
        key=lambda mark: (not mark.date, mark.date, mark.name.casefold(), mark.id),
    )
    return [_event(mark, words, sizes) for mark in ordered]


def _event(mark: Mark, words: Words, sizes: _Sizes) -> Event:
    code = countries(mark)
    room = sizes.wide - sizes.text - width(code, sizes.aside) - sizes.name * 0.6
    name = balanced(title(mark), room, sizes.name, 600)
    told = wrapped(_told(mark, words), sizes.wide - sizes.text, sizes.aside, 400, 5)
    high = sizes.name * 1.2 * len(name) + sizes.aside * 1.25 * len(told)
    return Event(mark, mark.date[:4], name, told, code, high)


def _told(mark: Mark, words: Words) -> str:
    """When and what; that it is contested, if it is."""
    text = event(mark, words)
    if mark.certainty in certainties()[2:]:
        text += f" ({answer_words(words.lang).certainty[mark.certainty]})"
    return text


def _columns(events: Sequence[Event], count: int, sizes: _Sizes) -> list[list[Event]]:
    """The events in order, columns as even as can be."""
    total = sum(each.height + sizes.between for each in events)
    limit = max(total / count, max(each.height for each in events))
    while True:
        found: list[list[Event]] = [[]]
        for each in events:
            if found[-1] and _height([*found[-1], each], sizes) > limit:
                found.append([])
            found[-1].append(each)
        if len(found) <= count:
            return found
        limit *= 1.02


def _height(column: Sequence[Event], sizes: _Sizes) -> float:
    return sum(each.height for each in column) + sizes.between * max(0, len(column) - 1)


def _drawn(
    columns: Sequence[Sequence[Event]], sizes: _Sizes, gap: float, height: float, words: Words
) -> Drawing:
    items: list[Item] = []
    for place, column in enumerate(columns):
        items += _column(column, place * (sizes.wide + gap), sizes, words)
    used = len(columns) * sizes.wide + (len(columns) - 1) * gap
    return Drawing(used, height, tuple(items))


def _column(column: Sequence[Event], x: float, sizes: _Sizes, words: Words) -> Iterator[Item]:
    line = x + sizes.gutter + sizes.name * 0.75
    foot = _height(column, sizes)
    top = sizes.name * 0.6
    last = foot - column[-1].height + sizes.name * 0.6
    d = f"M{number(line)} {number(top)}V{number(last)}"
    yield Path(d, stroke=FAINT, line=sizes.name * 0.12)
    y, year = 0.0, "?"
    for each in column:
        if each.year != year:
            label = each.year or words.say("unknown")
            lines = wrapped(label, sizes.gutter - sizes.name * 0.2, sizes.name, 700)
            yield block(x, y, lines, Look(sizes.name, 700, INK), sizes.name * 1.2)[0]
            year = each.year
        yield _entry(each, x, line, y, sizes)
        y += each.height + sizes.between


def _entry(each: Event, x: float, line: float, y: float, sizes: _Sizes) -> Item:
    step = sizes.name * 1.2
    name, high = block(x + sizes.text, y, each.name, Look(sizes.name, 600, INK), step)
    told = block(
        x + sizes.text, y + high, each.told, Look(sizes.aside, 400, SOFT), sizes.aside * 1.25
    )[0]
    sign = icon(each.mark.label, line, y + step / 2, sizes.name * 0.9)
    items: list[Item] = [sign, name]
    if each.told:
        items.append(told)
    if each.country:
        look = Look(sizes.aside, 400, SOFT, "end")
        items.append(Text(x + sizes.wide, name.y, (each.country,), look))
    return Group(tuple(items), id=f"mark-{each.mark.id}", about=each.mark.name, kind="event")
