"""Numbered source notes: which rows rest on which passage of which source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.answers.answer import Note, Row

Cited = Mapping[str, Mapping[str, object]]
"""Claim id -> what to print of it: says, certainty, said_by, said_by_name, locator, source, and
the source's title, publisher, published, read and url."""

Passage = tuple[str, str, str]


def notes(rows: Iterable[Row], cited: Cited) -> tuple[Note, ...]:
    """Number the sources in the order in which rows first name them.

    Claims from the same place of the same source, asserted by the same, share a number. A claim
    that nothing is known of gets no note; formats print its id instead.
    """
    passages: dict[Passage, dict[str, None]] = {}
    for claim in _in_order(rows):
        if claim in cited:
            passages.setdefault(_passage(cited[claim]), {})[claim] = None
    pairs = enumerate(passages.values(), start=1)
    return tuple(_note(number, tuple(claims), cited) for number, claims in pairs)


def claim_ids(row: Row) -> tuple[str, ...]:
    """The claims that a row rests on, each once, in their order."""
    value = row.get("claims")
    ids = [value] if isinstance(value, str) else value
    return tuple(dict.fromkeys(str(each) for each in ids)) if isinstance(ids, list | tuple) else ()


def numbering(found: Sequence[Note]) -> dict[str, int]:
    """Claim id -> number of the note that carries it."""
    return {claim: note.number for note in found for claim in note.claims}


def marks(row: Row, numbers: Mapping[str, int]) -> tuple[int | str, ...]:
    """What stands in a row for its claims: note numbers, ascending; ids of claims without one."""
    claims = claim_ids(row)
    known = sorted({numbers[claim] for claim in claims if claim in numbers})
    return (*known, *(claim for claim in claims if claim not in numbers))


def _in_order(rows: Iterable[Row]) -> Iterator[str]:
    return (claim for row in rows for claim in claim_ids(row))


def _passage(claim: Mapping[str, object]) -> Passage:
    return (_text(claim, "source"), _text(claim, "locator"), _text(claim, "said_by"))


def _note(number: int, claims: tuple[str, ...], cited: Cited) -> Note:
    first = cited[claims[0]]
    grades = [_text(cited[claim], "certainty") for claim in claims]
    return Note(
        number=number,
        said_by=_text(first, "said_by_name") or _text(first, "said_by"),
        title=_text(first, "title"),
        publisher=_text(first, "publisher"),
        locator=_text(first, "locator"),
        published=_text(first, "published"),
        read=_text(first, "read"),
        url=_text(first, "url"),
        certainty=grades[0] if len(set(grades)) == 1 else "|".join(grades),
        source=_text(first, "source"),
        claims=claims,
        says=tuple(_text(cited[claim], "says") for claim in claims),
    )


def _text(claim: Mapping[str, object], key: str) -> str:
    value = claim.get(key)
    return "" if value is None else str(value)
