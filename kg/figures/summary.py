"""A picture in numbers, for a sheet on which it has no room: how much there is of what.

It names nobody, so that nobody is left out; every name and line is in the data file beside it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kg.figures.connectors import used_styles
from kg.figures.drawing import INK, Drawing, Group, Head, Item, Look, Path, Text
from kg.figures.icons import icon, number
from kg.figures.ink import dashes, head
from kg.figures.layered import Room
from kg.figures.measure import checked, width
from kg.figures.notes import Notes
from kg.figures.words import Words, words
from kg.schema import LANGUAGES, labels
from kg.views.picture import Picture
from kg.views.styles import styles

_MOST_COLUMNS = 4
_APART = (2.1, 1.75)
"""From row to row, in the size of names."""
_LARGE = 1.7
"""A count is so many times as high as a name."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of a label, or of a style of line."""

    count: str
    text: str
    label: str = ""
    style: str = ""


def summary(picture: Picture, notes: Notes, said: Words, room: Room) -> Drawing | None:
    """The counts in the largest size that fits."""
    marks = [*counted_marks(picture, said), *events(picture, said)]
    each, all_ = counted_lines(picture, said), all_lines(picture, said)
    return _fitted([*marks, *each], room) or _fitted([*marks, *all_], room)


def captioned(picture: Picture) -> Picture:
    """The picture with a caption that says what a summary is."""
    captions = {lang: words(lang).say("summary") for lang in LANGUAGES}
    return replace(picture, captions=captions)


def _fitted(found: Sequence[Count], room: Room) -> Drawing | None:
    for name, apart in product(room.names, _APART):
        for columns in range(_MOST_COLUMNS, 0, -1):
            sizes = Sizes(name, room.width / columns, name * apart)
            if all(_wide(each, sizes) <= sizes.wide for each in found):
                drawing = _drawn(found, sizes, room)
                if drawing.height <= room.height:
                    return drawing
    return None


def counted_marks(picture: Picture, said: Words) -> list[Count]:
    """How many entities of each label, the most frequent first."""
    found: Counter[str] = Counter()
    for label, ids in _entities(picture):
        found[label] += ids
    order = sorted(found, key=lambda name: (-found[name], name))
    return [Count(said.number(found[name]), _named(name, found[name], said), name)
            for name in order]  # fmt: skip


def counted_lines(picture: Picture, said: Words) -> list[Count]:
    """How many lines of each style, in the order of a legend."""
    found = Counter(line.style for line in picture.lines)
    return [
        Count(said.number(found[name]), checked(styles()[name].names[said.lang]), style=name)
        for name in used_styles(picture.lines)
    ]


def all_lines(picture: Picture, said: Words) -> list[Count]:
    """All lines as one, where there is no room for their styles."""
    total = len(picture.lines)
    return [Count(said.number(total), checked(said.say("lines")))] if total else []


def events(picture: Picture, said: Words) -> list[Count]:
    """How many events a timeline has, and from when to when."""
    if picture.layout != "timeline":
        return []
    years = sorted(mark.date[:4] for mark in picture.marks if mark.date)
    span = said.span(years[0], years[-1]) if years else ""
    text = ", ".join(filter(None, (said.say("events"), span)))
    return [Count(said.number(len(picture.marks)), checked(text))]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The size of names, the width of a column, the way from row to row."""

    name: float
    wide: float
    high: float

    @property
    def sign(self) -> float:
        """The room for a symbol or a stroke."""
        return self.name * 2.6


def _entities(picture: Picture) -> Iterator[tuple[str, int]]:
    """Labels with how many entities they stand for; an entity with several events counts once."""
    seen: set[str] = set()
    for mark in picture.marks:
        if mark.entity and mark.entity in seen:
            continue
        seen.add(mark.entity)
        yield mark.label, mark.count


def _named(label: str, count: int, said: Words) -> str:
    names = labels()[label].names if count == 1 else labels()[label].plural
    return checked(names[said.lang])


def _wide(each: Count, sizes: Sizes) -> float:
    figures = width(each.count, sizes.name * _LARGE, 700)
    return sizes.sign + figures + sizes.name * 1.3 + width(each.text, sizes.name)


def _drawn(found: Sequence[Count], sizes: Sizes, room: Room) -> Drawing:
    """Symbols in rows, then strokes in rows."""
    items: list[Item] = []
    y = 0.0
    for part in (
        [each for each in found if each.label],
        [each for each in found if not each.label],
    ):
        columns = max(1, int(room.width / sizes.wide + 0.01))
        for place, each in enumerate(part):
            row, column = divmod(place, columns)
            at = (column * sizes.wide, y + (row + 0.5) * sizes.high)
            items.append(Group(tuple(_count(each, at, sizes)), kind="count"))
        y += -(-len(part) // columns) * sizes.high + (sizes.name * 0.5 if part else 0.0)
    scale = sizes.name / 16
    heads = tuple(_head(each.style, scale) for each in found if each.style)
    return Drawing(room.width, y, tuple(items), heads)


def _count(each: Count, at: tuple[float, float], sizes: Sizes) -> Iterator[Item]:
    x, y = at
    if each.label:
        yield icon(each.label, x + sizes.name * 1.1, y, sizes.name * 1.5)
    elif each.style:
        yield _stroke(each.style, x, y, sizes)
    large = sizes.name * _LARGE
    left = x + sizes.sign
    yield Text(left, y + large * 0.34, (each.count,), Look(large, 700, INK))
    left += width(each.count, large, 700) + sizes.name * 0.4
    yield Text(left, y + large * 0.34, (each.text,), Look(sizes.name, 400, INK))


def _stroke(name: str, x: float, y: float, sizes: Sizes) -> Path:
    style, scale = styles()[name], sizes.name / 16
    arrow = f"sum-{name}" if style.arrow != "none" else ""
    end = x + sizes.name * 2.1 - (3 * scale if arrow else 0.0)
    d = f"M{number(x)} {number(y)}L{number(end)} {number(y)}"
    line = round(style.width * scale, 2)
    return Path(d, stroke=style.colour, line=line, dash=dashes(style, scale), arrow=arrow)


def _head(name: str, scale: float) -> Head:
    found = head(styles()[name], scale * 12)
    return Head(f"sum-{name}", found.colour, found.is_hollow, found.size)
