"""``kg fmt``."""

import click

from kg.cli import options


@click.command("fmt")
@options.case
def command(case: str | None) -> None:
    """Bring the CSV files of the case into their normal form.

    UTF-8, commas, sorted rows and qualifiers, so that a diff shows only what you changed. Accepts
    what spreadsheets make of a CSV file. Nothing is lost: a file with a row that cannot be read is
    left as it is, and named.
    """
    from kg.case import find
    from kg.facts.fmt import fmt

    for path in fmt(find(case).root / "data"):
        click.echo(f"rewrote {path}")
