"""A real Neo4j for tests, from Maven's jars: started on a free port of loopback, stopped after use.

The jars (118 MB, once, about 20 s) are kept in the user's cache. Neo4j is GPL-3: a test tool only,
never shipped. No Docker, no installation; needs Java 17 or later and, the first time, Maven.
"""

import os
import socket
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.fetched import fetched, tool

VERSION = "5.26.28"
_WITHOUT = "nothing is tested against a real Neo4j"
_HERE = Path(__file__).parent
_OPENED = [f"--add-opens=java.base/java.{package}=ALL-UNNAMED" for package in ("nio", "lang")] + [
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
]
QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
"""Quick to start, and after a while half as fast as the Java that Neo4j ships with."""
_SECONDS_TO_START = 120


def jars() -> Path:
    """The folder with Neo4j's jars; fetched by Maven where it is not there yet."""
    tool("java", _WITHOUT)

    def fetch(folder: Path) -> None:
        command = [tool("mvn", _WITHOUT), "-q", "-B", "-f", str(_HERE / "pom.xml")]
        goal = ["dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
        subprocess.run([*command, *goal], check=True)

    return fetched(f"neo4j-{VERSION}", fetch)


@contextmanager
def running(home: Path, settings: Sequence[str] = (), java: Sequence[str] = QUICK) -> Iterator[str]:
    """Run a server on a home folder, empty or filled; yields its ``bolt://`` address.

    ``settings`` are lines of a neo4j.conf, e.g. ``dbms.security.auth_enabled=true``, ``java`` what
    Java is told; nothing, and it runs as it does for others.
    """
    port = _free_port()
    command = [
        *_java("-Xmx768m", *java),
        str(_HERE / "Server.java"),
        str(home),
        str(port),
        *settings,
    ]
    with (
        (home / "output.txt").open("wb") as log,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
        ) as server,
    ):
        try:
            _wait_until_ready(server, home)
            yield f"bolt://127.0.0.1:{port}"
        finally:
            server.kill()  # at once: nobody needs the home afterwards


def administer(
    home: Path, folder: Path, arguments: Sequence[str], java: Sequence[str] = QUICK
) -> str:
    """Run neo4j-admin in a folder, on a home whose server is stopped; returns what it prints."""
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = [*_java("-Xmx512m", *java), "org.neo4j.cli.AdminTool", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise AssertionError(f"neo4j-admin {' '.join(arguments)}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def _java(*told: str) -> list[str]:
    return [tool("java", _WITHOUT), *told, *_OPENED, "-cp", f"{jars()}/*"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(server: subprocess.Popen[bytes], home: Path) -> None:
    assert server.stdout
    patience = threading.Timer(_SECONDS_TO_START, server.kill)
    patience.start()
    try:
        while line := server.stdout.readline():
            if line.startswith(b"ready"):
                return
    finally:
        patience.cancel()
    output = (home / "output.txt").read_text("utf-8", "replace")
    raise AssertionError(f"Neo4j did not start:\n{output}")
