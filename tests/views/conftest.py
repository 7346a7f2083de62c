"""The small world, open: its store is filled once, its view files are each test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.case import Case
from kg.session import OpenGraph
from kg.store import embedded
from kg.store.bolt import Store
from tests.views.samples import world


@pytest.fixture(scope="package")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("small") / "store"
    embedded.build(world(), folder, "small")
    with embedded.open_store(folder) as store:
        yield store


@pytest.fixture
def graph(small: Store, tmp_path: Path) -> OpenGraph:
    return OpenGraph(Case(tmp_path), small)
