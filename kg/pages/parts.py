"""The parts of the page's code: small files of ours, and the drawing surface that pyvis brings."""

from base64 import b64encode
from collections.abc import Collection, Iterable
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from kg.errors import ViewError

_HERE = Path(__file__).parent
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_STYLES = ("base", "shell", "side", "panel", "table", "narrow", "print")
_SCRIPTS = (
    "element",
    "words",
    "data",
    "evidence",
    "say",
    "state",
    "filter",
    "crowds",
    "ties",
    "path",
    "spelling",
    "search",
    "address",
    "colours",
    "symbols",
    "routes",
    "spread",
    "narrow",
    "scene",
    "lettering",
    "labels",
    "verbs",
    "frames",
    "many",
    "drawing",
    "canvas",
    "svg",
    "stage",
    "tip",
    "actions",
    "finder",
    "list",
    "filters",
    "claims",
    "panel",
    "legend",
    "table",
    "csv",
    "signs",
    "save",
    "paper",
    "keys",
    "shell",
    "main",
)
"""In the order in which they need one another."""


@cache
def style() -> str:
    """The style sheet."""
    return "\n".join(_read(_HERE / "css" / f"{name}.css") for name in _STYLES)


@cache
def script() -> str:
    """Our own code as one script that leaves no name behind."""
    return bundle(pieces())


def pieces(without: Collection[str] = ()) -> list[str]:
    """The parts of our own code, in the order in which they need one another."""
    return [_read(_HERE / "js" / f"{name}.js") for name in _SCRIPTS if name not in without]


def bundle(pieces: Iterable[str]) -> str:
    """Parts as one script that leaves no name behind."""
    whole = "\n".join(pieces)
    return f'(() => {{\n"use strict";\n{whole}\n}})();'


@cache
def surface() -> str:
    """vis-network, with its licence, out of the pyvis that is installed.

    Raises:
        ViewError: pyvis is missing, or is another version than the one that we know.
    """
    found = find_spec("pyvis")
    folders = list(found.submodule_search_locations or ()) if found else []
    for folder in folders:
        path = Path(folder) / _VIS
        if path.is_file():
            return _read(path)
    raise ViewError(f"a page needs pyvis with {_VIS}: pip install 'pyvis>=0.3.2'")


@cache
def skeleton() -> str:
    """The elements of the page, with $names where values go."""
    return _read(_HERE / "shell.html")


def digest(text: str) -> str:
    """What a content security policy calls a script or style by."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _read(path: Path) -> str:
    return path.read_text("utf-8")
