"""What is handed on in tests: the whole shipped graph, parts of it, and the tools that read it."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.exchange import Handed
from kg.reading.whole import everything
from kg.views.draw import draw
from kg.views.spec import find
from tests.exchange import samples
from tests.exchange.javascript import parsers
from tests.fetched import MissingToolError
from tests.pages.conftest import chromium

if TYPE_CHECKING:
    from kg.session import OpenGraph

__all__ = ["chromium"]

Part = Callable[[str], Handed]


@pytest.fixture(scope="package")
def handed(shipped: "OpenGraph") -> Handed:
    """The whole shipped graph."""
    return Handed.of(everything(shipped.store), "surveillance-kg")


@pytest.fixture(scope="package")
def part(shipped: "OpenGraph", handed: Handed) -> Part:
    """What a shipped view shows, by its name."""

    @cache
    def shown(view: str) -> Handed:
        return handed.shown(draw(shipped, find(shipped.case, view)))

    return shown


@pytest.fixture
def hostile() -> Handed:
    """Everything named as badly as can be."""
    return samples.hostile()


@pytest.fixture(scope="session")
def javascript() -> Path:
    """The folder with parsers in JavaScript. Skips the test where there is no Node; not in CI."""
    try:
        return parsers()
    except MissingToolError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{error}, and CI must test it")
        pytest.skip(str(error))
