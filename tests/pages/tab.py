"""A page in a browser as a reader sees it: what can be read, pressed, typed and taken along."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_INSIDE = ("file:", "data:", "blob:", "about:")


class Tab:
    """One page of one size, offline."""

    def __init__(
        self, context: "BrowserContext", path: Path, fragment: str, wide: int, tall: int
    ) -> None:
        """Open a file and wait until it stands."""
        self.page = context.new_page()
        self.page.set_viewport_size({"width": wide, "height": tall})
        self.errors: list[str] = []
        self.outside: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._heard)
        self.page.on("request", self._asked)
        self.page.on("dialog", lambda dialog: self._popped(dialog))
        self.page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        self.wait()

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(_INSIDE):
            self.outside.append(request.url)

    def _popped(self, dialog: Any) -> None:
        self.errors.append(f"a dialog opened: {dialog.message}")
        dialog.dismiss()

    def wait(self) -> None:
        """Until words, list and address are there and have followed."""
        self.page.wait_for_function("document.querySelector('#tally').textContent !== ''")
        self.settle()

    @property
    def names(self) -> list[str]:
        """The names in the list."""
        return self.page.locator("#list .name").all_inner_texts()

    @property
    def tally(self) -> str:
        """How much is shown."""
        return self.page.locator("#tally").inner_text()

    @property
    def evidence(self) -> str:
        """The text of the evidence."""
        return self.page.locator("#panel").inner_text()

    @property
    def address(self) -> dict[str, str]:
        """What the fragment says, by key, once it has followed."""
        self._follow(320)
        fragment = self.page.url.partition("#")[2]
        pairs = (part.partition("=") for part in fragment.split("&") if part)
        return {key: unquote(value) for key, _, value in pairs}

    def choose(self, name: str) -> None:
        """Press a name in the list."""
        self.page.locator("#list li", has=self.page.get_by_text(name, exact=True)).first.click()
        self.settle()

    def press(self, *texts: str) -> None:
        """Press buttons by their text."""
        for text in texts:
            self.page.get_by_role("button", name=text, exact=True).first.click()
            self.settle()

    def keys(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            self.page.keyboard.press(key)
        self.settle()

    def search(self, text: str) -> list[str]:
        """What is found."""
        self.page.fill("#search", text)
        self.page.wait_for_timeout(200)
        return self.names

    def tick(self, group: str, *choices: str) -> None:
        """Tick choices of a group of filters, or take the ticks away."""
        if not self.page.locator("#filters").evaluate("node => node.open"):
            self.page.locator("#filters > summary").click()
        for choice in choices:
            box = self.page.locator(f"input[data-key={group}][value='{choice}']")
            box.click()
            self.settle()

    def rows(self, table: str = "ties") -> list[list[str]]:
        """The cells of a table, row by row, as shown."""
        rows = self.page.locator(f"#table-{table} tbody tr").all()
        return [row.locator("th, td").all_inner_texts() for row in rows]

    def settle(self) -> None:
        """Let the page follow."""
        self._follow(60)

    def _follow(self, milliseconds: int) -> None:
        """Wait on the clock of the page, where all that it put off for less comes before."""
        self.page.evaluate("pause => new Promise(done => setTimeout(done, pause))", milliseconds)

    def saved(self, entry: str) -> bytes:
        """The file that an entry of the menu of saving gives."""
        self.page.locator("#save > summary").click()
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=entry, exact=True).click()
        return Path(waiting.value.path()).read_bytes()

    def inked(self, box: Sequence[float] | None = None) -> int:
        """How many pixels of the drawing are not empty."""
        script = """(box) => {
          const canvas = document.querySelector("#stage canvas");
          const [x, y, w, h] = box ?? [0, 0, canvas.width, canvas.height];
          const { data } = canvas.getContext("2d").getImageData(x, y, w, h);
          return data.reduce((sum, value, at) => sum + (at % 4 === 3 && value > 0 ? 1 : 0), 0);
        }"""
        return int(self.page.evaluate(script, box))
