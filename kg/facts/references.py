"""What the ids in a row refer to: whether they exist, and whether a predicate may join them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from kg.errors import did_you_mean
from kg.facts.cells import is_id
from kg.facts.faults import Fault
from kg.schema import fits, is_a, predicates, qualifiers
from kg.statements import Entity, Judgement, Source, Statement

MOST_HINTS = 100
"""After so many unknown ids a whole table is missing, and looking for near ones takes minutes."""


@dataclass(slots=True)
class References:
    """The tables that ids are looked up in, and the near ids found so far."""

    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]
    hints: dict[str, str] = field(default_factory=dict)

    def of_statement(self, one: Statement) -> Iterator[Fault]:
        """What is wrong with the ids of a statement."""
        yield from self._entity("subject", one.subject)
        yield from self._entity("object", one.object)
        yield from self._ends(one)
        for key, _ in one.qualifiers:
            if qualifiers()[key].type == "entity":
                for id_ in one.entities(key):
                    yield from self._entity("qualifiers", id_, f"{key}: ")
        if one.source not in self.sources:
            hint = self._near(one.source, self.sources)
            yield Fault("source", f"no source {one.source!r} in sources.csv{hint}")
        yield from self._speaker(one.said_by)

    def of_judgement(self, one: Judgement) -> Iterator[Fault]:
        """What is wrong with the ids of a judged pair."""
        yield from self._entity("left", one.left)
        yield from self._entity("right", one.right)
        left, right = self.entities.get(one.left), self.entities.get(one.right)
        if one.verdict == "same" and left and right and not fit_together(left.label, right.label):
            message = f"same, but {left.id} is a {left.label} and {right.id} a {right.label}; "
            yield Fault("judgement", message + "mend a label in entities.csv, or write related")

    def _entity(self, column: str, id_: str, before: str = "") -> Iterator[Fault]:
        if id_ and id_ not in self.entities:
            hint = self._near(id_, self.entities)
            yield Fault(column, f"{before}no entity {id_!r} in entities.csv{hint}")

    def _speaker(self, said_by: str) -> Iterator[Fault]:
        """``said_by`` may be words; with a hyphen, or nearly an id, it is meant as an id."""
        if not is_id(said_by) or said_by in self.entities:
            return
        hint = self._near(said_by, self.entities) if len(said_by) > 4 else ""
        if "-" in said_by or hint.startswith(f" (did you mean '{said_by[0]}"):
            message = f"no entity {said_by!r} in entities.csv{hint}; "
            yield Fault("said_by", message + "start with a capital if it is no id")

    def _ends(self, one: Statement) -> Iterator[Fault]:
        predicate = predicates()[one.predicate]
        for column, id_, allowed in (
            ("subject", one.subject, predicate.subject),
            ("object", one.object, predicate.object),
        ):
            end = self.entities.get(id_)
            if end and not fits(end.label, allowed):
                message = f"{id_} is a {end.label}, but the {column} of {one.predicate} must be "
                yield Fault(column, message + " or ".join(allowed))

    def _near(self, word: str, known: Collection[str]) -> str:
        if word not in self.hints and len(self.hints) < MOST_HINTS:
            self.hints[word] = did_you_mean(word, known)
        return self.hints.get(word, "")


def fit_together(left: str, right: str) -> bool:
    """Whether what has the one label and what has the other can be one: a body and a force can."""
    return is_a(left, right) or is_a(right, left)
