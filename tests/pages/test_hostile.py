"""Whatever a source writes is text: nothing of it runs, and the page stands."""

from dataclasses import replace
from typing import Any

import pytest

from kg.layout import Scene
from kg.pages import page
from kg.schema import LANGUAGES
from kg.views.picture import Picture
from tests.pages.conftest import Open
from tests.pages.samples import POINTS, placed, small

ATTACKS = {
    "a script's end": "</script><script>alert(1)</script><!--",
    "a handler": '"><img src=x onerror=alert(1)>\'" onmouseover=alert(1) x="',
    "a template": "${alert(1)} $title {{alert(1)}} {n}",
    "turned text": "\u202eevil\u2066 שלום \u200f عربى",
    "a formula": "=cmd|'/c calc'!A1",
    "control characters": "a\x00b\x1b[31m\u2028c\ud800\ufffe",
    "ten thousand letters": "W" * 10_000,
    "ten thousand words": "long " * 2_000,
}
FREE = {"date", "id", "entity", "eid", "start", "end", "since_lo", "until_hi", "label", "type"}


def spoilt(text: str) -> Picture:
    """The small picture with a text in every field that a source or a curator fills."""
    said = dict.fromkeys(LANGUAGES, text)

    def spoil(value: Any, **names: Any) -> Any:
        cells = {
            key: text
            for key in value.__dataclass_fields__
            if isinstance(getattr(value, key), str)
            and key not in (FREE | {"style", "status", "source"})
        }
        return replace(value, **(cells | names))

    plain = small()
    return replace(
        plain,
        name=text[:40],
        titles=said,
        captions=said,
        data_version=text,
        marks=tuple(
            spoil(
                each,
                names=said,
                aliases=(text, text + "2"),
                country=(text[:9],),
                props={"notes": text},
                notes=said,
            )
            for each in plain.marks
        ),
        lines=tuple(
            spoil(
                each,
                words=said,
                inverse=said,
                said_by=(text,),
                details={text: text},
                date=text,
                certainty="stated",
            )
            for each in plain.lines
        ),
        claims={
            id_: replace(spoil(each), certainty="alleged", conflicts=(text,), unclear=(text,))
            for id_, each in plain.claims.items()
        },
        sources={id_: spoil(each) for id_, each in plain.sources.items()},
        presets=tuple(replace(each, titles=said) for each in plain.presets),
    )


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_hostile_text_in_every_field_is_read_and_not_run(show: Open, attack: str) -> None:
    tab = show(page(spoilt(attack), placed()))
    tab.page.locator("#list li").nth(1).click()
    tab.settle()
    assert tab.page.locator("#panel .claims li").count() >= 2
    tab.page.mouse.move(600, 400)
    tab.tick("sources")
    tab.press("Table")
    assert len(tab.rows()) == 8
    assert tab.page.evaluate("document.querySelectorAll('img, script').length") == 5
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 1280
    saved = tab.saved("Table (CSV)").decode("utf-8-sig")
    assert "\n=" not in saved
    assert ",=" not in saved
    assert "\x00" not in saved


def test_an_id_with_markup_and_commas_is_an_id_like_others(show: Open) -> None:
    plain = small()
    odd = {"acme": "a,b&c=<d>%#é", "eye": "__proto__"}
    scene = Scene({odd.get(id_, id_): at for id_, at in POINTS.items()})
    marks = [replace(each, id=odd.get(each.id, each.id)) for each in plain.marks]
    lines = [
        replace(each, start=odd.get(each.start, each.start), end=odd.get(each.end, each.end))
        for each in plain.lines
    ]
    html = page(replace(plain, marks=tuple(marks), lines=tuple(lines)), scene)
    tab = show(html)
    tab.choose("Acme")
    tab.press("Only this and its ties")
    address = tab.page.url.partition("#")[2] if tab.address else ""
    again = show(html, address)
    assert again.names == tab.names == ["Acme", "Brïght Cam", "Eye", "Ghent police"]
    assert again.page.locator("#panel-title").inner_text() == "Acme"
