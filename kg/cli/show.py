"""``kg show ENTITY``."""

import click

from kg.cli import options


@click.command("show")
@click.argument("entity")
@options.as_json
@options.reads
def command(entity: str, as_json: bool, case: str | None, store: str | None, lang: str) -> None:
    """Show all that is known of an entity, with sources, and what is not known.

    ENTITY is an id, a name or an alias in any language: kg show BriefCam. A number in brackets
    leads to the source below; [!1] to what sources disagree on.
    """
    from kg.answers.json import data_json
    from kg.answers.portraits import as_data, as_text

    with options.open_graph(case, store, lang) as graph:
        profile = graph.show(entity)
    shown = data_json(as_data(profile)) if as_json else as_text(profile, options.width())
    click.echo(shown, nl=False)
