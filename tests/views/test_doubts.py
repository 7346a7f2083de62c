"""Contradictions and open questions of the shipped graph keep their kinds in every picture."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import QueryError, ViewError
from kg.views.draw import draw
from kg.views.picture import Picture
from kg.views.spec import find
from tests.cases import ROOT

if TYPE_CHECKING:
    from kg.session import OpenGraph

KINDS = "MATCH (a:Claim)-[x:CONFLICTS_WITH]-(:Claim) RETURN DISTINCT a.id AS claim, x.kind AS kind"
NAMES = sorted(path.stem for path in (ROOT / "visualizations").glob("*.toml"))


@pytest.fixture(scope="module")
def kinds(shipped: "OpenGraph") -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in shipped.store.read(KINDS)[1]:
        found.setdefault(str(row["claim"]), set()).add(str(row["kind"]))
    return found


@pytest.fixture(scope="module", params=["conflicts", "belgium", "france", "i-police", "palantir"])
def picture(request: pytest.FixtureRequest, shipped: "OpenGraph") -> Picture:
    return shipped.view(request.param)


def test_a_claim_has_the_titles_of_each_kind(picture: Picture, kinds: dict[str, set[str]]) -> None:
    for id_, claim in picture.claims.items():
        assert bool(claim.conflicts) == ("conflict" in kinds.get(id_, ()))
        assert bool(claim.unclear) == ("unclear" in kinds.get(id_, ()))


def test_a_line_is_in_conflict_only_where_sources_disagree(
    picture: Picture, kinds: dict[str, set[str]]
) -> None:
    for line in picture.lines:
        told = {kind for claim in line.claims for kind in kinds.get(claim, ())}
        if line.style != "ended":
            assert line.unclear == ("unclear" in told)
        if line.conflict:
            assert "conflict" in told


def test_both_kinds_occur_in_what_is_shipped(kinds: dict[str, set[str]]) -> None:
    assert {"conflict", "unclear", "history"} == {kind for held in kinds.values() for kind in held}


# A view in one call


def test_a_view_is_drawn_in_one_call(shipped: "OpenGraph") -> None:
    assert shipped.view("edicia") == draw(shipped, find(shipped.case, "edicia"))


def test_a_view_in_one_call_speaks_the_language_of_the_graph(shipped: "OpenGraph") -> None:
    picture = shipped.speaking("nl").view("edicia")
    assert picture.lang == "nl"
    assert picture.title == find(shipped.case, "edicia").titles["nl"]


def test_a_view_in_one_call_takes_parameters_and_a_day(shipped: "OpenGraph") -> None:
    whole = shipped.view("palantir")
    other = shipped.view("palantir", vendor="Edicia", as_of="2019")
    assert other.as_of == "2019"
    assert other.params["vendor"]
    assert {mark.id for mark in other.marks} != {mark.id for mark in whole.marks}


def test_a_page_and_a_file_are_made_of_a_view(shipped: "OpenGraph", tmp_path: Path) -> None:
    from kg.pages import page

    path = tmp_path / "edicia.html"
    path.write_text(page(shipped.view("edicia")), "utf-8")
    assert shipped.view("edicia").title in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "given", "error", "message"),
    [
        ("edica", {}, ViewError, "edicia"),
        ("edicia", {"as_of": "yesterday"}, ViewError, "yesterday"),
        ("palantir", {"vendr": "x"}, QueryError, "vendor"),
        ("palantir", {"vendor": "nobody at all"}, QueryError, "nobody at all"),
    ],
)
def test_a_mistake_is_one_line(
    shipped: "OpenGraph", name: str, given: dict[str, str], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message) as raised:
        shipped.view(name, **given)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_drawn_as_of_a_year_held_then_or_has_no_date(
    shipped: "OpenGraph", name: str
) -> None:
    for line in shipped.view(name, as_of="2021").lines:
        assert line.undated or (line.since_lo or "0") <= "2021-12-31"
        assert line.undated or (line.until_hi or "9") >= "2021-01-01"
