"""The one page of the explorer: the shell, and the code of a picture's page with ours around it."""

from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from kg.explore.replies import STRICT, Reply
from kg.explore.words import by_key, words
from kg.pages import parts
from kg.pages.packing import block
from kg.schema import LANGUAGES, labels

_NOT_OURS = ("address", "search", "finder", "filters", "paper", "shell", "main")
"""Parts of a picture's page that the explorer has in another way."""

_SCRIPTS = (
    "ask",
    "graph",
    "room",
    "trail",
    "notes",
    "entity",
    "profile",
    "neighbours",
    "paths",
    "results",
    "fields",
    "forms",
    "lists",
    "finder",
    "details",
    "take",
    "pane",
    "shell",
    "main",
)


def home(lang: str, about: Mapping[str, object]) -> Reply:
    """The page, with a policy that lets it run its own code and ask its own server, no more.

    ``about`` is what it has to know from the start: case, counts, saved queries.
    """
    rules, scripts = _style(), (parts.surface(), _script())
    policy = (
        f"default-src 'none'; script-src {' '.join(map(parts.digest, scripts))};"
        f" style-src {parts.digest(rules)}; connect-src 'self'; img-src data: blob:;"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    text = Template(_read("shell.html")).substitute(
        lang=lang,
        title=escape(str(words()[lang]["title"])),
        style=rules,
        words=block("words", by_key()),
        kinds=block("kinds", _kinds()),
        about=block("about", about),
        surface=scripts[0],
        script=scripts[1],
    )
    headers = {**STRICT, "Content-Security-Policy": policy}
    return Reply(text.encode(), "text/html; charset=utf-8", headers=headers)


@cache
def _style() -> str:
    return "\n".join((parts.style(), _read("explore.css")))


@cache
def _script() -> str:
    own = "\n".join(_read(f"js/{name}.js") for name in _SCRIPTS)
    return parts.bundle([*parts.pieces(_NOT_OURS), f"{{\n{own}\n}}"])


def _kinds() -> dict[str, dict[str, object]]:
    """How every kind of entity is called and drawn."""
    return {
        name: {
            "name": [label.names[lang] for lang in LANGUAGES],
            "colour": label.colour,
            "shape": label.shape,
        }
        for name, label in labels().items()
    }


def _read(name: str) -> str:
    return files("kg.explore").joinpath(name).read_text("utf-8")
