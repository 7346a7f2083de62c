"""The same picture gives the same bytes in any process, whatever Python hashes."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.figures import Figure, figure
from tests.figures.hashed import sample

HASHED = "from tests.figures.hashed import hashes; print(hashes())"


def hashes_in_process(seed: str) -> list[str]:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", HASHED],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "TZ": "Asia/Tokyo"},
        cwd=root, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.split()


def test_svg_png_pdf_and_what_lies_beside_are_the_same_in_other_processes() -> None:
    here, there = hashes_in_process("1"), hashes_in_process("4242")
    assert len(here) > 20
    assert here == there


@pytest.mark.parametrize("ending", ["png", "pdf"])
def test_a_second_figure_of_a_picture_is_the_same(ending: str) -> None:
    path = Path(f"x.{ending}")
    assert figure(sample(), "square").files(path) == figure(sample(), "square").files(path)


def test_no_file_holds_a_date_of_its_making(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    today = datetime.now(UTC)
    made: Figure = figure(sample())
    for path in (Path("x.svg"), Path("x.png"), Path("x.pdf")):
        for content in made.files(path).values():
            assert f"{today:%Y-%m-%d}".encode() not in content
            assert f"D:{today:%Y%m%d}".encode() not in content


def test_other_pictures_have_other_bytes() -> None:
    one = hashlib.sha256(figure(sample("en")).png()).hexdigest()
    other = hashlib.sha256(figure(sample("nl")).png()).hexdigest()
    assert one != other
