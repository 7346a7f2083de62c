"""French public contracts (données essentielles de la commande publique)."""

from pathlib import Path

from kg.errors import DataError
from kg.inputs import Input
from kg.notices.decp_contract import contract
from kg.notices.decp_records import Record, records
from kg.notices.decp_say import tell_contract
from kg.notices.decp_telling import Ledger
from kg.notices.json_pieces import Damage
from kg.sources import Context
from kg.tables import Problem

_NONE = "holds no contracts of the DECP (marches, contrat-concession)"
_TWICE = "contract that is given twice, word for word"
_DEEP = "is nested too deep to be a contract, and is left out"


def ingest(context: Context) -> None:
    """Tell each contract of each file."""
    seen: set[int] = set()
    ledger = Ledger()
    for file in context.inputs:
        try:
            _read(context, file, seen, ledger)
        except DataError as error:
            message = str(error).removeprefix(f"{file.name}: ")
            context.add(Problem(Path(file.name), 0, "", message))
    ledger.tell_the_rest(context)


def _read(context: Context, file: Input, seen: set[int], ledger: Ledger) -> None:
    path, found = Path(file.name), 0
    with file.open() as stream:
        for one in records(stream, context.options.get("encoding", "")):
            if isinstance(one, Damage):
                context.add(Problem(path, one.row, "", one.message))
            elif isinstance(one, Record):
                _tell(context, path, one, seen, ledger)
            elif isinstance(one, str):
                context.skip(one)
            else:
                context.unread.update(one.unread())
                continue
            found += 1
    if not found:
        context.add(Problem(path, 0, "", _NONE))


def _tell(context: Context, path: Path, record: Record, seen: set[int], ledger: Ledger) -> None:
    if record.mark in seen:
        context.skip(_TWICE)
        return
    seen.add(record.mark)
    context.records += 1
    try:
        tell_contract(context, contract(record), ledger)
    except RecursionError:
        context.add(Problem(path, 0, record.path, _DEEP))
    context.unread.update(record.branch.unread())
