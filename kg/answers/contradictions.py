"""Conflicts as a person reads them, side by side, and as a program does."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from kg.answers.cells import one_line
from kg.answers.evidence import Sources, claim_data, paragraph, told_lines
from kg.answers.headings import headings
from kg.reading.conflicts import Group, Side


def as_data(groups: Sequence[Group]) -> list[dict[str, Any]]:
    """A list of conflicts: ``id title about kind note``, and ``claims``.

    Each claim has ``sentence``, what a profile's claims have, and the source's ``title publisher
    published read url``.
    """
    sources = _sources(groups)
    return [
        {
            **asdict(group.conflict),
            "claims": [_side(side, sources) for side in group.sides],
        }
        for group in groups
    ]


def as_text(groups: Sequence[Group], lang: str, width: int = 100) -> str:
    """Each conflict with its claims below it, and the numbered sources at the end."""
    if not groups:
        return headings(lang).none + "\n"
    sources = _sources(groups)
    blocks = [list(_block(group, sources, lang, width)) for group in groups]
    return "\n\n".join("\n".join(lines) for lines in [*blocks, sources.lines(lang, width)]) + "\n"


def _sources(groups: Sequence[Group]) -> Sources:
    cited = {side.told.claim.id: side.cited for group in groups for side in group.sides}
    return Sources(cited, cited)


def _block(group: Group, sources: Sources, lang: str, width: int) -> Iterator[str]:
    conflict = group.conflict
    kind = headings(lang).conflict.get(conflict.kind, conflict.kind)
    yield paragraph(one_line(f"{conflict.title} ({kind}) [{conflict.id}]"), width, "  ")
    if conflict.note:
        yield paragraph(one_line(conflict.note), width, "  ", "  ")
    for side in group.sides:
        (aside,) = told_lines([side.told], sources, lang)
        yield paragraph(f"{one_line(side.sentence)} {aside}", width, "      ", "    - ")


def _side(side: Side, sources: Sources) -> dict[str, Any]:
    place = ("title", "publisher", "published", "read", "url")
    return {
        "sentence": side.sentence,
        **claim_data(side.told, sources),
        **{key: side.cited.get(key) for key in place},
    }
