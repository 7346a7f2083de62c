"""``kg export``: the whole graph as a file."""

import json
from pathlib import Path

import click

from kg.cli import options, output


@click.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(["json"]))
@click.option("-o", "--output", "path", metavar="FILE", help="[default: standard output]")
@options.reads
def command(format_: str, path: str | None, case: str | None, store: str | None, lang: str) -> None:
    """Write the graph to a file.

    json: {entities, relationships, claims, sources, conflicts}, each a list in a fixed order; the
    same data gives the same bytes on every machine.
    """
    from kg.reading.whole import everything

    with options.open_graph(case, store, lang) as graph:
        found = everything(graph.store)
    text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if path is None:
        click.echo(text, nl=False)
    else:
        output.save(Path(path), text)
