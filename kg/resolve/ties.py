"""What a name, or a source, says of another name: "formerly A", "A, part of B", "A (B)".

Never a merge: a former name may be another firm's today, and a part is not the whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kg.resolve.names import parse
from kg.resolve.record import Record
from kg.resolve.suggestion import Suggestion
from kg.statements import Statement

Named = Mapping[str, Sequence[tuple[str, str]]]
"""Entity -> other names that sources give it, each with what the name is to it."""

_SCORE = 0.5
_MOST = 5
"""A name that more have than this says nothing of one of them."""
_TOLD = {
    "alias": "the name of one gives that of the other beside it",
    "formerly": "one was called by the name of the other, as its name says",
    "part_of": "one is a part of the other, as its name says",
    "subsidiary_of": "one is a subsidiary of the other, as its name says",
    "product_of": "one is a product of the other, as its name says",
}


def named(
    statements: Iterable[Statement], head: Callable[[str], str]
) -> dict[str, list[tuple[str, str]]]:
    """The names that sources give, from what they say with NAMED. ``head`` stands for an id."""
    found: dict[str, list[tuple[str, str]]] = {}
    for said in statements:
        if said.predicate == "NAMED" and said.text:
            is_past = said.get("until") or said.get("former") or "former" in said.get("note")
            kind = "former name" if is_past else "other name"
            found.setdefault(head(said.subject), []).append((said.text, kind))
    return found


def ties(ids: Sequence[str], records: Sequence[Record], names: Named) -> Iterator[Suggestion]:
    """The pairs that names tie, by their places; each pair as often as something ties it."""
    by_name: dict[tuple[str, str], list[int]] = {}
    for at, record in enumerate(records):
        for squeezed in dict.fromkeys(name.squeezed for name in record.all_names()):
            by_name.setdefault((squeezed, record.kind), []).append(at)
    for at, record in enumerate(records):
        for other, why in _told(record, names.get(ids[at], ())):
            meant = by_name.get((parse(other, record.country).squeezed, record.kind), ())
            for two in meant if len(meant) <= _MOST else ():
                if two != at and _may_meet(record, records[two]):
                    yield Suggestion(ids[at], ids[two], _SCORE, why)


def _told(record: Record, names: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for hypothesis in record.name.hypotheses:
        yield hypothesis.text, f"{_TOLD[hypothesis.kind]}: {hypothesis.text}"
    for text, kind in names:
        yield text, f"{kind} of one, as a source says: {text}"


def _may_meet(one: Record, two: Record) -> bool:
    return not one.country or not two.country or one.country == two.country
