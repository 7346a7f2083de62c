"""``kg sources [ID]``."""

import click

from kg.cli import options


@click.command("sources")
@click.argument("source", metavar="[ID]", required=False)
@options.as_json
@options.reads
def command(
    source: str | None, as_json: bool, case: str | None, store: str | None, lang: str
) -> None:
    """List the sources by how much rests on them, or show all that rests on one.

    ID is the id of a source, as the list shows it, or its address.
    """
    from kg.answers import bibliography
    from kg.answers.json import data_json

    data: object
    with options.open_graph(case, store, lang) as graph:
        if source is None:
            listed = graph.sources()
            data, text = (
                bibliography.as_data(listed, lang),
                bibliography.as_text(listed, lang, options.width()),
            )
        else:
            held = graph.source(source)
            data, text = (
                bibliography.one_as_data(held, lang),
                bibliography.one_as_text(held, lang, options.width()),
            )
    click.echo(data_json(data) if as_json else text, nl=False)
