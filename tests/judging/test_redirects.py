"""An id that was merged into another leads there, whoever asks and whichever store answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.building import build
from kg.case import Case
from kg.check import check
from kg.dossier import gather
from kg.graph.build import build_graph
from kg.judging import merge, never, sit, split, write
from kg.schema import LANGUAGES
from kg.session import OpenGraph, open_graph
from kg.views.draw import draw
from kg.views.spec import load
from tests.judging.samples import small
from tests.store.samples import Fill

QUERY = """// Who supplies it?
// tags: supply
// param force: entity | The force | e.g. gent
// returns: supplier, claims
MATCH (s:Entity)-[r:SUPPLIES]->(f:Entity {id: $force})
RETURN s AS supplier, r.claims AS claims
ORDER BY s.id, r.eid
"""
VIEW = """query = "of-force"
layout = "layered"
focus = ["acme-uk"]
without = ["acme-belgium"]
params = { force = "pz-gent" }
"""
_TITLES = "".join(f'{lang} = "Ghent"\n' for lang in LANGUAGES)


def judged(folder: Path) -> Case:
    """Acme and Acme UK are one, and the two police of Ghent; the old ids are those on the right."""
    case = small(folder, "acme-fr same acme-belgium")
    for room, name, text in (
        ("queries", "of-force.cypher", QUERY),
        ("visualizations", "ghent.toml", f"{VIEW}[title]\n{_TITLES}[caption]\n{_TITLES}"),
    ):
        (folder / room).mkdir()
        (folder / room / name).write_text(text, "utf-8")
    for left, right in (("acme", "acme-uk"), ("gent", "pz-gent")):
        made = sit(case)
        write(made, merge(made, left, right), "I looked.", "tess")
    return case


@pytest.fixture
def graph(fill: Fill, tmp_path: Path) -> Iterator[OpenGraph]:
    """The judged case in each store in turn."""
    case = judged(tmp_path / "case")
    with OpenGraph(case, fill(build_graph(gather(case)).graph)) as graph:
        yield graph


def test_an_old_id_leads_to_the_new_one_whatever_is_asked(graph: OpenGraph) -> None:
    new = graph.show("acme")
    assert (new.id, new.redirects) == ("acme", ("acme-uk",))
    assert "Acme UK" in new.aliases
    assert graph.show("acme-uk") == new

    ways = graph.path("acme", "gent")
    assert ways != []
    assert graph.path("acme-uk", "pz-gent") == ways

    rows = graph.query("of-force", force="gent").rows
    assert {row["supplier_id"] for row in rows} == {"acme", "acme-fr"}
    assert graph.query("of-force", force="pz-gent").rows == rows

    assert graph.conflicts("acme-uk") == graph.conflicts("acme")


def test_names_ids_and_claims_of_both_lead_to_the_new_one(graph: OpenGraph) -> None:
    asked = ("Acme UK", "Old Acme", "Politiezone Gent", "acme-uk")
    assert [graph.names.one(text) for text in asked] == ["acme", "acme", "gent", "acme"]
    assert graph.search("acme-uk")[0].id == "acme"
    led = [graph.names.led(id_) for id_ in ("acme-uk", "acme", "pz-gent", "nobody", "Acme UK")]
    assert led == ["acme", "acme", "gent", "nobody", "Acme UK"]
    cypher = "MATCH (c:Claim)-[:SUBJECT]->(e:Entity {id: 'acme'}) RETURN c.locator AS place"
    _, rows = graph.store.read(cypher)
    assert sorted(str(row["place"]) for row in rows) == ["p. 1", "p. 2", "p. 4", "p. 5"]


def test_a_view_that_names_old_ids_is_drawn(graph: OpenGraph) -> None:
    picture = draw(graph, load(graph.case)[0]["ghent"])
    assert picture.focus == ("acme",)
    assert {mark.id for mark in picture.marks} == {"acme"}, "acme-belgium is acme-fr by now"


def test_a_view_that_names_old_ids_is_no_mistake(tmp_path: Path) -> None:
    mine = [line for line in check(judged(tmp_path / "case")).problems if "ghent.toml" in line]
    assert mine == []


def test_the_next_to_open_the_graph_builds_anew_and_says_so(tmp_path: Path) -> None:
    case = small(tmp_path / "case", "acme same acme-uk")
    build(case)
    said: list[str] = []
    with open_graph(case, "embedded", say=said.append) as graph:
        assert graph.show("acme-uk").id == "acme"
    made = sit(case)
    write(made, split(made, "acme", "acme-uk"), "Two firms", "tess")
    with open_graph(case, "embedded", say=said.append) as graph:
        assert graph.show("acme-uk").id == "acme-uk"
    write(made := sit(case), never(made, "acme", "beta"), "Two firms", "tess")
    with open_graph(case, "embedded", say=said.append) as graph:
        assert graph.show("acme").id == "acme"
    assert said == ["Who is who was judged since the last build: building anew."] * 2
    said.clear()
    with open_graph(case, "embedded", say=said.append):
        assert said == []
