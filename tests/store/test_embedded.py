"""What is particular to the embedded store; what every store promises is in test_contract.py."""

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from kg.errors import StoreError
from kg.graph.model import Graph
from kg.store import embedded, engine
from kg.store.bolt import Store
from tests.cases import ROOT, surroundings, without_privileges
from tests.store.samples import CASE, small

COUNT = "MATCH (n) RETURN count(n) AS n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("embedded") / "store"
    embedded.build(small(), folder, CASE)
    return folder


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    with embedded.open_store(folder) as opened:
        yield opened


def address(store: Store) -> tuple[str, int]:
    found = store.driver.get_server_info().address
    return str(found[0]), int(found[1])


# It is there to be read


def test_two_in_one_process_read_the_same_folder(folder: Path, store: Store) -> None:
    with embedded.open_store(folder) as other:
        assert other.read(COUNT) == store.read(COUNT)
    assert store.read(COUNT)[1][0]["n"] == len(small().nodes)


def test_another_process_reads_it_at_the_same_time(folder: Path, store: Store) -> None:
    code = (
        "import sys; from pathlib import Path; from kg.store.embedded import open_store\n"
        f"with open_store(Path(sys.argv[1])) as store: print(store.read({COUNT!r})[1][0]['n'])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=surroundings({}),
        check=True,
    )
    assert int(run.stdout) == store.read(COUNT)[1][0]["n"]


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:Entity {id: 'x'}) RETURN n",
        "MATCH (n:Entity) SET n.name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:Other {id: 'x'})",
    ],
)
def test_what_writes_is_refused_by_the_store_itself(store: Store, text: str) -> None:
    before = store.read(COUNT)
    with pytest.raises(StoreError, match="embedded: this query would write, and queries only read"):
        store.read(text)
    assert store.read(COUNT) == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("MATCH (n RETURN n", "embedded: Syntax error at line 1:9"),
        ("MATCH (n:Entity) RETURN m", "embedded: .*Variable 'm' not defined"),
        ("MATCH (n:Entity)\nRETURN foo(n)", "embedded: .*Unknown function 'foo'"),
        ("EXPLAIN MATCH (n) RETURN n", "embedded: the embedded store does not answer this"),
    ],
)
def test_what_cannot_be_parsed_says_where(store: Store, text: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as raised:
        store.read(text, {"unused": 1})
    assert "\n" not in str(raised.value)


def test_a_folder_that_cannot_be_written_can_be_read(folder: Path, tmp_path: Path) -> None:
    mortal = without_privileges()
    copy = shutil.copytree(folder, tmp_path / "store")
    places = [copy, *copy.rglob("*")]
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    code = (
        "import sys; from pathlib import Path; from kg.store.embedded import open_store\n"
        f"with open_store(Path(sys.argv[1])) as store: print(store.read({COUNT!r})[1][0]['n'])"
    )
    run = subprocess.run(
        [*mortal, sys.executable, "-c", code, str(copy)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=surroundings({}),
        check=False,
    )
    for place in places:
        place.chmod(0o755)
    assert (run.stdout.strip(), run.returncode) == (str(len(small().nodes)), 0)


def test_reading_leaves_no_secret_and_nothing_else_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    embedded.build(small(), folder, CASE)
    before = {path.relative_to(folder) for path in folder.rglob("*")}
    with embedded.open_store(folder) as opened:
        opened.read(COUNT)
    after = {path.relative_to(folder) for path in folder.rglob("*")}
    assert after - before <= {Path("databases/.instance.id")}


# Who may ask it


def test_it_listens_on_this_machine_only(store: Store) -> None:
    _, port = address(store)
    listening = [
        line.split() for line in _sockets() if int(line.split()[1].split(":")[1], 16) == port
    ]
    assert listening
    loopback = re.compile("0100007F|0{24}01000000|0{16}FFFF00000100007F")
    assert [line for line in listening if not loopback.match(line[1])] == []


def _sockets() -> list[str]:
    tables = [Path("/proc/net/tcp"), Path("/proc/net/tcp6")]
    if not tables[0].is_file():
        pytest.skip("needs /proc to see who listens where")
    lines = [line for table in tables if table.is_file() for line in table.read_text().split("\n")]
    return [line for line in lines if " 0A " in line]


def test_it_wants_a_password(store: Store) -> None:
    host, port = address(store)
    uri = f"bolt://{host}:{port}"
    for auth in (None, ("root", ""), ("root", "root"), ("neo4j", "neo4j")):
        with (
            neo4j.GraphDatabase.driver(uri, auth=auth) as driver,
            pytest.raises((neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError)),
        ):
            driver.execute_query("RETURN 1")


def test_a_driver_of_ones_own_has_transactions_and_changes_nothing(folder: Path) -> None:
    count = "MATCH (n) RETURN count(n) AS n"
    with embedded.open_store(folder) as opened:
        driver = opened.own_driver()
        assert opened.own_driver() is driver
        with driver.session() as session:
            session.execute_write(lambda tx: tx.run("CREATE (:Entity {id: 'x'})").consume())
            (record,) = driver.execute_query(count).records
        assert record["n"] == len(small().nodes) + 1
        assert opened.read(COUNT)[1][0]["n"] == len(small().nodes)
    with embedded.open_store(folder) as again:
        assert again.read(COUNT)[1][0]["n"] == len(small().nodes)


# When something is in the way


def test_a_port_that_is_taken_meanwhile_is_no_trouble(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as rival:
        rival.bind(("127.0.0.1", 0))
        rival.listen()
        free = engine._free_port
        ports = iter([rival.getsockname()[1], free()])
        monkeypatch.setattr(engine, "_free_port", lambda: next(ports))
        with embedded.open_store(folder) as opened:
            assert opened.read(COUNT)[1][0]["n"] == len(small().nodes)


def test_a_folder_that_is_gone_or_empty_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("gone", "empty"):
        with pytest.raises(StoreError, match=f"{name}: there is no store any more; kg build makes"):
            embedded.open_store(tmp_path / name)
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_folder_that_is_moved_away_while_it_opens_is_not_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(folder, tmp_path / "store")
    free = engine._free_port

    def move_away() -> int:
        copy.rename(tmp_path / "removed")
        (tmp_path / "store" / "databases").mkdir(parents=True)
        return free()

    monkeypatch.setattr(engine, "_free_port", move_away)
    with pytest.raises(StoreError):
        embedded.open_store(copy)


def test_closing_twice_is_safe_and_leaves_nothing_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    opened = embedded.open_store(folder)
    assert len(list(tmp_path.glob("kg-*"))) == 1
    opened.close()
    opened.close()
    assert list(tmp_path.glob("kg-*")) == []


def test_an_empty_graph_is_a_store_too(tmp_path: Path) -> None:
    embedded.build(Graph((), ()), tmp_path / "store", CASE)
    with embedded.open_store(tmp_path / "store") as opened:
        assert opened.read(COUNT)[1] == [{"n": 0}]
