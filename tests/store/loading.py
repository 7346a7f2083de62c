"""A load to be killed: python -m tests.store.loading URI SEED. A dot a transaction."""

import sys

from kg.graph.model import Graph
from kg.store import target
from kg.store.bolt import connect
from kg.store.neo4j_load import load
from tests.store.samples import CASE, large

ROWS = 40
"""So few rows a batch that a load has some eighty transactions to be killed in or between."""


def graph(seed: int) -> Graph:
    return large(500, 1200, seed)


def main(uri: str, seed: str) -> None:
    target._ROWS = ROWS
    wanted = graph(int(seed))
    with connect(uri) as store:
        load(store, wanted, CASE, tell)


def tell(*_: object) -> None:
    sys.stdout.write(".")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
