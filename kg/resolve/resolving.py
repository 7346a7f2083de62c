"""A whole table resolved: pairs, scores, clusters and tiers, with the time of each stage."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from kg.resolve.aliases import Aliases
from kg.resolve.clusters import Clusters, Marks, clash, marks
from kg.resolve.engines import Engine, Local
from kg.resolve.growing import grow
from kg.resolve.known import by_known
from kg.resolve.mentions import Mentions, mentions
from kg.resolve.pairs import Pairs, likest
from kg.resolve.pausing import no_collection
from kg.resolve.record import Record
from kg.resolve.score import Weights, weights
from kg.resolve.tiers import Edge, Tier, certain, says_enough

if TYPE_CHECKING:
    from kg.resolve.mentions import Bools

SUGGESTED = 0.3
"""From this score on a pair is worth a look."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """For each record its cluster (the place of its first member) and how it belongs to it.

    ``tier`` is empty for a record alone; T1 to T3 for the largest part of a cluster that is merged
    for certain, T4 for what only the score ties to it. ``merged`` are the certain edges,
    ``suggested`` the scored pairs that no certain edge joins, the best first.
    """

    cluster: list[int]
    tier: list[Tier | None]
    merged: list[Edge]
    suggested: Sequence[Edge]
    pairs: int
    seconds: Mapping[str, float]


@dataclass(slots=True)
class _Clock:
    """CPU seconds of each stage."""

    seconds: dict[str, float] = field(default_factory=dict)
    last: float = field(default_factory=time.process_time)

    def lap(self, stage: str) -> None:
        now = time.process_time()
        self.seconds[stage] = round(now - self.last, 3)
        self.last = now


@no_collection()
def resolve(
    records: Sequence[Record],
    different: Iterable[tuple[int, int]] = (),
    by: Weights | None = None,
    engine: Engine | None = None,
    known: Aliases | None = None,
) -> Resolution:
    """Resolve a table; where, says the engine.

    ``different`` are pairs, by place, that a person has judged, and not the same: different,
    related, or unsure. They are neither merged nor suggested again. ``known`` are other names that
    sources give; without them only the rules count.
    """
    clock, by = _Clock(), by or weights()
    node = _nodes(records)
    rows = _rows(node)
    distinct = [records[own[0]] for own in rows]
    given: list[Marks] = [marks(record) for record in distinct]
    apart = _apart(different, node)
    clusters = Clusters(list(given), apart)
    edges = chain(certain(distinct), by_known(distinct, known) if known else ())
    merged = [edge for edge in edges if clusters.join(edge.left, edge.right)]
    core = clusters.heads()
    clock.lap("merge")
    table = mentions(distinct)
    found = (engine or Local()).scored(table, by, clock.lap)
    scored = likest(table.owner[found.left], table.owner[found.right], found.score)
    for _ in grow(clusters, scored, by, _acronyms(table)):
        pass
    final = clusters.heads()
    tiers = _tiers(rows, clusters, core, merged)
    open_ = _open(scored.where(scored.score >= SUGGESTED), core, given, apart)
    clock.lap("cluster")
    return Resolution(
        cluster=[rows[final[at]][0] for at in node],
        tier=[tiers[at] for at in node],
        merged=[_on_rows(edge, rows) for edge in merged],
        suggested=_rows_of(open_, rows).best_first(),
        pairs=len(found.left),
        seconds=clock.seconds,
    )


def _acronyms(table: Mentions) -> "Bools":
    """Which records have a name that is an acronym; aliases do not count."""
    import numpy as np

    is_name = np.diff(table.owner, prepend=-1) != 0
    found: Bools = table.is_acronym[is_name]
    return found


def _open(
    scored: Pairs,
    core: Sequence[int],
    given: Sequence[Marks],
    apart: Mapping[int, frozenset[int]],
) -> Pairs:
    """The pairs for a person to judge: not merged, not judged, and not impossible."""
    import numpy as np

    part = np.array(core, np.int32)
    scored = scored.where(part[scored.left] != part[scored.right])
    has_marks = np.array([bool(found) for found in given], np.bool_)
    is_open = np.ones(len(scored), np.bool_)
    asked = np.flatnonzero(has_marks[scored.left] & has_marks[scored.right])
    if apart:
        asked = np.arange(len(scored))
    for at in asked.tolist():
        one, two = int(scored.left[at]), int(scored.right[at])
        if two in apart.get(one, ()) or clash(given[one], given[two]):
            is_open[at] = False
    return scored.where(is_open)


def _nodes(records: Sequence[Record]) -> list[int]:
    """A number for each record; the same for records that are the same to the letter.

    What says too little to be known by its letters has a number of its own.
    """
    first: dict[object, int] = {}
    shared: dict[object, int] = {}
    node: list[int] = []
    size = 0
    for at, record in enumerate(records):
        its = _letters(record)
        other = first.setdefault(its, at)
        if other != at and _is_clear(record):
            if its not in shared:
                shared[its] = node[other] if _is_clear(records[other]) else size
            found = shared[its]
        else:
            found = size
        size = max(size, found + 1)
        node.append(found)
    return node


def _letters(record: Record) -> object:
    name = record.name
    return name.squeezed, name.form.short, record.country, record.label, record.ids


def _is_clear(record: Record) -> bool:
    """Whether another record of the same letters is the same."""
    name = record.name
    is_vague = bool(record.aliases) or (bool(name.domain) and not name.level)
    return not is_vague and says_enough(name, record.country)


def _rows(node: Sequence[int]) -> list[list[int]]:
    rows: list[list[int]] = []
    for row, at in enumerate(node):
        if at == len(rows):
            rows.append([row])
        else:
            rows[at].append(row)
    return rows


def _apart(pairs: Iterable[tuple[int, int]], node: Sequence[int]) -> dict[int, frozenset[int]]:
    apart: dict[int, frozenset[int]] = {}
    for left, right in pairs:
        for one, two in ((node[left], node[right]), (node[right], node[left])):
            apart[one] = apart.get(one, frozenset()) | {two}
    return apart


def _tiers(
    rows: Sequence[Sequence[int]], clusters: Clusters, core: Sequence[int], merged: Sequence[Edge]
) -> list[Tier | None]:
    """How each node belongs to its cluster."""
    strongest: dict[int, Tier] = {}
    for edge in merged:
        for at in (edge.left, edge.right):
            strongest[at] = min(strongest.get(at, edge.tier), edge.tier)
    tiers: list[Tier | None] = ["T2" if len(own) > 1 else None for own in rows]
    for own in clusters.members.values():
        size: dict[int, int] = {}
        for at in sorted(own):
            size[core[at]] = size.get(core[at], 0) + len(rows[at])
        largest = max(size, key=size.__getitem__)
        sure = largest if size[largest] > 1 else -1
        for at in own:
            tiers[at] = strongest.get(at, "T2") if core[at] == sure else "T4"
    return tiers


def _on_rows(edge: Edge, rows: Sequence[Sequence[int]]) -> Edge:
    one, two = rows[edge.left][0], rows[edge.right][0]
    return Edge(min(one, two), max(one, two), edge.tier, edge.score, edge.why)


def _rows_of(pairs: Pairs, rows: Sequence[Sequence[int]]) -> Pairs:
    import numpy as np

    first = np.array([own[0] for own in rows], np.int32)
    return likest(first[pairs.left], first[pairs.right], pairs.score)
