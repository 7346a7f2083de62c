"""The generated part of docs/developer.md: each room of kg/, in the order in which data flows."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def rooms(root: Path = ROOT) -> str:
    """The rooms as a table, from the words that all others use up to the command line.

    Raises:
        LookupError: A room has no docstring.
    """
    rows = "\n".join(f"| `{name}` | {says} |" for name, says in _told(root))
    return f"| in `kg/` | what it is |\n|---|---|\n{rows}\n"


def _told(root: Path) -> Iterator[tuple[str, str]]:
    for name in layered(root):
        package = root / "kg" / name / "__init__.py"
        file = package if package.is_file() else root / "kg" / f"{name}.py"
        text = ast.get_docstring(ast.parse(file.read_text("utf-8")))
        if not text:
            raise LookupError(f"{file.name}: no docstring that says what the room is")
        shown = f"{name}/" if file == package else file.name
        yield shown, _cell(text.partition("\n\n")[0])


def _cell(text: str) -> str:
    return text.replace("\n", " ").replace("|", "\\|").replace("<", "&lt;")


def layered(root: Path = ROOT) -> Iterator[str]:
    """The names of the rooms, lowest layer first, as import-linter holds them to it."""
    told = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    contracts = told["tool"]["importlinter"]["contracts"]
    (layers,) = (one["layers"] for one in contracts if one["type"] == "layers")
    for layer in reversed(layers):
        yield from sorted(name.strip(" ()") for name in layer.split("|"))
