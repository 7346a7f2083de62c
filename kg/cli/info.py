"""``kg info``."""

import json

import click

from kg.cli import options


@click.command("info")
@options.as_json
@options.reads
def command(as_json: bool, case: str | None, store: str | None, lang: str) -> None:
    """Show version, case, store and counts."""
    with options.open_graph(case, store, lang) as graph:
        facts = graph.info()
    if as_json:
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        for key, value in facts.items():
            click.echo(f"{key:<14} {value:,}" if isinstance(value, int) else f"{key:<14} {value}")
