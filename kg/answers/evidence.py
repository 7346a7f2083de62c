"""What several claims say of one thing, in few lines: what is alike is said once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.answers.cells import one_line
from kg.answers.citations import Cited, notes, numbering
from kg.answers.terminal import wrap
from kg.answers.words import words
from kg.reading.facts import Told

if TYPE_CHECKING:
    from kg.answers.answer import Note


class Sources:
    """The numbered notes of everything shown, in the order in which it is first shown."""

    def __init__(self, claims: Iterable[str], cited: Cited) -> None:
        """Number the passages that the claims rest on."""
        self.notes: tuple[Note, ...] = notes([{"claims": list(claims)}], cited)
        self.numbers: Mapping[str, int] = numbering(self.notes)

    def marks(self, claims: Iterable[str]) -> str:
        """``[1][4]``, ascending; a space lets a long run wrap."""
        known = sorted({self.numbers[claim] for claim in claims if claim in self.numbers})
        found = [f"[{number}]" for number in known]
        return " ".join("".join(found[at : at + 3]) for at in range(0, len(found), 3))

    def lines(self, lang: str, width: int) -> list[str]:
        """The notes as a list."""
        if not self.notes:
            return []
        texts = (one_line(note.text(lang)) for note in self.notes)
        listed = (paragraph(text, width, indent="    ") for text in texts)
        return [words(lang).sources, *listed]


def told_lines(told: Sequence[Told], sources: Sources, lang: str) -> list[str]:
    """The details, the hedge and who says so, once for all claims that agree in them."""
    alike: dict[str, list[str]] = {}
    for each in told:
        alike.setdefault(aside(each, lang), []).append(each.claim.id)
    return [f"{aside} {sources.marks(claims)}".strip() for aside, claims in alike.items()]


def hedge(certainty: str, lang: str) -> str:
    """How sure it is, where that has to be said."""
    known = words(lang).certainty
    return "" if certainty in ("", "stated") else known.get(certainty, certainty)


def paragraph(text: str, width: int, indent: str = "", first: str = "") -> str:
    """Wrapped text; ``first`` stands before the first line, ``indent`` before every other."""
    head, *rest = wrap(text, max(width - max(len(indent), len(first)), 20), keeps_urls=True)
    return "\n".join([first + head, *(indent + line for line in rest)])


def claim_data(told: Told, sources: Sources) -> dict[str, Any]:
    """One claim for a program, with the number of its note."""
    claim = told.claim
    return {
        "id": claim.id,
        "certainty": claim.certainty,
        "said_by": claim.said_by,
        "said_by_name": told.said_by,
        **{key: claim.get(key) for key in ("since", "until", "status")},
        "qualifiers": dict(claim.qualifiers),
        "details": list(told.details),
        "says": claim.says,
        "source": claim.source,
        "locator": claim.locator,
        "note": sources.numbers.get(claim.id),
    }


def aside(told: Told, lang: str) -> str:
    """What narrows a claim down, how sure it is, and who says it, in brackets."""
    by = words(lang).according_to.format(who=told.said_by) if told.said_by else ""
    parts = [*told.details, hedge(told.claim.certainty, lang), by]
    inside = "; ".join(one_line(part) for part in parts if part)
    return f"({inside})" if inside else ""
