"""The same data gives the same pictures and positions, in any process."""

from pathlib import Path
from subprocess import run
from sys import executable

from kg.building import build
from kg.case import Case
from tests.cases import ROOT, surroundings

DRAW = """
import sys
from hashlib import sha256
from pathlib import Path
from dataclasses import replace

from kg.case import Case
from kg.layout import scene
from kg.session import open_graph
from kg.views.aggregate import aggregate
from kg.views.draw import draw
from kg.views.json import to_json
from kg.views.picture import LAYOUTS
from kg.views.spec import load

with open_graph(Case(Path(sys.argv[1])), "embedded") as graph:
    for name, view in load(graph.case)[0].items():
        picture = draw(graph, view)
        few = aggregate(picture, 40)
        texts = [to_json(picture), to_json(few), repr(scene(picture)), repr(scene(few))]
        texts += [repr(scene(replace(few, layout=layout))) for layout in LAYOUTS]
        print(name, *[sha256(text.encode()).hexdigest()[:12] for text in texts])
"""


def drawn(case: Path, seed: str) -> str:
    env = surroundings({"PYTHONHASHSEED": seed})
    done = run([executable, "-c", DRAW, str(case)], capture_output=True, text=True, env=env,
               cwd=ROOT, check=True)  # fmt: skip
    return done.stdout


def test_two_processes_draw_the_same(tmp_path: Path) -> None:
    build(Case(tmp_path))
    first, second = drawn(tmp_path, "1"), drawn(tmp_path, "2")
    assert first == second
    assert len(first.splitlines()) >= 15
