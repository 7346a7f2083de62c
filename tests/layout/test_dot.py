import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import ViewError
from kg.layout import dot


@pytest.fixture
def no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A machine on which no Graphviz is installed, but for what a test puts into the folder."""
    dot.program.cache_clear()
    monkeypatch.setattr("sysconfig.get_path", lambda name: str(tmp_path / "nowhere"))
    monkeypatch.setattr("sys.executable", str(tmp_path / "nowhere" / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    yield tmp_path
    dot.program.cache_clear()


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_nodes_and_edges_come_back_in_pixels_with_y_downwards() -> None:
    text = 'digraph { a [width=1, height=1, shape=box]; b; a -> b [id="tie"]; }'
    found = dot.drawn(text)
    assert found.nodes["a"][1] < found.nodes["b"][1]
    assert set(found.edges) == {"tie"}
    assert found.edges["tie"][0][1] < found.edges["tie"][-1][1]


def test_the_package_comes_before_the_machine() -> None:
    assert Path(dot.program()).name.startswith("graphviz-pure")


def test_a_dot_of_the_machine_serves_where_the_package_is_missing(no_program: Path) -> None:
    script(no_program / "dot", 'echo \'{"objects": [{"name": "a", "pos": "1,2"}]}\'')
    assert Path(dot.program()).name == "dot"
    assert dot.drawn("digraph { a }").nodes == {"a": (1.0, -2.0)}


def test_without_any_it_says_what_to_install(no_program: Path) -> None:
    with pytest.raises(ViewError, match="needs Graphviz: pip install graphviz-pure"):
        dot.program()


def test_a_text_that_graphviz_refuses_is_one_line() -> None:
    with pytest.raises(ViewError, match=r"^Graphviz failed: [^\n]+$"):
        dot.drawn("digraph { a -> ")


def test_a_program_that_cannot_be_run_is_one_line(no_program: Path) -> None:
    path = no_program / "dot"
    path.write_bytes(b"\x00no program")
    path.chmod(0o755)
    with pytest.raises(ViewError, match=r"^Graphviz cannot be run: "):
        dot.drawn("digraph { a }")


def test_a_program_that_takes_too_long_is_one_line(
    no_program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(no_program / "dot", "exec /bin/sleep 20")
    monkeypatch.setattr("kg.layout.dot._LONGEST", 0.2)
    with pytest.raises(ViewError, match="takes too long for so many lines; narrow the view"):
        dot.drawn("digraph { a }")
