"""The small world in an embedded store, filled once for all tests of reading."""

from collections.abc import Iterator

import pytest

from kg.store import embedded
from kg.store.bolt import Store
from tests.reading.samples import world


@pytest.fixture(scope="package")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("small") / "store"
    embedded.build(world(), folder, "small")
    with embedded.open_store(folder) as store:
        yield store
