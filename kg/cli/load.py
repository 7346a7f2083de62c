"""``kg load``."""

import click

from kg.cli import options


@click.command("load")
@click.option("--to", "uri", metavar="URI", help="The server, e.g. bolt://localhost:7687.")
@options.case
def command(uri: str | None, case: str | None) -> None:
    """Load the graph into a Neo4j server (5.26 or later).

    Only nodes of this case are touched, whatever else the database holds. Loading again changes
    nothing; after a change it leaves exactly the new graph. A load that was killed is completed by
    the next one. User and password: in the URI, or NEO4J_USERNAME and NEO4J_PASSWORD.
    """
    from kg.building import assemble
    from kg.case import find
    from kg.errors import StoreError
    from kg.store import bolt, loaded, prints
    from kg.store.neo4j_load import load

    wanted = bolt.wanted_uri(uri)
    if wanted is None:
        raise StoreError("no server named; write --to bolt://localhost:7687 or set NEO4J_URI")
    found = find(case)
    with bolt.connect(wanted) as store:
        now = prints.take(found)
        dossier, built = assemble(found)
        for problem in dossier.problems:
            click.echo(str(problem), err=True)
        done = load(store, built.graph, found.name, _progress)
    loaded.remember(found, store.name, now)
    click.echo(f"{store.name}: {done}")


def _progress(what: str, done: int, total: int) -> None:
    click.echo(f"  {what}: {done:,} of {total:,}", err=True)
