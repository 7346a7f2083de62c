"""How much room marks take on a page, whichever language the reader chooses.

The reader's machine chooses the letters, so their widths are those of the common sans-serif ones
(Arial, Helvetica, Liberation Sans), and a name that is wider all the same is cut by the page.
"""

import re
from collections.abc import Mapping, Sequence

from kg.layout import Size
from kg.pages.marks import amount
from kg.views.picture import Mark, Picture

AS_DOTS = ("force", "ego")
"""Layouts that show a mark as a symbol with its name below."""

_CARD_HEIGHT = 36.0
_CARD_WIDEST = 330.0
_CARD_NARROWEST = 124.0
_AROUND_NAME = 50.0
_CODE = 24.0
_CARD_LETTERS = 14.0
_FOLDED_WIDEST = 240.0
_FOLDED_NARROWEST = 96.0
_FOLDED_HEIGHT = 50.0
_FOLDED_LETTERS = 15.0
_ONE_LINE = 92.0
"""Names in columns that are wider break into two lines where they can."""
_BREAK = re.compile(r" |[^\s-]{3}-(?=\S)")
"""Where a name may break: at a space, or after the hyphen of a word."""
_NOTE_LETTERS = 11.0
_DOT_LETTERS = 12.5
_LINE = 15.0
_RADIUS = 11.0
_WRAP = 24
_LONGEST = 200
"""A page reads no more letters of a name than these."""
_CLOSE = 40.0
_CROWDED = 60
"""With more marks than this, names find room by themselves or wait for a closer look."""

_NARROW = {**dict.fromkeys("ijl.,:;!|'", 0.25), **dict.fromkeys(" fIrt()[]/-", 0.32)}
_WIDE = {**dict.fromkeys("mwMW@%—", 0.88), **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ&", 0.7)}
_WIDTHS = _NARROW | _WIDE
_USUAL, _FULL = 0.56, 1.0
_LAST_LATIN = 0x2E80


def room(picture: Picture) -> Mapping[str, Size]:
    """Width and height of each mark by id, in pixels."""
    if picture.layout == "layered":
        return {mark.id: folded(mark) for mark in picture.marks}
    if picture.layout not in AS_DOTS:
        return {mark.id: _turned(picture, mark) for mark in picture.marks}
    if len(picture.marks) > _CROWDED:
        return {mark.id: (_CLOSE, _CLOSE) for mark in picture.marks}
    return {mark.id: dot(mark) for mark in picture.marks}


def card(mark: Mark) -> Size:
    """A box with a symbol, the widest of its names and the country."""
    name = max(width(name, _CARD_LETTERS) for name in _names(mark))
    name = max(name, *(width(note, _NOTE_LETTERS) for note in _notes(mark)))
    code = _CODE * bool(mark.country)
    wide = max(_CARD_NARROWEST, round(_AROUND_NAME + name + code))
    return min(_CARD_WIDEST, wide), _CARD_HEIGHT


def folded(mark: Mark) -> Size:
    """A card of a drawing in columns: two lines for a long name, so that all columns are seen."""
    names = [_halves(name) for name in _names(mark)]
    name = max(wide for wide, _ in names)
    name = max(name, *(width(note, _NOTE_LETTERS) for note in _notes(mark)))
    wide = max(_FOLDED_NARROWEST, round(_AROUND_NAME + name + _CODE * bool(mark.country)))
    is_tall = any(lines > 1 for _, lines in names)
    return min(_FOLDED_WIDEST, wide), _FOLDED_HEIGHT if is_tall else _CARD_HEIGHT


def dot(mark: Mark) -> Size:
    """A symbol in the middle of its room, with the name in one or two lines below."""
    lines = [wrapped(name) for name in _names(mark)]
    widest = max(width(line, _DOT_LETTERS) for name in lines for line in name)
    tall = max(len(name) for name in lines)
    return max(2.4 * _RADIUS, round(widest) + 8.0), 2 * _RADIUS + 8.0 + tall * _LINE


def width(text: str, size: float) -> float:
    """The width of a text in semi-bold letters of a size, both in pixels."""
    return size * sum(_letter(letter) for letter in text)


def wrapped(name: str) -> Sequence[str]:
    """A name in one line, or in two if it is long; the page cuts what is longer still."""
    if len(name) <= _WRAP:
        return (name,)
    at = name.rfind(" ", 0, _WRAP + 1)
    cut = at if at > 0 else _WRAP
    return name[:cut], name[cut:].strip()[:_WRAP]


def _halves(name: str) -> tuple[float, int]:
    """How wide a name is with its best break, and in how many lines."""
    whole = width(name, _FOLDED_LETTERS)
    breaks = [found.end() for found in _BREAK.finditer(name[:_LONGEST])]
    if whole <= _ONE_LINE or not breaks:
        return whole, 1
    halves = ((name[:place].rstrip(), name[place:]) for place in breaks)
    return min(max(width(half, _FOLDED_LETTERS) for half in pair) for pair in halves), 2


def _turned(picture: Picture, mark: Mark) -> Size:
    """The heads of the columns of a matrix run upwards."""
    wide, tall = card(mark)
    is_head = picture.layout == "matrix" and mark.role != "force"
    return (tall, wide) if is_head else (wide, tall)


def _names(mark: Mark) -> set[str]:
    return {mark.name, *mark.names.values()}


def _notes(mark: Mark) -> list[str]:
    """The second line of a card: when what happened, or how much."""
    parts = (mark.date, amount(mark.value, mark.currency))
    return [" · ".join((*parts, note)) for note in ("", *mark.notes.values())]


def _letter(letter: str) -> float:
    return _WIDTHS.get(letter, _USUAL if ord(letter) < _LAST_LATIN else _FULL)
