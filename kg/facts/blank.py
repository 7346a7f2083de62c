"""A new case: its rooms, tables that wait for a first row, and what to write into them."""

from collections.abc import Iterator
from pathlib import Path

from kg.case import Case, new
from kg.errors import CaseError
from kg.facts.files import CLAIM_COLUMNS, ENTITY_COLUMNS, JUDGEMENT_COLUMNS, SOURCE_COLUMNS
from kg.facts.noted import COLUMNS as CONFLICT_COLUMNS
from kg.resources import folder
from kg.schema import labels, predicates, qualifiers, source_kinds, topics
from kg.tables import write

TABLES = {
    "entities": ENTITY_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "claims": CLAIM_COLUMNS,
    "same_or_not": JUDGEMENT_COLUMNS,
    "conflicts": CONFLICT_COLUMNS,
}
_INTRODUCTION = Path(__file__).with_name("blank.md")
_ABOUT_ROWS = ("What a row says", "Rules that hold everywhere")


def begin(root: Path) -> Case:
    """Make a case folder whose tables have their header, and a README that tells what they take.

    Raises:
        CaseError: It is there already and not empty, or cannot be made.
    """
    case = new(root)
    try:
        for name, columns in TABLES.items():
            write(root / "data" / f"{name}.csv", columns, [])
        (root / "README.md").write_text(introduction(), "utf-8", newline="")
    except OSError as error:
        raise CaseError(f"{root}: cannot be written ({error.strerror})") from error
    return case


def introduction() -> str:
    """How a case is begun, what each table takes, and the words that may stand in them."""
    parts = [_INTRODUCTION.read_text("utf-8").strip(), *_about_rows(), "\n".join(_words())]
    return "\n\n".join(parts) + "\n"


def _about_rows() -> Iterator[str]:
    """The sections on tables of what is said of the shipped ones: both take the same."""
    text = (folder("data") / "README.md").read_text("utf-8")
    for section in text.split("\n## ")[1:]:
        if section.startswith(_ABOUT_ROWS):
            yield f"## {section.strip()}"


def _words() -> Iterator[str]:
    kinds = sorted(name for name, label in labels().items() if not label.abstract and label.parent)
    yield "## Words\n"
    yield f"- `label`: {', '.join(kinds)}"
    yield f"- `kind` of a source: {', '.join(source_kinds())}"
    for key, topic in topics().items():
        names = [
            name
            for name, predicate in predicates().items()
            if predicate.topic == key and not predicate.derived
        ]
        if names:
            yield f"- `predicate` ({topic.names['en']}): {', '.join(names)}"
    yield f"- `qualifiers`: {', '.join(qualifiers())}"
