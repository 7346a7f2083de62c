"""``kg case``."""

import click


@click.group("case")
def command() -> None:
    """Make a case folder of your own."""


@command.command("new")
@click.argument("folder")
def new(folder: str) -> None:
    """Make a case folder, with a place each for your own facts, queries, views and adapters.

    Its tables in data/ have their first line, and its README.md says what to write below it.
    """
    from pathlib import Path

    from kg.facts.blank import begin

    root = begin(Path(folder)).root
    click.echo(f"made {root}; its README.md tells what to write into the tables in data/")
    click.echo(f"go there, or give --case {root} to any command")
