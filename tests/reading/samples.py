"""A small world for the tests of reading: a mapping firm, its product, a force that uses it."""

from collections.abc import Iterable
from pathlib import Path

from kg.dossier import Dossier
from kg.facts.noted import Noted
from kg.graph.build import build_graph
from kg.graph.model import Graph
from kg.judgements import Clusters
from kg.reading.claims import Claim
from kg.statements import Entity, Source, Statement

ENTITIES = (
    Entity("orbit", "Company", "Orbit", aliases=("Orbit NV",), notes="kind=vendor; as written"),
    Entity("orbit-gis", "Product", "Orbit GIS", (("nl", "Orbit-kaart"),), countries=("BE",)),
    Entity(
        "be-local",
        "PoliceForce",
        "Belgian local police",
        (("en", "Belgian local police"), ("nl", "Belgische lokale politie")),
        countries=("BE",),
        notes="collective=yes",
    ),
    Entity("flanders", "Place", "Flanders", (("nl", "Vlaanderen"),), countries=("BE",)),
    Entity("orbit-gt", "Company", "Orbit GT"),
    Entity("deal", "Contract", "Orbit framework", countries=("BE",)),
    Entity("ministry", "PublicBody", "Ministry"),
    Entity("ann", "Person", "Ann", public_basis="chair of a firm"),
    Entity("nobody", "Product", "Nobody's tool"),
)
SOURCES = (
    Source("report", "", "Report", "Statewatch", "2025", "nl", "ngo_report", "2026-11-25"),
    Source("press", "https://example.org/a", "Maps", "Le Soir", "2025-06", "fr", "news"),
    Source("unread", "https://example.org/b", "Nothing", "", "", "en", "news"),
)


def said(
    words: str, source: str = "report", locator: str = "p. 26, l. 713", **more: str
) -> Statement:
    """A statement from ``subject PREDICATE @object-or-text | key=value;key=value``."""
    sentence, _, pairs = words.partition(" | ")
    subject, predicate, thing = sentence.split(" ", 2)
    parted = [pair.partition("=") for pair in pairs.split(";") if pair]
    return Statement(
        subject=subject,
        predicate=predicate,
        object=thing.removeprefix("@") if thing.startswith("@") else "",
        text="" if thing.startswith("@") else thing,
        qualifiers=tuple(sorted((key, value) for key, _, value in parted)),
        source=source,
        locator=locator,
        certainty=more.get("certainty", "stated"),
        said_by=more.get("said_by", ""),
        says=more.get("says", ""),
    )


MAKES = said("orbit MAKES @orbit-gis")
USES = said(
    "be-local USES @orbit-gis"
    " | status=active;count=100;unit=police zones;approx=almost;hedge=so_called",
    certainty="alleged",
    said_by="orbit",
)
ENDED = said(
    "be-local USES @orbit-gis | status=ended;until=2025-03", "press", "para 2", certainty="reported"
)
ALMOST = said(
    "orbit HAS_METRIC 100 | measure=police zones;approx=almost",
    locator="p. 27, l. 1",
    said_by="orbit",
)
MORE = said("orbit HAS_METRIC 100 | measure=police zones;approx=more_than", "press", "para 10")
PILOT = said("orbit-gis USED_IN @flanders | status=pilot", locator="p. 9, l. 4")
WON = said(
    "orbit WON @deal | value=1250000.5;currency=EUR;vat=excluded;date=2021-12-06", "press", "para 9"
)
AWARDED = said("ministry AWARDED @deal | date=2021-12;date_kind=reported", "press", "para 9")
VIA = said("orbit-gt SUPPLIES @be-local | via=orbit;system=orbit-gis", "press", "para 3")
PERHAPS = said(
    "orbit MAYBE_SAME @orbit-gt", "press", "para 4", certainty="inferred", says="Much alike."
)
CHAIR = said(
    "ann HELD_ROLE @orbit | title=chair;former=yes", "press", "para 5", said_by="a neighbour"
)
STATEMENTS = (MAKES, USES, ENDED, ALMOST, MORE, PILOT, WON, AWARDED, VIA, PERHAPS, CHAIR)


def contradiction(id_: str, about: str, title: str, note: str, **about_what: str) -> Noted:
    """A noted conflict on the claims of a ``subject``, ``predicate`` and, if given, ``object_``."""
    object_ = about_what.get("object_")
    return Noted(
        id=id_,
        kind="conflict",
        title=title,
        about=about,
        note=note,
        subjects=(about_what["subject"],),
        predicates=(about_what["predicate"],),
        objects=(object_,) if object_ else (),
        where=(),
        sources=(),
        path=Path("conflicts.csv"),
        row=2,
    )


def graph_of(
    entities: Iterable[Entity],
    sources: Iterable[Source],
    statements: Iterable[Statement],
    noted: Noted,
) -> Graph:
    """The graph of a small world with one noted conflict."""
    dossier = Dossier(
        entities={entity.id: entity for entity in entities},
        sources={source.id: source for source in sources},
        statements=tuple(statements),
        judgements=(),
        clusters=Clusters(),
        noted=(noted,),
        families=(),
        problems=(),
    )
    return build_graph(dossier).graph


def world() -> Graph:
    """All of it as a graph, with one noted conflict."""
    noted = contradiction(
        "zones",
        "value",
        "How many zones?",
        "Nobody counted.",
        subject="orbit",
        predicate="HAS_METRIC",
    )
    return graph_of(ENTITIES, SOURCES, STATEMENTS, noted)


def claim(statement: Statement) -> Claim:
    """A statement as it is read back from a store, with the day that it gives itself."""
    day = statement.get("date") or statement.get("until") or statement.get("since")
    return Claim(
        id=statement.id,
        predicate=statement.predicate,
        subject=statement.subject,
        object=statement.object,
        text=statement.text,
        qualifiers=statement.qualifiers,
        certainty=statement.certainty,
        said_by=statement.said_by,
        source=statement.source,
        locator=statement.locator,
        says=statement.says,
        date_lo=day,
        date_hi=day,
    )
