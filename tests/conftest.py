"""What several rooms are tested with: the graph that the project ships, built and opened once."""

from collections.abc import Iterator

import pytest

from kg.building import build
from kg.case import Case
from kg.session import OpenGraph, open_graph


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenGraph]:
    case = Case(tmp_path_factory.mktemp("shipped"))
    build(case)
    with open_graph(case, "embedded") as graph:
        yield graph
