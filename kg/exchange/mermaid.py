"""Mermaid's flowchart, for a page of Markdown. For a part of the graph: a large one is unreadable.

Text stands in quotes with entity codes, so that nothing in a name is read as syntax. Ids, dates and
evidence follow each line as comments: a flowchart has no other place for them.
"""

from collections.abc import Iterable, Iterator, Mapping

from kg.exchange.graph import DOUBTS, Handed, Props, label_of

_SHAPES = {
    "circle": ('("', '")'),
    "hexagon": ('{{"', '"}}'),
    "shield": ('["', '"]'),
    "sheet": ('[/"', '"/]'),
    "diamond": ('{"', '"}'),
}


def files(handed: Handed) -> Mapping[str, bytes]:
    """One .mmd file."""
    ids = {entity["id"]: f"n{number}" for number, entity in enumerate(handed.entities)}
    lines = ["flowchart LR"]
    for entity in handed.entities:
        before, after = _SHAPES.get(label_of(entity).shape, ('["', '"]'))
        lines.append(f"  {ids[entity['id']]}{before}{_text(handed.name(entity))}{after}")
        lines += _told(handed, entity["id"], handed.own.get(entity["id"], ()))
    for edge in handed.relationships:
        doubt = edge["certainty"] in DOUBTS
        arrow = "-.->" if doubt else "-->"
        words = _text(f"{handed.words(edge)} ({edge['certainty']}; {edge.get('cite', '')})")
        lines.append(f'  {ids[edge["start"]]} {arrow}|"{words}"| {ids[edge["end"]]}')
        lines += _told(handed, _spelled(edge), edge["claims"])
    return {".mmd": ("\n".join(lines) + "\n").encode()}


def _spelled(edge: Props) -> str:
    """The id of a relationship, and when it held."""
    spell = "/".join((edge.get("since", ""), edge.get("until", "")))
    return f"{edge['eid']} {spell if spell != '/' else ''}"


def _told(handed: Handed, about: str, claims: Iterable[str]) -> Iterator[str]:
    yield f"  %% {_text(about)}"
    for claim in claims:
        for line in handed.evidence([claim]):
            yield f"  %% {claim}: {_text(line)}"


def _text(text: str) -> str:
    """Every sign that Mermaid or HTML could read as more than text, as an entity code."""
    return "".join(
        char if char.isalnum() or char in " ,.:-()/'" else f"#{ord(char)};"
        for char in " ".join(text.replace("\x00", "\N{REPLACEMENT CHARACTER}").split())
    )
