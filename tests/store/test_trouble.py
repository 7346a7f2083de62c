"""Whatever is wrong with a server, a person gets one line that says what to do."""

import http.server
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.model import Graph
from kg.store import bolt
from kg.store.bolt import connect
from kg.store.neo4j_load import Loaded, load
from tests.store.peer import Peer
from tests.store.samples import CASE, small

FORBIDDEN = ("Neo.ClientError.Security.Forbidden", "Not allowed\nfor user 'reader'")


def complaint(uri: str, username: str | None = None, password: str | None = None) -> str:
    """What is said of a server, checked to be one line that names it and holds no password."""
    with pytest.raises(StoreError) as caught:
        connect(uri, username, password)
    line = str(caught.value)
    assert line.startswith(uri)
    assert "\n" not in line
    assert "secret" not in line
    return line


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+ssc"])
def test_a_server_that_is_down(closed_port: int, scheme: str) -> None:
    assert "no server answers there; start it" in complaint(f"{scheme}://127.0.0.1:{closed_port}")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_machine_that_does_not_exist(scheme: str) -> None:
    assert "check the spelling" in complaint(f"{scheme}://no-such-machine.invalid:7687")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_database_that_does_not_exist(neo4j_uri: str, scheme: str) -> None:
    uri = neo4j_uri.replace("bolt", scheme)

    assert "no such database" in complaint(f"{uri}/absent")


@pytest.mark.parametrize(
    "agent", ["Neo4j/4.4.12", "Neo4j/5.25.1", "Neo4j/5.9.0-rc1", "Neo4j/3.5.35"]
)
def test_a_version_that_is_too_old_is_named(agent: str) -> None:
    with Peer(agent).listening() as place:
        line = complaint(f"bolt://{place}")

    assert f"this is Neo4j {agent[6:].rpartition('.')[0]}; Neo4j 5.26 or later is needed" in line


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2025.10.1"])
def test_newer_versions_are_welcome(agent: str) -> None:
    with Peer(agent).listening() as place, connect(f"bolt://{place}") as store:
        assert store.name == f"bolt://{place}"


@pytest.mark.parametrize("version", [(0, 0), (3, 0), (4, 4)])
def test_a_server_too_old_to_talk_to(version: tuple[int, int]) -> None:
    with Peer("Neo4j/4.4.12", bolt=version).listening() as place:
        assert "upgrade it to Neo4j 5.26 or later" in complaint(f"bolt://{place}")


def test_another_product_that_speaks_bolt() -> None:
    with Peer("Memgraph/3.1").listening() as place:
        assert "this is Memgraph/3.1, not a Neo4j" in complaint(f"bolt://{place}")


@pytest.fixture
def web_port() -> Iterator[int]:
    """A web server that refuses at once, as that of Neo4j on port 7474 does."""

    class Refusing(http.server.BaseHTTPRequestHandler):
        def handle(self) -> None:
            self.request.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")

    with http.server.HTTPServer(("127.0.0.1", 0), Refusing) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_the_port_of_the_web_page(web_port: int, scheme: str) -> None:
    line = complaint(f"{scheme}://127.0.0.1:{web_port}")

    assert "is it the Bolt port (usually 7687, not 7474" in line


def test_a_server_that_says_nothing_is_not_waited_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bolt, "_PATIENCE", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as server:
        started = time.monotonic()
        line = complaint(f"bolt://127.0.0.1:{server.getsockname()[1]}")

    assert "is it the Bolt port" in line
    assert time.monotonic() - started < 5


def test_encryption_that_the_server_does_not_speak(neo4j_uri: str) -> None:
    uri = neo4j_uri.replace("bolt", "bolt+s")

    assert "the server does not speak encrypted; write bolt://" in complaint(uri)


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """A self-signed certificate, made now: no key lies in the project."""
    if (openssl := shutil.which("openssl")) is None:
        pytest.skip("openssl is not installed: encrypted servers are not tested")
    folder: Path = tmp_path_factory.mktemp("certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([openssl, *made, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def test_a_server_that_wants_encryption(certified: ssl.SSLContext) -> None:
    with Peer("Neo4j/5.26.0", tls=certified).listening() as place:
        assert "If the server wants encryption write bolt+s://" in complaint(f"bolt://{place}")


def test_a_certificate_that_nobody_vouches_for(certified: ssl.SSLContext) -> None:
    with Peer("Neo4j/5.26.0", tls=certified).listening() as place:
        assert "self-signed, server write bolt+ssc://" in complaint(f"bolt+s://{place}")
        with connect(f"bolt+ssc://{place}") as store:
            assert store.name == f"bolt+ssc://{place}"


def test_a_user_who_may_only_read_learns_so_before_anything_is_written() -> None:
    refused = {"CREATE INDEX": FORBIDDEN, "UNWIND": FORBIDDEN}
    with (
        Peer("Neo4j/5.26.0", refused).listening() as place,
        connect(f"bolt://{place}") as store,
        pytest.raises(StoreError) as caught,
    ):
        load(store, small(), CASE)

    assert str(caught.value).startswith(f"bolt://{place}: this user may not do that; ask for a")
    assert "\n" not in str(caught.value)


def test_a_user_who_may_write_but_not_make_indexes_loads_without_them() -> None:
    refused = {"CREATE INDEX": FORBIDDEN}
    with Peer("Neo4j/5.26.0", refused).listening() as place, connect(f"bolt://{place}") as store:
        loaded = load(store, Graph((), ()), CASE)

    assert loaded == Loaded(0, 0, 0, 0, 0, is_indexed=False)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("Neo.ClientError.Security.AuthenticationRateLimit", "wait a few seconds"),
        ("Neo.TransientError.General.DatabaseUnavailable", "try again in a minute"),
        ("Neo.ClientError.Cluster.NotALeader", "use a neo4j:// address"),
        ("Neo.ClientError.General.Unheard", "Not allowed"),
    ],
)
def test_refusals_of_the_server_say_the_way_out(code: str, words: str) -> None:
    with Peer("Neo4j/5.26.0", {"RETURN": (code, FORBIDDEN[1])}).listening() as place:
        assert words in complaint(f"bolt://{place}")
