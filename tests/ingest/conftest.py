"""The real files that adapters are tried on, and a way to hear what an adapter says of them."""

from pathlib import Path

import pytest

from kg.case import Case
from tests.ingest.said import Said, Samples, Say, hear_files

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"


@pytest.fixture
def samples() -> Samples:
    """The path of a sample, e.g. ``samples("placsp")``; skips the test where there are none."""

    def find(name: str) -> Path:
        if not (SAMPLES / name).exists():
            pytest.skip(f"no sample {name}: there is no ../shared/samples beside this checkout")
        return SAMPLES / name

    return find


@pytest.fixture
def said(tmp_path_factory: pytest.TempPathFactory) -> Say:
    """Run an adapter, in a case of its own, and keep what it says."""
    case = Case(tmp_path_factory.mktemp("case"))

    def hear(format_: str, *paths: Path | str, **options: str) -> Said:
        return hear_files(case, format_, paths, options)

    return hear
