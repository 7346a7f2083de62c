"""The address of a view restores it; whatever else stands in it does no harm."""

import pytest

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import placed, small

FRAGMENT = (
    "lang=nl&theme=dark&node=eye&kind=Product,PoliceForce,Company&country=FR,IL&status=active"
    "&certainty=stated&source=post&hide=watch&open=lyon&years=2001,2020&undated=no"
    "&moved=eye,170,90&at=120.0,80.0,0.9000"
)


def test_an_address_restores_the_view_and_is_written_the_same(show: Open) -> None:
    tab = show(page(small(), placed()), FRAGMENT)
    assert tab.address == dict(part.split("=") for part in FRAGMENT.split("&"))
    assert tab.page.locator("html").get_attribute("lang") == "nl"
    assert tab.page.locator("html").get_attribute("data-theme") == "dark"
    assert "leest kentekens" not in tab.evidence
    assert tab.page.locator("#panel-title").inner_text() == "Eye"


def test_what_a_reader_does_stands_in_the_address(show: Open) -> None:
    html = page(small(), placed())
    tab = show(html)
    tab.tick("kinds", "Company", "Product")
    tab.choose("Acme")
    tab.page.get_by_role("button", name="Zoom in").click()
    address = tab.page.url.partition("#")[2] if tab.address else ""
    again = show(html, address)
    assert again.names == tab.names == ["Acme", "Brïght Cam", "Eye"]
    assert again.address == tab.address
    assert again.evidence == tab.evidence


def test_another_fragment_changes_the_view_at_once(show: Open) -> None:
    tab = show(page(small(), placed()))
    tab.page.evaluate("location.hash = 'node=gent&lang=nl&view=table'")
    tab.page.wait_for_timeout(300)
    assert tab.page.locator("#panel-title").inner_text() == "Politie Gent"
    assert tab.page.locator("#table-ties").is_visible()


@pytest.mark.parametrize(
    "fragment",
    [
        "node=nobody&lang=xx&kind=%E0%A4%A&at=1,2&years=x,y&groups=9&from=acme&to=zzz",
        "at=NaN,0,0&moved=eye,Infinity,1&moved=eye&tie=<img src=x onerror=alert(1)>&theme=pink",
        "&&==&node&__proto__=1&constructor=2",
    ],
)
def test_a_broken_fragment_still_shows_the_picture(show: Open, fragment: str) -> None:
    tab = show(page(small(), placed()), fragment)
    assert tab.page.locator("#title").inner_text() == "Who sells to whom"
    assert tab.inked() > 1000
