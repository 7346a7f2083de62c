"""How much room a mark takes, in pixels, where the caller has not measured it."""

from collections.abc import Mapping

from kg.views.picture import Mark, Picture

Size = tuple[float, float]
"""Width and height."""

Sizes = Mapping[str, Size]
Point = tuple[float, float]
"""The middle of a mark; x grows to the right, y downwards."""

Points = Mapping[str, Point]

_DOT = 28.0
_CARD_HEIGHT = 36.0
_LINE = 18.0
_LETTER = 7.6
_AROUND_TEXT = 56.0
_WIDEST = 320.0
_AS_DOTS = ("force", "ego")


def sizes_of(picture: Picture, measured: Sizes | None = None) -> dict[str, Size]:
    """The size of each mark: as measured, else a dot or a card with its name."""
    known = measured or {}
    return {mark.id: known.get(mark.id) or _guess(picture, mark) for mark in picture.marks}


def dot(mark: Mark) -> Size:
    """A round mark, larger if it stands for many."""
    side = _DOT * (1.0 + min(mark.count - 1, 24) / 24.0)
    return side, side


def card(mark: Mark) -> Size:
    """A box with a symbol, the name and the country; a note takes a line of its own."""
    letters = max(len(mark.name), len(mark.note))
    height = _CARD_HEIGHT + (_LINE if mark.note else 0.0)
    return min(_WIDEST, _AROUND_TEXT + _LETTER * letters), height


def _guess(picture: Picture, mark: Mark) -> Size:
    if picture.layout in _AS_DOTS:
        return dot(mark)
    width, height = card(mark)
    is_turned = picture.layout == "matrix" and mark.role != "force"
    return (height, width) if is_turned else (width, height)


def moved(point: Point, right: float, down: float) -> Point:
    """A point elsewhere, to a tenth of a pixel."""
    return round(point[0] + right, 1) + 0.0, round(point[1] + down, 1) + 0.0
