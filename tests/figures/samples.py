"""Small pictures and connectors that tests of the layered drawing share."""

from kg.figures.ports import Pitch
from kg.views.picture import Picture
from tests.views.samples import line, mark, picture


def star(count: int = 4) -> Picture:
    """A seller of a system that many use."""
    forces = [mark(f"p{n}", "PoliceForce") for n in range(count)]
    uses = [line("tool", f"p{n}", "USED_IN", style="used") for n in range(count)]
    return picture(mark("seller"), mark("tool", "Product"), *forces, line("seller", "tool"), *uses,
                   layout="layered")  # fmt: skip


PITCH = Pitch(noted=30.0, plain=10.0, edge=4.0)
