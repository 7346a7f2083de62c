"""The files of a gallery, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.dates import is_date, wrong
from kg.errors import KgError, ViewError
from kg.figures import Figure, figure
from kg.figures.describe import alt
from kg.gallery.index import INDEX, Entry, Image, index
from kg.pages.page import page
from kg.session import OpenGraph
from kg.views.draw import draw
from kg.views.picture import Picture
from kg.views.spec import View, load

Say = Callable[[str], None]
File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Made:
    """What there is of one view: its files, and how it stands in the index."""

    files: tuple[File, ...]
    entry: Entry


def gallery(graph: OpenGraph, say: Say, as_of: str = "") -> Iterator[File]:
    """Name and content of every file; the index, which leads to those that are there, comes last.

    ``say`` is told of every view that cannot be drawn, and why; the others are.

    Raises:
        ViewError: ``as_of`` is no date.
    """
    if as_of and not is_date(as_of):
        raise ViewError(wrong(as_of))
    views, problems = load(graph.case)
    for problem in problems:
        say(str(problem))
    entries = []
    for view in views.values():
        if made := _made(graph, view, say, as_of):
            entries.append(made.entry)
            yield from made.files
    yield INDEX, index(entries, graph.lang).encode()


def _made(graph: OpenGraph, view: View, say: Say, as_of: str) -> Made | None:
    try:
        picture = draw(graph, view, lang=graph.lang, as_of=as_of)
    except KgError as error:
        say(f"{view.name}: {error}, left out")
        return None
    if not picture.marks:
        say(f"{view.name}: this case has nothing to show in it, left out")
        return None
    images = _images(picture, say)
    html = (f"{view.name}.html", page(picture).encode())
    about = tuple(Image(name, *_size(content), words) for name, content, words in images)
    entry = Entry(html[0], picture.title, picture.caption, about)
    return Made((html, *((name, content) for name, content, _ in images)), entry)


def _images(picture: Picture, say: Say) -> list[tuple[str, bytes, str]]:
    """The parts of the figure with their words; none where it cannot be set, which is told."""
    try:
        made = figure(picture)
        numbers = range(1, len(made.pages) + 1)
        return [(_name(picture, made, n), made.png(n), alt(made.pages[n - 1])) for n in numbers]
    except KgError as error:
        say(f"{error}; its page is there without a figure")
        return []


def _name(picture: Picture, made: Figure, number: int) -> str:
    return f"{picture.name}-{number}.png" if len(made.pages) > 1 else f"{picture.name}.png"


def _size(png: bytes) -> tuple[int, int]:
    """Width and height, from the header of a PNG."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
