"""Marked blocks in a page: a comment that says what the block is, and the block that it fills.

    <!-- answer: kg search palentir -->      the command, and what it prints
    <!-- answer: python -->                  what the Python block above prints
    <!-- outline: kg info --json -->         the command, and the outline of the JSON that it prints
    <!-- file: data/claims.csv -->           a file of the reader's own, written before what follows
    <!-- run: python -->                     a Python block to run
    <!-- run: kg fmt -->                     a command whose output the page does not show
    <!-- made: labels --> ... <!-- end -->   a part made from the program
    <!-- measured: quality --> ... <!-- end -->   a part that a benchmark writes; left as it is

All but the last three stand before a fenced block, which they fill or read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["answer", "outline", "file", "run", "made", "measured", "text"]

_FENCED = (
    r"<!-- (?P<kind>answer|outline|file|run): (?P<words>[^\n]+?) -->\n+```\w*\n(?P<body>.*?)^```\n"
)
_ALONE = r"<!-- run: (?P<alone>kg [^\n]+?) -->\n"
_MADE = r"<!-- (?P<maker>made|measured): (?P<made>[\w-]+) -->\n(?P<part>.*?)<!-- end -->\n"
_BLOCK = re.compile(f"{_ALONE}|{_FENCED}|{_MADE}", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page as it is written there. ``words`` is what its comment says."""

    kind: Kind
    text: str
    words: str = ""
    body: str = ""


def blocks(page: str) -> Iterator[Block]:
    """Take a page apart; the texts of its blocks, joined, are the page again."""
    end = 0
    for match in _BLOCK.finditer(page):
        yield Block("text", page[end : match.start()])
        yield _block(match)
        end = match.end()
    yield Block("text", page[end:])


def answer(words: str, printed: str, kind: Kind = "answer") -> str:
    """An answer or outline with what was printed; a command is shown above it."""
    shown = "" if words == "python" else f"$ {words}\n"
    lines = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
    return f"<!-- {kind}: {words} -->\n```text\n{shown}{lines}```\n"


def made(words: str, part: str, kind: Kind = "made") -> str:
    """A made or measured part between its marks."""
    return f"<!-- {kind}: {words} -->\n\n{part.strip()}\n\n<!-- end -->\n"


def measured(page: str, words: str, part: str) -> str:
    """The page with what a benchmark measured, in the place that is marked for it."""
    return "".join(
        made(words, part, "measured")
        if (block.kind, block.words) == ("measured", words)
        else block.text
        for block in blocks(page)
    )


def _block(match: re.Match[str]) -> Block:
    if match["alone"]:
        return Block("run", match[0], match["alone"])
    if match["made"]:
        return Block(_KINDS[match["maker"]], match[0], match["made"])
    return Block(_KINDS[match["kind"]], match[0], match["words"], match["body"])


_KINDS: dict[str, Kind] = {
    "answer": "answer",
    "outline": "outline",
    "file": "file",
    "run": "run",
    "made": "made",
    "measured": "measured",
}
