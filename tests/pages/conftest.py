"""Pages in the browser of the whole run, without a network."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.pages.tab import Tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

Open = Callable[..., Tab]


@pytest.fixture(scope="session")
def chromium(browser: "Browser") -> Iterator["BrowserContext"]:
    """A Chromium without a network for all tests; pages keep nothing, so none sees another."""
    context = browser.new_context(offline=True)
    yield context
    context.close()


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
