"""The table of rooms in docs/developer.md: every room of kg/, once, in the order of the data."""

from pathlib import Path

import pytest

from docs.generator.blocks import blocks
from docs.generator.rooms import layered, rooms
from tests.cases import ROOT

LAYERS = """[[tool.importlinter.contracts]]
type = "forbidden"
[[tool.importlinter.contracts]]
type = "layers"
layers = ["top", "(maybe) | beside", "ground"]
"""


def house(folder: Path, **docstrings: str) -> Path:
    (folder / "pyproject.toml").write_text(LAYERS)
    (folder / "kg" / "top").mkdir(parents=True)
    for name, text in {
        "maybe": "M.",
        "beside": "B.",
        "ground": "G.",
        "top": "T.",
        **docstrings,
    }.items():
        path = folder / "kg" / ("top/__init__.py" if name == "top" else f"{name}.py")
        path.write_text(f'"""{text}"""\n' if text else "x = 1\n")
    return folder


def test_the_ground_comes_first_and_the_top_last(tmp_path: Path) -> None:
    assert list(layered(house(tmp_path))) == ["ground", "beside", "maybe", "top"]


def test_a_row_says_what_the_docstring_says_first(tmp_path: Path) -> None:
    made = rooms(house(tmp_path, ground="One\nline, <x> or | y.\n\nMore that is left out."))
    assert made.splitlines()[2:] == [
        "| `ground.py` | One line, &lt;x> or \\| y. |",
        "| `beside.py` | B. |",
        "| `maybe.py` | M. |",
        "| `top/` | T. |",
    ]


def test_a_room_that_does_not_say_what_it_is_is_named(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match=r"beside\.py: no docstring"):
        rooms(house(tmp_path, beside=""))


def test_every_room_of_the_package_is_in_the_table_once() -> None:
    there = {path.name for path in (ROOT / "kg").iterdir() if (path / "__init__.py").is_file()}
    there |= {path.stem for path in (ROOT / "kg").glob("*.py")} - {"__init__", "__main__"}
    assert sorted(layered()) == sorted(there)


def test_the_page_for_developers_shows_it() -> None:
    page = (ROOT / "docs" / "developer.md").read_text("utf-8")
    assert [block.words for block in blocks(page) if block.kind == "made"] == ["rooms"]
