"""Pages of a figure: one, or several where one would be too dense, or none and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import ViewError
from kg.figures.kinds import SUMMARY, Kind, kind_of
from kg.figures.page import Page, Part, fits, page
from kg.figures.paper import Paper, sheets
from kg.figures.summary import captioned
from kg.views.picture import Picture


def pages(picture: Picture, size: str) -> list[Page]:
    """The pages of a picture at a size; what is too much for a screen is told in numbers.

    Raises:
        ViewError: There is nothing to draw, or too much for the size: what to do instead.
    """
    kind = kind_of(picture)
    papers = sheets(size)
    if not picture.marks:
        raise ViewError(f"{picture.name}: there is nothing to draw; widen it with --param")
    whole = [found for paper in papers if (found := page(picture, kind, paper))]
    if whole:
        return [max(whole, key=_worth)]
    tried = [_split(picture, kind, paper) for paper in papers]
    parts = min(filter(None, tried), key=len, default=None)
    made = _made(parts, kind) if parts and len(parts) <= papers[0].pages else []
    return made or _in_numbers(picture, papers[0], len(parts or ()))


def _made(parts: Sequence[tuple[Picture, Paper]], kind: Kind) -> list[Page]:
    """The pages of all parts, or none if one does not fit."""
    found = [
        page(part, kind, paper, Part(number, len(parts)))
        for number, (part, paper) in enumerate(parts, start=1)
    ]
    return [each for each in found if each] if None not in found else []


def _in_numbers(picture: Picture, paper: Paper, count: int) -> list[Page]:
    """A summary for social media; elsewhere advice."""
    found = page(captioned(picture), SUMMARY, paper) if paper.is_social else None
    if found is None:
        raise ViewError(_advice(picture, paper, count))
    return [found]


def _worth(found: Page) -> tuple[float, float]:
    """How large the names are; then the sheet as it lies before one that is turned."""
    return (found.names, found.paper.width)


def _split(picture: Picture, kind: Kind, paper: Paper) -> list[tuple[Picture, Paper]] | None:
    """Parts that fit, as few as will do and about as full; nothing if a single unit is too much."""
    units = kind.units(picture)
    if not units or paper.pages < 2:
        return None
    counts = _filled(picture, kind, paper, units, len(units))
    if counts is None:
        return None
    even = _filled(picture, kind, paper, units, -(-len(units) // len(counts)))
    best = even if even and len(even) == len(counts) else counts
    starts = [sum(best[:place]) for place in range(len(best))]
    shares = [units[start : start + count] for start, count in zip(starts, best, strict=True)]
    if kind.is_loose:
        shares = _fewer(picture, kind, paper, shares)
    return [(kind.part(picture, set(share)), paper) for share in shares]


def _fewer(
    picture: Picture, kind: Kind, paper: Paper, shares: Sequence[Sequence[str]]
) -> list[Sequence[str]]:
    """The shares with thin ones put into others that have room for them; the thinnest first."""
    found = list(shares)
    mean = sum(map(len, shares)) / len(shares)
    for thin in sorted(shares, key=len):
        if len(thin) > mean or not any(each is thin for each in found):
            continue
        for place, other in enumerate(found):
            room = _Paper(picture, kind, paper, place + 1)
            if other is not thin and room.takes([*other, *thin]):
                found[place] = [*other, *thin]
                found = [each for each in found if each is not thin]
                break
    return _evened(picture, kind, paper, found)


def _evened(
    picture: Picture, kind: Kind, paper: Paper, shares: list[Sequence[str]]
) -> list[Sequence[str]]:
    """The shares; what is still very thin takes half of what stands before it."""
    mean = sum(map(len, shares)) / len(shares)
    for place in range(1, len(shares)):
        both = [*shares[place - 1], *shares[place]]
        halves = (both[: -(-len(both) // 2)], both[-(-len(both) // 2) :])
        rooms = [_Paper(picture, kind, paper, number) for number in (place, place + 1)]
        is_thin = len(shares[place]) * 3 < mean
        if is_thin and all(room.takes(half) for room, half in zip(rooms, halves, strict=True)):
            shares[place - 1 : place + 1] = halves
    return shares


def _filled(
    picture: Picture, kind: Kind, paper: Paper, units: Sequence[str], most: int
) -> list[int] | None:
    """How many units stand on each page, one page after the other filled."""
    found: list[int] = []
    start = 0
    while start < len(units) and len(found) <= paper.pages:
        room = _Paper(picture, kind, paper, len(found) + 1)
        count = _most(room, units[start : start + most])
        if not count:
            return None
        found.append(count)
        start += count
    return found


@dataclass(frozen=True, slots=True)
class _Paper:
    """One page to fill: of which picture, on what, which part it is."""

    picture: Picture
    kind: Kind
    paper: Paper
    number: int

    def takes(self, units: Sequence[str]) -> bool:
        """Whether these units fit."""
        part = self.kind.part(self.picture, set(units))
        return fits(part, self.kind, self.paper, self.number)


def _most(room: _Paper, units: Sequence[str]) -> int:
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
