"""The page that leads to all others: plain HTML without a script, for any web server or none."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from kg.answers.cells import visible
from kg.pages.parts import digest
from kg.pages.words import word
from kg.version import __version__

INDEX = "index.html"
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Image:
    """A part of a figure: its file, its size in pixels, and what it shows in words."""

    name: str
    wide: int
    tall: int
    alt: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A page to lead to."""

    name: str
    title: str
    caption: str
    images: Sequence[Image] = ()


def index(entries: Sequence[Entry], lang: str) -> str:
    """The whole page, in one language."""
    said, rules = _words()[lang], _read("index.css")
    return Template(_read("index.html")).substitute(
        lang=lang,
        policy=f"default-src 'none'; img-src 'self' data:; style-src {digest(rules)};"
        " base-uri 'none'; form-action 'none'",
        style=rules,
        title=escape(said["title"]),
        hint=escape(said["hint"]),
        entries="\n".join(_entry(each, said) for each in entries),
        credit=escape(str(word("credit", lang, version=__version__))),
    )


def _entry(entry: Entry, said: Mapping[str, str]) -> str:
    return (
        f'<li><h2><a href="{_safe(entry.name)}">{_safe(entry.title)}</a></h2>\n'
        f"<p>{_safe(entry.caption)}</p>\n"
        f"{_picture(entry)}{_files(entry, said)}</li>"
    )


def _picture(entry: Entry) -> str:
    """The first part of the figure; who sees it comes to the page."""
    if not entry.images:
        return ""
    first = entry.images[0]
    size = f'width="{first.wide}" height="{first.tall}" loading="lazy"'
    image = f'<img src="{_safe(first.name)}" {size} alt="{_safe(first.alt)}">'
    return f'<a class="figure" href="{_safe(entry.name)}">{image}</a>\n'


def _files(entry: Entry, said: Mapping[str, str]) -> str:
    links = [f'<a href="{_safe(each.name)}">{_safe(each.name)}</a>' for each in entry.images]
    return f'<p class="files">{said["figure"]}: {" · ".join(links)}</p>\n' if links else ""


def _safe(text: str) -> str:
    return escape(visible(text))


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(_read("words.toml"))


def _read(name: str) -> str:
    return (_HERE / name).read_text("utf-8")
