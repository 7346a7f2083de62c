"""Sources as a person reads them, by how much they carry, and as a program does."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from kg.answers.cells import one_line
from kg.answers.evidence import aside, paragraph
from kg.answers.headings import counted, headings
from kg.answers.words import words
from kg.reading.sources import Cited, Holdings, Passage
from kg.schema import source_kinds


def as_data(sources: Sequence[Cited], lang: str) -> list[dict[str, Any]]:
    """A list of sources: ``id title publisher url published language kind kind_name read reread``.

    ``claims``, ``entities`` and ``alone`` are counts: claims that cite it, entities in them, and
    relationships that no other source supports.
    """
    return [{**asdict(source), "kind_name": _kind(source.kind, lang)} for source in sources]


def as_text(sources: Sequence[Cited], lang: str, width: int = 100) -> str:
    """One source after the other, the one that carries most first."""
    blocks = ("\n".join(_entry(source, lang, width)) for source in sources)
    return "\n".join(blocks) + "\n"


def one_as_data(holdings: Holdings, lang: str) -> dict[str, Any]:
    """One source: ``source``, its ``claims`` in their order, its ``entities``.

    A claim has ``id sentence details predicate subject object text qualifiers certainty said_by
    says locator`` and ``alone``.
    """
    return {
        "source": as_data([holdings.source], lang)[0],
        "claims": [_passage(passage) for passage in holdings.passages],
        "entities": [asdict(party) for party in holdings.entities],
    }


def one_as_text(holdings: Holdings, lang: str, width: int = 100) -> str:
    """One source, every passage that is used of it, and everybody in them."""
    word = headings(lang)
    lines = list(_entry(holdings.source, lang, width))
    if not holdings.passages:
        return "\n".join([*lines, word.unused]) + "\n"
    names = "; ".join(one_line(f"{party.name} [{party.id}]") for party in holdings.entities)
    return "\n".join(
        [
            *lines,
            "",
            *(_line(passage, lang, width) for passage in holdings.passages),
            "",
            word.everybody,
            paragraph(names, width, "  ", "  "),
            "",
        ]
    )


def _entry(source: Cited, lang: str, width: int) -> Iterator[str]:
    word = headings(lang)
    counts = [counted(word.claims, source.claims), counted(word.entities, source.entities)]
    counts += [counted(word.alone, source.alone)] if source.alone else []
    yield paragraph(one_line(f"{source.id}: {', '.join(counts)}"), width, "    ")
    read = words(lang).read_on.format(date=source.read) if source.read else ""
    title = f"«{source.title}»" if source.title else ""
    dated = f"{title} ({source.published})" if source.published else title
    parts = (source.publisher, dated, _kind(source.kind, lang), read, source.url)
    yield paragraph(one_line(", ".join(filter(None, parts))), width, "    ", "    ")


def _line(passage: Passage, lang: str, width: int) -> str:
    claim = passage.told.claim
    text = f"{words(lang).place(claim.locator)}: {passage.sentence} {aside(passage.told, lang)}"
    return paragraph(one_line(text), width, "    ", "  ")


def _passage(passage: Passage) -> dict[str, Any]:
    claim = asdict(passage.told.claim)
    keys = ("predicate", "subject", "object", "text", "certainty", "said_by", "says", "locator")
    return {
        "id": claim["id"],
        "sentence": passage.sentence,
        "details": list(passage.told.details),
        **{key: claim[key] for key in keys},
        "qualifiers": dict(claim["qualifiers"]),
        "alone": passage.alone,
    }


def _kind(kind: str, lang: str) -> str:
    return source_kinds()[kind].names[lang] if kind in source_kinds() else kind
