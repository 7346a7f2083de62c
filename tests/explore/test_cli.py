"""``kg explore`` as a person starts it: the link, the port, no browser, Ctrl-C, and mistakes."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.explore.server import PORT
from tests.cases import alone, claim, entity, kg, source

LINK = re.compile(r"Open (http://127\.0\.0\.1:(\d+)/\?token=([\w-]{43}))\n")
BY_TERM = getattr(signal, "SIGTERM", signal.SIGINT)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small built case."""
    home = tmp_path_factory.mktemp("explored") / "my-case"
    alone(
        home,
        entities=[entity("my-firm", name="My Firm"), entity("my-force", label="PoliceForce")],
        sources=[source()],
        claims=[claim("my-firm SUPPLIES my-force", locator="p. 3")],
    )
    assert kg("build", case=home).returncode == 0
    return home


class Started:
    """A running ``kg explore`` and what it has printed so far."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Wait for the link."""
        assert process.stdout is not None
        self.process = process
        self.line = process.stdout.readline()
        found = LINK.fullmatch(self.line)
        assert found, (self.line, process.stderr.read() if process.stderr else "")
        self.link, self.port = found[1], int(found[2])

    def get(self, address: str, cookie: str = "") -> tuple[int, str, bytes]:
        """Status, cookie and body of a request to it."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", address, headers={"Cookie": cookie} if cookie else {})
        reply = connection.getresponse()
        body = reply.read()
        connection.close()
        return reply.status, (reply.getheader("Set-Cookie") or "").partition(";")[0], body

    def enter(self) -> str:
        """Use the link; the cookie that it gives."""
        parts = urlsplit(self.link)
        status, cookie, _ = self.get(f"{parts.path}?{parts.query}")
        assert (status, bool(cookie)) == (303, True)
        return cookie

    def end(self, how: int = signal.SIGINT) -> tuple[int, str, str]:
        """End it as a person or the system does; how it went, and the rest of what it says."""
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err


@contextmanager
def started(case: Path, *arguments: str, browser: str = "") -> Iterator[Started]:
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "BROWSER": browser or "false"}
    command = [sys.executable, "-m", "kg", "explore", "--case", str(case), *arguments]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Started(process)
        finally:
            process.kill()


def test_it_prints_a_link_with_a_token_and_serves_until_ctrl_c(case: Path) -> None:
    with started(case, "--port", "0", "--no-browser") as explored:
        cookie = explored.enter()
        assert explored.get("/", cookie)[0] == 200
        status, _, body = explored.get("/search?q=firm", cookie)
        assert (status, b"My Firm" in body) == (200, True)
        code, out, err = explored.end()
    assert (code, out) == (0, "")
    assert err.splitlines() == [
        "It works once, on this machine only. Ctrl-C ends it.",
        "Ended.",
    ]


def test_a_port_may_be_chosen_and_one_that_is_taken_is_said(case: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with started(case, "--port", str(port), "--no-browser") as explored:
            assert explored.port != port
            code, _, err = explored.end()
    assert code == 0
    assert err.startswith(f"Port {port} is taken; using {explored.port}.\n")


def test_without_a_port_it_takes_its_own_or_a_free_one(case: Path) -> None:
    with started(case, "--no-browser") as first, started(case, "--no-browser") as second:
        assert first.port != second.port
        assert second.port != PORT
        assert first.link != second.link
        _, _, err = second.end()
        assert f"using {second.port}" in err


def test_the_system_may_end_it_too(case: Path) -> None:
    with started(case, "--port", "0", "--no-browser") as explored:
        code, _, err = explored.end(BY_TERM)
    assert (code, err.splitlines()[-1]) == (0, "Ended.")


def test_ctrl_c_in_the_middle_of_a_visit_shows_no_traceback(case: Path) -> None:
    with started(case, "--port", "0", "--no-browser") as explored:
        explored.enter()
        with socket.create_connection(("127.0.0.1", explored.port)) as silent:
            silent.send(b"GET / HTTP/1.1\r\n")
            code, _, err = explored.end()
    assert code == 0
    assert "Traceback" not in err


def test_the_link_opens_once(case: Path) -> None:
    with started(case, "--port", "0", "--no-browser") as explored:
        explored.enter()
        parts = urlsplit(explored.link)
        status, cookie, body = explored.get(f"{parts.path}?{parts.query}")
        assert (status, cookie) == (403, "")
        assert b"Start kg explore again" in body


def test_nothing_is_told_without_the_link(case: Path) -> None:
    with started(case, "--port", "0", "--no-browser") as explored:
        for address in ("/", "/search?q=firm", "/picture?ids=my-firm", "/page?ids=my-firm"):
            status, _, body = explored.get(address)
            assert (status, b"My Firm" in body) == (403, False)


@pytest.mark.skipif(sys.platform == "win32", reason="BROWSER is not asked there")
def test_it_opens_the_browser_with_the_link(case: Path, tmp_path: Path) -> None:
    seen = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(
        f'#!/bin/sh\nprintf "%s" "$1" > "{seen}.part" && mv "{seen}.part" "{seen}"\n'
    )
    browser.chmod(0o755)
    with started(case, "--port", "0", browser=f"{browser} %s") as explored:
        until = monotonic() + 20
        while not seen.exists() and monotonic() < until:
            sleep(0.05)
        assert seen.read_text() == explored.link


@pytest.mark.skipif(sys.platform == "win32", reason="BROWSER is not asked there")
def test_no_browser_is_said_and_it_serves_all_the_same(case: Path) -> None:
    with started(case, "--port", "0", browser="/no/such/browser %s") as explored:
        assert explored.enter()
        code, _, err = explored.end()
    assert code == 0
    assert "No browser found: open the link in one." in err


def test_the_page_speaks_the_language_asked_for(case: Path) -> None:
    with started(case, "--port", "0", "--no-browser", "--lang", "nl") as explored:
        _, _, body = explored.get("/", explored.enter())
        assert b'<html lang="nl"' in body


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--port", "banana"], "'banana' is not a valid integer"),
        (["--port", "70000"], "70000 is not in the range 0<=x<=65535"),
        (["--port", "-1"], "-1 is not in the range"),
        (["--lang", "xx"], "'xx' is not one of"),
        (["--store", "bolt://127.0.0.1:1"], "127.0.0.1:1"),
        (["surplus"], "unexpected extra argument"),
    ],
)
def test_a_mistake_gets_one_line_and_no_link(
    case: Path, arguments: list[str], message: str
) -> None:
    done = kg("explore", "--no-browser", *arguments, case=case)
    assert done.returncode != 0
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_case_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    asked = ["explore", "--no-browser", "--case", str(tmp_path / "nowhere")]
    done = CliRunner().invoke(cli, asked)
    assert done.exit_code == 1
    assert done.stderr.endswith(f"no such case folder; make it first (mkdir {asked[-1]})\n")
    assert not (tmp_path / "nowhere").exists()


def test_a_case_that_is_not_built_is_built_first(tmp_path: Path) -> None:
    home = tmp_path / "fresh"
    alone(home, entities=[entity("new-firm")], sources=[source()])
    with started(home, "--port", "0", "--no-browser") as explored:
        cookie = explored.enter()
        assert b"new-firm" in explored.get("/search?q=new-firm", cookie)[2]
        _, _, err = explored.end()
    assert err.startswith("Nothing is built yet: building first.\n")


def test_a_change_of_data_is_told_and_the_old_graph_served(tmp_path: Path) -> None:
    home = tmp_path / "stale"
    alone(home, entities=[entity("old-firm")], sources=[source()])
    assert kg("build", case=home).returncode == 0
    alone_data = home / "data" / "entities.csv"
    alone_data.write_text(alone_data.read_text("utf-8").replace("old-firm", "odd-firm"), "utf-8")
    with started(home, "--port", "0", "--no-browser") as explored:
        cookie = explored.enter()
        assert b"old-firm" in explored.get("/search?q=old-firm", cookie)[2]
        _, _, err = explored.end()
    assert "kg build brings the graph up to date" in err
