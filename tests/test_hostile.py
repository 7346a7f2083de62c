"""Hostile text, in every field that takes text: back unchanged, and never run."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.building import build
from kg.case import Case
from kg.reading.whole import everything
from kg.session import OpenGraph, open_graph
from tests.cases import claim, entity, judged, kg, made, source

HOSTILE = {
    "cypher": "'; MATCH (n) DETACH DELETE n //",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "script": "</script><script>window.hit=1</script><img src=x onerror=hit()>",
    "link": 'href="javascript:hit()"',
    "template": "{{ 7*7 }}{% include 'x' %}${7*7}",
    "rtl": "\u202eTA9 שלום 8200 \u200f",
    "emoji": "👮🏽‍♀️🇧🇪 Zażółć",
    "quotes": 'O\'Reilly "& Sons" \\ back`tick',
    "lines": "first\nsecond\n\n- third",
    "long": "x" * 2_000,
}


def hostile_case(folder: Path) -> Case:
    words = {key: text.strip() for key, text in HOSTILE.items()}
    return made(
        folder,
        entities=[
            entity(f"e-{key}", name=text, aliases=f"alias {text}", names=f"nl=naam {text}",
                   notes=text, public_basis=text)
            for key, text in words.items()
        ],
        sources=[
            source(f"s-{key}", title=text, publisher=text, url=f"https://example.org/{key}")
            for key, text in words.items()
        ],
        claims=[
            row
            for key, text in words.items()
            for row in (
                claim(f"e-{key} OWNS ta9", source=f"s-{key}", locator=text, said_by=f"By {text}",
                      says=text, qualifiers=_note(text)),
                claim(f"e-{key} NAMED x", object="", text=text, source=f"s-{key}", locator="p. 2"),
            )
        ],
        same_or_not=[judged(f"e-{key}", "related", "ta9", text) for key, text in words.items()],
    )  # fmt: skip


def _note(text: str) -> str:
    """A qualifier cannot hold what divides qualifiers, nor what looks like another one."""
    return "note=" + re.sub(r"[;|]|(?<=[\s,])(?=[a-z_]+=)", "", text)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenGraph]:
    case = hostile_case(tmp_path_factory.mktemp("hostile") / "'; DROP {{x}} </script>")
    summary = build(case)
    assert [str(problem) for problem in summary.problems] == []
    with open_graph(case, "embedded") as graph:
        yield graph


@pytest.mark.parametrize("key", HOSTILE)
def test_hostile_text_comes_back_unchanged_from_a_query(hostile: OpenGraph, key: str) -> None:
    text = HOSTILE[key].strip()
    found = hostile.cypher(
        "MATCH (e:Entity {id: $id})<-[:SUBJECT]-(c:Claim {predicate: 'OWNS'})-[:CITES]->(s:Source) "
        "RETURN e, e.name AS name, e.aliases AS aliases, e.notes AS notes, "
        "e.public_basis AS basis, c.says AS says, c.locator AS locator, c.said_by AS said_by, "
        "c.note AS note, s.title AS title, s.publisher AS publisher, [c.id] AS claims",
        {"id": f"e-{key}"},
    )
    (row,) = found.rows
    assert [row[name] for name in ("e", "name", "notes", "basis", "says", "locator", "title")] == [
        text
    ] * 7
    assert (row["said_by"], row["publisher"]) == (f"By {text}", text)
    assert row["aliases"] == [f"alias {text}"]
    assert f"note={row['note']}" == _note(text)
    assert found.notes[0].says == (text,)


@pytest.mark.parametrize("key", HOSTILE)
def test_hostile_text_is_found_as_a_name_and_as_a_parameter(hostile: OpenGraph, key: str) -> None:
    text = HOSTILE[key].strip()
    found = hostile.cypher(
        "MATCH (e:Entity) WHERE e.name = $text RETURN e.id AS id", {"text": text}
    )
    assert found.rows == ({"id": f"e-{key}"},)
    assert hostile.names.one(text) == f"e-{key}"


def test_hostile_text_comes_back_unchanged_from_an_export(hostile: OpenGraph) -> None:
    run = kg("export", "json", case=hostile.case.root)
    assert run.returncode == 0
    found = json.loads(run.stdout)
    assert found == json.loads(json.dumps(everything(hostile.store)))
    names = {one["id"]: one["name"] for one in found["entities"]}
    assert {key: names[f"e-{key}"] for key in HOSTILE} == {
        key: text.strip() for key, text in HOSTILE.items()
    }


def test_nothing_hostile_was_run(hostile: OpenGraph) -> None:
    assert hostile.info()["entities"] == 877 + len(HOSTILE)
    assert hostile.info()["claims"] == 968 + 1985 + 229 + 3 * len(HOSTILE)


# A drawing is a page: no text of a source may run or load anything in it


class Page(HTMLParser):
    """What a browser would make of a page: its elements, and the texts of its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] == "script":
            self.scripts[-1] += data


@pytest.fixture(scope="module")
def page(hostile: OpenGraph) -> Page:
    drawn = hostile.to_pyvis([*(f"e-{key}" for key in HOSTILE), "ta9", "palantir"])
    return Page(drawn.generate_html())


def test_a_drawing_has_only_our_own_elements(page: Page) -> None:
    assert [tag for tag, _ in page.elements] == [
        *("html", "head", "meta", "meta", "title", "style", "script", "body", "div", "script")
    ]


def test_a_drawing_loads_nothing_and_may_load_nothing(page: Page) -> None:
    attributes = [attrs for _, attrs in page.elements]
    assert [
        attrs for attrs in attributes if {"src", "href", "onerror", "onclick"} & set(attrs)
    ] == []
    (policy,) = [attrs["content"] for attrs in attributes if "http-equiv" in attrs]
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "http" not in policy


def test_hostile_text_is_data_in_a_drawing_and_comes_back_unchanged(page: Page) -> None:
    data = page.scripts[-1]
    assert "<" not in data.replace("<!--", "")
    (line,) = [line for line in data.splitlines() if line.startswith("const nodes")]
    nodes = json.loads(line.removeprefix("const nodes = new vis.DataSet(").removesuffix(");"))
    labels = {node["id"]: node["label"] for node in nodes}
    assert {key: labels[f"e-{key}"] for key in HOSTILE} == {
        key: text.strip() for key, text in HOSTILE.items()
    }


def test_a_notebook_shows_a_drawing_in_a_frame_of_its_own(hostile: OpenGraph) -> None:
    shown = Page(hostile.to_pyvis(["e-script", "ta9"])._repr_html_())
    ((tag, attrs),) = shown.elements
    assert (tag, attrs["sandbox"]) == ("iframe", "allow-scripts")
    assert Page(attrs["srcdoc"] or "").elements[-1][0] == "script"
