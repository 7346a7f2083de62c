"""The explorer in a real Chromium: a day's work, by pointer and by key, without one request out."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.explore.explorer import Explorer
from kg.session import open_graph
from tests.cases import alone, claim, entity, source
from tests.explore.conftest import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDE, PHONE, NARROW = (1280, 800), (390, 844), (320, 640)
HOSTILE = (
    "</script><script>window.hurt=1</script>",
    '"><img src=x onerror="window.hurt=1">',
    "javascript:window.hurt=1",
    "\u202eabc\u202c <b>bold</b> & 'quoted'",
    "{n} {all} $title ${title}",
    "ten thousand " * 700,
)
OPEN_UP = "document.querySelectorAll('#panel details').forEach((each) => { each.open = true; })"


@pytest.fixture
def chromium(browser: "Browser") -> "Browser":
    """The browser of the whole run; each visit has a window of its own."""
    return browser


class Visit:
    """A page of the explorer, and what went on in it."""

    def __init__(self, browser: "Browser", explorer: Explorer, size: tuple[int, int]) -> None:
        """Open the link in a window of this size."""
        self.serving = serving(explorer)
        self.server = self.serving.__enter__()
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, accept_downloads=True
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(8000)
        self.outside: list[str] = []
        self.troubles: list[str] = []
        self.page.on("request", self._note)
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on(
            "console",
            lambda line: self.troubles.append(line.text) if line.type == "error" else None,
        )
        self.open(self.server.link)

    def open(self, address: str) -> None:
        """Go somewhere and wait until the page is ready."""
        self.page.goto(address)
        self.page.wait_for_selector("body.open")

    def search(self, text: str) -> None:
        """Look for a name and open the first that is found."""
        self.page.fill("#ask", text)
        self.page.wait_for_selector("#ask-hits [role=option][aria-selected=true]")
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("#expand")

    def until(self, expression: str) -> None:
        """Wait until something holds; the page lets no text be run, not even by a test."""
        for _ in range(160):
            if self.page.evaluate(expression):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"never: {expression}")

    def drawn(self) -> int:
        """How many entities the list under the picture names."""
        return len(self.page.query_selector_all("#list [role=option]"))

    def axe(self) -> list[str]:
        """What axe-core finds fault with."""
        folder = Path(pytest.importorskip("axe_playwright_python").__file__).parent
        self.page.evaluate((folder / "axe.min.js").read_text("utf-8"))
        found: dict[str, Any] = self.page.evaluate("axe.run(document)")
        return [
            f"{each['id']}: {node['target']} {node['failureSummary']}"
            for each in found["violations"]
            for node in each["nodes"]
        ]

    def is_wider_than_the_window(self) -> bool:
        """Whether somebody would have to scroll sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth"))

    def close(self) -> None:
        """Leave."""
        self.context.close()
        self.serving.__exit__(None, None, None)

    def _note(self, request: Any) -> None:
        own = (f"http://127.0.0.1:{self.server.port}/", "data:", "blob:")
        if not request.url.startswith(own):
            self.outside.append(request.url)


@pytest.fixture
def visit(
    chromium: "Browser", explorer: Explorer, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """A visit in a window of the size that the test asks for."""
    found = Visit(chromium, explorer, getattr(request, "param", WIDE))
    yield found
    found.close()
    assert found.outside == []
    assert found.troubles == []


def test_a_day_of_work(visit: Visit) -> None:
    page = visit.page
    assert "token" not in page.url
    visit.search("palantr")
    assert page.inner_text("#panel-title") == "Palantir Technologies Inc."
    page.wait_for_selector("#panel .notes li", state="attached")
    first = visit.drawn()
    assert 1 < first <= 13
    page.click("#expand")
    visit.until(f"document.querySelectorAll('#list [role=option]').length > {first}")
    page.click("#tab-path")
    for field, text in (("#path-from", "unit 8200"), ("#path-to", "Federale Politie")):
        page.fill(field, text)
        page.wait_for_selector(f"{field}-hits [role=option][aria-selected=true]")
        page.keyboard.press("Enter")
    page.click("#pane button[type=submit]")
    page.wait_for_selector(".way .note-mark")
    before = visit.drawn()
    page.click(".way .strong")
    visit.until(f"document.querySelectorAll('#list [role=option]').length > {before}")
    page.click("#tab-questions")
    page.click("#pane .tag:has-text('supply') summary")
    page.click(".question:has-text('Who supplies this police force')")
    page.fill("#param-force", "Federale Politie")
    page.wait_for_selector("#param-force-hits [role=option][aria-selected=true]")
    page.keyboard.press("Enter")
    page.click("#run")
    page.wait_for_selector("#answer tbody tr")
    with page.expect_download() as download:
        page.click("#result button:has-text('CSV')")
    assert Path(download.value.path()).read_bytes().startswith(b"supplier,")
    page.click("#as-picture")
    visit.until("!document.getElementById('picture').hidden")
    assert visit.drawn() > 1
    page.click("#undo")
    visit.until(f"document.querySelectorAll('#list [role=option]').length > {before}")


def test_everything_can_be_reached_by_key(visit: Visit) -> None:
    keys = visit.page.keyboard
    keys.press("/")
    keys.type("briefcam")
    visit.page.wait_for_selector("#ask-hits [role=option][aria-selected=true]")
    keys.press("Enter")
    visit.page.wait_for_selector("#expand")
    visit.page.focus("#list")
    keys.press("End")
    keys.press("Home")
    keys.press("Enter")
    visit.until("document.activeElement.id === 'panel'")
    visit.page.focus("#tab-search")
    keys.press("ArrowRight")
    assert visit.page.evaluate("document.activeElement.id") == "tab-path"


def test_an_address_restores_what_was_seen(visit: Visit) -> None:
    visit.search("edicia")
    visit.page.select_option("#language", "fr")
    visit.until("location.hash.includes('lang=fr')")
    seen = visit.page.url, visit.drawn(), visit.page.inner_text("#panel-title")
    visit.page.goto("about:blank")
    visit.open(seen[0])
    visit.page.wait_for_selector("#expand")
    assert (visit.drawn(), visit.page.inner_text("#panel-title")) == seen[1:]
    assert visit.page.inner_text("#tab-search") == "Chercher"


def test_what_is_hidden_leaves_and_comes_back(visit: Visit) -> None:
    visit.search("orbit")
    before = visit.drawn()
    visit.page.click("#panel .buttons button:has-text('Hide')")
    visit.until(f"document.querySelectorAll('#list [role=option]').length < {before}")
    visit.page.click("#undo")
    visit.until(f"document.querySelectorAll('#list [role=option]').length == {before}")


def test_the_picture_is_taken_along_as_one_page(visit: Visit) -> None:
    visit.search("gotham")
    visit.page.click("#save summary")
    with visit.page.expect_download() as download:
        visit.page.click("#save button >> nth=0")
    assert "Gotham" in Path(download.value.path()).read_text("utf-8")


def test_a_question_that_writes_is_refused_in_one_line(
    chromium: "Browser", explorer: Explorer
) -> None:
    visit = Visit(chromium, explorer, WIDE)
    visit.page.click("#tab-questions")
    visit.page.click("#pane > button")
    visit.page.fill("#cypher", "MATCH (n) DELETE n")
    visit.page.click("#run")
    visit.page.wait_for_selector("#error:not([hidden])")
    assert "DELETE is refused" in visit.page.inner_text("#error")
    visit.close()


def test_a_server_that_has_gone_is_told(chromium: "Browser", explorer: Explorer) -> None:
    visit = Visit(chromium, explorer, WIDE)
    visit.context.set_offline(True)
    visit.page.fill("#ask", "palantir")
    visit.page.wait_for_selector("#error:not([hidden])")
    assert "Is kg explore still running" in visit.page.inner_text("#error")
    visit.close()


@pytest.mark.parametrize("visit", [WIDE, PHONE, NARROW], indirect=True, ids=["1280", "390", "320"])
def test_it_is_accessible_at_any_width(visit: Visit) -> None:
    assert visit.axe() == []
    visit.search("palantir")
    visit.page.evaluate(OPEN_UP)
    assert visit.axe() == []
    assert not visit.is_wider_than_the_window()
    for tab in ("path", "questions", "conflicts", "sources"):
        visit.page.click(f"#tab-{tab}")
        visit.page.wait_for_selector("#pane > *")
    visit.page.click("#theme")
    visit.page.click("#tab-questions")
    visit.page.click("#pane > button")
    visit.page.click("#run")
    visit.page.wait_for_selector("#answer tbody tr")
    assert visit.axe() == []
    assert not visit.is_wider_than_the_window()


def test_hostile_names_are_read_and_never_run(chromium: "Browser", tmp_path: Path) -> None:
    names = [entity(f"firm-{n}", name=text[:300], notes=text) for n, text in enumerate(HOSTILE)]
    ties = [claim(f"firm-0 OWNS firm-{n}", says=text) for n, text in enumerate(HOSTILE) if n]
    case = alone(tmp_path, entities=names, sources=[source(title=HOSTILE[1])], claims=ties)
    with open_graph(case, "embedded") as graph:
        visit = Visit(chromium, Explorer(graph), WIDE)
        visit.search("firm-0")
        visit.page.wait_for_selector("#panel .notes li", state="attached")
        visit.page.click("#expand")
        visit.page.evaluate(OPEN_UP)
        visit.page.click("#tab-conflicts")
        visit.page.click("#tab-sources")
        visit.page.wait_for_selector(".books li")
        assert visit.page.inner_text("#panel-title") == HOSTILE[0]
        assert visit.page.evaluate("window.hurt") is None
        assert (visit.outside, visit.troubles) == ([], [])
        visit.close()
