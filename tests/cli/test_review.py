"""``kg review`` as it is typed, and killed."""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from kg.building import build
from kg.case import Case
from kg.cli import cli
from kg.ledger import FILE, Ledger
from tests.cases import ROOT, surroundings
from tests.review.samples import ORDER, answers, small

if TYPE_CHECKING:
    from kg.session import OpenGraph


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The small case, built; each test finds it without a ledger."""
    case = small(tmp_path_factory.mktemp("cli") / "case")
    build(case)
    return case


@pytest.fixture
def case(built: Case) -> Iterator[Case]:
    yield built
    (built.root / FILE).unlink(missing_ok=True)


def run(case: Case, *words: str) -> Result:
    return CliRunner().invoke(cli, ["review", *words, "--lang", "en", "--case", str(case.root)])


def verdicts(case: Case) -> list[tuple[str, str, str]]:
    entries = Ledger.open(case.root / FILE).entries
    return [(one.left, one.verdict, one.who) for one in entries]


# Lists


def test_the_queue_for_a_program(case: Case) -> None:
    found = run(case, "--json")
    assert found.exit_code == 0
    pairs = json.loads(found.stdout)
    assert [pair["left"] for pair in pairs] == ORDER
    assert pairs[0] == {
        "left": "acme",
        "right": "acme-belgium",
        "left_entity": "acme",
        "right_entity": "acme-belgium",
        "left_name": "Acme Security NV",
        "right_name": "Acme Security Belgium",
        "judgement": "unsure",
        "reason": "Nobody says so",
        "score": None,
        "uncertainty": 1.0,
        "degree": 4,
        "worth": 5.0,
    }


def test_the_queue_as_a_table(case: Case) -> None:
    shown = run(case, "--list").stdout
    assert shown.startswith("5 pairs wait\n")
    assert "acme-belgium" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_limit_says_what_is_left_out(case: Case) -> None:
    assert run(case, "--list", "--limit", "2").stdout.endswith(
        "3 more pairs wait and are not shown here.\n"
    )
    assert len(json.loads(run(case, "--json", "--limit", "2").stdout)) == 2
    assert run(case, "--list", "--limit", "0").exit_code == 2


def test_the_same_queue_is_the_same_bytes(case: Case) -> None:
    assert run(case, "--json").stdout == run(case, "--json").stdout


def test_the_shipped_queue_holds_every_open_pair(shipped: "OpenGraph") -> None:
    pairs = json.loads(run(shipped.case, "--json").stdout)
    assert len(pairs) > 30
    worth = [pair["worth"] for pair in pairs]
    assert worth == sorted(worth, reverse=True)


# The page and the table


def test_a_page_is_written_and_its_answers_are_taken_in(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "pairs.html"
    found = run(case, "--html", str(path), "--limit", "2")
    assert (found.exit_code, found.stdout) == (0, "")
    assert f"wrote {path}" in found.stderr
    assert path.read_text("utf-8").count("<article") == 2


def test_a_page_that_cannot_be_written_is_one_line(case: Case, tmp_path: Path) -> None:
    found = run(case, "--html", str(tmp_path / "no" / "pairs.html"))
    assert found.exit_code == 1
    assert found.stderr.count("\n") == 1
    assert "cannot be written" in found.stderr


def test_answers_are_taken_in_under_a_name_and_leave_the_queue(case: Case, tmp_path: Path) -> None:
    table = answers(tmp_path / "a.csv", ("acme", "acme-belgium", "unsure", "Cannot tell"))
    found = run(case, "--answers", str(table), "--who", "Bea")
    assert found.exit_code == 0
    assert found.stdout == "written to judgements.csv: 1; there already: 0; problems: 0\n"
    assert verdicts(case) == [("acme", "unsure", "Bea")]
    again = run(case, "--answers", str(table))
    assert again.stdout == "written to judgements.csv: 0; there already: 1; problems: 0\n"
    pairs = json.loads(run(case, "--json").stdout)
    assert [pair["left"] for pair in pairs] == ORDER[1:]


def test_a_bad_row_is_said_and_the_exit_code_tells(case: Case, tmp_path: Path) -> None:
    table = answers(
        tmp_path / "a.csv", ("acme", "nobody", "same", ""), ("alpha", "alfa", "sme", "")
    )
    found = run(case, "--answers", str(table))
    assert found.exit_code == 1
    assert "a.csv, row 2, column right: no entity 'nobody' in the graph" in found.stderr
    assert "a.csv, row 3, column verdict: 'sme' is none of" in found.stderr
    assert "problems: 2" in found.stdout
    assert verdicts(case) == []


def test_rows_of_the_ledger_that_do_not_count_are_said(case: Case) -> None:
    head = "number,act,left,right,verdict,why,who,when,tool\n"
    (case.root / FILE).write_text(head + "1,a,acme,acme-belgium,perhaps,x,y,2026-01-01,kg\n")
    found = run(case, "--json")
    assert "'perhaps' is none of" in found.stderr
    assert len(json.loads(found.stdout)) == 5


# The terminal


def test_without_a_terminal_one_line_says_what_else_works(case: Case) -> None:
    found = run(case)
    assert found.exit_code == 1
    assert found.stderr == (
        "Error: this is no terminal to press keys in; kg review --list shows the pairs, "
        "kg review --html PAGE.html makes a page to answer on\n"
    )


def test_without_textual_one_line_says_what_to_install(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "textual"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual", None)
    for name in ("kg.review.app", "kg.review.screen"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    found = run(case)
    assert found.exit_code == 1
    assert found.stderr == (
        "Error: deciding in the terminal needs textual: pip install '.[review]' in the checkout. "
        "Without it: kg review --html PAGE.html, then kg review --answers FILE.csv\n"
    )
    assert run(case, "--list").exit_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_killed_after_an_answer_it_goes_on_behind_it(case: Case) -> None:
    with _Terminal(case) as first:
        first.reads("Acme Security NV")
        first.types("u")
        first.reads("Why?")
        first.types("\r")
        first.reads("Written to judgements.csv")
        first.process.kill()
    assert [row[:2] for row in verdicts(case)] == [("acme", "unsure")]
    with _Terminal(case) as second:
        second.reads("Parent SA")
        second.types("q")
        assert second.ends() == 0


class _Terminal:
    """``kg review`` in a pseudo-terminal of 80 by 24."""

    def __init__(self, case: Case) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        words = [sys.executable, "-m", "kg", "review", "--lang", "en", "--case", str(case.root)]
        env = surroundings({"TERM": "xterm-256color", "KG_WHO": "Ada"})
        self.process = subprocess.Popen(
            words, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=env, close_fds=True
        )
        os.close(theirs)
        self.seen = b""

    def __enter__(self) -> "_Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.ours)

    def types(self, text: str) -> None:
        os.write(self.ours, text.encode())

    def reads(self, text: str, seconds: float = 60) -> None:
        """Wait until a text is on the screen."""
        end = time.monotonic() + seconds
        while text.encode() not in self.seen:
            assert time.monotonic() < end, f"{text!r} was not shown: {self.seen[-500:]!r}"
            self._look()

    def ends(self, seconds: float = 60) -> int:
        """Wait for the end, and give the exit code; a screen that nobody reads would hold it up."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < end, f"it goes on: {self.seen[-500:]!r}"
            self._look()
        return self.process.wait()

    def _look(self) -> None:
        if select.select([self.ours], [], [], 0.2)[0]:
            try:
                self.seen += os.read(self.ours, 65536)
            except OSError:  # Linux says so that the other end is closed
                time.sleep(0.05)
