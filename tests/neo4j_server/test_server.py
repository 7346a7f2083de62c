"""The test tool itself: it leaves nothing behind, and never hides that it could not run."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.fetched import MissingToolError
from tests.neo4j_server.server import jars

ROOT = Path(__file__).parents[2]
ONE_TEST = "tests/store/test_neo4j_load.py::test_a_second_load_writes_nothing"
START = """
import sys, time
from pathlib import Path
from tests.neo4j_server.server import running
with running(Path(sys.argv[1])) as uri:
    sys.stdout.write(uri + chr(10))
    sys.stdout.flush()
    time.sleep(60)
"""


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_no_server_outlives_a_test_run_that_is_killed(neo4j_jars: Path, tmp_path: Path) -> None:
    assert neo4j_jars.is_dir()
    command = [sys.executable, "-c", START, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as starter:
        assert starter.stdout
        port = int(starter.stdout.readline().rpartition(b":")[2])
        assert is_open(port)
        starter.kill()

    deadline = time.monotonic() + 30
    while is_open(port) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_open(port)


@pytest.mark.parametrize("missing", ["java", "mvn"])
def test_a_missing_tool_is_named(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for tool in {"java", "mvn"} - {missing}:
        (tmp_path / tool).symlink_to(shutil.which(tool) or "/usr/bin/true")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "empty"))

    with pytest.raises(MissingToolError, match=f"^{missing} is not installed"):
        jars()


@pytest.mark.parametrize(("ci", "outcome"), [("", "1 skipped"), ("true", "1 error")])
def test_a_missing_tool_skips_tests_at_home_and_fails_them_in_ci(
    ci: str, outcome: str, tmp_path: Path
) -> None:
    environment = {**os.environ, "PATH": str(tmp_path), "CI": ci}
    command = [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", ONE_TEST]

    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert outcome in done.stdout
    assert "java is not installed: nothing is tested against a real Neo4j" in done.stdout
    assert done.returncode == (1 if ci else 0)
