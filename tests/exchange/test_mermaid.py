"""Mermaid's flowchart, as Mermaid itself reads and draws it in a real browser."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.exchange import Handed
from kg.exchange.mermaid import _text
from tests.exchange.conftest import Part
from tests.exchange.samples import HOSTILE, one, one_line, split

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

Read = Callable[[Handed], Any]

_PARSE = """async text => {
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const db = diagram.db;
    const vertices = [...db.getVertices().values()].map(each => [each.id, each.text]);
    const edges = db.getEdges().map(each => [each.start, each.end, each.text, each.stroke]);
    return { type: diagram.type, vertices, edges };
}"""
_DRAW = """async text => {
    const { svg } = await mermaid.render("drawn", text);
    document.body.innerHTML = svg;
    const texts = chosen => [...document.querySelectorAll(chosen)].map(each => each.textContent);
    return {
        names: texts(".node .nodeLabel"),
        arrows: document.querySelectorAll("path.flowchart-link").length,
        said: texts(".edgeLabel .edgeLabel"),
        scripts: document.querySelectorAll("script:not([data-ours]), img, a[href]").length,
        ran: window.ran === true,
    };
}"""


@pytest.fixture(scope="module")
def tab(chromium: "BrowserContext", javascript: Path) -> Any:
    """A page with Mermaid in it, without a network."""
    page: Page = chromium.new_page()
    page.set_content("<!doctype html><title>Mermaid</title><body>")
    page.add_script_tag(path=javascript / "node_modules" / "mermaid" / "dist" / "mermaid.min.js")
    page.evaluate("document.querySelectorAll('script').forEach(each => each.dataset.ours = '')")
    page.evaluate("mermaid.initialize({ startOnLoad: false, maxEdges: 5000 })")
    yield page
    page.close()


@pytest.fixture
def read(tab: Any) -> Read:
    """What Mermaid's parser finds in a file."""
    return lambda handed: tab.evaluate(_PARSE, one("mermaid", handed).decode())


@pytest.fixture
def drawn(tab: Any) -> Read:
    """What Mermaid draws of a file."""
    return lambda handed: tab.evaluate(_DRAW, one("mermaid", handed).decode())


def told(text: str) -> str:
    """A text with its entity codes read, as Mermaid shows it."""
    coded = re.sub(r"ﬂ°°(\d+)¶ß", r"&#\1;", re.sub(r"#(\d+);", r"&#\1;", text))
    return unescape(coded)


@pytest.mark.parametrize(
    "view", ["belgium", "i-police", "edicia", "unit-8200", "forces-and-techniques", "owners"]
)
def test_mermaid_finds_every_node_and_arrow(read: Read, part: Part, view: str) -> None:
    handed = part(view)
    found = read(handed)
    number = {entity["id"]: f"n{place}" for place, entity in enumerate(handed.entities)}
    assert found["type"].startswith("flowchart")
    assert sorted(id_ for id_, _ in found["vertices"]) == sorted(number.values())
    ends = [(start, end) for start, end, *_ in found["edges"]]
    assert ends == [(number[edge["start"]], number[edge["end"]]) for edge in handed.relationships]


def test_mermaid_finds_the_whole_graph(read: Read, handed: Handed) -> None:
    found = read(handed)
    assert len(found["vertices"]) == len(handed.entities)
    assert len(found["edges"]) == len(handed.relationships)


def test_names_and_words_are_read_as_they_are(read: Read, part: Part) -> None:
    handed = part("edicia")
    found = read(handed)
    assert [told(text) for _, text in found["vertices"]] == [
        handed.name(entity) for entity in handed.entities
    ]
    for edge, (*_, text, _) in zip(handed.relationships, found["edges"], strict=True):
        assert told(text) == f"{handed.words(edge)} ({edge['certainty']}; {edge['cite']})"


def test_doubt_is_a_dotted_arrow(read: Read, part: Part) -> None:
    handed = part("belgium")
    strokes = [stroke for *_, stroke in read(handed)["edges"]]
    doubtful = [
        edge["certainty"] in ("inferred", "alleged", "disputed") for edge in handed.relationships
    ]
    assert [stroke == "dotted" for stroke in strokes] == doubtful
    assert True in doubtful


def test_a_view_is_drawn_with_every_name_and_arrow(drawn: Read, part: Part) -> None:
    handed = part("edicia")
    found = drawn(handed)
    assert found["names"] == [handed.name(entity) for entity in handed.entities]
    assert found["arrows"] == len(handed.relationships)


def test_hostile_text_is_drawn_as_text(drawn: Read, hostile: Handed) -> None:
    found = drawn(hostile)
    shown = one_line(HOSTILE)
    assert [one_line(name) for name in found["names"]] == [shown, shown]
    assert found["arrows"] == 2
    assert found["scripts"] == 0
    assert found["ran"] is False


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror='window.ran = true'>",
        "<script>window.ran = true</script>",
        '"] --> x["',
        "%%{init: {'securityLevel': 'loose'}}%%",
        "end",
        "click n0 callback",
        "#quot;",
        "&lt;b&gt;",
        "---\ntitle: x\n---",
        "`code` **bold** $$x^2$$",
        "\u202egnirts",
        "😀" * 50,
        "x" * 3000,
    ],
)
def test_nothing_in_a_name_is_syntax(drawn: Read, text: str) -> None:
    from tests.exchange.samples import hostile

    found = drawn(hostile(text))
    assert [one_line(name) for name in found["names"]] == [one_line(text)] * 2
    assert (found["arrows"], found["scripts"], found["ran"]) == (2, 0, False)


@pytest.mark.parametrize("view", ["", "germany", "contracts-by-value", "ends-and-bans"])
def test_every_claim_stands_in_a_comment(handed: Handed, part: Part, view: str) -> None:
    found = part(view) if view else handed
    lines = one("mermaid", found).decode().splitlines()
    claims = {
        line.split()[1].rstrip(":") for line in lines if re.match(r"  %% c[0-9a-f]{16}:", line)
    }
    assert claims == set(found.claims)
    spelled = split(line.split()[1] for line in lines if re.match(r"  %% r[0-9a-f]{16}", line))
    assert spelled == {edge["eid"] for edge in found.relationships if edge["eid"][0] == "r"}


def test_the_dates_of_a_relationship_stand_beside_its_id(handed: Handed) -> None:
    lines = one("mermaid", handed).decode().splitlines()
    edge = next(each for each in handed.relationships if each.get("since") and each.get("until"))
    assert f"  %% {edge['eid']} {edge['since']}/{edge['until']}" in lines


@pytest.mark.parametrize("char", list("\"'`<>&#;{}[]|\\%$*_^~=\n\x00"))
def test_signs_become_codes_and_lines_stay_one(char: str) -> None:
    coded = _text(f"a{char}b")
    assert "\n" not in coded
    assert not set(coded) & set('"`<>&{}[]|\\%$*_^~=\x00')
    assert told(coded) == one_line(f"a{char}b").replace("\x00", "\N{REPLACEMENT CHARACTER}")
