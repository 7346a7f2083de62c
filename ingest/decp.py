"""French public contracts (données essentielles de la commande publique)."""

from dataclasses import dataclass

from kg.complaints import Complaints
from kg.errors import DataError
from kg.inputs import Input
from kg.notices.decp_contract import contract
from kg.notices.decp_records import Record, records
from kg.notices.decp_say import tell_contract
from kg.notices.decp_telling import Ledger
from kg.notices.json_pieces import Damage
from kg.sources import Context

_NONE = "holds no contracts of the DECP (marches, contrat-concession)"
_TWICE = "contract that is given twice, word for word"
_DEEP = "is nested too deep to be a contract, and is left out"


def ingest(context: Context) -> None:
    """Tell each contract of each file."""
    seen: set[int] = set()
    ledger = Ledger()
    for file in context.inputs:
        complaints = Complaints(context, file.name)
        try:
            _File(context, complaints, seen, ledger).read(file)
        except DataError as error:
            complaints.tell(0, "", str(error))
        complaints.close()
    ledger.tell_the_rest(context)


@dataclass(frozen=True, slots=True)
class _File:
    """A file being read: ``seen`` and ``ledger`` are what is known of all files."""

    context: Context
    complaints: Complaints
    seen: set[int]
    ledger: Ledger

    def read(self, file: Input) -> None:
        found = 0
        with file.open() as stream:
            for one in records(stream, self.context.options.get("encoding", "")):
                if isinstance(one, Damage):
                    self.complaints.tell(one.row, "", one.message)
                elif isinstance(one, Record):
                    self._tell(one)
                elif isinstance(one, str):
                    self.context.skip(one)
                else:
                    self.context.unread.update(one.unread())
                    continue
                found += 1
        if not found:
            self.complaints.tell(0, "", _NONE)

    def _tell(self, record: Record) -> None:
        if record.mark in self.seen:
            self.context.skip(_TWICE)
            return
        self.seen.add(record.mark)
        self.context.records += 1
        try:
            tell_contract(self.context, contract(record), self.ledger)
        except RecursionError:
            self.complaints.tell(0, record.path, _DEEP)
        self.context.unread.update(record.branch.unread())
