"""``kg neo4j-import``."""

from pathlib import Path

import click

from kg.cli import options


@click.command("neo4j-import")
@click.option("-o", "--output", "folder", metavar="DIR", required=True, help="Where to write.")
@options.case
def command(folder: str, case: str | None) -> None:
    """Write files for neo4j-admin database import, and print the command to run.

    For a new, empty database, and the quickest way for a large graph.
    """
    from kg.building import assemble
    from kg.case import find
    from kg.store import bulk_csv

    found = find(case)
    dossier, built = assemble(found)
    for problem in dossier.problems:
        click.echo(str(problem), err=True)
    for line in bulk_csv.write(built.graph, found.name, Path(folder)):
        click.echo(line)
