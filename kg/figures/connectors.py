"""Connectors: what is drawn between two cards; lines that would look the same are one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.views.picture import Line, Picture
from kg.views.styles import styles


@dataclass(frozen=True, slots=True)
class Connector:
    """One stroke from ``start`` to ``end``, where its arrow head is, and the lines in it.

    ``note`` is the number of its note, 0 for none.
    """

    start: str
    end: str
    style: str
    lines: tuple[Line, ...]
    note: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from all others."""
        return (self.start, self.end, self.style)


def connectors(picture: Picture, notes: Mapping[str, int] | None = None) -> tuple[Connector, ...]:
    """The connectors of a picture, sorted; ``notes`` are the numbers of notes by eid.

    Lines with different notes are apart.
    """
    numbers = notes or {}
    found: defaultdict[tuple[str, str, str, int], list[Line]] = defaultdict(list)
    for line in picture.lines:
        start, end = ends(line)
        if start != end:
            found[(start, end, line.style, numbers.get(line.eid, 0))].append(line)
    return tuple(
        Connector(start, end, style, tuple(lines), note)
        for (start, end, style, note), lines in sorted(found.items())
    )


def ends(line: Line) -> tuple[str, str]:
    """Where a line is drawn from and to."""
    return (line.end, line.start) if line.backward else (line.start, line.end)


def used_styles(lines: Iterable[Line]) -> tuple[str, ...]:
    """The styles that occur, in the order of the legend."""
    drawn = {line.style for line in lines}
    return tuple(name for name in styles() if name in drawn)
