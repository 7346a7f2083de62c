"""What is wrong in a table, said so that the person who keeps it can mend it."""

from dataclasses import dataclass
from pathlib import Path

_ARCHIVES = (".zip", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, with the cell it is in. Row 0 is the whole file, column "" the row."""

    path: Path
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return f"{short_name(self.path)}{row}{column}: {self.message}"


def short_name(path: Path) -> str:
    """What a person calls a file: ``entities.csv``, ``claims/report.csv``, ``year.zip/may.xml``."""
    for at, part in enumerate(path.parts[:-1]):
        if part.lower().endswith(_ARCHIVES):
            return "/".join(path.parts[at:])
    return f"claims/{path.name}" if path.parent.name == "claims" else path.name


def clip(value: str, longest: int = 60) -> str:
    """A wrong value as a message shows it: quoted, and never a page long."""
    return repr(value if len(value) <= longest else value[: longest - 1] + "…")
