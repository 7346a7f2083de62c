"""A small case with pairs to decide, and hostile names among them."""

from pathlib import Path

from kg.case import Case
from kg.tables import write
from tests.cases import alone, claim, entity, judged, source

MARKUP = '<img src=x onerror="alert(1)">[bold red]=1+1'
TURNED = "Red\u202eevil\u2066"
HEBREW = "משטרת ישראל"

ENTITIES = [
    entity("acme", name="Acme Security NV", country="BE", aliases="Acme | ACME Sec"),
    entity("acme-belgium", name="Acme Security Belgium", country="BE", names="nl=Acme België"),
    entity("alpha", name="Alpha BV", country="NL"),
    entity("alfa", name="Alfa BV", country="NL"),
    entity("beta", name="Beta AG", country="DE"),
    entity("markup", name=MARKUP, notes=f"kind=<b>firm</b>; {MARKUP}"),
    entity("turned", name=TURNED, aliases=HEBREW),
    entity("parent", name="Parent SA", country="FR"),
    entity("child", name="Parent SA France", country="FR"),
    entity("lyon", name="Lyon police", label="PoliceForce", country="FR"),
    entity("gent", name="Ghent police", names="nl=Politie Gent", label="PoliceForce", country="BE"),
]
SOURCES = [
    source(publisher="Le Soir", title="Cameras in Ghent", published="2024-03-01"),
    source(
        "hostile",
        publisher="Pa\u202eper",
        title="<script>x</script>",
        url='https://x.example/"onmouseover=alert(1)',
    ),
]
CLAIMS = [
    claim("acme SUPPLIES gent", locator="p. 7", qualifiers="since=2019"),
    claim("acme-belgium SUPPLIES gent", locator="p. 9"),
    claim("acme-belgium SUPPLIES lyon", locator="p. 10"),
    claim("acme SUPPLIES lyon", locator="p. 11", qualifiers="via=acme-belgium"),
    claim("parent OWNS child", locator="p. 12"),
    claim("parent SUPPLIES lyon", locator="p. 13"),
    claim("markup SUPPLIES lyon", source="hostile", locator="<b>p. 1</b>"),
    claim("alpha SUPPLIES gent", locator="para 4"),
    claim("parent HAS_METRIC x", object="", text="60", qualifiers="as_of=2024;measure=cameras"),
    claim("child HAS_METRIC x", object="", text="90", qualifiers="as_of=2024;measure=cameras"),
]
JUDGED = [
    judged("acme", "unsure", "acme-belgium", "Nobody says so"),
    judged("parent", "unsure", "child", "Names look alike"),
    judged("markup", "unsure", "turned", MARKUP),
    judged("alpha", "unsure", "alfa", "One letter"),
    judged("alfa", "unsure", "beta", "A guess"),
    judged("beta", "different", "lyon", "Firm and police"),
]
ORDER = ["acme", "parent", "alpha", "markup", "alfa"]
"""The left ones of the pairs in the order in which they are asked: by degree, then by id."""


def small(folder: Path) -> Case:
    """The case, not built."""
    return alone(folder, entities=ENTITIES, sources=SOURCES, claims=CLAIMS, same_or_not=JUDGED)


def answers(path: Path, *rows: tuple[str, str, str, str]) -> Path:
    """A table of answers."""
    columns = ("left", "right", "verdict", "why")
    write(path, columns, [dict(zip(columns, row, strict=True)) for row in rows])
    return path
