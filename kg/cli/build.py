"""``kg build``: the main job."""

import click

from kg.cli import options


@click.command("build")
@options.case
@options.as_json
def command(case: str | None, as_json: bool) -> None:
    """Build the graph: everything shipped, and the case.

    Rows that are wrong are named, one line each, and left out; the rest is built. The old graph
    stays in use until the new one is complete.
    """
    from kg.building import build
    from kg.case import find

    summary = build(find(case))
    for line in summary.warnings():
        click.echo(line, err=True)
    click.echo(summary.json() if as_json else summary.text())
    if summary.shortfalls:
        raise click.exceptions.Exit(1)
