"""Hostile and odd text in every field: the figure stands, and nothing in it acts."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kg.errors import ViewError
from kg.figures import figure
from kg.figures.document import document
from kg.figures.measure import clean
from kg.schema import LANGUAGES
from kg.views.picture import Claim, Layout, Line, Mark, Picture
from tests.figures.boxes import SVG, overlaps, seen, words
from tests.figures.conftest import build
from tests.views.samples import line, mark, picture

MARKUP = '</text></svg><script>alert(1)</script><img src=x onerror="alert(1)">&amp;&lt;]]>'
QUOTES = "\"'`${}{{n}}%s%(x)s\\n"
FORMULA = '=HYPERLINK("http://evil.example","click")'
HIDDEN = "a\u202eb\u200bc\u2066d\x00e\x1ff\ufeffg\ud800h"
HEBREW = "משטרת ישראל 8200"
GREEK = "Ελληνική Αστυνομία"
CYRILLIC = "Національна поліція"
LONG = "Überwachungssoftwareentwicklungsgesellschaft" * 250
MANY_WORDS = "police and more police " * 450
DOT = 'n1 [label="x"]; } digraph { evil -> n2'

TEXTS = {
    "markup": MARKUP,
    "quotes": QUOTES,
    "formula": FORMULA,
    "unseen letters": HIDDEN,
    "Hebrew": HEBREW,
    "Greek": GREEK,
    "Cyrillic": CYRILLIC,
    "one word of 11,000 letters": LONG,
    "10,000 letters": MANY_WORDS,
    "dot": DOT,
    "blank": " \n\t ",
}
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
LAYOUTS: tuple[Layout, ...] = ("layered", "timeline", "map", "matrix")


def said(text: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, text)


def claim(text: str) -> Claim:
    return Claim(
        "c1", text, "reported", text, "source", f"p. 7 {text}", text, text, "2024", "2026",
        "https://example.org/x", conflicts=(text,),
    )  # fmt: skip


def filled(text: str, layout: Layout = "layered") -> Picture:
    """A picture with that text wherever text can be."""
    more: dict[str, Any] = {
        "name": text,
        "names": said(text),
        "note": text,
        "country": ("BE",),
        "kind": text,
    }
    marks = [
        mark("seller", **more), mark("system", "Product", **more, date="2020"),
        mark("force", "PoliceForce", **more), mark("plain", "PoliceForce", name="Plain police"),
    ]  # fmt: skip
    lines = [
        told("seller", "system", text), told("system", "force", text, type_="USED_IN"),
        told("system", "plain", text, type_="USED_IN", style="vendor", said_by=(text, text)),
    ]  # fmt: skip
    found = picture(*marks, *lines, layout=layout)
    return replace(
        found, titles=said(text or "x"), captions=said(text), claims={"c1": claim(text)},
        data_version="0.1.0",
    )  # fmt: skip


def told(start: str, end: str, text: str, type_: str = "SUPPLIES", **more: object) -> Line:
    found = line(start, end, type_, claims=("c1",), cite=text, conflict=True, date=text)
    details = {"title": text, "role": text, "outcome": text, "issue": text}
    return replace(found, details=details, words=said(text), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("layout", LAYOUTS)
@each_text
def test_any_text_in_any_field_gives_a_sound_figure(text: str, layout: Layout) -> None:
    made = build(filled(text, layout))
    for svg, found in zip(made.svgs, made.seen, strict=True):
        root = etree.fromstring(svg.encode())
        assert {etree.QName(n).localname for n in root.iter() if isinstance(n.tag, str)} <= ALLOWED
        assert [name for node in root.iter() for name in node.attrib if name[:2] == "on"] == []
        assert [box.what for box in found.texts if not found.page.holds(box)] == []
        assert overlaps(found.cards) == []
        assert overlaps(found.texts) == []


ALLOWED = {
    "svg", "title", "desc", "metadata", "RDF", "Work", "license", "source", "language", "defs",
    "marker", "g", "path", "rect", "text", "tspan", "style",
}  # fmt: skip


@each_text
def test_what_lies_beside_it_is_whole(text: str) -> None:
    found = figure(filled(text)).files(Path("x.svg"))
    data = json.loads(found[Path("x.figure.json")])
    names = {mark["name"] for mark in data["parts"][0]["marks"] if mark["id"] != "plain"}
    told = text.encode("utf-8", "replace").decode()
    assert names == {told}, "the data file has the text as it is"
    table = list(csv.DictReader(io.StringIO(found[Path("x.figure.csv")].decode("utf-8"))))
    assert len(table) == 3
    assert all(len(row) == 25 for row in table)
    cells = [cell for row in table for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert found[Path("x.alt.txt")].count(b"\n") == 1


@pytest.mark.parametrize("name", ["markup", "Hebrew", "one word of 11,000 letters", "quotes"])
def test_png_and_pdf_are_made_of_it_too(name: str) -> None:
    made = figure(filled(TEXTS[name]))
    assert made.png()[:4] == b"\x89PNG"
    assert made.pdf()[:5] == b"%PDF-"


@each_text
def test_an_outline_is_made_of_it_too(text: str) -> None:
    made = figure(filled(text), outline=True)
    root = etree.fromstring(made.svg().encode())
    assert list(root.iter(f"{SVG}text")) == []


def test_markup_is_shown_as_it_is_written() -> None:
    (svg,) = build(filled(MARKUP)).svgs
    shown = words(svg).replace(" ", "")
    assert "<script>alert(1)</script>" in shown
    assert "<script>" not in svg


def test_letters_that_act_unseen_are_not_set() -> None:
    (svg,) = build(filled(HIDDEN)).svgs
    assert "abcdefgh" in words(svg)
    assert not set(words(svg)) & set("\u202e\u200b\u2066\x00\ufeff")


def test_a_very_long_name_is_cut_on_the_card_and_whole_in_the_data() -> None:
    made = build(filled(MANY_WORDS))
    card = next(text for text, box in made.seen[0].inside if box.what == "seller")
    assert card.what.endswith("…")
    assert len(card.what) < 160
    data = json.loads(made.figure.files(Path("x.svg"))[Path("x.figure.json")])
    assert data["title"] == MANY_WORDS


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [("警察 Tokyo", "U+8B66", "CJK UNIFIED IDEOGRAPH"), ("Police 👮", "U+1F46E", "POLICE OFFICER"),
     ("شرطة", "U+0634", "ARABIC LETTER SHEEN")],
)  # fmt: skip
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_letter_that_no_font_has_fails_with_the_text_named(
    text: str, code: str, name: str, layout: Layout
) -> None:
    marks = [
        mark("seller", name=text),
        mark("force", "PoliceForce", name="Police", country=("BE",)),
    ]
    with pytest.raises(ViewError) as caught:
        figure(picture(*marks, line("seller", "force"), layout=layout))
    message = str(caught.value)
    assert "no font of the figure has" in message
    assert code in message
    assert name in message
    assert repr(clean(text)) in message
    assert "\n" not in message


def test_a_publisher_that_no_font_has_is_named_by_its_address() -> None:
    told_by = replace(claim("x"), publisher="新聞社", title="記事", conflicts=())
    found = replace(filled("x"), claims={"c1": told_by})
    (svg,) = build(found).svgs
    assert "Sources: example.org, p. 7." in words(svg)


def test_ids_of_entities_cannot_break_out_of_an_attribute() -> None:
    evil = '"><script>alert(1)</script><g id="'
    made = build(picture(mark(evil), mark("force", "PoliceForce"), line(evil, "force"),
                         layout="layered"))  # fmt: skip
    root = etree.fromstring(made.svgs[0].encode())
    assert [node for node in root.iter() if etree.QName(node).localname == "script"] == []
    assert f"card-{evil}" in {node.get("id") for node in root.iter()}


def test_hebrew_is_set_in_a_font_that_has_it() -> None:
    made = figure(filled(HEBREW))
    assert "Noto Sans Hebrew" in made.svg()
    assert HEBREW in words(document(made.pages[0], embed=False))


def test_one_mark_alone_is_a_figure() -> None:
    made = build(picture(mark("alone"), layout="layered"))
    assert [card.what for card in made.seen[0].cards] == ["alone"]
    assert made.seen[0].ways == []


def test_a_circle_of_lines_is_drawn() -> None:
    marks = [mark(name) for name in "abc"]
    ties = [line("a", "b"), line("b", "c"), line("c", "a")]
    made = build(picture(*marks, *ties, layout="layered"))
    assert len(made.seen[0].ways) == 3
    assert overlaps(made.seen[0].cards) == []


def test_a_line_from_a_mark_to_itself_is_told_not_drawn() -> None:
    marks = [mark("a"), mark("b")]
    made = build(picture(*marks, line("a", "a"), line("a", "b"), layout="layered"))
    assert len(made.seen[0].ways) == 1
    data = json.loads(made.figure.files(Path("x.svg"))[Path("x.figure.json")])
    assert len(data["parts"][0]["lines"]) == 2


def test_fifty_lines_between_two_cards_leave_them_apart() -> None:
    ties = [
        line("a", "b", eid=f"e{n:02}", date=str(1970 + n), details={"title": f"Title {n}"})
        for n in range(50)
    ]
    made = build(picture(mark("a"), mark("b", "PoliceForce"), *ties, layout="layered"))
    (found,) = made.seen
    assert overlaps([*found.cards, *found.notes]) == []
    assert len(found.notes) == 40
    assert "10 more notes are in the data file." in words(made.svgs[0])


def test_mark_has_many_countries_and_shows_two_and_how_many_more() -> None:
    many = mark("a", country=("BE", "DE", "FR", "NL", "ES"))
    (svg,) = build(picture(many, layout="layered")).svgs
    assert "BE DE +3" in words(svg)


def test_values_of_any_size_are_set() -> None:
    marks = [
        Mark(f"m{n}", f"m{n}", "Contract", f"Deal {n}", said(f"Deal {n}"), value=value,
             currency="EUR", role="contract")
        for n, value in enumerate((0.01, 1.0, 1e6, 1e12, 0.0))
    ]  # fmt: skip
    made = build(picture(*marks, layout="layered"))
    assert overlaps(made.seen[0].texts) == []
    assert "€1,000 billion" in words(made.svgs[0])


def test_reading_a_figure_back_sees_an_overlap_that_is_there() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        '<g class="card"><rect id="card-a" x="0" y="0" width="50" height="20"/></g>'
        '<g class="card" transform="translate(40 10)">'
        '<rect id="card-b" x="0" y="0" width="50" height="20"/></g>'
        '<text x="90" y="50" font-size="10">outside</text></svg>'
    )
    found = seen(svg)
    assert overlaps(found.cards) == [("a", "b")]
    assert [text.what for text in found.texts if not found.page.holds(text)] == ["outside"]
