"""What stands under ``x:`` in a mapping: how a table is written, and what its rows say."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from kg.errors import DataError, did_you_mean
from kg.mapping.reading_cells import flag, locale, own_cells
from kg.mapping.spec import Cells, Manner, Saying, Skip
from kg.mapping.yaml_text import Part
from kg.schema import certainties, predicates, qualifiers

T = TypeVar("T")
MANNER = tuple(field.name for field in fields(Manner))
_LISTS = ("date_format", "optional", "recognise")
_SAYING = (
    *("predicate", "subject", "object", "text", "direction", "qualifiers"),
    *("source_url", "certainty", "as_of", "once"),
)


def manner(part: Part, above: Manner) -> Manner:
    """How a table is written; what is not said here is as the dataset says.

    Raises:
        DataError: A key or value is not known.
    """
    raw = part.only("x", (*MANNER, "say"))
    found: dict[str, Any] = {}
    for key, value in raw.items():
        if key == "skip":
            found[key] = tuple(_skip(item) for item in value.items())
        elif key == "number_locale":
            found[key] = locale(value)
        elif key in _LISTS:
            found[key] = value.texts(key)
        elif key != "say":
            found[key] = value.text(key)
    if found.get("certainty"):
        _one_of(raw["certainty"], found["certainty"], certainties(), "certainty")
    for key, word in (("short_rows", "allowed"), ("invisible", "kept")):
        if found.get(key):
            _one_of(raw[key], found[key], (word,), f"word for {key}")
    return replace(above, **found)


def sayings(part: Part, faults: list[DataError]) -> tuple[Saying, ...]:
    """The statements that rows make; one that is wrong is left out."""
    return tuple(kept(saying, part.items(), faults))


def saying(part: Part) -> Saying:
    """A statement that rows make.

    Raises:
        DataError: A key, predicate or qualifier is not known, or something is missing.
    """
    raw = part.only("say", _SAYING)
    for key in ("predicate", "subject"):
        if key not in raw:
            raise part.wrong(f"a statement needs a {key}")
    if ("object" in raw) == ("text" in raw):
        raise part.wrong("a statement needs an object or a text, and not both")
    predicate = predicate_cells(raw["predicate"])
    own = {
        key: own_cells(raw[key])
        for key in ("text", "direction", "source_url", "certainty", "as_of")
        if key in raw
    }
    return Saying(
        part.line,
        raw["subject"].text("subject"),
        predicate,
        raw["object"].text("object") if "object" in raw else "",
        qualifiers={
            key: _qualifier(key, value)
            for key, value in (
                raw["qualifiers"].table("qualifiers") if "qualifiers" in raw else {}
            ).items()
        },
        is_once="once" in raw and flag(raw["once"], "once"),
        **own,
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


def _skip(part: Part) -> Skip:
    raw = part.only("skip", ("column", "is", "reason"))
    for key in ("column", "is", "reason"):
        if key not in raw:
            raise part.wrong("skip needs column:, is: and reason:")
    column, value, reason = (raw[key].text(key) for key in ("column", "is", "reason"))
    return Skip(column, value, reason)


def _one_of(part: Part, word: str, known: Iterable[str], what: str) -> None:
    words = cast("tuple[str, ...]", tuple(known))
    if word not in words:
        hint = did_you_mean(word, words) or f"; write one of {', '.join(words)}"
        raise part.wrong(f"{word!r} is no {what}{hint}")
