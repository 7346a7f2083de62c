"""The pairs that wait for a person, the one that matters most first.

A pair is worth its uncertainty times its degree. The uncertainty of a suggestion with score p is
4p(1 - p): 1 where it is as likely as not, 0 where it is certain. A pair that a person already
looked at and left open counts as 1. The degree is 1 plus the relationships that both have together:
a mistake there misleads most readers. Pairs of equal worth come by their ids.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.reading.claims import props
from kg.store.bolt import Store
from kg.tables import Row, header, read

COLUMNS = ("left", "right", "judgement", "reason", "score")
UNSURE = "unsure"

_ENDS = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
OPTIONAL MATCH (e)-[r]-(o:Entity)
WHERE r.derived IS NULL AND type(r) <> 'MAYBE_SAME'
RETURN e, count(r) AS degree
ORDER BY e.id
"""
_REDIRECTS = """
MATCH (e:Entity)
WHERE e.redirects IS NOT NULL
RETURN e.id AS id, e.redirects AS redirects
ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class OpenPair:
    """A row of the review list. ``score`` is None where nobody weighed the names."""

    left: str
    right: str
    judgement: str
    reason: str
    score: float | None = None

    @property
    def both(self) -> frozenset[str]:
        """The two ids, whichever stands left."""
        return frozenset((self.left, self.right))

    @property
    def uncertainty(self) -> float:
        """From 0, certain, to 1, as likely as not."""
        if self.judgement == UNSURE or self.score is None:
            return 1.0
        return 4 * self.score * (1 - self.score)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pair with the entities that its ids lead to, and the relationships of both together."""

    pair: OpenPair
    left: str
    right: str
    degree: int
    names: tuple[str, str]

    @property
    def worth(self) -> float:
        """How much depends on an answer."""
        return self.pair.uncertainty * (1 + self.degree)


def read_pairs(path: Path) -> list[OpenPair]:
    """The rows of a review list; one without scores is read too. No list, no pairs."""
    known = header(path, COLUMNS) if path.is_file() else []
    columns = [column for column in COLUMNS if column in known]
    if not {"left", "right"} <= set(columns):
        return []
    rows = (row for row in read(path, columns) if isinstance(row, Row))
    found = (_pair(row.cells) for row in rows)
    return list({pair.both: pair for pair in found if len(pair.both - {""}) == 2}.values())


def ranked(store: Store, pairs: Iterable[OpenPair]) -> list[Waiting]:
    """Pairs of two entities that the store holds, by worth; what it already merged is left out."""
    listed = list(pairs)
    ends = Ends(store, {id_ for pair in listed for id_ in (pair.left, pair.right)})
    found = (ends.waiting(pair) for pair in listed)
    return sorted((each for each in found if each), key=_order)


class Ends:
    """The entities that ids lead to in a store, with names and degrees."""

    def __init__(self, store: Store, ids: Iterable[str]) -> None:
        """Look the ids up; those that were merged into another lead to it."""
        wanted = sorted(set(ids))
        self.heads: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.degrees: dict[str, int] = {}
        self._take(store.read(_ENDS, {"ids": wanted})[1])
        if missing := set(wanted) - self.names.keys():
            self._follow(store, missing)

    def waiting(self, pair: OpenPair) -> Waiting | None:
        """A pair as it waits; None where one is unknown or both are one already."""
        left, right = (self.heads.get(id_, "") for id_ in (pair.left, pair.right))
        if not left or not right or left == right:
            return None
        degree = self.degrees[left] + self.degrees[right]
        return Waiting(pair, left, right, degree, (self.names[left], self.names[right]))

    def _take(self, rows: Sequence[Mapping[str, object]]) -> None:
        for row in rows:
            node = props(row["e"])
            id_ = str(node["id"])
            self.heads[id_], self.names[id_] = id_, str(node["name"])
            self.degrees[id_] = int(str(row["degree"]))

    def _follow(self, store: Store, missing: set[str]) -> None:
        for row in store.read(_REDIRECTS)[1]:
            former = row["redirects"]
            assert isinstance(former, list)
            self.heads.update(dict.fromkeys(missing.intersection(former), str(row["id"])))
        heads = {self.heads[id_] for id_ in missing if id_ in self.heads} - self.names.keys()
        self._take(store.read(_ENDS, {"ids": sorted(heads)})[1])


def _pair(cells: Mapping[str, str]) -> OpenPair:
    return OpenPair(
        cells["left"],
        cells["right"],
        cells.get("judgement", ""),
        cells.get("reason", ""),
        _score(cells.get("score", "")),
    )


def _score(text: str) -> float | None:
    """A probability; what is none, as in a list of somebody's own, counts as not weighed."""
    try:
        score = float(text)
    except ValueError:
        return None
    return score if 0 <= score <= 1 else None


def _order(waiting: Waiting) -> tuple[float, str, str]:
    return -waiting.worth, waiting.pair.left, waiting.pair.right
