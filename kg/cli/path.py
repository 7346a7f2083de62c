"""``kg path A B``."""

import json

import click

from kg.cli import options


@click.command("path")
@click.argument("start")
@click.argument("end")
@click.option("--max", "longest", default=6, show_default=True, help="Hops at most.")
@click.option("--k", "most", default=3, show_default=True, help="Paths at most.")
@options.as_json
@options.reads
def command(
    start: str,
    end: str,
    longest: int,
    most: int,
    as_json: bool,
    case: str | None,
    store: str | None,
    lang: str,
) -> None:
    """Show how two entities are tied, with the page of each hop.

    START and END are ids, names or aliases: kg path "Unit 8200" "Federale Politie". Paths of
    supply, contract, use, ownership and roles come before ones over a country, a law or a critic.
    A path shows that records touch, not that anybody did wrong.
    """
    from kg.answers.routes import as_data, as_text

    with options.open_graph(case, store, lang) as graph:
        found = graph.path(start, end, longest=longest, most=most)
    if as_json:
        click.echo(json.dumps(as_data(found), ensure_ascii=False, indent=2))
    elif found:
        click.echo(as_text(found, lang, options.width()))
    else:
        click.echo(f"No path of at most {longest} hops ties {start} to {end}.")
