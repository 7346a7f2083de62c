"""Whether what an adapter says is in our vocabulary; a word that no store knows ends no build.

Rows of our own tables were asked more than this when they were read.
"""

from collections.abc import Iterator

from kg.dates import is_date, wrong
from kg.facts.faults import Fault, unlisted
from kg.facts.numbers import number_fault
from kg.schema import certainties, predicates, qualifiers
from kg.statements import Statement


def misfits(statement: Statement) -> Iterator[Fault]:
    """A predicate, certainty or qualifier that there is not, or a number or date that is none."""
    known = predicates().get(statement.predicate)
    if known and known.derived:
        message = f"{known.name} is worked out from other claims; state those instead"
        yield Fault("predicate", message)
    elif not known:
        yield from unlisted("predicate", statement.predicate, predicates(), "predicate")
    yield from unlisted("certainty", statement.certainty, certainties(), "certainty")
    for key, value in statement.qualifiers:
        if key not in qualifiers():
            yield from unlisted("qualifiers", key, qualifiers(), "qualifier")
        elif message := _misfit(qualifiers()[key].type, value):
            yield Fault("qualifiers", f"{key}: {message}")


def _misfit(type_: str, value: str) -> str:
    """Why a value is no number or no date, where it should be one."""
    if type_ == "number":
        return number_fault(value)
    return wrong(value) if type_ == "date" and not is_date(value) else ""
