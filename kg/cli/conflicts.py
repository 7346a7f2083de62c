"""``kg conflicts [ENTITY]``."""

import click

from kg.cli import options


@click.command("conflicts")
@click.argument("entity", required=False)
@options.as_json
@options.reads
def command(
    entity: str | None, as_json: bool, case: str | None, store: str | None, lang: str
) -> None:
    """Show what sources contradict each other on, side by side.

    With ENTITY, an id, name or alias, only what it is in. conflict: both cannot hold; unclear: it
    is left open whether they can; history: it changed over time. Nothing here picks a winner.
    """
    from kg.answers.contradictions import as_data, as_text
    from kg.answers.json import data_json

    with options.open_graph(case, store, lang) as graph:
        groups = graph.conflicts(entity)
    shown = data_json(as_data(groups)) if as_json else as_text(groups, lang, options.width())
    click.echo(shown, nl=False)
