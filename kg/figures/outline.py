"""Text turned into paths, for printers that take no fonts; it cannot be searched or read out."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from kg.figures.drawing import Group, Item, Path, Text
from kg.figures.fonts import Face, open_font, runs
from kg.figures.icons import number
from kg.figures.measure import width


def outlined(items: Iterable[Item]) -> tuple[Item, ...]:
    """The same items without any text."""
    return tuple(_item(item) for item in items)


def _item(item: Item) -> Item:
    if isinstance(item, Group):
        return Group(outlined(item.items), item.id, item.about, item.kind, item.at)
    return _path(item) if isinstance(item, Text) else item


def _path(text: Text) -> Path:
    parts = [d for place, line in enumerate(text.lines) for d in _line(text, line, place)]
    return Path("".join(parts), fill=text.look.colour)


def _line(text: Text, line: str, place: int) -> Iterator[str]:
    look = text.look
    back = {"start": 0.0, "middle": 0.5, "end": 1.0}[look.anchor]
    along = -back * width(line, look.size, look.weight)
    for face, run in _ordered(line, text):
        for letter in run:
            yield _glyph(face, letter, text, (along, place * text.leading))
            along += face.advances.get(ord(letter), 0.0) * look.size / 1000


def _ordered(line: str, text: Text) -> Iterator[tuple[Face, str]]:
    """Runs from left to right; a run in Hebrew is turned round."""
    for face, run in runs(line, text.look.weight):
        is_hebrew = any("\u0590" <= letter <= "\u05ff" for letter in run)
        yield face, run[::-1] if is_hebrew else run


def _glyph(face: Face, letter: str, text: Text, at: tuple[float, float]) -> str:
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen

    glyphs, names, scale = _glyphs(face)
    size = text.look.size * scale
    along, across = at
    if text.turned:
        matrix = (0.0, -size, -size, 0.0, text.x + across, text.y - along)
    else:
        matrix = (size, 0.0, 0.0, -size, text.x + along, text.y + across)
    pen = SVGPathPen(glyphs, number)
    glyphs[names[ord(letter)]].draw(TransformPen(pen, matrix))
    return str(pen.getCommands())


@lru_cache(maxsize=8)
def _glyphs(face: Face) -> tuple[Any, dict[int, str], float]:
    font = open_font(face.path)
    return font.getGlyphSet(), font.getBestCmap(), 1 / font["head"].unitsPerEm
