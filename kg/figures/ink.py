"""A woven drawing as boxes, paths and text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.figures import cards
from kg.figures.badges import badge
from kg.figures.cards import Card
from kg.figures.drawing import PAPER, Drawing, Group, Head, Item, Path, texts
from kg.figures.flow import Port
from kg.figures.sizing import Extras
from kg.figures.strokes import Point, Woven, rounded, shortened, swapped, way
from kg.figures.trees import Tree
from kg.figures.weave import Measures
from kg.views.styles import Style, styles


@dataclass(frozen=True, slots=True)
class Pen:
    """How to draw what is woven."""

    cards: Mapping[str, Card] = field(hash=False)
    extras: Extras
    measures: Measures
    aside: float
    is_down: bool


def inked(woven: Woven, pen: Pen, size: tuple[float, float]) -> Drawing:
    """Strokes first, cards over them, the numbers of notes on top."""
    strokes = Group(tuple(_strokes(woven, pen)), id="lines")
    boxes = Group(tuple(_cards(woven, pen)), id="cards")
    numbers = Group(tuple(_badges(woven, pen)), id="notes")
    used = {tree.style for tree in woven.flow.trees}
    heads = tuple(head(styles()[name], pen.measures.head) for name in styles() if name in used)
    return Drawing(*size, (strokes, boxes, numbers), heads, order(numbers.items))


def order(badges: Iterable[Item]) -> tuple[int, ...]:
    """The numbers of notes from top to bottom, each once."""
    found = sorted((text.y, text.x, int(text.lines[0])) for text in texts(badges))
    return tuple(dict.fromkeys(number for _, _, number in found))


def head(style: Style, size: float) -> Head:
    """The arrow head of a style."""
    return Head(f"head-{style.name}", style.colour, style.arrow == "hollow", size)


def dashes(style: Style, size: float) -> tuple[float, ...]:
    """The dashes of a style for names of a size."""
    return tuple(round(length * size, 2) for length in style.dash)


def _ports(woven: Woven) -> Iterator[tuple[Tree, Port]]:
    for port in woven.flow.ports:
        if port.far is not None:
            yield woven.flow.trees[port.tree], port


def _strokes(woven: Woven, pen: Pen) -> Iterator[Item]:
    """Tree by tree, each over a pale edge: where two cross, it is seen that they do not meet."""
    drawn: dict[int, list[tuple[int, Tree, Port]]] = {}
    for number, (tree, port) in enumerate(_ports(woven), start=1):
        drawn.setdefault(tree.number, []).append((number, tree, port))
    for each in drawn.values():
        yield Group(tuple(_edge(woven, pen, tree, port) for _, tree, port in each), kind="edge")
        yield from (_stroke(woven, pen, *stroke) for stroke in each)


def _edge(woven: Woven, pen: Pen, tree: Tree, port: Port) -> Path:
    """What keeps a stroke apart from those under it; not where arrow heads may be."""
    points = way(woven, tree, port)
    line = styles()[tree.style].width * pen.measures.head / 12 + pen.measures.head * 0.35
    return Path(_way(points, pen, 1.3, 1.3), stroke=PAPER, line=round(line, 2))


def _way(points: list[Point], pen: Pen, start: float, end: float) -> str:
    """The path of a way without its ends, in heads."""
    cut = pen.measures.head
    kept = shortened(points, cut * start, cut * end)
    return rounded(swapped(kept) if pen.is_down else kept, pen.measures.pitch * 0.8)


def _stroke(woven: Woven, pen: Pen, number: int, tree: Tree, port: Port) -> Item:
    assert port.far is not None
    scale = pen.measures.head / 12
    style = styles()[tree.style]
    has_head = style.arrow != "none"
    back = has_head and not tree.outward
    d = _way(way(woven, tree, port), pen, 0.25 * back, 0.25 * (has_head and not back))
    arrow = f"head-{style.name}{'-back' if back else ''}" if has_head else ""
    path = Path(
        d, stroke=style.colour, line=round(style.width * scale, 2), dash=dashes(style, scale),
        arrow=arrow, between=(f"card-{tree.hub}", f"card-{port.card}"), id=f"line-{number}",
    )  # fmt: skip
    about = "; ".join(pen.extras.about.get(line.eid, "") for line in port.far.lines)
    return Group((path,), about=about, kind="line")


def _cards(woven: Woven, pen: Pen) -> Iterator[Item]:
    for id_, card in sorted(pen.cards.items(), key=lambda pair: _reading(woven, pair[0])):
        column = woven.flow.columns[id_]
        across = woven.places[id_]
        if pen.is_down:
            x, y = across - card.width / 2, woven.starts[column]
        else:
            x, y = woven.starts[column], across - card.height / 2
        yield cards.draw(card, x, y, pen.extras.about.get(id_, ""))


def _reading(woven: Woven, id_: str) -> tuple[int, float, str]:
    return (woven.flow.columns[id_], woven.places[id_], id_)


def _badges(woven: Woven, pen: Pen) -> Iterator[Item]:
    for tree, port in _ports(woven):
        if port.far is not None and port.far.note:
            x, y = _at(woven, pen, tree, port)
            x, y = (y, x) if pen.is_down else (x, y)
            yield badge(port.far.note, x, y, pen.measures.badge, pen.aside, styles()[tree.style])


def _at(woven: Woven, pen: Pen, tree: Tree, port: Port) -> Point:
    """Where the number of a note stands: on the stroke, before it ends."""
    (x, y), before = way(woven, tree, port)[-1], way(woven, tree, port)[-2]
    has_head = styles()[tree.style].arrow != "none" and tree.outward
    off = pen.measures.badge * 0.56 + pen.measures.head * (1.15 if has_head else 0.4)
    return (x - off, y) if before[0] < x else (x + off, y)
