"""The page as text: what it holds, and that nothing of it can act or ask."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from kg.review.page import page
from kg.review.portrait import Portrait, portraits
from kg.review.sides import Place, Said
from kg.schema import LANGUAGES
from tests.review.conftest import AtDesk
from tests.review.samples import ORDER

if TYPE_CHECKING:
    from kg.session import OpenGraph

ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "a", "header", "main", "footer", "h1"),
    *("h2", "h3", "p", "b", "bdi", "span", "div", "dl", "dt", "dd", "ul", "li", "code", "section"),
    *("article", "details", "summary", "form", "fieldset", "legend", "label", "input", "button"),
    *("noscript", "script"),
}


class Elements(HTMLParser):
    """Every element with its attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def pairs(graph: "OpenGraph", desk: AtDesk, lang: str = "en") -> list[Portrait]:
    draw = portraits(graph.store, lang, 20)
    return [draw(waiting) for waiting in desk().waiting]


@pytest.fixture
def whole(graph: "OpenGraph", at_desk: AtDesk) -> Elements:
    return Elements(page(pairs(graph, at_desk), 0, "en"))


def test_every_pair_is_on_the_page_in_the_order_of_the_queue(whole: Elements) -> None:
    assert [one["data-left"] for one in whole.of("article")] == ORDER
    assert len(whole.of("fieldset")) == len(ORDER)
    radios = [one for one in whole.of("input") if one["type"] == "radio"]
    assert [one["value"] for one in radios] == ["same", "different", "related", "unsure"] * 5
    assert not any("checked" in one for one in radios)


def test_only_our_own_elements_are_there_and_no_handler(whole: Elements) -> None:
    assert {tag for tag, _ in whole.found} <= ALLOWED
    names = {name for _, attributes in whole.found for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "style")]


def test_no_address_is_loaded_and_links_are_plain_ones(whole: Elements) -> None:
    links = [str(one["href"]) for one in whole.of("a")]
    assert links[0] == "#pair-1"
    assert all(link.startswith(("#", "https://", "http://")) for link in links)
    assert not [link for link in links if "onmouseover" in link or '"' in link]
    assert [one for one in whole.of("form") if "action" in one] == []


def test_the_policy_names_the_one_script_and_the_one_style(
    graph: "OpenGraph", at_desk: AtDesk
) -> None:
    html = page(pairs(graph, at_desk), 0, "en")
    policy = next(
        str(one["content"])
        for one in Elements(html).of("meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        (text,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_an_address_of_another_kind_is_text(graph: "OpenGraph", at_desk: AtDesk) -> None:
    first = pairs(graph, at_desk)[0]
    places = tuple(
        Place("s", "x", "x", "x", url) for url in ("javascript:alert(1)", "https://x.y/'\"><b>")
    )
    said = (Said("t", "", "", "", places),)
    html = page([replace(first, left=replace(first.left, said=said))], 0, "en")
    assert "javascript:" not in html
    assert "https://x.y" not in html


def test_text_that_would_end_the_page_stays_text(graph: "OpenGraph", at_desk: AtDesk) -> None:
    first = pairs(graph, at_desk)[0]
    evil = "</title></script><script>alert(1)</script><!--"
    found = Elements(page([replace(first, left=replace(first.left, name=evil))], 0, "en"))
    assert len(found.of("script")) == 2
    assert evil in "".join(found.text)


def test_what_is_not_on_the_page_is_counted(graph: "OpenGraph", at_desk: AtDesk) -> None:
    html = page(pairs(graph, at_desk)[:2], 3, "en")
    assert "5 pairs wait" in html
    assert "3 more pairs wait and are not shown here." in html


def test_with_nothing_to_decide_the_page_says_so(graph: "OpenGraph") -> None:
    found = Elements(page([], 0, "en"))
    assert "Nothing is left to decide." in "".join(found.text)
    assert found.of("input") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_speaks_one_language_and_is_the_same_bytes_each_time(
    graph: "OpenGraph", at_desk: AtDesk, lang: str
) -> None:
    first, second = (page(pairs(graph, at_desk, lang), 0, lang) for _ in range(2))
    assert first == second
    assert f'<html lang="{lang}">' in first
    assert ("Who is who" in first) == (lang == "en")


def test_claims_stand_with_their_source_and_page(whole: Elements) -> None:
    text = "".join(whole.text)
    assert "Le Soir: «Cameras in Ghent» (2024-03-01), p. 7" in text
    assert "Against it: the two are tied to each other." in text
    assert "= also said of the other" in text
