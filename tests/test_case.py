from pathlib import Path

import pytest

from kg import resources
from kg.case import Case, find, new
from kg.errors import CaseError
from tests.cases import entity, kg, made


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KG_CASE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def folder(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


@pytest.mark.parametrize("room", ["data", "ingest", "queries", "visualizations", ".kg"])
def test_the_current_folder_is_the_case_if_it_has_a_room(tmp_path: Path, room: str) -> None:
    folder(tmp_path / "here" / room)
    assert find() == Case(tmp_path / "here")


def test_a_folder_without_a_room_is_no_case_and_the_standing_one_is_made(tmp_path: Path) -> None:
    assert find().root == tmp_path / "home" / "surveillance-kg"
    assert find().root.is_dir()


def test_the_home_folder_is_no_case_though_it_has_a_folder_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path / "here" / "data")
    monkeypatch.setenv("HOME", str(tmp_path / "here"))
    assert find().root == tmp_path / "home" / "surveillance-kg"


def test_kg_case_counts_before_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path / "here" / "data")
    monkeypatch.setenv("KG_CASE", str(folder(tmp_path / "mine")))
    assert find() == Case(tmp_path / "mine")


def test_a_case_that_is_named_counts_before_kg_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_CASE", str(folder(tmp_path / "mine")))
    assert find(folder(tmp_path / "other")) == Case(tmp_path / "other")
    assert find(str(tmp_path / "other")) == Case(tmp_path / "other")


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    folder(tmp_path / "mine")
    assert find("~/mine") == Case(tmp_path / "mine")


def test_a_missing_folder_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"gone: no such case folder; make it first \(mkdir .*gone"):
        find(tmp_path / "gone")


def test_a_file_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CaseError, match="file: is a file; a case is a folder"):
        find(tmp_path / "file")


def test_a_current_folder_that_was_deleted_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "here").rmdir()
    with pytest.raises(CaseError, match="the current folder was deleted"):
        find()


def test_a_standing_case_that_cannot_be_made_names_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the data folder should be")
    with pytest.raises(CaseError, match=r"cannot be made \(.*\); name another with --case"):
        find()


def test_a_case_is_called_after_its_folder_however_it_is_named(tmp_path: Path) -> None:
    folder(tmp_path / "here" / "data")
    assert Case(Path()).name == Case(tmp_path / "here").name == "here"


def test_the_own_folder_comes_before_the_shipped_one(tmp_path: Path) -> None:
    case = Case(tmp_path / "here")
    assert case.folders("data") == [resources.folder("data")]
    assert case.own("data") is None
    own = folder(tmp_path / "here" / "data")
    assert case.folders("data") == [own, resources.folder("data")]
    assert case.own("data") == own


def test_the_checkout_itself_is_a_case_whose_data_is_read_once() -> None:
    case = Case(resources.folder("data").parent)
    assert case.folders("data") == [resources.folder("data")]
    assert case.own("data") is None


def test_every_shipped_room_is_there() -> None:
    rooms = ("data", "ingest", "queries", "visualizations")
    assert [room for room in rooms if not resources.folder(room).is_dir()] == []


def test_in_a_wheel_the_rooms_lie_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "kg"
    monkeypatch.setattr(resources, "_HERE", package)
    assert resources.folder("data") == tmp_path / "site-packages" / "data"
    bundled = folder(package / "_bundled" / "data")
    assert resources.folder("data") == bundled
    assert Case(tmp_path / "here").folders("data") == [bundled]


def test_a_new_case_has_its_rooms_and_is_found(tmp_path: Path) -> None:
    case = new(tmp_path / "fresh")
    assert find(tmp_path / "fresh") == case
    assert sorted(path.name for path in case.root.iterdir()) == [
        "data",
        "ingest",
        "queries",
        "visualizations",
    ]


def test_a_new_case_takes_no_folder_that_holds_something(tmp_path: Path) -> None:
    folder(tmp_path / "here" / "things")
    with pytest.raises(CaseError, match="is there already and not empty"):
        new(tmp_path / "here")


def test_on_the_command_line_a_missing_case_is_one_line(tmp_path: Path) -> None:
    run = kg("build", case=tmp_path / "gone")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.count("\n") == 1
    assert "no such case folder" in run.stderr


def test_the_command_line_takes_the_current_folder(tmp_path: Path) -> None:
    made(tmp_path / "case", entities=[entity("my-firm")])
    run = kg("check", "--json", cwd=tmp_path / "case")
    assert '"entities": 878' in run.stdout
