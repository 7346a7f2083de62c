"""How wide text is and where it breaks; a letter that no font has is an error."""

import re
import unicodedata
from functools import lru_cache

from kg.errors import ViewError
from kg.figures.fonts import Weight, face_of, faces

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e01ef]"
)
_SAME = str.maketrans({"\u2011": "-", "\u2009": "\u202f", "\u2008": " ", "\u200a": "\u202f"})
_LONGEST = 400
"""Letters of a text that are looked at; no label of a figure has more."""
_SHORT = 5
"""A line does not end within a word after fewer letters than this."""
_CLOSING = frozenset(";:!?»”")
"""What French sets apart from the word before it, and what closes: no line begins with it."""
_OPENING = frozenset("«„")
"""No line ends with these."""
_SLACK = 1.004
"""Kerning moves letters together, and now and then apart by a hair."""


def clean(text: str) -> str:
    """A text as it is set: composed letters, single spaces, nothing that acts unseen."""
    composed = unicodedata.normalize("NFC", text[: _LONGEST * 4])
    return " ".join(_UNSEEN.sub("", composed).translate(_SAME).split())


@lru_cache(maxsize=5_000)
def is_set(text: str, weight: Weight = 400) -> bool:
    """Whether the fonts have every letter of a text."""
    return all(face_of(letter, weight) for letter in clean(text))


@lru_cache(maxsize=20_000)
def checked(text: str, weight: Weight = 400) -> str:
    """The clean text, if the fonts have every letter of it.

    Raises:
        ViewError: The letter, and the text that it stands in.
    """
    plain = clean(text)
    for letter in plain:
        if face_of(letter, weight) is None:
            name = unicodedata.name(letter, "no name")
            message = f"no font of the figure has {letter!r} (U+{ord(letter):04X}, {name})"
            raise ViewError(f"{message}, in {plain[:80]!r}; write it in Latin letters")
    return plain


@lru_cache(maxsize=20_000)
def width(text: str, size: float, weight: Weight = 400) -> float:
    """How wide a text is set, in the unit of ``size``."""
    main = faces(weight)[0].advances
    total = 0.0
    for letter in text:
        advance = main.get(ord(letter))
        if advance is None:
            face = face_of(letter, weight)
            advance = face.advances[ord(letter)] if face else 1000.0
        total += advance
    return total * size / 1000 * _SLACK


@lru_cache(maxsize=5_000)
def wrapped(
    text: str, room: float, size: float, weight: Weight = 400, most: int = 0
) -> tuple[str, ...]:
    """The text in lines no wider than ``room``, at most ``most`` of them (0: no limit).

    What does not fit ends in an ellipsis; a word wider than the room is broken.
    """
    room += size / 1000
    lines: list[str] = []
    for word in _pieces(checked(text, weight), room, size, weight):
        joined = f"{lines[-1]}{word}" if lines else word.strip()
        if lines and width(joined, size, weight) <= room:
            lines[-1] = joined
        else:
            lines.append(word.strip())
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), room, size, weight)]
    return tuple(lines)


@lru_cache(maxsize=5_000)
def balanced(
    text: str, room: float, size: float, weight: Weight = 400, most: int = 0
) -> tuple[str, ...]:
    """The same in as few lines, as even as they can be made without breaking a word."""
    lines = wrapped(text, room, size, weight, most)
    low, high = max(room / 2, longest_word(text, size, weight)), room
    if len(lines) < 2 or low >= high or lines[-1].endswith("…"):
        return lines
    best = lines
    while high - low > size / 10:
        middle = (low + high) / 2
        tried = wrapped(text, middle, size, weight)
        if len(tried) <= len(lines):
            best, high = tried, middle
        else:
            low = middle
    return best


@lru_cache(maxsize=5_000)
def longest_word(text: str, size: float, weight: Weight = 400) -> float:
    """How wide the widest piece is that is not broken."""
    pieces = _broken_at(checked(text, weight))
    return max((width(piece.strip(), size, weight) for piece in pieces), default=0.0)


def _broken_at(text: str) -> list[str]:
    """Words, each with the space before it; a hyphen or slash well inside one may end a line."""
    found: list[str] = []
    for piece in re.findall(r" ?(?:[^ /-]|(?<![^ ])[-/]|[-/](?![^ ]))*[-/]?", text):
        if found and _belongs(piece, found[-1].strip()):
            found[-1] += piece
        elif piece:
            found.append(piece)
    return found


def _belongs(piece: str, before: str) -> bool:
    """Whether a line may not begin with this piece after that one."""
    if not piece.startswith(" "):
        return len(before) < _SHORT
    return before in _OPENING or piece[1:2] in _CLOSING


def _pieces(text: str, room: float, size: float, weight: Weight) -> list[str]:
    found: list[str] = []
    for piece in _broken_at(text[:_LONGEST] + ("…" if len(text) > _LONGEST else "")):
        while width(piece.strip(), size, weight) > room and len(piece.strip()) > 1:
            head = _head(piece, room, size, weight)
            found.append(piece[:head])
            piece = piece[head:]
        found.append(piece)
    return found


def _head(piece: str, room: float, size: float, weight: Weight) -> int:
    """How many letters of a piece fit; at least one that is no space."""
    first = 2 if piece.startswith(" ") else 1
    fit = first
    while fit < len(piece) and width(piece[: fit + 1].strip(), size, weight) <= room:
        fit += 1
    return fit


def _cut(text: str, room: float, size: float, weight: Weight) -> str:
    while text and width(f"{text}…", size, weight) > room:
        text = text[:-1].rstrip()
    return f"{text.rstrip(' ,;.-…')}…"
