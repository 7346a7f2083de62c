"""What a shipped mapping says fits into a graph."""

from pathlib import Path

import pytest

from kg.case import Case
from kg.dossier import gather
from kg.ingesting import ingest, recognise
from kg.inputs import inputs
from kg.statements import Statement
from tests.ingest.presets.cast import preset
from tests.ingest.said import Samples, Say


@pytest.mark.parametrize(
    ("name", "pattern"),
    [("technopolice", "data.csv"), ("atlas", "*.csv"), ("usaspending-ice", "fy1[34].csv")],
)
def test_what_a_preset_says_fits_into_a_graph(
    samples: Samples, tmp_path: Path, name: str, pattern: str
) -> None:
    case = Case(tmp_path)
    paths = sorted(map(str, samples(name).glob(pattern)))
    for path in paths:
        (part,) = inputs([path])
        assert recognise(case, part).name == "mapping"
    reports = list(ingest(case, paths))
    dossier = gather(case)
    said = [one for one in dossier.statements if one.origin.file in ("mapping", "")]
    assert len(reports) == len(paths)
    assert dossier.problems == ()
    assert len(said) >= 40


def test_a_preset_can_be_named(said: Say, samples: Samples) -> None:
    (path,) = samples("atlas").glob("*.csv")
    assert said("mapping", path, preset="atlas") == said("mapping", path)
    assert isinstance(said("mapping", path).statements[0], Statement)
    assert preset("atlas").knows(["AOSNUMBER"]) is False
