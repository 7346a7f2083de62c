"""Who of those that files name is one, and who is somebody that the tables know already.

Joined without a person: the same identifier (T1), name (T2), or curated alias (T3), where nothing
speaks against it. All that is less than sure is a suggestion. What a person judged stands: a pair
that is different, related or unsure is neither joined nor suggested, nor are two rows of one table.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kg.resolve.aliases import aliases
from kg.resolve.clusters import Clusters, Marks, clash
from kg.resolve.explaining import briefs
from kg.resolve.grounds import by_alias, by_number, is_sure
from kg.resolve.known import by_tables
from kg.resolve.parties import Party, is_eligible, marks_of, party, shared, torn
from kg.resolve.resolving import resolve
from kg.resolve.score import weights
from kg.resolve.suggestion import Suggestion
from kg.resolve.tiers import Edge, Tier, certain, key
from kg.resolve.ties import Named, ties
from kg.statements import Entity

_HASH = re.compile(r"[0-9a-f]{40}")
_SAME_NAME = 0.7
"""The score of a pair whose name is the same, but says too little."""


@dataclass(frozen=True, slots=True)
class Join:
    """An entity of a file, the one that it was taken for, and why. ``name`` is its own."""

    id: str
    into: str
    name: str
    tier: Tier
    why: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Who is the same without a person, and pairs for one."""

    same: tuple[Join, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


def join(
    entities: Mapping[str, Entity],
    apart: Iterable[tuple[str, str]],
    tables: Sequence[Collection[str]],
    names: Named = MappingProxyType({}),
) -> Joined:
    """Resolve what is in no table against itself and against the tables.

    ``apart`` are the pairs that were judged, and not the same. ``tables`` are the ids of each table
    that is kept by hand, the user's own first: a row of one and a row of another are only
    suggested. Where one table has everything there is nothing to do. ``names`` are those that
    sources give, of which none is enough to join.
    """
    if any(entities.keys() <= set(table) for table in tables):
        return Joined()
    return _Joining(entities, apart, tables).done(names)


class _Joining:
    """The parties by place, those of the tables first, and their clusters."""

    def __init__(
        self,
        entities: Mapping[str, Entity],
        apart: Iterable[tuple[str, str]],
        tables: Sequence[Collection[str]],
    ) -> None:
        """Take the parties apart; ``ids`` are theirs."""
        self.ids: list[str] = []
        self.parties: list[Party] = []
        for id_, of in _ranked(entities, tables):
            if found := party(entities[id_], of):
                self.ids.append(id_)
                self.parties.append(found)
        self.records = [one.record for one in self.parties]
        self.unclear = shared(self.parties)
        place = {id_: at for at, id_ in enumerate(self.ids)}
        self.apart: dict[int, frozenset[int]] = {}
        for left, right in apart:
            if left in place and right in place:
                for one, two in ((place[left], place[right]), (place[right], place[left])):
                    self.apart[one] = self.apart.get(one, frozenset()) | {two}
        own = [marks_of(one, id_) for one, id_ in zip(self.parties, self.ids, strict=True)]
        self.clusters = Clusters(own, self.apart)

    def done(self, names: Named) -> Joined:
        """The joins with their reasons, and what is left for a person."""
        joined: dict[int, Edge] = {}
        refused: list[Edge] = []
        for edge, is_certain in self._edges():
            one, two = self.clusters.of(edge.left), self.clusters.of(edge.right)
            if one == two:
                continue
            if is_certain and self._is_allowed(edge) and self.clusters.join(one, two):
                joined[max(one, two)] = edge
            else:
                refused.append(edge)
        refused += self._tied(names)
        return Joined(tuple(self._same(joined)), tuple(self._suggested(refused)))

    def _edges(self) -> Iterator[tuple[Edge, bool]]:
        """By number, by name, by alias, then by the tables, among those that are still apart."""
        yield from by_number(self.parties)
        self.unclear |= torn(self.parties, self.clusters.of)
        yield from self._by_name("T2")
        for edge in by_alias(self.parties, self.unclear):
            yield edge, self._is_sure(edge)
        yield from self._by_name("T3")
        for edge in by_tables(self.parties, aliases()):
            yield edge, True

    def _by_name(self, tier: str) -> Iterator[tuple[Edge, bool]]:
        """The edges of a tier between names, each name of a cluster once."""
        names: dict[tuple[int, tuple[str, str, str]], int] = {}
        for at, one in enumerate(self.parties):
            if is_eligible(one, self.unclear):
                names.setdefault((self.clusters.of(at), key(one.record.name, one.record)), at)
        places = list(names.values())
        for edge in certain([self.records[at] for at in places]):
            if edge.tier == tier:
                found = edge._replace(left=places[edge.left], right=places[edge.right])
                yield found, self._is_sure(found)

    def _is_sure(self, edge: Edge) -> bool:
        return is_sure(self.parties[edge.left], self.parties[edge.right])

    def _tied(self, names: Named) -> Iterator[Edge]:
        """Pairs that the names of parties tie, or sources do."""
        place = {id_: at for at, id_ in enumerate(self.ids)}
        for tie in ties(self.ids, self.records, names):
            one, two = place[tie.left], place[tie.right]
            if self._is_allowed(edge := Edge(one, two, "T4", tie.score, tie.why)):
                yield edge

    def _is_allowed(self, edge: Edge) -> bool:
        return self.parties[edge.left].is_free or self.parties[edge.right].is_free

    def _same(self, joined: Mapping[int, Edge]) -> Iterator[Join]:
        """Each party that goes, with what stays, and the reason."""
        places = sorted(joined)
        edges = [joined[at] for at in places]
        told = briefs(self.records, edges) if edges else ()
        for at, edge, brief in zip(places, edges, told, strict=True):
            head = self.clusters.of(at)
            letters = f" ({brief})" if edge.tier != "T3" else ""  # an alias has other letters
            why = f"{self._via(edge, head, at)}{edge.why}{letters}"
            name = self.parties[at].record.name.raw
            yield Join(self.ids[at], self.ids[head], name, edge.tier, why)

    def _via(self, edge: Edge, head: int, at: int) -> str:
        """Who the reason speaks of, where that is not the pair itself."""
        if {edge.left, edge.right} == {head, at}:
            return ""
        return f"{self.ids[edge.left]} and {self.ids[edge.right]}: "

    def _suggested(self, refused: Sequence[Edge]) -> Iterator[Suggestion]:
        """What a person should look at, the best first; each pair of clusters once."""
        best: dict[tuple[int, int], Edge] = {}
        for edge in [*refused, *self._alike()]:
            one, two = sorted((self.clusters.of(edge.left), self.clusters.of(edge.right)))
            if one != two and (one, two) not in best and self._is_open(one, two):
                best[one, two] = edge._replace(left=one, right=two)
        edges = sorted(best.values(), key=lambda edge: (-edge.score, edge.left, edge.right))
        for edge in edges:
            score = min(edge.score, _SAME_NAME) if edge.tier != "T4" else edge.score
            why = f"{edge.tier}: {edge.why}"
            yield Suggestion(self.ids[edge.left], self.ids[edge.right], round(score, 3), why)

    def _is_open(self, one: int, two: int) -> bool:
        if self.parties[one].is_vague or self.parties[two].is_vague:
            return False
        found = self.clusters
        for member in found.all_of(one):
            if self.apart.get(member, frozenset()) & frozenset(found.all_of(two)):
                return False
        return not clash(*(_but_rows(found.marks[at]) for at in (one, two)))

    def _alike(self) -> list[Edge]:
        """The same or like names, of parties of which at least one came from a file.

        What has the same number was looked at before, with the names.
        """
        heads = [at for at in range(len(self.parties)) if self.clusters.of(at) == at]
        found = resolve([self.records[at] for at in heads])
        edges = [
            edge._replace(left=heads[edge.left], right=heads[edge.right])
            for edge in (*found.merged, *found.suggested)
            if edge.score >= weights().threshold and edge.tier != "T1"
        ]
        free = [
            edge
            for edge in edges
            if self.parties[edge.left].is_free or self.parties[edge.right].is_free
        ]
        return [
            edge if edge.why else edge._replace(why=told)
            for edge, told in zip(free, briefs(self.records, free), strict=True)
        ]


def _but_rows(marks: Marks) -> Marks:
    """What keeps parties apart besides that each has a row of its own."""
    return {what: values for what, values in marks.items() if not what.startswith("row ")}


def _ranked(
    entities: Mapping[str, Entity], tables: Sequence[Collection[str]]
) -> list[tuple[str, frozenset[int]]]:
    """Ids with the tables that have them, in the order in which they stay: the shipped ones first.

    After them what the user wrote, then readable ids of files, then those that are hashes.
    """
    of = {id_: frozenset(at for at, table in enumerate(tables) if id_ in table) for id_ in entities}
    return sorted(
        of.items(),
        key=lambda one: (-max(one[1], default=-1), bool(_HASH.fullmatch(one[0])), one[0]),
    )
