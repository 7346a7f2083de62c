"""What the ledger already settles, so that nobody is asked twice, nor what follows from answers."""

from collections.abc import Iterable, Sequence

from kg.case import Case
from kg.facts import judgements as judged_in
from kg.judgements import cluster
from kg.judgements import ledger as overruled
from kg.ledger import Ledger
from kg.review.queue import OpenPair, Waiting
from kg.statements import Judgement


def shipped(case: Case) -> list[list[Judgement]]:
    """The books of judgements that lie in the data folders, the case's own first."""
    paths = (folder / "same_or_not.csv" for folder in case.folders("data"))
    return [
        [judged for judged in judged_in(path) if isinstance(judged, Judgement)]
        for path in paths
        if path.is_file()
    ]


def still_open(
    waiting: Sequence[Waiting], ledger: Ledger, books: Iterable[Sequence[Judgement]]
) -> list[Waiting]:
    """The pairs that no judgement stands on, and that do not follow from those that stand.

    If A and B are the same, and B and C different, nobody has to be asked about A and C.
    """
    named = {entry.pair for entry in ledger.standing() if entry.verdict != "undo"}
    judged = overruled([ledger.judgements(), *books])
    clusters, _ = cluster(judged)
    apart = {
        frozenset((clusters.head(pair.left), clusters.head(pair.right)))
        for pair in judged
        if pair.verdict == "different"
    }

    def follows(pair: OpenPair) -> bool:
        heads = frozenset((clusters.head(pair.left), clusters.head(pair.right)))
        return len(heads) == 1 or heads in apart

    return [each for each in waiting if each.pair.both not in named and not follows(each.pair)]
