"""Pages of a figure: one, or several where one would be too dense, or none and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil

from kg.errors import ViewError
from kg.figures.kinds import SUMMARY, Kind, kind_of
from kg.figures.page import Page, Part, fits, page
from kg.figures.paper import Paper, sheets
from kg.figures.questions import captioned as captioned_in_brief
from kg.figures.summary import captioned
from kg.figures.units import Unit, ids_of
from kg.views.picture import Picture

Whole = tuple[str, ...]
"""Ids that stand on one part."""
Share = list[Whole]
"""What one part shows."""
_EVEN = (1.0, 1.15, 1.3)
"""A part may be so many times as full as the mean."""
_SPARE = 6
"""So many parts more than may be are tried: thin ones may go into others."""
_TITLES = (1.6, 1.4, 1.2, 1.0)
"""A title over few numbers may be so many times as large as over a drawing."""
_FEW = 7
"""Where parts have fewer ids than this, they are rather empty."""


def pages(picture: Picture, size: str) -> list[Page]:
    """The pages of a picture at a size; what is too much for a screen is told in numbers.

    Raises:
        ViewError: There is nothing to draw, or too much for the size: what to do instead.
    """
    if not picture.marks:
        raise ViewError(f"{picture.name}: there is nothing to draw; widen it with --param")
    return _pages(picture, kind_of(picture), size)


def _pages(picture: Picture, kind: Kind, size: str) -> list[Page]:
    """The pages of a picture drawn as one kind, or as its brief one where it is too much."""
    papers = sheets(size)
    whole = [found for paper in papers if (found := page(picture, kind, paper))]
    if whole:
        return [max(whole, key=_worth)]
    tried = [_split(picture, kind, paper) for paper in papers]
    parts = min(filter(None, tried), key=len, default=None)
    made = _made(parts, kind) if parts and len(parts) <= papers[0].pages else []
    if not made and kind.brief:
        return _pages(captioned_in_brief(picture), kind.brief, size)
    return made or _in_numbers(picture, papers[0], len(parts or ()))


def _made(parts: Sequence[tuple[Picture, Paper]], kind: Kind) -> list[Page]:
    """The pages of all parts, or none if one does not fit."""
    found = [
        page(part, kind, paper, Part(number, len(parts)))
        for number, (part, paper) in enumerate(parts, start=1)
    ]
    return [each for each in found if each] if None not in found else []


def _in_numbers(picture: Picture, paper: Paper, count: int) -> list[Page]:
    """A summary for social media, its title as large as there is room for; elsewhere advice."""
    told = captioned(picture)
    tried = (
        (replace(paper, title=paper.title * more) for more in _TITLES) if paper.is_social else ()
    )
    found = next(filter(None, (page(told, SUMMARY, each) for each in tried)), None)
    if found is None:
        raise ViewError(_advice(picture, paper, count))
    return [found]


def _worth(found: Page) -> tuple[float, float]:
    """How large the names are; then the sheet as it lies before one that is turned."""
    return (found.names, found.paper.width)


def _split(picture: Picture, kind: Kind, paper: Paper) -> list[tuple[Picture, Paper]] | None:
    """Parts that fit, as few as will do and about as full; nothing if a single unit is too much.

    Stories stay whole, unless that leaves pages rather empty and single ids take fewer.
    """
    told = kind.units(picture)
    if not told or paper.pages < 2:
        return None
    room = _Paper(picture, kind, paper, 1)
    units = [whole for unit in told for whole in _whole(room, unit)]
    shares = _shared(room, units)
    if shares and kind.singly and sum(map(len, units)) < len(shares) * _FEW:
        singles: Share = [(id_,) for id_ in kind.singly(picture)]
        shares = min(shares, _shared(room, singles) or shares, key=len)
    return [(kind.part(picture, _ids(share)), paper) for share in shares] if shares else None


def _shared(room: "_Paper", units: Share) -> list[Share] | None:
    """The units in shares that fit, about as full; nothing if one does not fit.

    Where they are far too many the rest is missing: there are more shares than may be, then.
    """
    counts = _filled(room, units, len(_ids(units)))
    if counts is None:
        return None
    if sum(counts) < len(units):
        return [units[place : place + 1] for place in range(len(counts))]
    mean = len(_ids(units)) / len(counts)
    evens = (_filled(room, units, ceil(mean * more)) for more in _EVEN)
    best = next((even for even in evens if even and _is_as_good(even, counts)), counts)
    starts = [sum(best[:place]) for place in range(len(best))]
    shares = [units[start : start + count] for start, count in zip(starts, best, strict=True)]
    return _fewer(room, shares) if room.kind.is_loose else shares


def _is_as_good(even: Sequence[int], counts: Sequence[int]) -> bool:
    """Whether it has all units too, on no more pages."""
    return sum(even) == sum(counts) and len(even) == len(counts)


def _whole(room: "_Paper", unit: Unit) -> Iterator[Whole]:
    """The unit, or where it does not fit on a page, its units that do; at the end single ids."""
    ids = ids_of(unit)
    if len(ids) < 2 or room.takes([ids]):
        yield ids
        return
    inner = unit if len(unit) > 1 else unit[0]
    if all(isinstance(each, str) for each in inner):
        half = -(-len(inner) // 2)
        inner = (tuple(inner[:half]), tuple(inner[half:]))
    for each in inner:
        yield from _whole(room, each)


def _ids(share: Sequence[Whole]) -> set[str]:
    return {id_ for unit in share for id_ in unit}


def _fewer(room: "_Paper", shares: Sequence[Share]) -> list[Share]:
    """The shares with thin ones put into others that have room for them; the thinnest first."""
    found = list(shares)
    mean = sum(len(_ids(share)) for share in shares) / len(shares)
    for thin in sorted(shares, key=lambda share: len(_ids(share))):
        if len(_ids(thin)) > mean or not any(each is thin for each in found):
            continue
        for place, other in enumerate(found):
            if other is not thin and room.at(place + 1).takes([*other, *thin]):
                found[place] = [*other, *thin]
                found = [each for each in found if each is not thin]
                break
    return _evened(room, found)


def _evened(room: "_Paper", shares: list[Share]) -> list[Share]:
    """The shares; what is still very thin takes half of what stands before or behind it."""
    mean = sum(len(_ids(share)) for share in shares) / len(shares)
    for place in range(1, len(shares)):
        if min(len(_ids(share)) for share in shares[place - 1 : place + 1]) * 3 >= mean:
            continue
        first, second = shares[place - 1 : place + 1]
        for halves in (*_halves([*first, *second]), *_halves([*first, *reversed(second)])):
            rooms = (room.at(place), room.at(place + 1))
            if all(each.takes(half) for each, half in zip(rooms, halves, strict=True)):
                shares[place - 1 : place + 1] = halves
                break
    return shares


def _halves(units: Share) -> Iterator[tuple[Share, Share]]:
    """Two shares of units, cut between two of them or, where one is most of it, within it."""
    singles: Share = [(id_,) for unit in units for id_ in unit]
    for cut in (units, singles):
        half = -(-len(cut) // 2)
        yield cut[:half], cut[half:]


def _filled(room: "_Paper", units: Share, most: int) -> list[int] | None:
    """How many units stand on each page, one page after the other filled with ids, so many each."""
    found: list[int] = []
    start = 0
    while start < len(units) and len(found) <= room.paper.pages + _SPARE:
        count = _most(room.at(len(found) + 1), _first(units[start:], most))
        if not count:
            return None
        found.append(count)
        start += count
    return found


def _first(units: Share, most: int) -> Share:
    """The first units with so many ids, one at least."""
    sums = accumulate(map(len, units))
    return units[: max(1, sum(total <= most for total in sums))]


@dataclass(frozen=True, slots=True)
class _Paper:
    """One page to fill: of which picture, on what, which part it is."""

    picture: Picture
    kind: Kind
    paper: Paper
    number: int

    def at(self, number: int) -> "_Paper":
        """The page as another part."""
        return replace(self, number=number)

    def takes(self, units: Sequence[Whole]) -> bool:
        """Whether these units fit."""
        part = self.kind.part(self.picture, _ids(units))
        return fits(part, self.kind, self.paper, self.number)


def _most(room: _Paper, units: Share) -> int:
    """How many of the first units fit on one page."""
    low, high, step = 0, len(units), 8
    while low < high:
        tried = min(high, low + step) if step else (low + high + 1) // 2
        if room.takes(units[:tried]):
            low = tried
        else:
            high, step = tried - 1, 0
    return low


def _advice(picture: Picture, paper: Paper, count: int) -> str:
    other = {"article": "a3", "a3": "article"}
    larger = other.get(paper.name, "article or a3")
    why = f"it would take more than {paper.pages} parts" if count else "its texts find no room"
    if paper.pages == 1:
        why = "it does not fit on one"
    return (
        f"{picture.name} is too dense for --size {paper.name}: {why}. "
        f"Take --size {larger}, or narrow it with --param or --as-of"
    )
