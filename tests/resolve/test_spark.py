"""The same pairs, scores and clusters on Spark: a real one, on two cores of this machine."""

import importlib.util
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.errors import KgError
from kg.resolve.engines import Local
from kg.resolve.mentions import mentions
from kg.resolve.record import Record, record
from kg.resolve.resolving import resolve
from kg.resolve.score import weights
from tests.resolve.many import made_up

if TYPE_CHECKING:
    from kg.resolve.spark import Spark


@pytest.fixture(scope="module")
def spark() -> "Iterator[Spark]":
    """One session for the whole module: it takes seconds to start."""
    from kg.resolve.spark import on_spark

    if not importlib.util.find_spec("pyspark"):
        pytest.skip("pyspark is not installed (the extra spark)")
    if not shutil.which("java"):
        pytest.skip("Java is not installed")
    with on_spark("local[2]") as engine:
        yield engine


def names(size: int) -> list[Record]:
    return [record(str(at), row.name, row.country) for at, row in enumerate(made_up(size))]


@pytest.mark.parametrize("size", [40, 1_500])
def test_pairs_and_scores_are_the_same_to_the_last_bit(spark: "Spark", size: int) -> None:
    table = mentions(names(size))
    here = Local().scored(table, weights(), lambda _: None)
    there = spark.scored(table, weights(), lambda _: None)
    assert len(here.left) > size
    for ours, theirs in zip(here, there, strict=True):
        assert ours.dtype == theirs.dtype
        assert ours.tolist() == theirs.tolist()


def test_clusters_tiers_and_suggestions_are_the_same(spark: "Spark") -> None:
    records = names(2_500)
    here, there = resolve(records), resolve(records, engine=spark)
    assert (here.cluster, here.tier, here.pairs) == (there.cluster, there.tier, there.pairs)
    assert (here.merged, list(here.suggested)) == (there.merged, list(there.suggested))
    assert set(here.seconds) == set(there.seconds)


def test_an_empty_table_is_resolved_to_nothing_there_too(spark: "Spark") -> None:
    assert resolve([], engine=spark).cluster == []
    assert resolve([record("0", "Bosch")], engine=spark).cluster == [0]


@pytest.mark.parametrize(
    "master", ["lokal[2]", "local[two]", "local[2", "http://host", "", "spark"]
)
def test_what_is_no_master_costs_one_line(master: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name\nBosch\n", "utf-8")
    result = CliRunner().invoke(
        cli, ["resolve", str(path), "--engine", "spark", "--master", master]
    )
    assert result.exit_code == 1
    assert f"no Spark master {master!r}: say local[2]" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_without_spark_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    path = tmp_path / "list.csv"
    path.write_text("name\nBosch\n", "utf-8")
    result = CliRunner().invoke(cli, ["resolve", str(path), "--engine", "spark"])
    assert result.exit_code == 1
    assert "pip install '.[spark]' in the checkout" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_without_java_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.resolve.spark import on_spark

    if not importlib.util.find_spec("pyspark"):
        pytest.skip("pyspark is not installed (the extra spark)")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(KgError, match="Spark needs Java 17"), on_spark("local[1]"):
        pass


def test_a_master_that_does_not_answer_costs_one_line(tmp_path: Path) -> None:
    if not importlib.util.find_spec("pyspark") or not shutil.which("java"):
        pytest.skip("pyspark (the extra spark) or Java is not installed")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # taken, but nobody listens
        port = taken.getsockname()[1]
        path = tmp_path / "list.csv"
        path.write_text("name\nBosch\n", "utf-8")
        master = f"spark://127.0.0.1:{port}"
        result = CliRunner().invoke(
            cli, ["resolve", str(path), "--engine", "spark", "--master", master]
        )
    assert result.exit_code == 1
    assert f"no Spark master answers at 127.0.0.1:{port}" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_another_engine_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name\nBosch\n", "utf-8")
    result = CliRunner().invoke(cli, ["resolve", str(path), "--engine", "flink"])
    assert result.exit_code == 2
    assert "'flink' is not one of 'local', 'spark'" in result.stderr
