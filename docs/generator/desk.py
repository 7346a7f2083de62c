"""A reader's desk: a folder of her own, in which the examples of one page are run in order."""

import os
import shlex
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner, Result

from kg.building import build
from kg.case import Case
from kg.cli import cli
from kg.session import CHANGED

WIDTH = "100"
_OURS = ("KG_", "NEO4J_", "LANG", "LC_")


class Desk:
    """The case folder that a page's examples are run in, and what its Python has defined so far."""

    def __init__(self, home: Path, like: "Desk | None" = None) -> None:
        """Lay out ``home/my-case`` with the shipped graph in it, built or copied from another."""
        self.home = home
        self.root = home / "my-case"
        self.names: dict[str, Any] = {"__name__": "example"}
        if like:
            copytree(like.root, self.root)
        else:
            (self.root / "data").mkdir(parents=True)
            build(Case(self.root))

    def put(self, name: str, text: str) -> None:
        """Write a file of the reader's own."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def call(self, words: Sequence[str]) -> Result:
        """Run a command as it is typed, without its ``kg``."""
        with self._seated():
            return CliRunner().invoke(cli, words, prog_name="kg")

    def run(self, line: str) -> str:
        """What a command line prints; ``| head -n 5`` keeps its first lines.

        Raises:
            RuntimeError: The command has a bug, is not written as it should be, or asks a graph
                older than its files: the page would show what is not so any more.
        """
        command, _, cut = line.partition(" | head -n ")
        result = self.call(shlex.split(command)[1:])
        if result.exit_code == 2 or not isinstance(result.exception, SystemExit | None):
            raise RuntimeError(f"{line}: {result.output}") from result.exception
        if CHANGED in result.output:
            raise RuntimeError(f"{line}: {CHANGED} Was a file edited while the pages were made?")
        lines = result.output.splitlines(keepends=True)
        return self._without_machine("".join(lines[: int(cut)] if cut else lines))

    def python(self, code: str) -> str:
        """What a Python block prints."""
        said = StringIO()
        with self._seated(), redirect_stdout(said):
            exec(compile(code, "example", "exec"), self.names)
        return self._without_machine(said.getvalue())

    @contextmanager
    def _seated(self) -> Iterator[None]:
        """In the case folder, with nothing of this machine in the environment."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(_OURS)}
        plain = {**kept, "COLUMNS": WIDTH, "KG_LANG": "en"}
        with chdir(self.root), patch.dict(os.environ, plain, clear=True):
            yield

    def _without_machine(self, text: str) -> str:
        return text.replace(str(self.home), "~")
