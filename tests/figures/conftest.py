"""Shipped views as figures: each is drawn once for all tests, and read back from its SVG."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kg.figures import Figure, figure
from kg.figures.document import document
from kg.views.draw import draw
from kg.views.picture import Picture
from kg.views.spec import find
from tests.figures.boxes import Seen, seen

if TYPE_CHECKING:
    from kg.session import OpenGraph


@dataclass(frozen=True)
class Built:
    """A figure with its parts as text and as what they show."""

    picture: Picture
    figure: Figure
    svgs: Sequence[str]
    seen: Sequence[Seen]

    @property
    def kind(self) -> str:
        """The kind of drawing."""
        return self.figure.pages[0].kind.name


def build(picture: Picture, size: str = "article") -> Built:
    """The figure of a picture."""
    made = figure(picture, size)
    svgs = [document(page, embed=False) for page in made.pages]
    return Built(picture, made, svgs, [seen(svg) for svg in svgs])


Pictures = Callable[..., Picture]
Build = Callable[..., Built]


@pytest.fixture(scope="session")
def pictures(shipped: "OpenGraph") -> Pictures:
    """The picture of a shipped view in a language, as of a day; each is drawn once."""

    @cache
    def of(view: str, lang: str = "en", as_of: str = "") -> Picture:
        return draw(shipped, find(shipped.case, view), lang=lang, as_of=as_of)

    return of


@pytest.fixture(scope="session")
def built(pictures: Pictures) -> Build:
    """The figure of a shipped view at a size; each is made once."""

    @cache
    def of(view: str, size: str = "article", lang: str = "en", as_of: str = "") -> Built:
        return build(pictures(view, lang, as_of), size)

    return of
