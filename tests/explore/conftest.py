"""Servers for tests: the shipped graph behind a real port of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from kg.explore.explorer import Explorer
from kg.explore.server import Server
from tests.explore.visitor import Visitor, path_of

if TYPE_CHECKING:
    from kg.session import OpenGraph


@contextmanager
def serving(explorer: Explorer) -> Iterator[Server]:
    """A server on a free port, until the end of the block."""
    with Server(explorer, 0) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def explorer(shipped: "OpenGraph") -> Explorer:
    """The shipped graph, open."""
    return Explorer(shipped)


@pytest.fixture
def server(explorer: Explorer) -> Iterator[Server]:
    """A server whose link nobody has used."""
    with serving(explorer) as found:
        yield found


@pytest.fixture
def stranger(server: Server) -> Visitor:
    """Somebody without the link."""
    return Visitor(server)


@pytest.fixture(scope="module")
def visitor(explorer: Explorer) -> Iterator[Visitor]:
    """Somebody who has used the link."""
    with serving(explorer) as server:
        reply = Visitor(server).ask(path_of(server.link))
        yield Visitor(server, reply.headers["Set-Cookie"].partition(";")[0])
