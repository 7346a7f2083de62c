"""Paths as a person reads them, each hop with its pages, and as a program does."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.answers.answer import Note
from kg.answers.cells import one_line
from kg.answers.citations import notes
from kg.answers.evidence import paragraph
from kg.answers.words import words
from kg.reading.paths import Hop, Path, Tie
from kg.reading.remarks import words as phrases

_PRINTED = ("says", "certainty", "said_by", "said_by_name", "locator", "source", "title")
_DASH = " \N{EN DASH} "
_ALSO = ("publisher", "published", "read", "url")


def as_data(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """A list of paths, best first: ``hops``, each with ``ties``, each with its ``claims``."""
    return [
        {
            "cost": path.cost,
            "names": path.names,
            "hops": [_hop(hop) for hop in path.hops],
            "remarks": list(path.remarks),
        }
        for path in paths
    ]


def as_text(paths: Sequence[Path], lang: str = "en", width: int = 100) -> str:
    """The paths one below the other, the remarks on them, and the numbered sources."""
    return "\n".join(_wrapped(line, width) for line in _text(paths, lang).split("\n"))


def _text(paths: Sequence[Path], lang: str) -> str:
    word, phrase = words(lang), phrases()[lang]
    sources = _numbered(paths)
    printed: set[tuple[str, str]] = set()
    blocks = [
        "\n".join(_block(n, path, sources, printed, phrase, word.certainty))
        for n, path in enumerate(paths, 1)
    ]
    remarks = dict.fromkeys(remark for path in paths for remark in path.remarks)
    if remarks:
        blocks.append(
            "\n".join([f"{phrase['mind']}:", *(f"  * {one_line(remark)}" for remark in remarks)])
        )
    listed = sorted({note.number: note for note in sources.values()}.items())
    cited = [one_line(note.text(lang)) for _, note in listed]
    return "\n\n".join([*blocks, "\n".join([f"{word.sources}:", *cited])])


def _wrapped(line: str, width: int) -> str:
    """The line in several, those after the first further to the right."""
    indent = line[: len(line) - len(line.lstrip())]
    return paragraph(line[len(indent) :], width, f"{indent}    ", indent)


def _numbered(paths: Sequence[Path]) -> dict[str, Note]:
    """A note for each passage, by claim id; ``says`` stands with the hop already."""
    claims = {
        str(claim["id"]): {**claim, "says": ""}
        for path in paths
        for hop in path.hops
        for tie in hop.ties
        for claim in tie.claims
    }
    found = notes([{"claims": list(claims)}], claims)
    return {claim: note for note in found for claim in note.claims}


def _block(
    number: int,
    path: Path,
    sources: Mapping[str, Note],
    printed: set[tuple[str, str]],
    phrase: Mapping[str, str],
    grades: Mapping[str, str],
) -> Iterator[str]:
    yield f"{number}. " + _DASH.join(map(one_line, path.names))
    for hop in path.hops:
        if (hop.start, hop.end) in printed:
            ends = _DASH.join(map(one_line, (hop.start_name, hop.end_name)))
            yield f"   {ends}: {phrase['above']}"
            continue
        printed.add((hop.start, hop.end))
        for tie in hop.ties:
            yield f"   {_sentence(hop, tie, phrase, grades)}"
            for claim in tie.claims:
                mark, place = sources[str(claim["id"])].number, one_line(str(claim["locator"]))
                yield f"      [{mark}] {place}: {one_line(str(claim['says']))}"


def _sentence(hop: Hop, tie: Tie, phrase: Mapping[str, str], grades: Mapping[str, str]) -> str:
    """The relationship in the direction in which it is said, with what qualifies it."""
    ends = (hop.start_name, hop.end_name) if tie.forward else (hop.end_name, hop.start_name)
    marks = [str(tie.details[key]) for key in ("title", "role", "status") if tie.details.get(key)]
    marks += [f"{key} {tie.details[key]}" for key in ("since", "until") if tie.details.get(key)]
    marks += [phrase["former"]] if tie.details.get("former") else []
    marks += [phrase["conflict"]] if tie.details.get("conflict") else []
    inside = "; ".join(map(one_line, [*marks, grades[tie.certainty]]))
    return f"{one_line(ends[0])} {tie.words} {one_line(ends[1])} ({inside})"


def _hop(hop: Hop) -> dict[str, Any]:
    return {
        "from": {"id": hop.start, "name": hop.start_name},
        "to": {"id": hop.end, "name": hop.end_name},
        "inferred": hop.is_inferred,
        "ties": [_tie(tie) for tie in hop.ties],
        "claims": [_claim(claim) for tie in hop.ties for claim in tie.claims],
    }


def _tie(tie: Tie) -> dict[str, Any]:
    return {
        "type": tie.type,
        "words": tie.words,
        "forward": tie.forward,
        "certainty": tie.certainty,
        "details": dict(tie.details),
        "claims": [_claim(claim) for claim in tie.claims],
    }


def _claim(claim: Mapping[str, object]) -> dict[str, object]:
    return {key: claim[key] for key in ("id", *_PRINTED, *_ALSO)}
