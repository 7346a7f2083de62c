"""A load that is killed anywhere is completed by the next one."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.store import target
from kg.store.bolt import Store
from kg.store.neo4j_load import load
from tests.store.loading import ROWS, graph
from tests.store.samples import CASE, contents, expected

ROOT = Path(__file__).parents[2]
KILLS = 6


def kill_a_load(store: Store, seed: int, transactions: int, seconds: float) -> bool:
    """Kill a load some time after so many transactions; was it still at work?"""
    command = [sys.executable, "-m", "tests.store.loading", store.name, str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as loading:
        assert loading.stdout
        assert loading.stdout.read(transactions) == b"." * transactions
        time.sleep(seconds)
        loading.kill()
    return loading.returncode == -signal.SIGKILL


def transactions_of_a_load(store: Store, seed: int) -> int:
    told: list[tuple[str, int, int]] = []
    load(store, graph(seed), CASE, lambda *news: told.append(news))
    return len(told)


def test_after_every_kill_a_rerun_leaves_exactly_the_graph(
    neo4j_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(target, "_ROWS", ROWS)
    neo4j_store.driver.execute_query(
        "CREATE (:Person {name: 'Ann'})-[:KNOWS]->(:Entity {id: 'e1'})"
    )
    load(neo4j_store, graph(0), CASE)
    transactions = transactions_of_a_load(neo4j_store, 1)
    dice = random.Random(8200)
    half_done = 0

    for seed in range(2, 2 + KILLS):
        after = dice.randrange(transactions - 2)
        assert kill_a_load(neo4j_store, seed, after, dice.uniform(0, 0.02))
        left = contents(neo4j_store, CASE)
        half_done += left not in (expected(graph(seed), CASE), expected(graph(seed - 1), CASE))
        load(neo4j_store, graph(seed), CASE)
        assert contents(neo4j_store, CASE) == expected(graph(seed), CASE)

    assert half_done >= KILLS // 2, "the kills came too early or too late to prove anything"
    _, ann = neo4j_store.read("MATCH (p:Person)-[:KNOWS]->(e:Entity) RETURN p.name AS p, e.id AS e")
    assert ann == [{"p": "Ann", "e": "e1"}]


def test_a_first_load_that_is_killed_is_completed(neo4j_store: Store) -> None:
    dice = random.Random(5)
    half_done = 0
    for _ in range(3):
        neo4j_store.driver.execute_query("MATCH (n) DETACH DELETE n")
        assert kill_a_load(neo4j_store, 1, dice.randrange(1, 35), dice.uniform(0, 0.02))
        half_done += contents(neo4j_store, CASE) != expected(graph(1), CASE)

        load(neo4j_store, graph(1), CASE)

        assert contents(neo4j_store, CASE) == expected(graph(1), CASE)
    assert half_done, "the kills came too late to prove anything"
