"""The queue in the terminal: a pair side by side, one key an answer."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from kg.errors import KgError
from kg.ledger.book import LONGEST_WHY
from kg.review import screen
from kg.review.desk import VERDICTS, Desk
from kg.review.portrait import Portraits
from kg.review.queue import Waiting
from kg.review.words import word

KEYS: Mapping[str, str] = {
    "s": "same",
    "d": "different",
    "r": "related",
    "u": "unsure",
    "k": "skip",
    "z": "undo",
    "q": "quit",
}
_STYLE = Path(__file__).with_suffix(".tcss")
_AREAS = ("left", "right", "names", "moves", "left-said", "right-said")


class Review(App[None]):
    """One pair at a time; whatever is answered stands in the ledger before the next is shown."""

    CSS_PATH = _STYLE
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"press('{what}')", what, show=False) for key, what in KEYS.items()),
        Binding("escape", "leave", "leave", show=False),
    ]

    def __init__(self, desk: Desk, portraits: Portraits, lang: str) -> None:
        """Work on a desk, in a language."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]
        self.desk = desk
        self.lang = lang
        self._portraits = portraits
        self._verdict = ""
        self._is_blind = False

    def compose(self) -> ComposeResult:
        """The pair, then the question, what was done last, and the keys."""
        yield Static(id="head")
        with VerticalScroll(id="pair", can_focus=True):
            yield Static(id="reason", classes="whole")
            for number, at in enumerate(range(0, len(_AREAS), 2)):
                with Container(classes="row gap" if number else "row"):
                    for area in _AREAS[at : at + 2]:
                        yield Static(id=area)
                if not number:
                    yield Static(id="shared", classes="whole gap")
        with Container(id="asked"):
            yield Static(id="question")
            yield Input(id="why", max_length=LONGEST_WHY)
        yield Static(id="status")
        yield Static(screen.keys(KEYS, self.lang), id="keys")

    def on_mount(self) -> None:
        """Show the first pair."""
        self.title = word("title", self.lang)
        self._show()
        self._say(word("scroll", self.lang))

    def action_press(self, what: str) -> None:
        """A key was pressed: an answer asks why, the others act; what is not seen has no answer."""
        if what == "quit":
            self.exit()
        elif what == "undo":
            self._undo()
        elif self.desk.current and what == "skip":
            self._skip(self.desk.current)
        elif self.desk.current and what in VERDICTS and not self._is_blind:
            self._ask(what)

    def action_leave(self) -> None:
        """Do not answer after all."""
        self._verdict = ""
        self._set_asking(False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write the answer, and go on to the next pair."""
        event.stop()
        if not (self._verdict and self.desk.current):
            return
        verdict, pair = self._verdict, self.desk.current
        why = event.value.strip() or word(f"why_{verdict}", self.lang)
        self.action_leave()
        try:
            self.desk.answer(verdict, why)
        except KgError as error:
            self._say(str(error))
            return
        self._show()
        file = self.desk.ledger.path.name
        self._told("answered", pair, verdict=word(verdict, self.lang).lower(), file=file)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is no row of keys."""
        event.stop()

    def _ask(self, verdict: str) -> None:
        self._verdict = verdict
        why = word(f"why_{verdict}", self.lang)
        question = self.query_one("#question", Static)
        question.update(screen.question(verdict, why, self.lang))
        self._set_asking(True)

    def _set_asking(self, is_asking: bool) -> None:
        self.query_one("#asked").styles.display = "block" if is_asking else "none"
        entry = self.query_one("#why", Input)
        entry.value = ""
        self._say("")
        (entry if is_asking else self.query_one("#pair")).focus()

    def _skip(self, pair: Waiting) -> None:
        self.desk.skip()
        self._show()
        self._told("skipped_one", pair)

    def _undo(self) -> None:
        try:
            pair = self.desk.undo(word("why_undo", self.lang))
        except KgError as error:
            self._say(str(error))
            return
        self._show()
        if pair:
            self._told("undone", pair)
        else:
            self._say(word("nothing_to_undo", self.lang))

    def _show(self) -> None:
        """The current pair, from its top."""
        self.query_one("#head", Static).update(screen.head(self.desk, self.lang))
        try:
            shown = dict(self._areas())
            self._is_blind = False
        except KgError as error:
            shown = {"reason": Content(screen.plain(str(error)))}
            self._is_blind = True
        for area in ("reason", "shared", *_AREAS):
            self.query_one(f"#{area}", Static).update(shown.get(area, Content("")))
        scroll = self.query_one("#pair", VerticalScroll)
        scroll.scroll_home(animate=False)
        scroll.focus()

    def _areas(self) -> Iterator[tuple[str, Content]]:
        if not self.desk.current:
            yield "reason", screen.done(self.desk, self.lang)
            return
        yield from screen.areas(self._portraits(self.desk.current), self.lang)

    def _told(self, key: str, pair: Waiting, **values: object) -> None:
        left, right = pair.pair.left, pair.pair.right
        self._say(word(key, self.lang, left=left, right=right, **values))

    def _say(self, text: str) -> None:
        self.query_one("#status", Static).update(Content(screen.plain(text)))
