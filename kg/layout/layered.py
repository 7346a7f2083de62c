"""Layered placing: columns from seller to police, in the order that crosses the fewest lines.

The columns are ours; Graphviz's dot orders each and sets the rows.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.layout.columns import Flow, columns, flows_of
from kg.layout.dot import positions
from kg.layout.frames import Frame
from kg.layout.sizes import Point, Sizes
from kg.views.picture import Picture

_BETWEEN = 0.17
"""Inches between two cards of a column."""
_GAP = 1.1
"""Inches between two columns, for the lines and their notes."""
_INCH = 72.0


def layered(picture: Picture, sizes: Sizes) -> tuple[dict[str, Point], tuple[Frame, ...]]:
    """Where marks stand in columns."""
    places = columns(picture)
    ids = [mark.id for mark in picture.marks]
    codes = {id_: f"n{number}" for number, id_ in enumerate(ids)}
    found = positions("\n".join(_text(codes, places, flows_of(picture.lines), sizes)))
    return {id_: found[codes[id_]] for id_ in ids}, ()


def _text(
    codes: Mapping[str, str], places: Mapping[str, int], flows: Sequence[Flow], sizes: Sizes
) -> Iterator[str]:
    """The drawing in dot's language; ids of ours never stand in it, so none can break out."""
    yield "digraph {"
    yield f"rankdir=LR; nodesep={_BETWEEN}; ranksep={_GAP}; splines=false;"
    if len(flows) > 400:
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
    for left, right in flows:
        yield from _edge(codes, places, left, right)
    yield "}"


def _edge(
    codes: Mapping[str, str], places: Mapping[str, int], left: str, right: str
) -> Iterator[str]:
    if left not in codes or right not in codes:
        return
    step = places[right] - places[left]
    start, end = (left, right) if step >= 0 else (right, left)
    if step:
        yield f"{codes[start]} -> {codes[end]} [weight={3 if abs(step) == 1 else 1}];"
    else:
        yield f"{codes[start]} -> {codes[end]} [constraint=false];"
