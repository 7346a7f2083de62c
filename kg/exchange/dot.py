"""Graphviz DOT: directed, names as labels, evidence as tooltips."""

from collections.abc import Mapping

from kg.exchange.graph import DOUBTS, Handed, label_of

_SHAPES = {
    "circle": "ellipse",
    "hexagon": "hexagon",
    "shield": "invhouse",
    "sheet": "note",
    "ring": "ellipse",
    "triangle": "triangle",
    "diamond": "diamond",
}


def files(handed: Handed) -> Mapping[str, bytes]:
    """One .dot file."""
    lines = ["digraph {", f"  graph [label={_quoted(handed.title)}, rankdir=LR];"]
    for entity in handed.entities:
        label = label_of(entity)
        looks = (
            f"label={_quoted(handed.name(entity))}, "
            f'shape={_SHAPES.get(label.shape, "box")}, color="{label.colour}", '
            f"kind={_quoted(entity['label'])}"
        )
        if own := handed.own.get(entity["id"]):
            looks += f", claims={_quoted('|'.join(own))}"
            looks += f", tooltip={_quoted(chr(10).join(handed.evidence(own)))}"
        lines.append(f"  {_quoted(entity['id'])} [{looks}];")
    for edge in handed.relationships:
        props = {
            "id": edge["eid"],
            "label": handed.words(edge),
            "style": "dashed" if edge["certainty"] in DOUBTS else "solid",
            "type": edge["type"],
            "certainty": edge["certainty"],
            "since": edge.get("since", ""),
            "until": edge.get("until", ""),
            "claims": "|".join(edge["claims"]),
            "tooltip": "\n".join(handed.evidence(edge["claims"])),
        }
        said = ", ".join(f"{key}={_quoted(value)}" for key, value in props.items() if value)
        lines.append(f"  {_quoted(edge['start'])} -> {_quoted(edge['end'])} [{said}];")
    return {".dot": ("\n".join([*lines, "}"]) + "\n").encode()}


def _quoted(text: str) -> str:
    """A quoted string of DOT: only the quote is special, and a backslash begins an escape."""
    text = text.replace("\x00", "\N{REPLACEMENT CHARACTER}")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
