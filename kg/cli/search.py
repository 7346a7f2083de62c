"""``kg search TEXT``."""

from typing import TYPE_CHECKING

import click

from kg.cli import options

if TYPE_CHECKING:
    from kg.reading.names import Hit


@click.command("search")
@click.argument("text", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="Most hits.")
@click.option("--label", metavar="LABEL", help="Only of this label or below it, e.g. Company.")
@options.as_json
@options.reads
def command(
    text: tuple[str, ...],
    limit: int,
    label: str | None,
    as_json: bool,
    case: str | None,
    store: str | None,
    lang: str,
) -> None:
    """Find entities by any name, in any language, typos allowed; best first.

    kg search palentir; kg search "police fédérale"; kg search orbit --label Product
    """
    from dataclasses import asdict

    from kg.answers.json import data_json

    asked = " ".join(text)
    with options.open_graph(case, store, lang) as graph:
        hits = graph.search(asked, limit=limit, label=label)
    if as_json:
        click.echo(data_json([asdict(hit) for hit in hits]), nl=False)
    elif hits:
        click.echo("\n".join(_line(hit, lang) for hit in hits))
    else:
        click.echo("Nothing found. Fewer words, or other ones, may find more.", err=True)


def _line(hit: "Hit", lang: str) -> str:
    from kg.answers.cells import one_line
    from kg.schema import labels

    matched = "" if hit.matched in (hit.name, hit.id) else f" ({hit.matched})"
    return one_line(f"{hit.id}: {hit.name}{matched}, {labels()[hit.label].names[lang]}")
