"""``kg ingest``."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from kg.cli import options

if TYPE_CHECKING:
    from kg.case import Case
    from kg.ingesting import Report
    from kg.tables import Problem

_SHOWN = 5


@click.command("ingest")
@click.argument("given", nargs=-1, metavar="[FORMAT] FILES...")
@click.option("--mapping", metavar="FILE", help="The mapping to read a table with.")
@click.option("-x", "extra", multiple=True, metavar="KEY=VALUE", help="An option of the format.")
@click.option("--suggest", metavar="FILE", help="Write a first mapping for a table, to edit.")
@click.option("--dry-run", is_flag=True, help="Show what would be said; keep nothing.")
@click.option("--examples", is_flag=True, help="Take in a small real extract, to try it out.")
@click.option("--unread", "everything", is_flag=True, help="List all that nobody read.")
@click.option("--list", "listing", is_flag=True, help="List the files of the case.")
@click.option("--remove", metavar="FILE", help="Take a file out of the case again.")
@options.case
def command(
    given: tuple[str, ...],
    mapping: str | None,
    extra: tuple[str, ...],
    suggest: str | None,
    dry_run: bool,
    examples: bool,
    everything: bool,
    listing: bool,
    remove: str | None,
    case: str | None,
) -> None:
    """Take files into the case: notices, releases, tables, archives, folders, or - for stdin.

    The format is told from the content when none is named. Then run kg build. A file read before
    changes nothing; a changed file replaces what it said, and nothing else.
    """
    from kg import ingesting
    from kg.case import find

    found = find(case)
    if listing:
        _list(found)
    elif remove:
        click.echo(f"took out {ingesting.remove(found, remove).file}; kg build to follow")
    elif suggest:
        click.echo(ingesting.suggest(found, suggest), nl=False)
    else:
        given = (*given, ingesting.examples(found)) if examples else given
        _ingest(found, list(given), mapping, extra, dry_run, everything)


def _ingest(
    case: "Case",
    given: list[str],
    mapping: str | None,
    extra: tuple[str, ...],
    dry_run: bool,
    everything: bool,
) -> None:
    from kg import ingesting
    from kg.errors import DataError

    format_ = given.pop(0) if given and given[0] in ingesting.formats(case) else ""
    if mapping and not format_:
        format_ = "mapping"
    if not given:
        raise DataError("no files named; write kg ingest FILES..., or kg ingest --list")
    chosen = dict(pair.partition("=")[::2] for pair in extra)
    if mapping:
        chosen["mapping"] = mapping
    read = ingesting.preview if dry_run else ingesting.ingest
    files = ingesting.with_stdin(case, given)
    if _tell(read(case, files, format_, chosen), everything):
        raise click.exceptions.Exit(1)


def _tell(found: "Iterable[Report | Problem]", everything: bool) -> bool:
    """Print a line a file; whether anything went wrong."""
    from kg.ingesting import Report

    is_wrong = False
    for report in found:
        if isinstance(report, Report):
            _tell_one(report, everything)
            problems = report.problems
        else:
            problems = (report,)
        for problem in problems:
            click.echo(str(problem), err=True)
        is_wrong = is_wrong or bool(problems)
    return is_wrong


def _tell_one(report: "Report", everything: bool) -> None:
    taken = report.taken
    if not report.is_new:
        click.echo(f"{taken.file}: read before, nothing changed")
        return
    click.echo(
        f"{taken.file}: {taken.format}, {taken.records:,} records, {taken.statements:,} statements"
    )
    for value in report.sample:
        click.echo(f"  would say {value}")
    for reason, count in sorted(report.skipped.items()):
        click.echo(f"  skipped {count:,}: {reason}")
    shown = report.unread.most_common(None if everything else _SHOWN)
    for column, count in shown:
        click.echo(f"  not read: {column} ({count:,})")
    if more := len(report.unread) - len(shown):
        click.echo(f"  not read: {more:,} more; --unread lists all")


def _list(case: "Case") -> None:
    from kg.taken import register

    for taken in register(case):
        click.echo(
            f"{taken.file}  {taken.format}, {taken.records:,} records,"
            f" {taken.statements:,} statements"
        )
