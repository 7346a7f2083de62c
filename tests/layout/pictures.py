"""Pictures for the tests of layouts."""

from dataclasses import replace

from kg.schema import LANGUAGES
from kg.views.picture import Group, Layout, Line, Mark, Picture
from tests.views.samples import line, mark, picture


def chain(layout: Layout = "layered") -> Picture:
    """Owner, seller, system, contract, two forces, a court and a former spy."""
    parts: list[Mark | Line] = [
        mark("owner", country=("US",)),
        mark("seller", country=("IL",)),
        mark("eye", "Product", country=("IL",)),
        mark("deal", "Contract", role="contract", country=("BE",)),
        mark("north", "PoliceForce", country=("BE",)),
        mark("south", "PoliceForce", country=("FR",)),
        mark("court", "Court", country=("FR",)),
        mark("ann", "Person"),
        mark("spies", "Intelligence", country=("IL",)),
        line("owner", "seller", "OWNS"),
        line("seller", "eye", "MAKES"),
        line("seller", "deal", "WON"),
        line("north", "deal", "AWARDED", backward=True),
        line("north", "eye", "USES", backward=True),
        line("south", "eye", "USES", backward=True),
        line("court", "south", "RULED"),
        line("ann", "seller", "HELD_ROLE"),
        line("ann", "spies", "HELD_ROLE"),
    ]
    return picture(*parts, layout=layout)


def mesh(size: int, layout: Layout = "force", names: int = 1) -> Picture:
    """So many marks with three lines each, names ``names`` letters long, in two groups."""
    labels = ("Company", "Product", "PoliceForce")
    marks = [
        mark(f"n{n:05}", labels[n % 3], name="x" * (n % names + 1), group=str(n % 2))
        for n in range(size)
    ]
    ties = [
        line(f"n{n:05}", f"n{(n * n + step * 17) % max(n, 1):05}", eid=f"e{n:05}-{step}")
        for n in range(1, size)
        for step in range(3)
    ]
    groups = tuple(Group(str(n), dict.fromkeys(LANGUAGES, f"group {n}")) for n in range(2))
    return picture(*marks, *ties, layout=layout, groups=groups)


def turned(found: Picture) -> Picture:
    """The same picture with everything in the opposite order."""
    return replace(found, marks=found.marks[::-1], lines=found.lines[::-1])
