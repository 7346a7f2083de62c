"""Where marks stand and lines go, as columns: each by itself, and with crowds drawn as one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.layout import Frame, Scene, Size, scene
from kg.layout.sizes import Point
from kg.pages.columns import Cell, Column, column
from kg.pages.numbers import Numbers
from kg.pages.room import room
from kg.views.aggregate import LIMIT, aggregate
from kg.views.picture import Mark, Picture


def placed(picture: Picture, given: Scene | None, number: Numbers) -> dict[str, object]:
    """Positions, frames and ways of a picture, ready for JSON.

    With more marks than can be read, ``crowds`` holds a second set: the few that stand alone, and
    the many that stand together, each with its own place. ``given`` are positions of every mark
    that the caller has computed.
    """
    if len(picture.marks) <= LIMIT:
        return _whole(picture, given or scene(picture, room(picture)), number)
    whole = given or scene(replace(picture, layout="force"), {})
    return {**_points(picture.marks, whole.points), "crowds": _crowds(picture, number)}


def _whole(picture: Picture, where: Scene, number: Numbers) -> dict[str, object]:
    return {
        **_points(picture.marks, where.points),
        **_sizes(room(picture), picture.marks),
        "frames": [_frame(frame, number) for frame in where.frames],
        "routes": {
            str(place): _flat(where.routes[line.eid])
            for place, line in enumerate(picture.lines)
            if line.eid in where.routes
        },
    }


def _crowds(picture: Picture, number: Numbers) -> dict[str, object]:
    """The picture with crowds: its marks have their own numbers, crowds those after all marks."""
    small = aggregate(picture)
    where, sizes = scene(small, room(small)), room(small)
    crowds = [mark for mark in small.marks if mark.inside]
    inside = {id_: place for place, crowd in enumerate(crowds, start=1) for id_ in crowd.inside}
    kept = [mark for mark in small.marks if not mark.inside]
    drawn = [*kept, *crowds]
    numbers = {mark.id: number.marks.of(mark.id) for mark in kept}
    numbers |= {mark.id: len(picture.marks) + place for place, mark in enumerate(crowds)}
    return {
        "inside": column(inside.get(mark.id, 0) for mark in picture.marks),
        "drawn": [numbers[mark.id] for mark in drawn],
        "labels": [number.labels.of(mark.label) for mark in crowds],
        "countries": [[number.countries.of(code) for code in mark.country] for mark in crowds],
        **_points(drawn, where.points),
        **_sizes(sizes, drawn),
        "frames": [_frame(frame, number) for frame in where.frames],
        "routes": [
            [numbers[line.start], numbers[line.end], number.verb(line), *_flat(route)]
            for line in small.lines
            if (route := where.routes.get(line.eid))
        ],
    }


def _points(marks: Sequence[Mark], points: Mapping[str, Point]) -> dict[str, Column]:
    return {
        "x": [_short(points[mark.id][0]) for mark in marks],
        "y": [_short(points[mark.id][1]) for mark in marks],
    }


def _sizes(sizes: Mapping[str, Size], marks: Sequence[Mark]) -> dict[str, Column]:
    return {
        "w": [_short(sizes[mark.id][0]) for mark in marks],
        "h": [_short(sizes[mark.id][1]) for mark in marks],
    }


def _frame(frame: Frame, number: Numbers) -> dict[str, Cell]:
    return {
        "kind": frame.kind,
        "id": frame.id,
        "name": number.worded.said(frame.names),
        "box": [_short(side) for side in (frame.x, frame.y, frame.width, frame.height)],
        "empty": int(frame.is_empty),
    }


def _flat(points: Iterable[Point]) -> list[int | float]:
    return [_short(each) for point in points for each in point]


def _short(number: float) -> int | float:
    """To a tenth of a pixel, and whole numbers without a point."""
    rounded = round(float(number), 1)
    return int(rounded) if rounded.is_integer() else rounded
