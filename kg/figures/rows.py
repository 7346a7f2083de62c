"""Who stands above whom: Graphviz orders each column so that few lines cross, and sets the rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.figures.trees import Stop, Tree, steps, stops
from kg.layout.dot import drawn

Node = str | Stop
"""A card by its id, or a stop of a tree."""

_INCH = 72.0


def rows(
    columns: Mapping[str, int],
    extents: Mapping[str, float],
    found: Sequence[Tree],
    gap: float,
    passing: float,
) -> dict[Node, float]:
    """The middle of every card and stop, across the columns.

    ``extents`` are the heights of cards, ``gap`` is what lies between two, ``passing`` the room
    that a tree takes on its way past a column.
    """
    places: dict[Node, int] = dict(columns.items())
    for tree in found:
        places.update((stop, stop[1]) for stop in stops(tree, columns))
    codes = {node: f"n{number}" for number, node in enumerate(places)}
    heights = {node: extents[node] if isinstance(node, str) else passing for node in places}
    text = "\n".join(_text(places, codes, heights, found, columns, gap))
    where = drawn(text).nodes
    return {node: where[code][1] for node, code in codes.items()}


def _text(
    places: Mapping[Node, int],
    codes: Mapping[Node, str],
    heights: Mapping[Node, float],
    found: Sequence[Tree],
    columns: Mapping[str, int],
    gap: float,
) -> Iterator[str]:
    """The drawing in dot's language; ids of ours never stand in it, so none can break out."""
    yield f"digraph {{ rankdir=LR; nodesep={gap / _INCH:.4f}; ranksep=0.8; splines=false;"
    yield 'node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none];'
    ranks: defaultdict[int, list[str]] = defaultdict(list)
    for node, code in codes.items():
        yield f"{code} [width=1, height={heights[node] / _INCH:.4f}];"
        ranks[places[node]].append(code)
    for place in sorted(ranks):
        yield f"c{place} [width=0.01, height=0.01, style=invis];"
        yield f"{{ rank=same; c{place}; {'; '.join(ranks[place])}; }}"
    for place, after in pairwise(sorted(ranks)):
        yield f"c{place} -> c{after} [style=invis, weight=0];"
    for tree in found:
        for left, right in steps(tree, columns):
            yield _edge(codes, places, left, right)
    yield "}"


def _edge(codes: Mapping[Node, str], places: Mapping[Node, int], left: Node, right: Node) -> str:
    step = places[right] - places[left]
    start, end = (left, right) if step >= 0 else (right, left)
    weight = 2 + isinstance(left, tuple) + isinstance(right, tuple)
    how = f"weight={weight}" if step else "constraint=false"
    return f"{codes[start]} -> {codes[end]} [{how}];"
