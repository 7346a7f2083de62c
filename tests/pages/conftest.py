"""A real browser, started once; without one the tests are skipped with one line, but not in CI."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.pages.tab import FLAGS, Tab

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

Open = Callable[..., Tab]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="package")
def chromium() -> Iterator["BrowserContext"]:
    """A Chromium without a network for all tests; pages keep nothing, so none sees another."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        message = "no Chromium here: install one to test pages (apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{message}, and CI must test them")
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser.new_context(offline=True)
        browser.close()


@pytest.fixture
def show(chromium: "BrowserContext", tmp_path: Path) -> Iterator[Open]:
    """Open a page's text as a file, without a network; in the end nothing may have gone wrong."""
    tabs: list[Tab] = []

    def opened(html: str, fragment: str = "", *, wide: int = 1280, tall: int = 800) -> Tab:
        path = tmp_path / f"page-{len(tabs)}.html"
        path.write_text(html, "utf-8")
        tabs.append(Tab(chromium, path, fragment, wide, tall))
        return tabs[-1]

    yield opened
    for tab in tabs:
        tab.page.close()
        assert tab.errors == []
        assert tab.outside == []
