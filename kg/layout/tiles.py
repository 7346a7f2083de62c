"""A map of tiles: every country one tile, its marks in rows inside it."""

import math
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from kg.layout.frames import Frame, Placed
from kg.layout.sizes import Point, Sizes
from kg.views.picture import Picture, Words
from kg.views.words import words

_FILE = Path(__file__).with_name("tiles.toml")
_GAP = 8.0
_HEAD = 30.0
"""Pixels for the name of the country."""
_MARGIN = 12.0
_SMALLEST = 64.0

Place = tuple[int, int]


@cache
def tiles() -> Mapping[str, Place]:
    """Column and row of each country that has a tile."""
    with _FILE.open("rb") as file:
        read = tomllib.load(file)
    return {code: (at[0], at[1]) for part in read.values() for code, at in part.items()}


def country_tiles(picture: Picture, sizes: Sizes) -> Placed:
    """Marks in the tile of their first country; those of no country in a tile of their own."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for mark in picture.marks:
        members[next(iter(mark.country), "")].append(mark.id)
    places = _places(sorted(members))
    shapes = {code: _rows(ids, sizes) for code, ids in sorted(members.items())}
    rooms = {code: _room(rows, sizes) for code, rows in shapes.items()}
    lefts = _edges({places[code][0]: 0.0 for code in places}, places, rooms, 0)
    tops = _edges({places[code][1]: 0.0 for code in places}, places, rooms, 1)
    points: dict[str, Point] = {}
    frames: list[Frame] = []
    for code in sorted(places, key=lambda code: (places[code][1], places[code][0])):
        column, row = places[code]
        x, y = lefts[column], tops[row]
        width, height = lefts[column + 1] - x - _MARGIN, tops[row + 1] - y - _MARGIN
        names = _names(code)
        frames.append(Frame("tile", code, names, x, y, width, height, code not in members))
        points |= _inside(shapes.get(code, ()), sizes, x + _GAP, y + _HEAD)
    return Placed(points, tuple(frames))


def _places(codes: Sequence[str]) -> dict[str, Place]:
    """All European tiles, and those beside Europe that are needed; others below on the left."""
    known = tiles()
    found = {code: at for code, at in known.items() if code in codes or _is_european(code)}
    below = max(row for _, row in known.values()) + 1
    for number, code in enumerate(code for code in codes if code not in known):
        found[code] = (number, below)
    return found


@cache
def _is_european(code: str) -> bool:
    with _FILE.open("rb") as file:
        return code in tomllib.load(file)["europe"]


def _rows(ids: Sequence[str], sizes: Sizes) -> list[list[str]]:
    """Marks in rows that make the tile about as wide as high."""
    area = sum((sizes[id_][0] + _GAP) * (sizes[id_][1] + _GAP) for id_ in ids)
    widest = max([math.sqrt(area), *(sizes[id_][0] + _GAP for id_ in ids)])
    rows: list[list[str]] = [[]]
    used = 0.0
    for id_ in sorted(ids):
        width = sizes[id_][0] + _GAP
        if rows[-1] and used + width > widest:
            rows.append([])
            used = 0.0
        rows[-1].append(id_)
        used += width
    return rows


def _room(rows: Sequence[Sequence[str]], sizes: Sizes) -> tuple[float, float]:
    width = max(sum(sizes[id_][0] + _GAP for id_ in row) for row in rows)
    height = sum(max(sizes[id_][1] for id_ in row) + _GAP for row in rows)
    return width + _GAP, height + _HEAD


def _edges(
    known: Mapping[int, float],
    places: Mapping[str, Place],
    rooms: Mapping[str, tuple[float, float]],
    axis: int,
) -> dict[int, float]:
    """Where each column (or row) of tiles begins, and where the last one ends."""
    ends: dict[int, float] = {}
    at = 0.0
    for place in range(max(known) + 2):
        ends[place] = at
        needed = [rooms[code][axis] for code in rooms if places[code][axis] == place]
        at += max([_SMALLEST, *needed]) + _MARGIN
    return ends


def _inside(
    rows: Sequence[Sequence[str]], sizes: Sizes, left: float, top: float
) -> dict[str, Point]:
    found: dict[str, Point] = {}
    for row in rows:
        tall = max(sizes[id_][1] for id_ in row)
        x = left
        for id_ in row:
            found[id_] = (x + sizes[id_][0] / 2, top + tall / 2)
            x += sizes[id_][0] + _GAP
        top += tall + _GAP
    return found


def _names(code: str) -> Words:
    if not code:
        return words()["group"]["none"]
    return words()["country"].get(code) or dict.fromkeys(("en", "nl", "fr", "de", "es"), code)
