"""A small case of its own, and its gallery as it is made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.building import build
from kg.gallery import gallery
from kg.session import OpenGraph, open_graph
from tests.cases import alone, claim, entity, source

Gallery = tuple[dict[str, bytes], list[str]]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenGraph]:
    """A seller of Belgium, what it makes, and who uses that."""
    case = alone(
        tmp_path_factory.mktemp("gallery") / "case",
        entities=[
            entity("maker", country="BE", name="Maker & <b>Sons</b>"),
            entity("thing", label="Product", country="BE"),
            entity("cops", label="PoliceForce", country="BE"),
        ],
        sources=[source()],
        claims=[claim("maker MAKES thing"), claim("cops USES thing", qualifiers="status=active")],
    )
    build(case)
    with open_graph(case, "embedded") as opened:
        yield opened


@pytest.fixture(scope="module")
def made(graph: OpenGraph) -> Gallery:
    """Its files by name, and what was said meanwhile."""
    said: list[str] = []
    return dict(gallery(graph, said.append)), said


@pytest.fixture
def folder(made: Gallery, tmp_path: Path) -> Path:
    """The files on a disk."""
    for name, content in made[0].items():
        (tmp_path / name).write_bytes(content)
    return tmp_path
