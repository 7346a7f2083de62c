"""A French contract being told, and what a run knows of all of them so far."""

from dataclasses import dataclass, field, replace

from kg.notices.decp_parties import NAMELESS
from kg.notices.notice import Party
from kg.notices.telling import Telling
from kg.sources import Context
from kg.statements import Entity


class Ledger:
    """What a run knows so far: which organisations have a name, and what stands under what.

    Of ids that were told only a hash is kept, a few bytes each.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._waiting: dict[str, Entity] = {}
        self._named: set[int] = set()
        self._above: dict[str, str] = {}

    def tell(self, context: Context, entity: Entity) -> None:
        """Tell of what has a name; what has none waits, for a later record may name it."""
        if "unnamed=yes" not in entity.notes:
            self._named.add(hash(entity.id))
            context.add(entity)
        else:
            self._waiting.setdefault(entity.id, entity)

    def tell_the_rest(self, context: Context) -> None:
        """Tell of those that no record named."""
        for id_, entity in sorted(self._waiting.items()):
            if hash(id_) not in self._named:
                context.add(entity)

    def goes_in_a_circle(self, below: str, above: str) -> bool:
        """Whether a contract that stands under another is above it already; else it is noted."""
        at: str | None = above
        while at is not None:
            if at == below:
                return True
            at = self._above.get(at)
        self._above[below] = above
        return False


@dataclass(frozen=True, slots=True)
class DecpTelling(Telling):
    """A contract being told. A place in it is its record's uid, then the path in the record."""

    uid: str = ""
    ledger: Ledger = field(default_factory=Ledger)

    def place(self, at: str) -> str:
        """A place in a record goes by the record's uid."""
        return f"{self.uid}: {at}"

    def buyer(self, party: Party) -> Entity | None:
        """A buyer, told of."""
        return self._known(party, self.cast.buyer(party))

    def supplier(self, party: Party) -> Entity | None:
        """A holder or subcontractor, told of."""
        return self._known(party, self.cast.supplier(party))

    def _known(self, party: Party, entity: Entity) -> Entity:
        if party.names[0][0] == NAMELESS:
            notes = "; ".join(filter(None, ["unnamed=yes", entity.notes]))
            entity = replace(entity, notes=notes)
        if entity.id not in self.told:
            self.told.add(entity.id)
            self.ledger.tell(self.context, entity)
        return entity
