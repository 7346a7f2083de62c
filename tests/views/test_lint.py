from pathlib import Path

import pytest

from kg.case import Case
from kg.check import check
from kg.queries.saved import saved
from kg.views.lint import lint
from kg.views.spec import find
from tests.cases import ROOT
from tests.views.samples import OF_SELLER, VENDOR, write

KNOWN = {"seller", "eye", "north"}


def said(case: Case, head: str, tables: str = OF_SELLER) -> list[str]:
    write(case, "mine", head, tables)
    view = find(case, "mine")
    return lint(view, saved(case)[view.query], KNOWN)


def test_a_view_that_fits_says_nothing(tmp_path: Path) -> None:
    assert said(Case(tmp_path), VENDOR) == []


@pytest.mark.parametrize(
    ("head", "tables", "message"),
    [
        (VENDOR.replace("seller", "sellor"), OF_SELLER, "focus: no entity 'sellor' (did you mean"),
        (f'{VENDOR}\nwithout = ["eyes"]', OF_SELLER, "without: no entity 'eyes'"),
        (VENDOR, '[params]\nvendor = "Seller Ltd"', "params, vendor: no entity 'Seller Ltd'"),
        (VENDOR, '[params]\naround = "maybe"', "params: chains-of-vendor --around: must be yes"),
        (f'{VENDOR}\ncolumns = ["tie"]', OF_SELLER, "columns: column 'tie' of chains-of-vendor"),
        (
            'query = "ends-and-bans"\nlayout = "timeline"',
            '[event]\nof = "event"\ndate = "dates"',
            "event, of: column 'event' of ends-and-bans holds no entities",
        ),
        (
            'query = "ends-and-bans"\nlayout = "timeline"',
            '[event]\nof = "what"\ndate = "dates"\nat = "dates"',
            "event, at: column 'dates' of ends-and-bans holds no entities",
        ),
        (
            'query = "contract-amounts"\nlayout = "layered"',
            '[amount]\nof = "value"\nvalue = "value"\ncurrency = "currency"',
            "amount, of: column 'value' of contract-amounts holds no entities",
        ),
        ('query = "sources-by-weight"\nlayout = "force"', "", "returns no entities to draw"),
    ],
)
def test_what_does_not_fit_is_one_line(
    tmp_path: Path, head: str, tables: str, message: str
) -> None:
    lines = said(Case(tmp_path), head, tables)
    assert len(lines) == 1
    assert lines[0].startswith("visualizations/mine.toml, ")
    assert message in lines[0]


def test_kg_check_reads_the_views_too(tmp_path: Path) -> None:
    case = Case(tmp_path)
    write(case, "mine", VENDOR.replace("seller", "palantirr"), '[params]\nvendor = "palantir"')
    write(case, "worse", "layout = 7")
    found = check(case)
    views = [line for line in found.problems if line.startswith("visualizations/")]
    hint = "(did you mean 'palantir'?); name it by its id"
    assert views == [
        "visualizations/worse.toml, query: missing; write one in quotes",
        f"visualizations/mine.toml, focus: no entity 'palantirr' {hint}",
    ]
    assert found.data()["views"] == len(list((ROOT / "visualizations").glob("*.toml"))) + 1
    assert f"{found.views} views: 2 problems" in found.text()
