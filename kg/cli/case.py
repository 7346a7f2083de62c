"""``kg case``."""

import click


@click.group("case")
def command() -> None:
    """Make a case folder of your own."""


@command.command("new")
@click.argument("folder")
def new(folder: str) -> None:
    """Make a case folder, with a place each for your own facts, queries, views and adapters."""
    from pathlib import Path

    from kg.case import new as make

    made = make(Path(folder))
    click.echo(f"made {made.root}; go there, or give --case {made.root} to any command")
