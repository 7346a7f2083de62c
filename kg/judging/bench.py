"""What a judgement is made on: the ledger of a case, and everything known before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.case import Case
from kg.dossier import Dossier, gather
from kg.judging.meaning import Meant
from kg.judging.moving import Move, move
from kg.ledger import FILE, Ledger
from kg.ledger.book import Said
from kg.statements import Judgement


@dataclass(frozen=True, slots=True)
class Bench:
    """A case with its ledger and its dossier, and whom a person means."""

    case: Case
    ledger: Ledger
    dossier: Dossier
    meant: Meant

    def would(self, said: Sequence[Said]) -> tuple[Dossier, Move]:
        """The dossier as it would be if something was said, and what that moves.

        Everything is gathered and merged as a build does it, so that what is told is what happens.
        """
        after = gather(self.case, self.ledger.supposing(said))
        return after, move(self.dossier, after)

    def apart(self, left: str, right: str) -> Judgement | None:
        """The judgement that keeps two entities, or what is one with them, apart."""
        head = self.dossier.clusters.head
        pair = {head(left), head(right)}
        return next(
            (
                one
                for one in self.dossier.judgements
                if one.verdict == "different" and {head(one.left), head(one.right)} == pair
            ),
            None,
        )


def sit(case: Case) -> Bench:
    """Read a case to judge who is who in it.

    Raises:
        DataError: A table of the case cannot be read.
    """
    ledger = Ledger.open(case.root / FILE)
    dossier = gather(case, ledger)
    return Bench(case, ledger, dossier, Meant(dossier))
