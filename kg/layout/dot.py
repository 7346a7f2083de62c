"""Graphviz: a program that places what a text in its language describes.

The one that comes with the package graphviz-pure gives the same on every machine; a ``dot`` of the
machine serves where it is missing.
"""

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.errors import ViewError
from kg.layout.sizes import Point

_NAME = "graphviz-pure"
_POINTS = 72.0
_LONGEST = 120
"""Seconds after which a drawing is given up."""


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


def positions(text: str) -> dict[str, Point]:
    """Run dot on a text and read where each node's middle is, in pixels; y grows downwards.

    Raises:
        ViewError: The program failed, or took too long.
    """
    try:
        done = subprocess.run(
            [program(), "-Kdot", "-Tplain"],
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
    return dict(_nodes(done.stdout.decode()))


def _nodes(plain: str) -> Iterator[tuple[str, Point]]:
    for line in plain.splitlines():
        kind, *cells = line.split(" ")
        if kind == "node":
            yield cells[0], (float(cells[1]) * _POINTS, -float(cells[2]) * _POINTS)
