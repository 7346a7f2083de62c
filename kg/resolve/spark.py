"""Finding and scoring pairs on Spark: the functions of one machine on parts, and the same numbers.

The driver parses the names, puts them in columns and makes the keys. Each task sorts the keys of
one part, which is all that share a remainder, so that a key is in one part whole. The pairs go to
the part of their first name, where each is kept once and scored. The columns are broadcast.
"""

import os
import re
import shutil
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

import kg
from kg.errors import KgError
from kg.resolve.blocking import (
    EXHAUSTIVE,
    MOST,
    STEPS,
    Search,
    apart,
    everybody,
    least_share,
    met,
    once,
    search_of,
    shares,
)
from kg.resolve.engines import Local, Scored
from kg.resolve.features import Comparison
from kg.resolve.keys import Keys
from kg.resolve.mentions import Mentions
from kg.resolve.score import Weights, scores

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.resolve.letters import Bits
    from kg.resolve.mentions import Ints

    Longs = NDArray[np.int64]

PARTS_OF_A_CORE = 2
_MASTER = re.compile(r"local(\[(\d+|\*)(,\d+)?\])?|yarn|(spark|k8s)://.+")
_HOST = re.compile(r"([^/,:]+):(\d+)")
_INSTALL = "Spark is not installed: pip install '.[spark]' in the checkout (and Java 17 or later)"


@dataclass(frozen=True, slots=True)
class Columns:
    """What every task needs: the columns of the names, and how pairs are spread over parts."""

    comparison: Comparison
    by: Weights
    owner: "Ints"
    order: "Ints"
    country: "Ints"
    bits: "Bits"
    parts: int

    def part(self, numbers: "Longs") -> "Longs":
        """The part in which each pair is scored: that of its first name."""
        size = len(self.owner)
        found: Longs = numbers // size * self.parts // size
        return found


@dataclass(frozen=True, slots=True)
class Block:
    """The pairs of one part, each once."""

    sure: "Longs"
    weak: "Longs"
    share: "Longs"


@contextmanager
def on_spark(master: str) -> Iterator["Spark"]:
    """A session on this master, ``local[2]`` or ``spark://host:7077``, that ends when it is left.

    KgError if Spark or Java are not there or the master cannot be reached.
    """
    if not _MASTER.fullmatch(master):
        ways = "say local[2], spark://HOST:7077, yarn or k8s://HOST"
        raise KgError(f"no Spark master {master!r}: {ways}")
    if not find_spec("pyspark"):
        raise KgError(_INSTALL)
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise KgError("Spark needs Java 17 or later: install it, or set JAVA_HOME")
    _reach(master)
    context = _context(master)
    try:
        yield Spark(context)
    finally:
        context.stop()


def _reach(master: str) -> None:
    """Ask first whether somebody is there: Spark itself tries for a minute, at length."""
    for host, port in _HOST.findall(master) if master.startswith("spark:") else ():
        try:
            socket.create_connection((host, int(port)), timeout=10).close()
        except OSError as error:
            reason = error.strerror or str(error)
            raise KgError(f"no Spark master answers at {host}:{port} ({reason})") from error


def _context(master: str) -> Any:
    with catch_warnings():
        simplefilter("ignore", FutureWarning)  # of pandas, which is not used here
        from py4j.protocol import Py4JError
        from pyspark import SparkConf, SparkContext
        from pyspark.errors import PySparkException

    root = Path(kg.__file__).resolve().parent.parent
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else whatever python3 is on the PATH
    settings = {
        "spark.app.name": "kg resolve",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.executorEnv.PYTHONPATH": str(root),
    }
    if master.startswith("local"):
        settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    try:
        with catch_warnings():
            simplefilter("ignore", FutureWarning)
            conf = SparkConf().setMaster(master).setAll(list(settings.items()))
            context = SparkContext(conf=conf)
    except (Py4JError, PySparkException) as error:
        reason = next((line for line in str(error).splitlines() if "Exception" in line), str(error))
        raise KgError(f"Spark does not start on {master!r}: {reason.strip()}") from error
    context.setLogLevel("ERROR")
    return context


class Spark:
    """An engine over a running session."""

    def __init__(self, context: Any) -> None:
        """Use this session; who started it stops it."""
        self.context = context

    def scored(self, table: Mentions, by: Weights, lap: Callable[[str], None]) -> Scored:
        """The pairs of a table and their scores."""
        if len(table.owner) <= 1:
            return Local().scored(table, by, lap)
        parts = PARTS_OF_A_CORE * int(self.context.defaultParallelism)
        search = _all_with_all(table) if len(table.owner) <= EXHAUSTIVE else search_of(table)
        shared = self.context.broadcast(_columns(table, search, by, parts))
        blocks = self._blocks(search, shared, parts)
        least = _least(blocks.values().map(_counted).collect(), len(table.owner))
        lap("block")
        found = blocks.map(lambda block: (block[0], _score(block[1], shared.value, least)))
        result = [scored for _, scored in sorted(found.collect(), key=lambda part: part[0])]
        blocks.unpersist()
        shared.unpersist()
        lap("score")
        return _joined(result)

    def _blocks(self, search: Search, shared: Any, parts: int) -> Any:
        """The pairs of each part, found by key and brought together."""
        pieces = self.context.parallelize(list(_pieces(search, parts)), parts)
        found = pieces.map(
            lambda key: (key.is_weak, met(key, shared.value.order, shared.value.country))
        )
        others = self.context.parallelize([(False, search.sure), (True, search.weak)], 2)
        spread = found.union(others).flatMap(lambda some: _by_part(some[0], some[1], shared.value))
        blocks = spread.groupByKey(parts)
        return blocks.mapValues(lambda some: _block(some, shared.value.bits)).persist()


def _all_with_all(table: Mentions) -> Search:
    import numpy as np

    size = len(table.owner)
    none = np.empty(0, np.int64)
    order = np.arange(size, dtype=np.int32)
    return Search([], order, order, np.zeros(size, np.uint64), none, everybody(size))


def _columns(table: Mentions, search: Search, by: Weights, parts: int) -> Columns:
    """The columns without the names that they were made of, which no task looks at."""
    comparison = Comparison(table)
    comparison.mentions = replace(table, records=[], names=[])
    return Columns(comparison, by, table.owner, search.order, search.country, search.bits, parts)


def _pieces(search: Search, parts: int) -> Iterator[Keys]:
    """The keys in parts, those of one number together."""
    import numpy as np

    for key in search.keys:
        part = key.numbers % np.uint64(parts)
        for at in range(parts):
            here = part == at
            yield key._replace(numbers=key.numbers[here], who=key.who[here])


def _by_part(
    is_weak: bool, numbers: "Longs", columns: Columns
) -> Iterator[tuple[int, tuple[bool, "Longs"]]]:
    """Pairs, by the part in which they are scored."""
    part = columns.part(numbers)
    for at in range(columns.parts):
        yield at, (is_weak, numbers[part == at])


def _block(found: Iterable[tuple[bool, "Longs"]], bits: "Bits") -> Block:
    import numpy as np

    kinds: dict[bool, list[Longs]] = {False: [], True: []}
    for is_weak, numbers in found:
        kinds[is_weak].append(numbers)
    none = np.empty(0, np.int64)
    sure, weak = (once(np.concatenate([none, *kinds[is_weak]])) for is_weak in (False, True))
    return Block(sure, weak, shares(weak, bits))


def _counted(block: Block) -> tuple[int, "Longs"]:
    import numpy as np

    return len(block.sure), np.bincount(block.share, minlength=STEPS + 1)


def _least(counted: list[tuple[int, "Longs"]], size: int) -> int:
    import numpy as np

    counts = np.sum([counts for _, counts in counted], axis=0)
    return least_share(counts, MOST * size - sum(sure for sure, _ in counted))


def _score(block: Block, columns: Columns, least: int) -> Scored:
    import numpy as np

    kept = once(np.concatenate([block.sure, block.weak[block.share >= least]]))
    left, right = apart(columns.owner, kept)
    return Scored(left, right, scores(columns.comparison, left, right, columns.by))


def _joined(parts: list[Scored]) -> Scored:
    import numpy as np

    return Scored(*(np.concatenate(column) for column in zip(*parts, strict=True)))
