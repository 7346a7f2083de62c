"""One way in: a picture is placed by the layout that its view names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kg.layout.frames import Frame, Placed, Route
from kg.layout.sizes import Points, Sizes, moved, sizes_of
from kg.views.picture import Layout, Picture

__all__ = ["Frame", "Scene", "place", "scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """Positions of the middles of all marks, the frames behind them, the ways of the lines.

    Frames are the lanes and years of a timeline, the tiles of a map, the rows and columns of a
    matrix: each with its box, in the same coordinates. ``routes`` holds, by eid, the Bézier points
    of a line from its start to its end, on the edges of the two cards, where the layout leads it
    around other cards; the others go straight. Everything lies between 0 and ``width``, ``height``.
    """

    points: Points = field(hash=False)
    frames: tuple[Frame, ...] = ()
    routes: Mapping[str, Route] = field(default_factory=dict, hash=False)
    width: float = 0.0
    height: float = 0.0


def place(picture: Picture, sizes: Sizes | None = None) -> Points:
    """Where the middle of each mark stands, in pixels, by mark id.

    ``sizes`` are the measured width and height of marks; those not given are estimated.
    """
    return scene(picture, sizes).points


def scene(picture: Picture, sizes: Sizes | None = None) -> Scene:
    """The same, with the frames to draw behind the marks."""
    if not picture.marks:
        return Scene({})
    measured = sizes_of(picture, sizes)
    placed = _layouts()[picture.layout](picture, measured)
    left, top, right, bottom = _extent(placed, measured)
    return Scene(
        points={id_: moved(placed.points[id_], -left, -top) for id_ in sorted(placed.points)},
        frames=tuple(frame.moved(-left, -top) for frame in placed.frames),
        routes={
            eid: tuple(moved(point, -left, -top) for point in placed.routes[eid])
            for eid in sorted(placed.routes)
        },
        width=round(right - left, 1),
        height=round(bottom - top, 1),
    )


def _extent(placed: Placed, sizes: Sizes) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything."""
    boxes = [
        (x - sizes[id_][0] / 2, y - sizes[id_][1] / 2, x + sizes[id_][0] / 2, y + sizes[id_][1] / 2)
        for id_, (x, y) in placed.points.items()
    ]
    boxes += [(f.x, f.y, f.x + f.width, f.y + f.height) for f in placed.frames]
    boxes += [(x, y, x, y) for route in placed.routes.values() for x, y in route]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _layouts() -> Mapping[Layout, Callable[[Picture, Sizes], Placed]]:
    from kg.layout import ego, force, layered, matrix, tiles, timeline

    return {
        "layered": layered.layered,
        "force": force.force,
        "ego": ego.ego,
        "timeline": timeline.timeline,
        "map": tiles.country_tiles,
        "matrix": matrix.matrix,
    }
