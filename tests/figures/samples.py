"""Small pictures of every layout, and the rooms that they are drawn in."""

from dataclasses import replace

from kg.figures.layered import Room
from kg.figures.notes import Notes
from kg.figures.ports import Pitch
from kg.figures.words import words
from kg.views.picture import Mark, Picture
from tests.views.samples import line, mark, picture


def star(count: int = 4) -> Picture:
    """A seller of a system that many use."""
    forces = [mark(f"p{n}", "PoliceForce") for n in range(count)]
    uses = [line("tool", f"p{n}", "USED_IN", style="used") for n in range(count)]
    return picture(mark("seller"), mark("tool", "Product"), *forces, line("seller", "tool"), *uses,
                   layout="layered")  # fmt: skip


PITCH = Pitch(noted=30.0, plain=10.0, edge=4.0)
EN = words("en")
ROOM = Room(1500.0, 1000.0, (20.0, 18.0, 16.0), 14.5)
NONE = Notes({}, {})


def dated(id_: str, date: str, **more: object) -> Mark:
    """An event of a timeline."""
    return replace(mark(id_, **more), date=date)  # type: ignore[arg-type]


def table(forces: int = 3, tools: int = 2) -> Picture:
    """A matrix of forces and what they use."""
    rows = [mark(f"f{n}", "PoliceForce", country=("BE",)) for n in range(forces)]
    heads = [mark(f"t{n}", "Technology") for n in range(tools)]
    cells = [line(f"f{n}", f"t{n % tools}", "USES", style="used") for n in range(forces)]
    return picture(*rows, *heads, *cells, layout="matrix")


def where() -> Picture:
    """A map: who sells to whom, and one of whom no country is known."""
    return picture(
        mark("seller", country=("IL",), name="Seller"),
        mark("force", "PoliceForce", country=("BE",), name="Force"),
        mark("other", "PoliceForce", country=("BE",), name="Other"),
        mark("lost", "PoliceForce", name="Lost"),
        line("seller", "force"),
        line("seller", "other", style="ended"),
        line("force", "other"),
        layout="map",
    )
