"""A small world for the tests of views: a seller, its system, a contract, two forces, a court."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.case import Case
from kg.graph.model import Graph
from kg.schema import LANGUAGES
from kg.statements import Entity, Source
from kg.views.picture import Line, Mark, Picture
from tests.reading.samples import contradiction, graph_of, said

HOSTILE = '</script><img src=x onerror="alert(1)">\u202e=HYPERLINK("x")&amp;'

ENTITIES = (
    Entity("seller", "Company", "Seller", (("nl", "Verkoper"),), ("Seller Ltd",), ("IL",)),
    Entity("owner", "Company", "Owner", countries=("US",)),
    Entity("helper", "Company", "Helper", countries=("FR",)),
    Entity("eye", "Product", "Eye", countries=("IL",), notes="kind=video analysis"),
    Entity("lens", "Product", "Lens", countries=("BE",)),
    Entity("files", "Database", "Police files", countries=("BE",)),
    Entity("deal", "Contract", "The deal", countries=("BE",)),
    Entity("north", "PoliceForce", "North police", (("nl", "Politie Noord"),), countries=("BE",)),
    Entity("south", "PoliceForce", "South police", countries=("BE",)),
    Entity("west", "PoliceForce", "West police", countries=("BE",)),
    Entity("spies", "Intelligence", "The spies", countries=("IL",)),
    Entity("ann", "Person", "Ann", public_basis="chief executive"),
    Entity("court", "Court", "High court", countries=("BE",)),
    Entity("minister", "Person", "The minister", public_basis="minister"),
    Entity("hostile", "PoliceForce", HOSTILE, aliases=(HOSTILE * 300,), countries=("BE",)),
)
SOURCES = (
    Source("report", "https://example.org/r", "Report", "NGO", "2024", "en", "ngo_report", "2026"),
    Source("press", "https://example.org/p", "News", "Paper", "2025-06", "en", "news", "2026"),
    Source("site", "https://example.org/s", "Seller", "Seller", "", "en", "vendor_site", "2026"),
    Source("own", "", "Release", "Seller", "2024", "en", "press_release", "2026-01-01"),
    Source("police", "", "Release", "South police", "2024", "en", "press_release", "2026-01-01"),
)
STATEMENTS = (
    said("seller MAKES @eye"),
    said("lens BUILT_ON @eye"),
    said("north USES @eye | status=pilot;date=2019", says="North tried Eye."),
    said("north USES @eye | status=active;since=2020;as_of=2023", "press"),
    said("south USES @eye | status=ended;since=2018;until=2021-06", "press"),
    said("west USES @eye | status=planned", "press"),
    said("hostile USES @eye | status=active", says=HOSTILE),
    said("court RULED @eye | outcome=unlawful;date=2022-03-01", "press"),
    said("seller SUPPLIES @south | system=lens", "site"),
    said("seller CONTRACTED_WITH @west", "own"),
    said("helper SUPPLIES @north | since=2015;until=2018", "police"),
    said("north AWARDED @deal | date=2020-05", "press"),
    said("seller WON @deal | date=2020-05;value=1000000;currency=EUR", "press"),
    said("helper SUBCONTRACTED_ON @deal", "press", certainty="alleged"),
    said("minister ENDED @deal | date=2024-01", "press", "para 1"),
    said("minister ENDED @deal | date=2024-02", "report", "p. 3"),
    said("minister ENDED @deal | date=2018;note=misprint", "press", "para 9"),
    said("owner OWNS @seller | since=2023", "press"),
    said("ann HELD_ROLE @seller | title=chief executive", "press"),
    said("ann HELD_ROLE @spies | title=deputy director;former=yes", "press"),
    said("eye DRAWS_ON @files", "press"),
)


def world() -> Graph:
    """All of it as a graph; two claims on when the deal ended contradict each other."""
    noted = contradiction(
        "when",
        "date",
        "When did the deal end?",
        "One is a misprint.",
        subject="minister",
        predicate="ENDED",
        object_="deal",
    )
    said_in_order = sorted(STATEMENTS, key=lambda statement: statement.id)
    return graph_of(ENTITIES, SOURCES, said_in_order, noted)


TITLES = "\n".join(f'{lang} = "The finding"' for lang in LANGUAGES)
CAPTIONS = "\n".join(f'{lang} = "How to read it"' for lang in LANGUAGES)
WORDS = f"\n[title]\n{TITLES}\n\n[caption]\n{CAPTIONS}\n"


def write(case: Case, name: str, head: str, tables: str = "") -> Path:
    """A view file of the case: what stands before its tables, and further ones."""
    path = case.root / "visualizations" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{head}\n{tables}\n{WORDS}", "utf-8")
    return path


VENDOR = 'query = "chains-of-vendor"\nlayout = "layered"\nfocus = ["seller"]'
OF_SELLER = '[params]\nvendor = "seller"'


def said_by(picture: Picture, start: str, type_: str, end: str) -> Line:
    """The one line of a type between two entities."""
    found = [x for x in picture.lines if (x.start, x.type, x.end) == (start, type_, end)]
    assert len(found) == 1, f"{len(found)} lines {start} {type_} {end}"
    return found[0]


def mark(id_: str, label: str = "Company", **more: Any) -> Mark:
    """A mark for pictures that are made by hand."""
    name = more.pop("name", id_)
    role = {"Company": "vendor", "Product": "system", "PoliceForce": "force"}.get(label, "side")
    found = Mark(id_, id_, label, name, dict.fromkeys(LANGUAGES, name), role=role)  # type: ignore[arg-type]
    return replace(found, **more)


def line(start: str, end: str, type_: str = "SUPPLIES", **more: Any) -> Line:
    """A line for pictures that are made by hand; it rests on a claim of its own."""
    words = dict.fromkeys(LANGUAGES, type_.lower())
    eid = more.pop("eid", f"{start}-{type_}-{end}")
    found = Line(eid, type_, start, end, words, words, "supplies", "reported", claims=(f"c-{eid}",))
    return replace(found, **more)


def picture(*parts: Mark | Line, **more: Any) -> Picture:
    """A picture made by hand, its parts in their fixed order."""
    words = dict.fromkeys(LANGUAGES, "A title")
    found = Picture(
        name="by-hand",
        titles=words,
        captions=words,
        layout="force",
        grouping="label",
        groups=(),
        marks=tuple(sorted((x for x in parts if isinstance(x, Mark)), key=lambda x: x.id)),
        lines=tuple(sorted((x for x in parts if isinstance(x, Line)), key=lambda x: x.eid)),
        claims={},
        sources={},
    )
    return replace(found, **more)
