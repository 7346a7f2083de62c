"""What the rows of a table say in our own words, under ``x: say:`` of a mapping."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from kg.errors import DataError, did_you_mean
from kg.mapping.reading_cells import flag, own_cells
from kg.mapping.spec import Cells, Saying
from kg.mapping.yaml_text import Part
from kg.schema import predicates, qualifiers

T = TypeVar("T")
_CELLS = ("text", "when", "direction", "source_url", "certainty", "as_of")
SAYING = ("predicate", "subject", "object", "qualifiers", "once", *_CELLS)


def sayings(part: Part, faults: list[DataError]) -> tuple[Saying, ...]:
    """The statements that rows make; one that is wrong is left out."""
    return tuple(kept(saying, part.items(), faults))


def saying(part: Part) -> Saying:
    """A statement that rows make.

    Raises:
        DataError: A key, predicate or qualifier is not known, or something is missing.
    """
    raw = part.only("say", SAYING)
    for key in ("predicate", "subject"):
        if key not in raw:
            raise part.wrong(f"a statement needs a {key}")
    if ("object" in raw) == ("text" in raw):
        raise part.wrong("a statement needs an object or a text, and not both")
    narrowed = raw["qualifiers"].table("qualifiers") if "qualifiers" in raw else {}
    return Saying(
        part.line,
        raw["subject"].text("subject"),
        predicate_cells(raw["predicate"]),
        raw["object"].text("object") if "object" in raw else "",
        qualifiers={key: _qualifier(key, value) for key, value in narrowed.items()},
        is_once="once" in raw and flag(raw["once"], "once"),
        **{key: own_cells(raw[key]) for key in _CELLS if key in raw},
    )


def predicate_cells(part: Part) -> Cells:
    """A predicate: one word, or one by what a column holds.

    Raises:
        DataError: It names a predicate that there is not, or that is worked out and not said.
    """
    cells = own_cells(part)
    for word in (*cells.literals, *cells.changes.values()):
        known = predicates().get(word)
        if known is None:
            raise part.wrong(f"{word!r} is no predicate{did_you_mean(word, predicates())}")
        if known.derived:
            raise part.wrong(f"{word} is worked out from other claims; say those instead")
    return cells


def kept(read: Callable[[Part], T], parts: Iterable[Part], faults: list[DataError]) -> Iterator[T]:
    """What can be read of some parts; the faults of the others go to the list."""
    for part in parts:
        try:
            yield read(part)
        except DataError as error:
            faults.append(error)


def _qualifier(key: str, part: Part) -> Cells:
    if key not in qualifiers():
        raise part.wrong(f"{key!r} is no qualifier{did_you_mean(key, qualifiers())}")
    return own_cells(part)
