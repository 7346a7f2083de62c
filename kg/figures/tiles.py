"""The country tile map: every country of Europe one tile, with a list of what is in it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.figures.cards import title
from kg.figures.connectors import ends
from kg.figures.drawing import INK, SOFT, Box, Drawing, Group, Item, Look, Text, block
from kg.figures.icons import icon
from kg.figures.layered import Room
from kg.figures.measure import balanced, checked, width, wrapped
from kg.figures.notes import Notes
from kg.figures.words import Words
from kg.layout.tiles import country_tiles
from kg.schema import LANGUAGES
from kg.views.words import words as group_words
from kg.views.picture import Mark, Picture
from kg.views.styles import styles

_PLAIN = ("supplies", "used", "data", "contract")
_EMPTY = "#F1F1EF"
_FULL = "#FBFAF6"
_EDGE = "#B9B4A6"


@dataclass(frozen=True, slots=True)
class Row:
    """One name in a tile, and in small letters what it is tied to in other countries."""

    mark: Mark
    name: tuple[str, ...]
    under: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Tile:
    """A country with its rows; an empty one is drawn small."""

    code: str
    name: tuple[str, ...]
    rows: tuple[Row, ...]
    width: float
    height: float


def tiles(picture: Picture, notes: Notes, words: Words, room: Room) -> Drawing | None:
    """The map with the largest names that fit."""
    places = _places(picture)
    for name in room.names:
        aside = max(room.aside, name * 0.8)
        for letters in (15.0, 13.0, 11.0, 9.0):
            found = _measured(picture, words, places, (name, aside, name * letters))
            drawing = _drawn(found, places, (name, aside), room)
            if drawing.width <= room.width + 0.5 and drawing.height <= room.height:
                return drawing
    return None


def _places(picture: Picture) -> Mapping[str, tuple[int, int]]:
    """Column and row of each tile: those of the layout, without what is empty all along."""
    frames = country_tiles(picture, {mark.id: (40.0, 20.0) for mark in picture.marks}).frames
    across = sorted({frame.x for frame in frames})
    down = sorted({frame.y for frame in frames})
    return {f.id: (across.index(f.x), down.index(f.y)) for f in frames}


def _measured(
    picture: Picture,
    words: Words,
    places: Mapping[str, tuple[int, int]],
    sizes: tuple[float, float, float],
) -> dict[str, Tile]:
    name, aside, room = sizes
    ties = _ties(picture, words)
    members: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in sorted(picture.marks, key=lambda m: (m.role, m.name.casefold(), m.id)):
        members[next(iter(mark.country), "")].append(mark)
    found = {}
    for code in places:
        rows = tuple(_row(mark, ties.get(mark.id, ""), sizes) for mark in members[code])
        label = wrapped(_country(code, words.lang), room, name, 700) if rows else (code,)
        wide = room + name * 1.3 if rows else width(code, aside, 600) + name
        high = sum(row.height + name * 0.3 for row in rows) + len(label) * name * 1.2
        found[code] = Tile(code, label, rows, wide + name, high + name * (1.0 if rows else 0.8))
    return found


def _row(mark: Mark, tie: str, sizes: tuple[float, float, float]) -> Row:
    name, aside, room = sizes
    lines = balanced(title(mark), room, name, 600)
    under = wrapped(tie, room, aside, 400, 4) if tie else ()
    return Row(mark, lines, under, len(lines) * name * 1.15 + len(under) * aside * 1.2)


def _ties(picture: Picture, words: Words) -> Mapping[str, str]:
    """What the chain brings to a mark from other countries, with how that ended, if it did."""
    marks = picture.by_id
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for line in picture.lines:
        start, end = ends(line)
        if marks[start].country[:1] != marks[end].country[:1]:
            how = "" if line.style in _PLAIN else f" ({styles()[line.style].names[words.lang]})"
            found[end][f"{title(marks[start])}{how}"] = None
    return {id_: ", ".join(names) for id_, names in found.items()}


def _country(code: str, lang: str) -> str:
    known = group_words()["country"]
    if not code:
        return group_words()["group"]["none"][lang]
    return checked(known.get(code, dict.fromkeys(LANGUAGES, code))[lang], 700)


def _drawn(
    found: Mapping[str, Tile],
    places: Mapping[str, tuple[int, int]],
    sizes: tuple[float, float],
    room: Room,
) -> Drawing:
    gap = sizes[0] * 0.4
    lefts = _edges([(places[code][0], found[code].width) for code in places], gap)
    tops = _edges([(places[code][1], found[code].height) for code in places], gap)
    items = []
    for code, (column, row) in sorted(places.items(), key=lambda pair: pair[1][::-1]):
        wide, high = lefts[column + 1] - lefts[column] - gap, tops[row + 1] - tops[row] - gap
        items.append(_tile(found[code], lefts[column], tops[row], (wide, high), sizes))
    return Drawing(lefts[-1] - gap, tops[-1] - gap, tuple(items))


def _edges(extents: Sequence[tuple[int, float]], gap: float) -> list[float]:
    found = [0.0]
    for place in range(max(place for place, _ in extents) + 1):
        found.append(found[-1] + max(size for at, size in extents if at == place) + gap)
    return found


def _tile(
    tile: Tile, x: float, y: float, room: tuple[float, float], sizes: tuple[float, float]
) -> Item:
    name, aside = sizes
    if not tile.rows:
        side = (min(room[0], name * 2.9), min(room[1], name * 2.2))
        left, top = x + (room[0] - side[0]) / 2, y + (room[1] - side[1]) / 2
        box = Box(left, top, *side, fill=_EMPTY, radius=name * 0.25)
        look = Look(aside, 400, "#6B6B6B", "middle")
        at = Text(left + side[0] / 2, top + side[1] / 2 + aside * 0.34, tile.name, look)
        return Group((box, at), kind="empty")
    box = Box(x, y, *room, _FULL, _EDGE, line=name * 0.07, radius=name * 0.3)
    return Group((box, *_inside(tile, x + name * 0.6, y + name * 0.4, sizes)), kind="tile")


def _inside(tile: Tile, x: float, y: float, sizes: tuple[float, float]) -> Iterator[Item]:
    name, aside = sizes
    label, high = block(x, y, tile.name, Look(name, 700, INK), name * 1.2)
    yield label
    y += high + name * 0.25
    for row in tile.rows:
        text, high = block(x + name * 1.2, y, row.name, Look(name, 600, INK), name * 1.15)
        parts: list[Item] = [icon(row.mark.label, x + name * 0.45, y + name * 0.6, name * 0.8), text]
        if row.under:
            look = Look(aside, 400, SOFT)
            parts.append(block(x + name * 1.2, y + high, row.under, look, aside * 1.2)[0])
        yield Group(tuple(parts), id=f"mark-{row.mark.id}", about=row.mark.name, kind="entry")
        y += row.height + name * 0.3
