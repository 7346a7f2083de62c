"""The answer to ``kg why``: what was judged of two entities, then what their names say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.judgements import Clusters, merge
from kg.resolve.explaining import explained
from kg.resolve.joining import Join
from kg.resolve.record import Record, of_entity, record
from kg.statements import Entity, Judgement


@dataclass(frozen=True, slots=True)
class Known:
    """Who is known to be who. ``entities`` are those before merging, by id."""

    entities: Mapping[str, Entity]
    judgements: Sequence[Judgement] = ()
    clusters: Clusters = field(default_factory=Clusters)
    joined: Sequence[Join] = ()


@dataclass(frozen=True, slots=True)
class _Link:
    """Two ids and what was said of them: a verdict or a tier, and why."""

    ends: tuple[str, str]
    word: str
    why: str

    def told(self, asked: set[str]) -> str:
        """The link in words; the ids are told where they are not those that were asked about."""
        which = "" if set(self.ends) == asked else f"{self.ends[0]} / {self.ends[1]}: "
        return f"{self.word}: {which}{self.why}\n"


def why(known: Known, left: str, right: str, lang: str = "en", country: str = "") -> str:
    """What was judged of a pair, if anything, and the score of its names in words.

    Of two ids that are one by now, the steps that lead from one to the other are told, and their
    own names compared; else an id stands for all that is one with it. ``country`` is that of names
    which are no ids.
    """
    head = known.clusters.head
    if left != right and head(left) == head(right):
        links, whole = _steps(known, left, right), False
    else:
        links, whole = list(_judged(known, left, right)), True
    told = "".join(link.told({left, right}) for link in links)
    one, other = (_record(known, text, whole, country) for text in (left, right))
    return told + explained(one, other, lang)


def _judged(known: Known, left: str, right: str) -> Iterator[_Link]:
    """What was judged of two clusters."""
    head = known.clusters.head
    for one in known.judgements:
        if {head(one.left), head(one.right)} == {head(left), head(right)}:
            yield _Link((one.left, one.right), one.verdict, one.reason)


def _steps(known: Known, left: str, right: str) -> list[_Link]:
    """The shortest way from one id to another over what was judged the same or joined."""
    links: dict[str, list[_Link]] = {}
    for link in _same(known, known.clusters.head(left)):
        for end in link.ends:
            links.setdefault(end, []).append(link)
    ways: dict[str, list[_Link]] = {left: []}
    waiting = [left]
    for at in waiting:
        for link in links.get(at, ()):
            other = link.ends[link.ends[0] == at]
            if other not in ways:
                ways[other] = [*ways[at], link]
                waiting.append(other)
    return ways.get(right, [])


def _same(known: Known, whole: str) -> Iterable[_Link]:
    head = known.clusters.head
    for one in known.judgements:
        if one.verdict == "same" and head(one.left) == head(one.right) == whole:
            yield _Link((one.left, one.right), one.verdict, one.reason)
    for join in known.joined:
        if head(join.into) == whole:
            yield _Link((join.into, join.id), join.tier, join.why)


def _record(known: Known, text: str, whole: bool, country: str) -> Record:
    """The record of an id, or of all that is one with it; anything else is a name."""
    if text not in known.entities:
        return record(text, text, country)
    head = known.clusters.head(text)
    if not whole or head not in known.entities:
        return of_entity(known.entities[text])
    ids = [head, *known.clusters.members().get(head, ())]
    parts = (known.entities[id_] for id_ in ids if id_ in known.entities)
    return of_entity(merge(parts, known.clusters)[head])
