"""``kg resolve FILE.csv``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options

if TYPE_CHECKING:
    from kg.resolve.aliases import Aliases
    from kg.resolve.lists import NameList
    from kg.resolve.resolving import Resolution


@click.command("resolve")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--column", metavar="NAME", default="name", help="The column of names.")
@click.option("--country", metavar="NAME", help="The column of countries, in two or three letters.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the rows here.")
@click.option(
    "--suggest", type=click.Path(path_type=Path), help="Write the pairs for a person to judge here."
)
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    help="Where pairs are found and scored; spark is for millions of names on several machines.",
)
@click.option(
    "--master",
    metavar="URL",
    default="local[*]",
    help="The Spark master: local[2], spark://HOST:7077, yarn or k8s://HOST.",
)
@click.option("--by-rules", is_flag=True, help="Leave the shipped tables of other names aside.")
@options.as_json
def command(
    file: Path,
    column: str,
    country: str | None,
    output: Path | None,
    suggest: Path | None,
    engine: str,
    master: str,
    by_rules: bool,
    as_json: bool,
) -> None:
    """Say which rows of your own list are one.

    Each gets a cluster, and how sure that is.

    Adds two columns: cluster (the first row of its cluster) and tier. T1 is the same identifier, T2
    the same name, T3 a known alias: these are sure. T4 is a likeness, for you to judge. A row alone
    has no tier. Aliases of authorities and vendors count in their own country only, so tell it.
    """
    from kg.cli.output import save_pieces
    from kg.resolve.aliases import aliases
    from kg.resolve.lists import read_list, suggestions, summary, with_clusters

    table = read_list(file, column, country or "")
    known = None if by_rules else aliases()
    is_far = engine == "spark"
    found = _on_spark(table, master, known) if is_far else table.resolved(known=known)
    if suggest:
        save_pieces(suggest, suggestions(table, found))
    if output:
        save_pieces(output, with_clusters(table, found))
    if as_json:
        from kg.answers.json import data_json

        click.echo(data_json(summary(found)), nl=False)
    elif not output:
        for piece in with_clusters(table, found):
            click.echo(piece, nl=False)


def _on_spark(table: "NameList", master: str, known: "Aliases | None") -> "Resolution":
    from kg.resolve.spark import on_spark

    with on_spark(master) as spark:
        return table.resolved(spark, known)
