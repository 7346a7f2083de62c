"""``kg check``."""

import json

import click

from kg.cli import options


@click.command("check")
@options.case
@options.as_json
def command(case: str | None, as_json: bool) -> None:
    """Check data/, queries/ and visualizations/.

    Every mistake is one line: file, row, column, what is wrong, what to do. Exit code 1 if there
    is one.
    """
    from kg.case import find
    from kg.check import check

    found = check(find(case))
    if as_json:
        click.echo(json.dumps(found.data(), ensure_ascii=False, indent=2))
    else:
        click.echo(found.text())
    if found.problems:
        raise click.exceptions.Exit(1)
