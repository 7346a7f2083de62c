import re
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from kg.answers import Answer, notes
from kg.answers.cells import visible
from kg.answers.html import page
from tests.answers.samples import HOSTILE, hostile, police

VOID = {"meta", "br"}
KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "div", "table"),
    *("caption", "thead", "tbody", "tr", "th", "td", "br", "section", "ol", "li", "bdi", "a", "p"),
}


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    text: str = ""
    path: tuple[str, ...] = ()


@dataclass
class Page(HTMLParser):
    """The elements of a page in their order, each with all text inside it."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        path = tuple(element.tag for element in self.open)
        element = Element(tag, {name: value or "" for name, value in attrs}, "", path)
        self.elements.append(element)
        if tag == "br":
            self.handle_data("\n")
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def ids(self) -> list[str]:
        return [element.attrs["id"] for element in self.elements if "id" in element.attrs]


def read(text: str) -> Page:
    parsed = Page()
    parsed.feed(text)
    parsed.close()
    assert parsed.open == []
    return parsed


@pytest.fixture(params=["police", "hostile"])
def answer(request: pytest.FixtureRequest) -> Answer:
    return {"police": police, "hostile": hostile}[request.param]()


def test_a_page_has_a_language_a_title_a_heading_and_one_main_part() -> None:
    parsed = read(page(police()))
    assert parsed.all("html")[0].attrs == {"lang": "en"}
    assert parsed.all("title")[0].text == "Who supplies this police force?"
    assert [h1.text for h1 in parsed.all("h1")] == ["Who supplies this police force?"]
    assert len(parsed.all("main")) == 1


def test_the_table_has_a_caption_and_headings_for_columns_and_rows() -> None:
    parsed = read(page(police()))
    assert parsed.all("caption")[0].text == "Who supplies this police force? (2 rows)"
    heads = [(th.text, th.attrs["scope"]) for th in parsed.all("th")]
    assert heads == [
        *[(name, "col") for name in ("supplier", "value", "systems", "Sources")],
        *[(name, "row") for name in ("Sopra Steria", "TA9")],
    ]
    assert [td.text for td in parsed.all("td")] == [
        *("75800000", "i-Police, Focus", "[1][2]"),
        *("", "", "[1]"),
    ]


def test_ids_stay_with_the_names_they_belong_to() -> None:
    rows = [th for th in read(page(police())).all("th") if th.attrs["scope"] == "row"]
    assert [row.attrs["data-id"] for row in rows] == ["sopra-steria", "ta9"]


def test_a_wide_table_can_be_scrolled_by_keyboard_under_a_name() -> None:
    (region,) = read(page(police())).all("div")
    assert region.attrs["tabindex"] == "0"
    assert region.attrs["role"] == "region"
    assert region.attrs["aria-labelledby"] == "title"


def test_rows_and_notes_lead_to_each_other(answer: Answer) -> None:
    parsed = read(page(answer))
    targets = {a.attrs["href"][1:] for a in parsed.all("a") if a.attrs["href"].startswith("#")}
    assert targets <= set(parsed.ids())
    assert {f"note-{note.number}" for note in answer.notes} <= targets
    assert {f"row-{at}" for at in range(1, len(answer.rows) + 1)} <= targets


def test_no_id_stands_twice(answer: Answer) -> None:
    ids = read(page(answer)).ids()
    assert len(ids) == len(set(ids))


def test_a_note_leads_back_to_every_row_that_rests_on_it() -> None:
    note = read(page(police())).all("li")[0]
    assert note.attrs == {"id": "note-1", "value": "1"}
    assert note.text.endswith(" ↩1 ↩2")
    labels = [
        a.attrs["aria-label"] for a in read(page(police())).all("a") if "aria-label" in a.attrs
    ]
    assert labels == ["back to row 1", "back to row 2", "back to row 1"]


def test_notes_are_sorted_by_number() -> None:
    known = police()
    turned = Answer(known.title, known.columns, known.rows, known.notes[::-1])
    assert page(turned) == page(known)


def test_a_note_reads_as_in_every_other_format() -> None:
    texts = [li.text for li in read(page(police())).all("li")]
    for note, text in zip(police().notes, texts, strict=True):
        assert text.startswith(note.text().removeprefix(f"[{note.number}] "))


def test_every_hostile_text_is_shown_as_text() -> None:
    parsed = read(page(hostile()))
    rows = [th.text for th in parsed.all("th") if th.attrs["scope"] == "row"]
    assert rows == [visible(text) for text in HOSTILE]


def test_no_element_attribute_or_link_comes_from_the_data(answer: Answer) -> None:
    parsed = read(page(answer))
    assert {element.tag for element in parsed.elements} <= KNOWN
    assert not [name for element in parsed.elements for name in element.attrs if name[:2] == "on"]
    links = [a.attrs["href"] for a in parsed.all("a")]
    assert all(link.startswith(("#", "https://example.org/")) for link in links)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", '" onclick="x', "//evil.example", "https://"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    rows: tuple[dict[str, object], ...] = ({"claims": ["c"]},)
    answer = Answer("t", ("claims",), rows, notes(rows, {"c": {"url": url, "source": "s"}}))
    parsed = read(page(answer))
    assert all(a.attrs["href"].startswith("#") for a in parsed.all("a"))
    assert url in parsed.all("li")[0].text


def test_the_page_allows_its_own_style_and_nothing_else(answer: Answer) -> None:
    parsed = read(page(answer))
    (style,) = parsed.all("style")
    digest = b64encode(sha256(style.text.encode()).digest()).decode()
    (policy,) = [m for m in parsed.all("meta") if "http-equiv" in m.attrs]
    assert policy.attrs["http-equiv"] == "Content-Security-Policy"
    assert policy.attrs["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not [element for element in parsed.elements if "style" in element.attrs]


def test_the_style_asks_nothing_of_the_network_and_serves_dark_light_and_paper() -> None:
    style = read(page(police())).all("style")[0].text
    assert not re.search(r"url\(|@import|//", style)
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_colours_can_be_read_in_light_and_in_dark() -> None:
    style = read(page(police())).all("style")[0].text
    for scheme in re.findall(r":root \{([^}]*--ink[^}]*)\}", style):
        colours = dict(re.findall(r"--(\w+): #(\w+);", scheme))
        for front in ("ink", "link"):
            for back in ("paper", "band"):
                assert contrast(colours[front], colours[back]) >= 4.5


def contrast(front: str, back: str) -> float:
    """WCAG 2.2, contrast ratio."""
    dark, light = sorted((luminance(front), luminance(back)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    full = colour if len(colour) == 6 else "".join(digit * 2 for digit in colour)
    parts = [int(full[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_claim_without_a_note_is_shown_by_its_id() -> None:
    rows: tuple[dict[str, object], ...] = ({"a": "x", "claims": ["<c>"]},)
    assert read(page(Answer("t", ("a", "claims"), rows))).all("td")[0].text == "[<c>]"


def test_an_answer_without_rows_says_so_in_its_language() -> None:
    parsed = read(page(Answer("", ("a",), (), lang="es")))
    assert parsed.all("p")[0].text == "Sin resultados."
    assert parsed.all("title")[0].text == "Respuesta"
    assert parsed.all("table") == []
