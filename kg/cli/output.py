"""Where an answer goes: to the screen, or into a file of the format that its ending names."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.options import width

if TYPE_CHECKING:
    from kg.answers import Answer

F = TypeVar("F", bound=Callable[..., Any])

_FORMATS = ("table", "csv", "json", "jsonl", "md", "html", "xlsx")


def options(command: F) -> F:
    """The options of every command that prints an answer: --format, -o, --notes."""
    for option in (
        click.option("--notes", is_flag=True, help="Add the list of sources to csv and json."),
        click.option(
            "-o",
            "--output",
            "output_",
            metavar="FILE",
            help="Write to a file; its ending names the format.",
        ),
        click.option("--format", "format_", type=click.Choice(_FORMATS), help="[default: table]"),
    ):
        command = option(command)
    return command


def write(answer: "Answer", format_: str | None, output: str | None, notes: bool) -> None:
    """Print an answer, or write it to a file and say so on stderr."""
    from kg.answers import files, render

    if output is None:
        _print(render(answer, format_ or "table", notes, width()))
        return
    path = Path(output)
    for target, content in files(answer, path, format_ or "", notes).items():
        save(target, content)


def save(path: Path, content: str | bytes) -> None:
    """Write one file whole, and say so on stderr."""
    from kg.errors import CaseError

    data = content.encode() if isinstance(content, str) else content
    try:
        path.write_bytes(data)
    except OSError as error:
        raise CaseError(f"{path}: cannot be written ({error.strerror})") from error
    click.echo(f"wrote {path}", err=True)


def save_pieces(path: Path, pieces: Iterable[str]) -> None:
    """Write one file piece by piece, so that it is never held whole, and say so on stderr."""
    from kg.errors import CaseError

    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
    except OSError as error:
        raise CaseError(f"{path}: cannot be written ({error.strerror})") from error
    click.echo(f"wrote {path}", err=True)


def _print(content: str | bytes) -> None:
    if isinstance(content, bytes):
        sys.stdout.buffer.write(content)
    else:
        click.echo(content, nl=not content.endswith("\n"))
