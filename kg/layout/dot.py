"""Graphviz: a program that places what a text in its language describes.

The one that comes with the package graphviz-pure gives the same on every machine; a ``dot`` of the
machine serves where it is missing.
"""

import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import ViewError
from kg.layout.sizes import Point

_NAME = "graphviz-pure"
_LONGEST = 120
"""Seconds after which a drawing is given up."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where the middle of each node is, and the Bézier points of each edge from tail to head."""

    nodes: Mapping[str, Point]
    edges: Mapping[str, tuple[Point, ...]]


@cache
def program() -> str:
    """The path of the program.

    Raises:
        ViewError: There is none.
    """
    for folder in (sysconfig.get_path("scripts"), str(Path(sys.executable).parent)):
        if found := shutil.which(_NAME, path=folder):
            return found
    if found := shutil.which(_NAME) or shutil.which("dot"):
        return found
    raise ViewError("a layered drawing needs Graphviz: pip install graphviz-pure, or install dot")


def drawn(text: str) -> Drawn:
    """Run dot on a text and read where nodes and edges lie, in pixels; y grows downwards.

    Edges are told apart by their attribute ``id``.

    Raises:
        ViewError: The program failed, or took too long.
    """
    try:
        done = subprocess.run(
            [program(), "-Kdot", "-Tjson0"],
            input=text.encode(),
            capture_output=True,
            check=True,
            timeout=_LONGEST,
        )
    except subprocess.TimeoutExpired as error:
        message = "Graphviz takes too long for so many lines; narrow the view with --param"
        raise ViewError(message) from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise ViewError(f"Graphviz failed: {said[-1]}") from error
    except OSError as error:
        raise ViewError(f"Graphviz cannot be run: {error.strerror}") from error
    read = json.loads(done.stdout)
    return Drawn(
        nodes={node["name"]: _points(node["pos"])[0] for node in read["objects"] if "pos" in node},
        edges={
            edge["id"]: _points(edge["pos"])
            for edge in read.get("edges", ())
            if "id" in edge and "pos" in edge
        },
    )


def _points(text: str) -> tuple[Point, ...]:
    """The points of a place or a curve; the tips of arrows (``e,`` and ``s,``) are none of them."""
    pairs = (pair.split(",") for pair in text.split(" ") if pair[:2] not in ("e,", "s,"))
    return tuple((float(x), -float(y)) for x, y in pairs)
