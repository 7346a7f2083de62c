"""A person's work on the queue: an answer goes to the ledger at once, so that nothing is lost."""

from collections.abc import Iterable, Sequence

from kg.case import Case
from kg.errors import StoreError
from kg.ledger import FILE, Ledger
from kg.review.decided import shipped, still_open
from kg.review.queue import Waiting, ranked, read_pairs
from kg.statements import Judgement
from kg.store import shelf
from kg.store.bolt import Store

VERDICTS = ("same", "different", "related", "unsure")
LIST = "review.csv"


class Desk:
    """What still waits, in order; those that were skipped come last.

    What stands in the ledger is read again each time: a quit, a kill or somebody else's answer in
    between leaves the queue where it is.
    """

    def __init__(
        self,
        queue: Sequence[Waiting],
        ledger: Ledger,
        books: Iterable[Sequence[Judgement]] = (),
        who: str = "",
    ) -> None:
        """Put the queue on the desk; ``books`` are judgements that stand beside the ledger."""
        self.ledger = ledger
        self.who = who
        self.skipped: list[frozenset[str]] = []
        self.acts: list[str] = []
        self._queue = tuple(queue)
        self._books = tuple(books)
        self.waiting = self._open()

    @property
    def current(self) -> Waiting | None:
        """The pair to decide now; None when nothing is left."""
        return self.waiting[0] if self.waiting else None

    def answer(self, verdict: str, why: str) -> str:
        """Write the answer on the current pair to the ledger; gives back the act.

        Raises:
            DataError: There is no such verdict, or the reason is empty or too long.
            CaseError: The ledger cannot be written.
        """
        assert self.current is not None, "there is no pair to answer"
        pair = self.current.pair
        act = self.ledger.say([(pair.left, pair.right, verdict)], why, self.who)
        self.acts.append(act)
        self.waiting = self._open()
        return act

    def skip(self) -> None:
        """Leave the current pair for later; nothing is written."""
        if self.current:
            both = self.current.pair.both
            self.skipped = [each for each in self.skipped if each != both] + [both]
            self.waiting = self._open()

    def undo(self, why: str) -> Waiting | None:
        """Take the last answer back that was given here, and give its pair; it is current again.

        After a restart it is the last one that stands in the ledger on a pair of the queue.
        """
        self.ledger = Ledger.open(self.ledger.path)
        stands = {entry.act for entry in self.ledger.standing()}
        self.acts = [act for act in self.acts if act in stands]
        act = self.acts.pop() if self.acts else self._last()
        if not act:
            return None
        both = next(entry.pair for entry in self.ledger.entries if entry.act == act)
        self.ledger.undo(act, why, self.who)
        self.skipped = [each for each in self.skipped if each != both]
        self.waiting = sorted(self._open(), key=lambda each: each.pair.both != both)
        return next(each for each in self._queue if each.pair.both == both)

    def _last(self) -> str:
        mine = {each.pair.both for each in self._queue}
        acts = [entry.act for entry in self.ledger.standing() if entry.pair in mine]
        return acts[-1] if acts else ""

    def _open(self) -> list[Waiting]:
        self.ledger = Ledger.open(self.ledger.path)
        found = still_open(self._queue, self.ledger, self._books)
        late = {both: at for at, both in enumerate(self.skipped, start=1)}
        return sorted(found, key=lambda each: late.get(each.pair.both, 0))


def desk(case: Case, store: Store, who: str = "") -> Desk:
    """The queue of a case as its last build left it, without what its ledger settled since.

    Raises:
        StoreError: The graph stands on a server, and nothing was built here to list the pairs.
    """
    folder = shelf.current(case)
    if folder is None:
        raise StoreError(f"{case.root}: holds no list of open pairs yet; kg build makes one")
    return Desk(
        ranked(store, read_pairs(folder / LIST)), Ledger.open(case.root / FILE), shipped(case), who
    )
