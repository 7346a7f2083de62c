"""Layered placing: columns from seller to police, in the order that crosses the fewest lines.

The columns are ours; Graphviz's dot orders each, sets the rows, and leads lines around the cards.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kg.layout.columns import columns
from kg.layout.dot import drawn
from kg.layout.frames import Placed, Points, Route
from kg.layout.sizes import Sizes
from kg.views.picture import Line, Picture

_BETWEEN = 0.17
"""Inches between two cards of a column."""
_GAP, _NARROWEST_GAP, _GAPS = 1.1, 0.55, 3.3
"""Inches between two columns, for the lines: at most, at least, and all together."""
_INCH = 72.0
_MANY = 400
"""Lines from which on dot looks less long for the best order."""


def layered(picture: Picture, sizes: Sizes) -> Placed:
    """Where marks stand in columns, and the way of each line."""
    places = columns(picture)
    codes = {mark.id: f"n{number}" for number, mark in enumerate(picture.marks)}
    found = drawn("\n".join(_text(picture, codes, places, sizes)))
    points = {id_: found.nodes[code] for id_, code in codes.items()}
    return Placed(points, (), dict(_routes(picture, points, found.edges)))


def _text(
    picture: Picture, codes: Mapping[str, str], places: Mapping[str, int], sizes: Sizes
) -> Iterator[str]:
    """The drawing in dot's language; ids of ours never stand in it, so none can break out."""
    yield "digraph {"
    yield f"rankdir=LR; nodesep={_BETWEEN}; ranksep={_gap(places):.4f}; splines=true;"
    if len(picture.lines) > _MANY:
        yield "nslimit=3; nslimit1=3; mclimit=0.5;"
    yield 'node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none];'
    ranks: defaultdict[int, list[str]] = defaultdict(list)
    for id_, code in codes.items():
        width, height = sizes[id_]
        yield f"{code} [width={width / _INCH:.4f}, height={height / _INCH:.4f}];"
        ranks[places[id_]].append(code)
    for place in sorted(ranks):
        yield f"c{place} [width=0.01, height=0.01, style=invis];"
        yield f"{{ rank=same; c{place}; {'; '.join(ranks[place])}; }}"
    for place, after in pairwise(sorted(ranks)):
        yield f"c{place} -> c{after} [style=invis, weight=0];"
    for number, line in enumerate(picture.lines):
        if line.start != line.end:
            yield _edge(line, f"e{number}", codes, places)
    yield "}"


def _gap(places: Mapping[str, int]) -> float:
    """Many columns stand closer together, so that they can be seen at once."""
    between = max(1, len(set(places.values())) - 1)
    return max(_NARROWEST_GAP, min(_GAP, _GAPS / between))


def _edge(line: Line, code: str, codes: Mapping[str, str], places: Mapping[str, int]) -> str:
    step = abs(places[line.end] - places[line.start])
    start, end = sorted((line.start, line.end), key=lambda id_: (places[id_], id_))
    style = f"weight={3 if step == 1 else 1}" if step else "constraint=false"
    return f'{codes[start]} -> {codes[end]} [id="{code}", {style}];'


def _routes(
    picture: Picture, points: Points, edges: Mapping[str, Route]
) -> Iterator[tuple[str, Route]]:
    """The way of each line, from its start to its end."""
    for number, line in enumerate(picture.lines):
        route = edges.get(f"e{number}")
        if route:
            x, y = points[line.start]
            near, far = (abs(at[0] - x) + abs(at[1] - y) for at in (route[0], route[-1]))
            yield line.eid, route if near <= far else route[::-1]
