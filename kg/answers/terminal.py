"""How wide text is in a terminal, and how to wrap it: Chinese, Hebrew, emoji, accents."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_ADDRESSES = ("http://", "https://")
_JAMO_TAILS = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))

Cluster = tuple[str, int]


def width(text: str) -> int:
    """The number of terminal cells that a line of text takes."""
    if text.isascii():
        return len(text)
    return sum(cells for _, cells in clusters(text))


def clusters(text: str) -> Iterator[Cluster]:
    """What a reader sees as one character each, with its width.

    Marks, joined emoji and skin tones belong to the character before them (UAX #29, simplified);
    widths follow UAX #11 and the emoji variation selector.
    """
    cluster, cells, is_joining = "", 0, False
    for char in text:
        own = _cells(char)
        if cluster and (own == 0 or is_joining or (cells == 2 and ord(char) in _SKIN_TONES)):
            cluster += char
            cells = 2 if char == _EMOJI_STYLE else max(cells, own)
        else:
            if cluster:
                yield cluster, cells
            cluster, cells = char, own
        is_joining = char == _JOINER and cells == 2
    if cluster:
        yield cluster, cells


def wrap(text: str, limit: int, *, keeps_urls: bool = False) -> list[str]:
    """Lines of at most ``limit`` cells, broken at spaces, inside a word only if it must be.

    ``keeps_urls`` leaves an address whole, also where it is wider than a line: it can be clicked.
    """
    parts = text.split("\n")
    return [line for part in parts for line in _wrap_line(part, max(limit, 2), keeps_urls)]


def pad(text: str, limit: int, *, right: bool = False) -> str:
    """Text filled with spaces up to ``limit`` cells; ``right`` puts it at the right end."""
    space = " " * (limit - width(text))
    return space + text if right else text + space


def _wrap_line(text: str, limit: int, keeps_urls: bool) -> list[str]:
    if width(text) <= limit:
        return [text]
    lines, line, used = [], [""], 0
    for piece, cells in _pieces(text, limit, keeps_urls):
        gap = 1 if used else 0
        if used and used + gap + cells > limit:
            lines.append("".join(line))
            line, used, gap = [], 0, 0
        line += [" " * gap, piece]
        used += gap + cells
    return [*lines, "".join(line)]


def _pieces(text: str, limit: int, keeps_urls: bool) -> Iterator[Cluster]:
    """The words of a text; one that is wider than a line comes in pieces."""
    for word in text.split():
        cells = width(word)
        if cells <= limit or (keeps_urls and word.startswith(_ADDRESSES)):
            yield word, cells
        else:
            yield from _chop(word, limit)


def _chop(word: str, limit: int) -> Iterator[Cluster]:
    piece: list[str] = []
    used = 0
    for cluster, cells in clusters(word):
        if used + cells > limit:
            yield "".join(piece), used
            piece, used = [], 0
        piece.append(cluster)
        used += cells
    yield "".join(piece), used


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    if any(ord(char) in tails for tails in _JAMO_TAILS):
        return 0
    if unicodedata.category(char) in ("Mn", "Me", "Cf") and char != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
