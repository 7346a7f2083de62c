"""What stands where on a figure, read back from its SVG: nothing is taken on trust."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from kg.figures.measure import width

if TYPE_CHECKING:
    from kg.figures.fonts import Weight

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_STEP = re.compile(r"([MLQCVHAZ])([^MLQCVHAZ]*)")

Point = tuple[float, float]
Way = tuple[str, tuple[str, str], list[Point]]
"""The id of a stroke, the ids of what it ties, its corners."""


class Box(NamedTuple):
    """A box on the page, and what it is."""

    left: float
    top: float
    right: float
    bottom: float
    what: str

    def overlaps(self, other: "Box", by: float = 0.5) -> bool:
        """Whether two boxes share more than a hair."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > by and tall > by

    def holds(self, other: "Box", by: float = 0.5) -> bool:
        """Whether another lies inside."""
        return (
            self.left - by <= other.left
            and self.top - by <= other.top
            and other.right <= self.right + by
            and other.bottom <= self.bottom + by
        )


@dataclass(frozen=True)
class Seen:
    """All that a figure shows."""

    page: Box
    cards: Sequence[Box]
    notes: Sequence[Box]
    texts: Sequence[Box]
    sizes: Sequence[float]
    ways: list[Way]
    inside: Sequence[tuple[Box, Box]]
    """Texts on cards, each with its card."""


def seen(svg: str) -> Seen:
    """Read an SVG back."""
    root = etree.fromstring(svg.encode())
    _, _, wide, high = map(float, root.get("viewBox", "").split())
    cards: list[Box] = []
    notes: list[Box] = []
    texts: list[Box] = []
    sizes: list[float] = []
    inside: list[tuple[Box, Box]] = []
    ways: list[Way] = []
    for node, (x, y) in _walk(root, (0.0, 0.0)):
        if node.tag == f"{SVG}g" and node.get("class") == "card":
            card = _rect(next(node.iter(f"{SVG}rect")), x, y)
            cards.append(card)
            inside += [(_text(text, x, y), card) for text in node.iter(f"{SVG}text")]
        elif node.tag == f"{SVG}g" and node.get("class") == "note":
            ring = next(node.iter(f"{SVG}path"))
            points = _points(ring.get("d", ""))
            notes.append(_around(points, x, y, "note " + "".join(node.itertext()).strip()))
        elif node.tag == f"{SVG}text":
            texts.append(_text(node, x, y))
            sizes.append(float(node.get("font-size", "0")))
        elif node.tag == f"{SVG}path" and node.get(f"{INKSCAPE}connector-type"):
            ends = (
                node.get(f"{INKSCAPE}connection-start", ""),
                node.get(f"{INKSCAPE}connection-end", ""),
            )
            points = [(a + x, b + y) for a, b in _points(node.get("d", ""))]
            ways.append((node.get("id", ""), ends, points))
    page = Box(0, 0, wide, high, "page")
    return Seen(page, cards, notes, texts, sizes, ways, inside)


def overlaps(boxes: Sequence[Box]) -> list[tuple[str, str]]:
    """Every two that lie over each other."""
    ordered = sorted(boxes)
    return [(a.what, b.what) for a, b in combinations(ordered, 2) if a.overlaps(b)]


def words(svg: str) -> str:
    """All text of a figure, lines joined by spaces."""
    root = etree.fromstring(svg.encode())
    said = " ".join(" ".join(node.itertext()) for node in root.iter(f"{SVG}text"))
    return " ".join(said.split())


def crossed(found: Seen) -> list[tuple[str, str]]:
    """Strokes that run over a card that they are not tied to."""
    return [
        (id_, card.what)
        for id_, ends, points in found.ways
        for card in found.cards
        if f"#card-{card.what}" not in ends and _runs_over(points, card)
    ]


def _runs_over(points: Sequence[Point], card: Box) -> bool:
    for (ax, ay), (bx, by) in pairwise(points):
        part = Box(min(ax, bx) - 0.3, min(ay, by) - 0.3, max(ax, bx) + 0.3, max(ay, by) + 0.3, "")
        if part.overlaps(card, 0.2):
            return True
    return False


def _walk(node: etree._Element, at: Point) -> Iterator[tuple[etree._Element, Point]]:
    for child in node:
        if not isinstance(child.tag, str) or child.tag in (f"{SVG}defs", f"{SVG}metadata"):
            continue
        moved = re.match(r"translate\((\S+) (\S+)\)", child.get("transform", ""))
        x, y = at
        if moved:
            x, y = x + float(moved[1]), y + float(moved[2])
        yield child, (x, y)
        yield from _walk(child, (x, y))


def _rect(node: etree._Element, x: float, y: float) -> Box:
    left, top = float(node.get("x", "0")) + x, float(node.get("y", "0")) + y
    wide, high = float(node.get("width", "0")), float(node.get("height", "0"))
    what = node.get("id", "").removeprefix("card-")
    return Box(left, top, left + wide, top + high, what)


def _text(node: etree._Element, x: float, y: float) -> Box:
    """The box of a text, measured line by line; turned text runs upwards."""
    size = float(node.get("font-size", "0"))
    weight: Weight = {"600": 600, "700": 700}.get(node.get("font-weight", ""), 400)  # type: ignore[assignment]
    lines = [node.text or ""] if len(node) == 0 else [span.text or "" for span in node]
    down = sum(float(span.get("dy", "0")) for span in node)
    wide = max(width(line, size, weight) for line in lines)
    back = {"middle": wide / 2, "end": wide}.get(node.get("text-anchor", ""), 0.0)
    left, base = float(node.get("x", "0")) + x, float(node.get("y", "0")) + y
    what = " ".join(lines)
    if "rotate" in node.get("transform", ""):
        low = base + back
        return Box(left - size * 0.7, low - wide, left + down + size * 0.2, low, what)
    top = base - size * 0.7
    return Box(left - back, top, left - back + wide, base + down + size * 0.2, what)


def _points(d: str) -> list[Point]:
    """The points of a path; of curves their ends and what they lean towards."""
    found: list[Point] = []
    for command, rest in _STEP.findall(d):
        numbers = [float(each) for each in _NUMBER.findall(rest)]
        if command == "V":
            found.append((found[-1][0], numbers[0]))
        elif command == "H":
            found.append((numbers[0], found[-1][1]))
        elif command == "A":
            found.append((numbers[5], numbers[6]))
        else:
            found += list(zip(numbers[::2], numbers[1::2], strict=True))
    return found


def _around(points: Sequence[Point], x: float, y: float, what: str) -> Box:
    """The box around a ring of two half circles."""
    left, right = min(a for a, _ in points), max(a for a, _ in points)
    middle, radius = points[0][1], (right - left) / 2
    return Box(left + x, middle - radius + y, right + x, middle + radius + y, what)
