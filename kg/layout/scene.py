"""One way in: a picture is placed by the layout that its view names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kg.layout.frames import Frame
from kg.layout.sizes import Points, Sizes, rounded, sizes_of
from kg.views.picture import Layout, Picture

__all__ = ["Frame", "Scene", "place", "scene"]

Placed = tuple[Points, tuple[Frame, ...]]


@dataclass(frozen=True, slots=True)
class Scene:
    """Positions of the middles of all marks, and the frames behind them.

    Frames are the lanes and years of a timeline, the tiles of a map, the columns of a layered
    drawing, the heads of a matrix: each with its box, in the same coordinates.
    """

    points: Points = field(hash=False)
    frames: tuple[Frame, ...] = ()


def place(picture: Picture, sizes: Sizes | None = None) -> Points:
    """Where the middle of each mark stands, in pixels, by mark id.

    ``sizes`` are the measured width and height of marks; those not given are estimated.
    """
    return scene(picture, sizes).points


def scene(picture: Picture, sizes: Sizes | None = None) -> Scene:
    """The same, with the frames to draw behind the marks."""
    if not picture.marks:
        return Scene({})
    points, frames = _layouts()[picture.layout](picture, sizes_of(picture, sizes))
    left = min(x for x, _ in points.values())
    top = min(y for _, y in points.values())
    return Scene(rounded(points), tuple(frame.moved(-left, -top) for frame in frames))


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
