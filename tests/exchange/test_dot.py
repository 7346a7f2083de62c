"""DOT, as Graphviz itself parses it, and as the Graphviz inside our own layout does."""

import json
import shutil
import subprocess

import pytest

from kg.exchange import Handed
from kg.layout.dot import program
from tests.exchange.conftest import Part
from tests.exchange.samples import HOSTILE, eids, ids, one, split

_KEYS = {"N": ("label", "kind", "claims"), "E": ("id", "type", "certainty", "claims")}
_NAMES = {"N": ("$.name",), "E": ("$.tail.name", "$.head.name")}


@pytest.fixture(scope="module", autouse=True)
def _graphviz() -> None:
    if shutil.which("gvpr") is None:
        pytest.skip("no gvpr here: install graphviz to test what it reads")


def records(kind: str, handed: Handed) -> list[list[str]]:
    """What Graphviz's own parser finds of all nodes (N) or all edges (E)."""
    held = [f'hasAttr($, "{key}") ? aget($, "{key}") : ""' for key in _KEYS[kind]]
    told = " ".join(f'printf("%s\x1f", {each});' for each in (*_NAMES[kind], *held))
    asked = f'{kind} {{ {told} printf("\x1e"); }}'
    done = subprocess.run(["gvpr", asked], input=one("dot", handed), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    return [record.split("\x1f")[:-1] for record in done.stdout.decode().split("\x1e")[:-1]]


def test_graphviz_finds_every_node_and_edge(handed: Handed) -> None:
    nodes = list(records("N", handed))
    assert sorted(record[0] for record in nodes) == ids(handed)
    edges = list(records("E", handed))
    assert sorted(record[2] for record in edges) == eids(handed)
    found = {record[2]: record for record in edges}
    for edge in handed.relationships:
        start, end, _, type_, certainty, claims = found[edge["eid"]]
        assert (start, end) == (edge["start"], edge["end"])
        assert (type_, certainty) == (edge["type"], edge["certainty"])
        assert claims.split("|") == list(edge["claims"])


def test_every_claim_is_there(handed: Handed) -> None:
    cells = [record[-1] for kind in _KEYS for record in records(kind, handed)]
    assert split(cells, "|") == set(handed.claims)


@pytest.mark.parametrize("view", ["i-police", "unit-8200", "forces-and-techniques", "owners"])
def test_a_view_is_read_whole(part: Part, view: str) -> None:
    handed = part(view)
    assert sorted(record[0] for record in records("N", handed)) == ids(handed)
    assert sorted(record[2] for record in records("E", handed)) == eids(handed)


def test_hostile_text_makes_no_node_and_no_edge(hostile: Handed) -> None:
    nodes = list(records("N", hostile))
    assert [record[0] for record in nodes] == ["a", "b"]
    assert [record[2] for record in records("E", hostile)] == ["r1", "r2"]
    for record in nodes:
        assert record[1].replace("\\n", "\n").replace("\\\\", "\\").split() == HOSTILE.split()


@pytest.mark.parametrize("graphviz", [program(), "dot"], ids=["pure", "system"])
def test_it_is_drawn_with_every_name_and_arrow(part: Part, graphviz: str) -> None:
    handed = part("edicia")
    done = subprocess.run([graphviz, "-Tjson"], input=one("dot", handed), capture_output=True)
    assert done.returncode == 0
    drawn = json.loads(done.stdout)
    assert [each["name"] for each in drawn["objects"]] == ids(handed)
    assert sorted(edge["id"] for edge in drawn["edges"]) == eids(handed)
    names = [each["label"].replace("\\n", "\n") for each in drawn["objects"]]
    assert names == [handed.name(entity) for entity in handed.entities]
    assert drawn["directed"] is True
    assert drawn["label"] == handed.title


@pytest.mark.parametrize("char", ["\x00", '"', "\\", "\n", "}", ";", "->", "<b>"])
def test_no_sign_ends_a_text(char: str) -> None:
    from kg.exchange.dot import _quoted

    quoted = _quoted(f"a{char}b")
    inner = quoted[1:-1].replace("\\\\", "").replace('\\"', "")
    assert quoted[0] == quoted[-1] == '"'
    assert '"' not in inner
    assert "\x00" not in quoted
    assert "\n" not in quoted
