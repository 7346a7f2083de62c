"""Timeline: x is time, a lane is a group, and nothing in a lane lies over anything else."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from kg.dates import bounds, is_date
from kg.layout.frames import Frame, Placed
from kg.layout.sizes import Point, Sizes
from kg.views.picture import Mark, Picture
from kg.views.words import words

_YEAR = 130.0
"""Pixels a year at least."""
_GAP = 8.0
_LANE_GAP = 18.0
_TOP = 28.0
"""Pixels above the first lane, for the years."""
_HEAD = 150.0
"""Pixels left of the first year, for the names of lanes."""


def timeline(picture: Picture, sizes: Sizes) -> Placed:
    """Marks at their date; one without a date stands in a column before the first year."""
    days = {mark.id: _day(mark, picture) for mark in picture.marks}
    known = [day for day in days.values() if day]
    first = date.fromordinal(min(known, default=_today(2000))).year
    last = date.fromordinal(max(known, default=_today(2001))).year + 1
    left = _HEAD + (max(w for w, _ in sizes.values()) + _GAP if len(known) < len(days) else 0.0)
    wide = max(_YEAR, 1200.0 / (last - first))
    across = {
        id_: left + (day - _today(first)) / 365.25 * wide + sizes[id_][0] / 2
        if day
        else _HEAD + sizes[id_][0] / 2
        for id_, day in days.items()
    }
    points, lanes = _lanes(picture, across, sizes)
    height = max((lane.y + lane.height for lane in lanes), default=0.0)
    right = max(x + sizes[id_][0] / 2 for id_, (x, _) in points.items())
    lanes = [_wide(lane, max(right, left + (last - first) * wide)) for lane in lanes]
    ticks = [(str(year), left + (year - first) * wide) for year in range(first, last + 1)]
    years = [Frame("year", year, _same(year), x, 0.0, 0.0, height) for year, x in ticks]
    undated = Frame("column", "", words()["event"]["undated"], _HEAD, 0.0, left - _HEAD, height)
    return Placed(points, (*lanes, *years, *([undated] if left > _HEAD else [])))


def _today(year: int) -> int:
    return date(year, 1, 1).toordinal()


def _day(mark: Mark, picture: Picture) -> int:
    """The first day that the mark, or else one of its lines, is dated to; 0 for none."""
    if is_date(mark.date):
        return date.fromisoformat(bounds(mark.date)[0]).toordinal()
    texts = [
        text.split("; ")[0]
        for line in picture.lines
        if mark.id in (line.start, line.end)
        for text in (line.since, line.date)
        if text
    ]
    days = sorted(bounds(text)[0] for text in texts if is_date(text))
    return date.fromisoformat(days[0]).toordinal() if days else 0


def _lanes(
    picture: Picture, across: Mapping[str, float], sizes: Sizes
) -> tuple[dict[str, Point], list[Frame]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for mark in picture.marks:
        members[mark.group].append(mark.id)
    points: dict[str, Point] = {}
    lanes: list[Frame] = []
    top = _TOP
    for group in picture.groups:
        ids = sorted(members[group.id], key=lambda id_: (across[id_], id_))
        rows = _rows(ids, across, sizes)
        tall = max((sizes[id_][1] for id_ in ids), default=0.0) + _GAP
        for id_, row in rows.items():
            points[id_] = (across[id_], top + _GAP + row * tall + tall / 2)
        height = (max(rows.values(), default=0) + 1) * tall + 2 * _GAP
        lanes.append(Frame("lane", group.id, group.names, 0.0, top, 0.0, height))
        top += height + _LANE_GAP
    return points, lanes


def _rows(ids: Sequence[str], across: Mapping[str, float], sizes: Sizes) -> dict[str, int]:
    """The first row of the lane in which each mark, from left to right, finds room."""
    ends: list[float] = []
    found: dict[str, int] = {}
    for id_ in ids:
        start = across[id_] - sizes[id_][0] / 2
        row = next((n for n, end in enumerate(ends) if end + _GAP <= start), len(ends))
        ends[row : row + 1] = [start + sizes[id_][0]]
        found[id_] = row
    return found


def _wide(lane: Frame, width: float) -> Frame:
    return Frame(lane.kind, lane.id, lane.names, lane.x, lane.y, width, lane.height)


def _same(text: str) -> dict[str, str]:
    return dict.fromkeys(("en", "nl", "fr", "de", "es"), text)
