"""Pictures for the tests of pages: a small one in which everything occurs, and ones of any size."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kg.layout import Scene
from kg.schema import LANGUAGES, predicates
from kg.views.picture import Claim, Group, Line, Mark, Picture, Preset, Source, Words

POINTS = {
    "acme": (0.0, 0.0),
    "bright": (300.0, 0.0),
    "eye": (150.0, 140.0),
    "gent": (0.0, 300.0),
    "lyon": (300.0, 300.0),
    "watch": (560.0, 150.0),
    "lonely": (560.0, 320.0),
}


def words(text: str, **other: str) -> Words:
    """The same text in every language, or another in some."""
    return dict.fromkeys(LANGUAGES, text) | other


def mark(id_: str, label: str = "Company", name: str = "", **cells: Any) -> Mark:
    """A mark of this name; ``names`` may hold others."""
    cells.setdefault("names", words(name or id_))
    return Mark(id=id_, entity=id_, label=label, name=name or id_, **cells)


def line(sentence: str, **cells: Any) -> Line:
    """A line from ``start TYPE end``, on the claim of the same words."""
    start, type_, end = sentence.split()
    kind = predicates()[type_]
    eid = "r-" + sentence.replace(" ", "-") + cells.pop("also", "")
    cells = {"style": "supplies", "certainty": "stated", "claims": (f"c-{eid}",)} | cells
    return Line(eid, type_, start, end, words=kind.names, inverse=kind.inverse, **cells)


def claim(id_: str, source: Source, **cells: Any) -> Claim:
    """What a source says in one place."""
    said: dict[str, Any] = {
        "says": f"It says {id_}.",
        "certainty": "stated",
        "said_by": "",
        "locator": "p. 42, l. 7",
        "date": "2020",
    } | cells
    return Claim(
        id=id_,
        source=source.id,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        read=source.read,
        url=source.url,
        **said,
    )


def source(id_: str, **cells: str) -> Source:
    """A report on the web."""
    plain = {
        "title": f"Report {id_}",
        "publisher": "The Herald",
        "published": "2021-05",
        "read": "2026-01-02",
        "url": f"https://example.org/{id_}",
        "language": "en",
        "kind": "news",
    }
    return Source(id=id_, **(plain | cells))


MARKS = (
    mark("acme", name="Acme", aliases=("Acme Systems Ltd",), country=("IL",)),
    mark("bright", name="Brïght Cam", country=("BE",), names=words("Brïght Cam", nl="Heldercam")),
    mark("eye", "Product", "Eye", country=("IL",), props={"notes": "reads number plates"}),
    mark("gent", "PoliceForce", "Ghent police", names=words("Ghent police", nl="Politie Gent")),
    mark("lyon", "PoliceForce", "Lyon police", country=("FR",)),
    mark("watch", "Institution", "Watchers", country=("FR",)),
    mark("lonely", "Law", "A law", date="2019-03", notes=words("ended", nl="beëindigd")),
)
LINES = (
    line("acme MAKES eye"),
    line("acme SUPPLIES gent", since="2019", since_lo="2019-01-01", details={"role": "prime"}),
    line("acme SUPPLIES gent", also="-again", style="vendor", certainty="alleged"),
    line("bright SUPPLIES lyon", status="ended", until="2021", until_hi="2021-12-31"),
    line("gent USES eye", style="used", backward=True, status="active", conflict=True),
    line("lyon USES eye", style="used", backward=True, certainty="inferred", value=1.5e6),
    line("bright OWNS acme", style="owns", date="2015"),
    line("watch CRITICISES eye", style="challenge", said_by=("The Watchers",)),
)


def small(**cells: Any) -> Picture:
    """Seven marks, eight lines; ``cells`` replace its fields."""
    first, second = (
        source("herald"),
        source("post", publisher="The Post", url="javascript:alert(1)"),
    )
    claims = {
        id_: claim(id_, second if "USES" in id_ else first, **_odd(id_))
        for each in LINES
        for id_ in each.claims
    }
    picture = Picture(
        name="sample",
        titles=words("Who sells to whom", nl="Wie verkoopt aan wie"),
        captions=words("Read from left to right.", nl="Lees van links naar rechts."),
        layout="force",
        grouping="label",
        groups=(Group("", words("all")),),
        marks=tuple(sorted(MARKS, key=lambda each: each.id)),
        lines=tuple(sorted(LINES, key=lambda each: each.eid)),
        claims=dict(sorted(claims.items())),
        sources={"herald": first, "post": second},
        presets=(Preset("forces", words("Forces only"), labels=("PoliceForce",)),),
        data_version="1.2.3",
    )
    return replace(picture, **cells)


def _odd(id_: str) -> dict[str, Any]:
    if id_ == "c-r-gent-USES-eye":
        return {"conflicts": ("Did Ghent ever use it?",), "said_by": "a spokesman"}
    return {}


def placed() -> Scene:
    """Where the marks of the small picture stand."""
    return Scene(POINTS)


def many(count: int) -> tuple[Picture, Scene]:
    """A hub for every ten marks, each hub tied to the next."""
    ids = [f"n{number:05}" for number in range(count)]
    marks = tuple(
        mark(id_, name=f"Firm {id_}", country=("BE", "FR")[n % 2 :][:1])
        for n, id_ in enumerate(ids)
    )
    lines = [line(f"{ids[n - n % 10]} SUPPLIES {ids[n]}") for n in range(count) if n % 10]
    lines += [line(f"{ids[n]} OWNS {ids[n + 10]}") for n in range(0, count - 10, 10)]
    held = source("list")
    claims: Mapping[str, Claim] = {id_: claim(id_, held) for each in lines for id_ in each.claims}
    picture = small(
        marks=marks,
        lines=tuple(sorted(lines, key=lambda each: each.eid)),
        claims=dict(sorted(claims.items())),
        sources={"list": held},
        presets=(),
    )
    side = int(count**0.5) + 1
    points = {id_: (60.0 * (n % side), 60.0 * (n // side)) for n, id_ in enumerate(ids)}
    return picture, Scene(points)
