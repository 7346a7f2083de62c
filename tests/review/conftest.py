"""The small case, built once and open; each test has a ledger of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.building import build
from kg.ledger import FILE, Ledger
from kg.review.decided import shipped
from kg.review.desk import LIST, Desk
from kg.review.portrait import Portraits, portraits
from kg.review.queue import ranked, read_pairs
from kg.session import open_graph
from kg.store import shelf
from tests.pages.conftest import Open, chromium, show
from tests.review.samples import small

if TYPE_CHECKING:
    from kg.session import OpenGraph

__all__ = ["AtDesk", "Open", "chromium", "show"]

AtDesk = Callable[[], Desk]


@pytest.fixture(scope="package")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator["OpenGraph"]:
    """The small case in a real embedded store."""
    case = small(tmp_path_factory.mktemp("review"))
    build(case)
    with open_graph(case, "embedded") as opened:
        yield opened


@pytest.fixture
def at_desk(graph: "OpenGraph", tmp_path: Path) -> AtDesk:
    """Sit down at the queue; again, and what was answered before is remembered."""

    def sit_down() -> Desk:
        folder = shelf.current(graph.case)
        assert folder
        queue = ranked(graph.store, read_pairs(folder / LIST))
        return Desk(queue, Ledger.open(tmp_path / FILE), shipped(graph.case), "Ada")

    return sit_down


@pytest.fixture(scope="package")
def drawn(graph: "OpenGraph") -> Portraits:
    """Portraits in English."""
    return portraits(graph.store, "en", 40)
