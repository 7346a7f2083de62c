"""The same facts give the same bytes: whatever the order of hashes, the folder and the day."""

import json
import random
import shutil
from pathlib import Path

import pytest

from kg import resources
from kg.building import assemble
from kg.case import Case
from kg.graph.model import Graph
from kg.reading.whole import everything
from kg.session import OpenGraph
from kg.tables import REMARKS
from tests.cases import claim, entity, judged, kg, made, source

SECRET = "a-folder-name-of-nobodys-business"


def own_case(folder: Path) -> Case:
    return made(
        folder,
        entities=[entity("my-firm"), entity("my-tool", label="Product", country="BE|NL|FR")],
        sources=[source()],
        claims=[
            claim("my-firm SELLS my-tool"),
            claim("my-firm SUPPLIES orbit-gt", qualifiers="via=ta9|rayzone;since=2019"),
        ],
        same_or_not=[judged("orbit", "same", "orbit-gt"), judged("ta9", "unsure", "my-firm")],
    )


def exported(folder: Path, seed: str, day: str) -> bytes:
    built = kg("build", case=folder, env={"PYTHONHASHSEED": seed, "TZ": day})
    assert built.returncode == 0
    out = folder / "out.json"
    run = kg("export", "json", "-o", str(out), case=folder, env={"PYTHONHASHSEED": seed})
    assert run.returncode == 0
    return out.read_bytes()


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The same case exported with two seeds from two folders."""
    folders = [tmp_path_factory.mktemp("a") / "one", tmp_path_factory.mktemp("b") / SECRET]
    return [
        exported(own_case(folder).root, seed, day)
        for folder, seed, day in zip(folders, ("1", "4242"), ("UTC", "Asia/Tokyo"), strict=True)
    ]


def test_two_builds_are_the_same_to_the_byte(exports: list[bytes]) -> None:
    assert exports[0] == exports[1]
    assert len(exports[0]) > 1_000_000


def test_no_folder_and_no_day_is_in_them(exports: list[bytes]) -> None:
    text = exports[1].decode()
    assert SECRET not in text
    assert "case_name" not in text
    assert str(Path(__file__).parent.parent) not in text


def test_python_and_the_command_line_export_the_same(shipped: OpenGraph, tmp_path: Path) -> None:
    run = kg("export", "json", case=tmp_path)
    assert run.returncode == 0
    assert json.loads(run.stdout) == json.loads(json.dumps(everything(shipped.store)))


def graph_of(folder: Path) -> Graph:
    return assemble(Case(folder))[1].graph


def test_the_order_of_the_rows_decides_nothing(tmp_path: Path) -> None:
    for folder, seed in ((tmp_path / "as-shipped", 0), (tmp_path / "shuffled", 8200)):
        for path in sorted(resources.folder("data").rglob("*.csv")):
            copy = folder / "data" / path.relative_to(resources.folder("data"))
            copy.parent.mkdir(parents=True, exist_ok=True)
            _shuffle(path, copy, seed)
        (folder / "ingest").mkdir()
        for name in ("entities", "report", "press"):
            (folder / "ingest" / f"{name}.toml").write_text('title = "Read as own"')
            (folder / "ingest" / f"{name}.py").write_text("def ingest(context): pass")
    assert graph_of(tmp_path / "as-shipped") == graph_of(tmp_path / "shuffled")


def _shuffle(path: Path, copy: Path, seed: int) -> None:
    """Rows in another order; those of a noted conflict belong together and stay."""
    header, *rows = path.read_text("utf-8").splitlines(keepends=True)
    if (
        seed
        and path.name != "conflicts.csv"
        and not any('"' in row and row.count('"') % 2 for row in rows)
    ):
        random.Random(seed).shuffle(rows)
    copy.write_text(header + "".join(rows), "utf-8")


def test_a_column_for_remarks_changes_nothing(tmp_path: Path) -> None:
    plain, remarked = own_case(tmp_path / "plain"), own_case(tmp_path / "remarked")
    path = remarked.root / "data" / "entities.csv"
    header, *rows = path.read_text("utf-8").splitlines()
    lines = [f"{header},{REMARKS[0]}", *(f"{row},looked up" for row in rows)]
    path.write_text("\n".join(lines), "utf-8")
    assert graph_of(plain.root) == graph_of(remarked.root)


def test_a_second_build_in_the_same_process_is_the_same(tmp_path: Path) -> None:
    case = own_case(tmp_path / "case")
    assert graph_of(case.root) == graph_of(case.root)
    moved = shutil.move(case.root, tmp_path / "moved")
    assert graph_of(Path(moved)) == graph_of(own_case(tmp_path / "again").root)
