"""Accessible at every width (axe-core), nothing to scroll sideways."""

from importlib.resources import files

import pytest

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import many, placed, small
from tests.pages.tab import Tab

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
_RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`)))"""


def broken(tab: Tab) -> list[str]:
    """The rules that a page breaks, each with the element."""
    tab.page.evaluate(AXE)
    found: list[str] = tab.page.evaluate(_RUN)
    return found


def scrolls_sideways(tab: Tab) -> bool:
    return bool(tab.page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("wide", [1280, 390, 320])
@pytest.mark.parametrize(
    "fragment", ["", "node=acme&theme=dark", "view=table&lang=de", "from=bright&to=gent&lang=fr"]
)
def test_no_rule_is_broken(show: Open, wide: int, fragment: str) -> None:
    tab = show(page(small(), placed()), fragment, wide=wide, tall=700)
    tab.page.locator("#filters > summary").click()
    tab.page.wait_for_timeout(100)
    assert broken(tab) == []
    assert not scrolls_sideways(tab)


def test_no_rule_is_broken_by_crowds_and_dialogs(show: Open) -> None:
    tab = show(page(*many(700)))
    tab.page.locator("#save > summary").click()
    assert broken(tab) == []
    tab.press("Link to this view")
    assert broken(tab) == []


@pytest.mark.parametrize("fragment", ["", "node=acme", "from=acme"])
def test_what_scrolls_can_be_scrolled_by_keys(show: Open, fragment: str) -> None:
    tab = show(page(small(), placed()), fragment, wide=1280, tall=420)
    assert broken(tab) == []
    tab.page.locator("#panel").focus()
    tab.keys("End")
    tab.page.wait_for_timeout(300)
    assert tab.page.locator("#panel").evaluate("node => node.scrollTop") > 0
