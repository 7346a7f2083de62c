"""Inside another page, in a frame that allows scripts and nothing else."""

from html import escape
from pathlib import Path

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import placed, small

OUTER = "<!doctype html><p id=tally>outer</p>"
ALLOWED = 'sandbox="allow-scripts" width="900" height="500"'


def test_a_page_works_in_a_sandboxed_frame_of_fixed_height(show: Open, tmp_path: Path) -> None:
    inner = tmp_path / "inner.html"
    inner.write_text(page(small(), placed()), "utf-8")
    frame = (
        f'<iframe sandbox="allow-scripts" width="900" height="500" src="{inner.as_uri()}"></iframe>'
    )
    tab = show(f"<!doctype html><p id=tally>outer</p>{frame}")
    inside = tab.page.frame_locator("iframe")
    inside.locator("#list li", has_text="Eye").click()
    assert inside.locator("#panel-title").inner_text() == "Eye"
    inside.locator("#save > summary").click()
    inside.get_by_role("button", name="Table (CSV)").click()
    assert "Acme,makes,Eye" in inside.locator("dialog textarea").input_value()
    inside.get_by_role("button", name="Close").last.click()
    inside.locator("#save > summary").click()
    inside.get_by_role("button", name="Picture (PNG)").click()
    assert (
        inside.locator("dialog img").evaluate(
            "image => image.decode().then(() => image.naturalWidth)"
        )
        > 500
    )


def test_a_page_works_from_the_text_of_a_frame(show: Open) -> None:
    inner = escape(page(small(), placed()))
    tab = show(f'{OUTER}<iframe {ALLOWED} srcdoc="{inner}"></iframe>')
    inside = tab.page.frame_locator("iframe")
    inside.locator("#search").fill("heldercam")
    inside.locator("#list li", has_text="Brïght Cam").click()
    assert inside.locator("#panel-title").inner_text() == "Brïght Cam"
