"""Tools of others are fetched once: a run that fails leaves nothing, of two at once one is kept."""

from pathlib import Path

import pytest

from tests.fetched import MissingToolError, fetched, tool


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "surveillance-kg"


def test_what_was_fetched_is_not_fetched_again(cache: Path) -> None:
    times: list[Path] = []

    def fetch(folder: Path) -> None:
        times.append(folder)
        (folder / "it").write_text("whole")

    assert fetched("thing-1", fetch) == fetched("thing-1", fetch) == cache / "thing-1"
    assert len(times) == 1
    assert [path.name for path in cache.rglob("*")] == ["thing-1", "it"]


def test_what_could_not_be_fetched_leaves_nothing(cache: Path) -> None:
    def fetch(folder: Path) -> None:
        (folder / "half").write_text("half")
        raise ConnectionError("no way out")

    with pytest.raises(ConnectionError, match="no way out"):
        fetched("thing-1", fetch)
    assert list(cache.iterdir()) == []


def test_of_two_runs_at_once_the_quicker_is_kept(cache: Path) -> None:
    def slower(folder: Path) -> None:
        fetched("thing-1", lambda other: (other / "quick").write_text("1"))
        (folder / "slow").write_text("2")

    assert [path.name for path in fetched("thing-1", slower).iterdir()] == ["quick"]
    assert [path.name for path in cache.iterdir()] == ["thing-1"]


def test_a_program_that_is_not_there_is_named_with_what_that_costs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingToolError, match=r"^npm is not installed: nothing is read$"):
        tool("npm", "nothing is read")
