"""Whether what an adapter says is in our vocabulary; a word that no store knows ends no build.

Rows of our own tables were asked more than this when they were read.
"""

from collections.abc import Iterator

from kg.facts.faults import Fault, unlisted
from kg.facts.numbers import number_fault
from kg.schema import certainties, predicates, qualifiers
from kg.statements import Statement


def misfits(statement: Statement) -> Iterator[Fault]:
    """A predicate, certainty or qualifier that there is not, or a number that is none."""
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
        elif qualifiers()[key].type == "number" and (message := number_fault(value)):
            yield Fault("qualifiers", f"{key}: {message}")
