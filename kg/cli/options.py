"""Options that many commands share."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.schema import LANGUAGES

if TYPE_CHECKING:
    from kg.session import OpenGraph

_MIXED = "kg.mixed"
"""Where the context of a command keeps it, so that no command has to hand it on."""

F = TypeVar("F", bound=Callable[..., Any])

case = click.option(
    "--case", metavar="DIR", help="Case folder (else KG_CASE, this folder, or the standing case)."
)
store = click.option(
    "--store", metavar="URI", help="A Neo4j server instead of the embedded store (or KG_STORE)."
)
lang = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=lambda: _default_language(),
    show_default="from LANG, else en",
    help="Language of names and words.",
)
mixed = click.option(
    "--mixed",
    is_flag=True,
    expose_value=False,
    callback=lambda ctx, _, value: ctx.meta.update({_MIXED: value}),
    help="Read a server that holds several cases as if it were one.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")


def reads(command: F) -> F:
    """The options of every command that reads an open graph: --case, --store, --mixed, --lang."""
    for option in (lang, mixed, store, case):
        command = option(command)
    return command


def open_graph(case: str | None, store: str | None, lang: str) -> "OpenGraph":
    """Open the graph for a command; what has to be said on the way goes to stderr."""
    from kg.session import open_graph

    _import_driver_alone()
    mixed = bool(click.get_current_context().meta.get(_MIXED))
    return open_graph(case, store, lang, lambda line: click.echo(line, err=True), mixed)


def width() -> int:
    """How wide text may be: as the terminal, at most 120; 100 where there is none."""
    return min(get_terminal_size((100, 24)).columns, 120)


def _default_language() -> str:
    wanted = os.environ.get("KG_LANG") or os.environ.get("LANG", "")
    return wanted[:2] if wanted[:2] in LANGUAGES else "en"


def _import_driver_alone() -> None:
    """Import the neo4j driver without pandas, which it loads for parameters no command has.

    That halves the start of every command; pandas itself stays importable afterwards.
    """
    if "neo4j" in sys.modules or "pandas" in sys.modules:
        return
    sys.modules["pandas"] = None  # type: ignore[assignment]
    try:
        import_module("neo4j")
    finally:
        del sys.modules["pandas"]
