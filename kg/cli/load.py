"""``kg load``."""

from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.store.bolt import Store
    from kg.store.neo4j_load import Loaded


@click.command("load")
@click.option("--to", "uri", metavar="URI", help="The server, e.g. bolt://localhost:7687.")
@click.option("--remove", metavar="NAME", help="Take the case of this name out again instead.")
@options.case
def command(uri: str | None, remove: str | None, case: str | None) -> None:
    """Load the graph into a Neo4j server (5.26 or later).

    Only nodes of this case are touched, whatever else the database holds. Loading again changes
    nothing; after a change it leaves exactly the new graph. A load that was killed is completed by
    the next one. User and password: in the URI, or NEO4J_USERNAME and NEO4J_PASSWORD.

    Queries ask a server that holds one case alone; give each case a database of its own.
    """
    from kg.store import bolt

    wanted = bolt.wanted_uri(uri)
    if wanted is None:
        raise StoreError("no server named; write --to bolt://localhost:7687 or set NEO4J_URI")
    with bolt.connect(wanted) as store:
        done = _load(store, case) if remove is None else _remove(store, case, remove)
        click.echo(f"{store.name}: {done}")


def _load(store: "Store", case: str | None) -> "Loaded":
    from kg.building import assemble
    from kg.case import find
    from kg.store import loaded, prints
    from kg.store.mixture import mixture
    from kg.store.neo4j_load import load

    found = find(case)
    now = prints.take(found)
    dossier, built = assemble(found)
    for problem in dossier.problems:
        click.echo(str(problem), err=True)
    done = load(store, built.graph, found.name, _progress)
    loaded.remember(found, store.name, now)
    if mixed := mixture(store):
        click.echo(f"{mixed}: queries will ask for --mixed", err=True)
    return done


def _remove(store: "Store", case: str | None, name: str) -> "Loaded":
    from kg.case import find
    from kg.store import loaded
    from kg.store.neo4j_load import unload

    found = find(case)
    done = unload(store, name, _progress)
    if not done.removed:
        raise StoreError(f"{store.name} holds no case {name!r}")
    if found.name == name:
        loaded.forget(found, store.name)
    return done


def _progress(what: str, done: int, total: int) -> None:
    click.echo(f"  {what}: {done:,} of {total:,}", err=True)
