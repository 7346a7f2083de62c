"""Stores for tests: the shipped graph, and any graph in a real embedded store and a real Neo4j.

Neo4j is started once for the whole run. Where Java or Maven is missing its tests are skipped, with
one line that says so; with CI=true they fail.
"""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.graph.model import Graph
from kg.store import embedded
from kg.store.bolt import Store, connect
from kg.store.neo4j_load import load
from tests.fetched import MissingToolError
from tests.neo4j_server.server import jars, running
from tests.pages.tab import FLAGS
from tests.store.samples import CASE, Fill, empty

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from kg.session import OpenGraph

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")


# A shell that starts tests in the background makes them, and all they start, deaf to Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator["OpenGraph"]:
    """The graph that the project ships, built and opened once."""
    from kg.building import build
    from kg.case import Case
    from kg.session import open_graph

    case = Case(tmp_path_factory.mktemp("shipped"))
    build(case)
    with open_graph(case, "embedded") as graph:
        yield graph


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """A Chromium for the whole run: its driver holds the loop of this thread, so there is but one.

    Without one the tests are skipped with one line, but not in CI.
    """
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if path is None:
        message = "no Chromium here: install one to test pages (apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{message}, and CI must test them")
        pytest.skip(message)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def neo4j_jars() -> Path:
    """Neo4j's jars. Skips the test where they cannot be had, but not in CI."""
    try:
        return jars()
    except MissingToolError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{error}, and CI must test it")
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def neo4j_uri(neo4j_jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Neo4j that all tests share; a test empties it or uses its own case."""
    with running(tmp_path_factory.mktemp("neo4j")) as uri:
        yield uri


@pytest.fixture(scope="module")
def shipped_neo4j(shipped: "OpenGraph", neo4j_uri: str) -> Iterator["OpenGraph"]:
    """The shipped graph, and nothing else, in the Neo4j: for the tests of one module."""
    from kg.building import assemble
    from kg.session import open_graph

    with connect(neo4j_uri) as store:
        empty(store)
        load(store, assemble(shipped.case)[1].graph, shipped.case.name)
    with open_graph(shipped.case, neo4j_uri) as graph:
        yield graph


@pytest.fixture
def neo4j_store(neo4j_uri: str) -> Iterator[Store]:
    """An open Neo4j that holds nothing."""
    with connect(neo4j_uri) as store:
        empty(store)
        yield store


@pytest.fixture(params=["embedded", "neo4j"])
def fill(request: pytest.FixtureRequest) -> Iterator[Fill]:
    """Each store in turn, as a function from a graph to the open store that holds only it."""
    if request.param == "neo4j":
        store: Store = request.getfixturevalue("neo4j_store")

        def fill_neo4j(graph: Graph) -> Store:
            load(store, graph, CASE)
            return store

        yield fill_neo4j
        return
    folder: Path = request.getfixturevalue("tmp_path") / "store"
    with ExitStack() as opened:

        def fill_embedded(graph: Graph) -> Store:
            embedded.build(graph, folder, CASE)
            return opened.enter_context(embedded.open_store(folder))

        yield fill_embedded
