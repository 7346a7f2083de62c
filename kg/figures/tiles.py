"""The country tile map: every country of Europe one tile, and beside it a list of what is where."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from kg.figures import lists
from kg.figures.cards import title
from kg.figures.connectors import ends
from kg.figures.drawing import INK, SOFT, Box, Drawing, Group, Item, Look, Text
from kg.figures.icons import icon
from kg.figures.layered import Room
from kg.figures.lists import Row, Sizes
from kg.figures.measure import checked
from kg.figures.notes import Notes, doubt
from kg.figures.words import Words
from kg.figures.words import words as said_in
from kg.layout.tiles import country_tiles
from kg.schema import LANGUAGES, labels
from kg.views.picture import Line, Mark, Picture
from kg.views.styles import styles
from kg.views.words import words as view_words

_PLAIN = ("supplies", "used", "data", "contract")
_EMPTY = "#EFEFEC"
_FULL = "#FFF7DF"
_EDGE = "#8A7A45"
_SIDE = 3.3
"""A square tile is at least so many times as wide as a name is high."""
_FLAT = (2.9, 1.65)
"""Where there is little room, tiles are flat: so many times a name wide and high."""

Places = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Map:
    """The grid of tiles: where each is, what is in it, how wide and high one is."""

    places: Places = field(hash=False)
    inside: Mapping[str, Sequence[Mark]] = field(hash=False)
    wide: float
    high: float
    name: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        columns = max(column for column, _ in self.places.values()) + 1
        rows = max(row for _, row in self.places.values()) + 1
        return columns * self.wide, rows * self.high

    @property
    def is_flat(self) -> bool:
        """Whether a tile has room for one line only."""
        return self.high < self.wide


def tiles(picture: Picture, notes: Notes, words: Words, room: Room) -> Drawing | None:
    """Map and list with the largest names that fit: side by side, or the list below the map."""
    places = _places(picture)
    inside: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in sorted(picture.marks, key=lambda m: (m.role, m.name.casefold(), m.id)):
        inside[next(iter(mark.country), "")].append(mark)
    columns = max(column for column, _ in places.values()) + 1
    for name in room.names:
        for share in (0.46, 0.54, 1.0):
            side = min(room.width * share / columns, name * 4.6)
            found = Map(places, inside, side, side, name)
            if side < name * _SIDE:
                continue
            if drawing := _drawn(picture, words, found, room, share < 1.0):
                return drawing
        found = Map(places, inside, name * _FLAT[0], name * _FLAT[1], name)
        if found.size[0] <= room.width and (drawing := _drawn(picture, words, found, room, False)):
            return drawing
    return None


def _places(picture: Picture) -> Places:
    """Column and row of each tile, as the layout has them."""
    frames = country_tiles(picture, {mark.id: (40.0, 20.0) for mark in picture.marks}).frames
    across = sorted({frame.x for frame in frames})
    down = sorted({frame.y for frame in frames})
    return {f.id: (across.index(f.x), down.index(f.y)) for f in frames}


def _drawn(picture: Picture, words: Words, found: Map, room: Room, beside: bool) -> Drawing | None:
    wide, high = found.size
    gap = found.name * 1.8
    free = room.width - (wide + gap if beside else 0.0)
    count = max(1, int((free + gap) / (found.name * 14 + gap)))
    sizes = Sizes(
        found.name, max(room.aside, found.name * 0.8), (free - gap * (count - 1)) / count, gap
    )
    columns = lists.in_columns(_rows(picture, words, found, sizes), count)
    tall = max(lists.height(column) for column in columns)
    total = max(high, tall) if beside else high + gap + tall
    if total > room.height:
        return None
    left, top = (wide + gap, (total - tall) / 2) if beside else (0.0, high + gap)
    at = (0.0, (total - high) / 2) if beside else ((room.width - wide) / 2, 0.0)
    grid = Group(tuple(_tiles(found, sizes.aside)), id="map", at=at)
    return Drawing(room.width, total, (grid, *lists.drawn(columns, left, top, sizes)))


def _rows(picture: Picture, words: Words, found: Map, sizes: Sizes) -> list[Row]:
    """A heading for each country, the one with most first, and what is in it."""
    ties = ties_of(picture, words)
    rows: list[Row] = []
    for code in sorted(found.inside, key=lambda code: (not code, -len(found.inside[code]), code)):
        rows.append(lists.heading(_country(code, words.lang), sizes))
        rows += [lists.entry(m, ties.get(m.id) or m.note, sizes) for m in found.inside[code]]
    return rows


def part_of_countries(picture: Picture, units: Set[str]) -> Picture:
    """The picture of some marks; what ties them to others is told in their notes.

    The claims of these ties are theirs then.
    """
    ties = ties_of(picture, said_in(picture.lang))
    behind: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for line in picture.lines:
        for id_ in (line.start, line.end):
            behind[id_] |= dict.fromkeys(line.claims)
    marks = tuple(
        replace(mark, note=ties.get(mark.id, ""), claims=(*mark.claims, *behind[mark.id]))
        for mark in picture.marks
        if mark.id in units
    )
    return replace(picture, marks=marks, lines=())


def ties_of(picture: Picture, words: Words) -> Mapping[str, str]:
    """What the chain brings to a mark from other countries, what holds first.

    How the rest ended, who says so and what is in doubt stands behind those whom it is about.
    """
    marks = picture.by_id
    found: defaultdict[str, defaultdict[str, dict[str, None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for line in picture.lines:
        start, end = ends(line)
        if marks[start].country[:1] != marks[end].country[:1]:
            found[end][_how(line, picture, words)][title(marks[start])] = None
    return {
        id_: "; ".join(f"{', '.join(said[how])}{how}" for how in sorted(said, key=bool))
        for id_, said in found.items()
    }


def _how(line: Line, picture: Picture, words: Words) -> str:
    """How far a tie has come or who says so, in brackets; of one that holds, what is in doubt."""
    if line.style not in _PLAIN:
        return f" ({styles()[line.style].names[words.lang]})"
    said = doubt(line, picture, words) if line.conflict else ()
    return f" ({said[0]})" if said else ""


def _country(code: str, lang: str) -> str:
    if not code:
        return view_words()["group"]["none"][lang]
    names = view_words()["country"].get(code, dict.fromkeys(LANGUAGES, code))
    return checked(f"{names[lang]} ({code})", 700)


def _tiles(found: Map, aside: float) -> Iterator[Item]:
    for code, (column, row) in sorted(found.places.items(), key=lambda pair: pair[1][::-1]):
        yield _tile(found, code, (column * found.wide, row * found.high), aside)


def _tile(found: Map, code: str, at: tuple[float, float], aside: float) -> Item:
    name = found.name
    wide, high = found.wide - name * 0.24, found.high - name * 0.24
    marks = found.inside.get(code, ())
    box = Box(
        *at, wide, high, _FULL if marks else _EMPTY, _EDGE if marks else "none",
        line=name * 0.09, radius=name * 0.25,
    )  # fmt: skip
    label = code or "?"
    if found.is_flat and marks:
        label = f"{label} {len(marks)}"
    if found.is_flat or not marks:
        look = Look(aside, 700 if marks else 400, INK if marks else SOFT, "middle")
        text = Text(at[0] + wide / 2, at[1] + high / 2 + aside * 0.34, (label,), look)
        return Group((box, text), kind="tile" if marks else "empty")
    look = Look(aside, 700, INK, "middle")
    head = Text(at[0] + wide / 2, at[1] + aside * 1.15, (label,), look)
    return Group((box, head, *_counted(marks, at, (wide, aside))), kind="tile")


def _counted(
    marks: Sequence[Mark], at: tuple[float, float], sizes: tuple[float, float]
) -> Iterator[Item]:
    """How many of each shape: the two most frequent, each with the symbol of most of them."""
    side, aside = sizes
    shapes = Counter(labels()[mark.label].shape for mark in marks)
    shown = sorted(shapes.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    step = min(aside * 1.2, (side - aside * 1.4) / len(shown))
    for place, (shape, count) in enumerate(shown):
        middle = at[1] + aside * 1.45 + step * (place + 0.5)
        named = Counter(mark.label for mark in marks if labels()[mark.label].shape == shape)
        label = min(named, key=lambda name: (-named[name], name))
        yield icon(label, at[0] + side * 0.32, middle, aside * 0.8)
        look = Look(aside, 600, INK)
        yield Text(at[0] + side * 0.5, middle + aside * 0.34, (str(count),), look)
