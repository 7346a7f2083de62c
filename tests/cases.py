"""Case folders as a person makes them, and the command line run on them as she runs it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from kg.case import Case
from kg.facts.noted import COLUMNS as CONFLICT_COLUMNS
from kg.tables import write
from tests.facts.tables import CLAIM, COLUMNS, ENTITY, JUDGEMENT, SOURCE, Cells

ROOT = Path(__file__).resolve().parent.parent

OWN_ENTITY = ENTITY | {"names": "", "aliases": "", "ids": "", "notes": ""}
OWN_SOURCE = SOURCE | {"source_id": "my-notes", "title": "My notes", "kind": "news"}
OWN_CLAIM = CLAIM | {"qualifiers": "", "source": "my-notes", "locator": "para 1", "says": "So."}


def entity(id_: str, **cells: str) -> Cells:
    """A row of entities.csv: a company of this id and name."""
    return OWN_ENTITY | {"id": id_, "name": id_} | cells


def source(id_: str = "my-notes", **cells: str) -> Cells:
    """A row of sources.csv."""
    return OWN_SOURCE | {"source_id": id_} | cells


def claim(words: str, **cells: str) -> Cells:
    """A row of claims.csv from ``subject PREDICATE object``."""
    subject, predicate, thing = words.split()
    return OWN_CLAIM | {"subject": subject, "predicate": predicate, "object": thing} | cells


def judged(left: str, verdict: str, right: str, reason: str = "I looked.") -> Cells:
    """A row of same_or_not.csv."""
    return JUDGEMENT | {"left": left, "right": right, "judgement": verdict, "reason": reason}


def made(folder: Path, **tables: Iterable[Cells]) -> Case:
    """A case with own tables: ``entities``, ``sources``, ``claims``, ``same_or_not``."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        columns = COLUMNS.get(f"{name}.csv", CONFLICT_COLUMNS)
        write(data / f"{name}.csv", columns, [dict(row) for row in rows])
    return Case(folder)


def alone(folder: Path, **tables: Iterable[Cells]) -> Case:
    """A case that reads only its own tables, so that a build takes a fraction of a second."""
    (folder / "ingest").mkdir(parents=True)
    for name in ("entities", "report", "press"):
        (folder / "ingest" / f"{name}.toml").write_text('title = "Nothing"')
        (folder / "ingest" / f"{name}.py").write_text("def ingest(context): pass")
    return made(folder, **tables)


def kg(
    *arguments: str,
    case: Path | None = None,
    cwd: Path = ROOT,
    env: Mapping[str, str] = {},
    before: Sequence[str] = (),
) -> subprocess.CompletedProcess[str]:
    """Run ``kg`` in a process of its own."""
    return subprocess.run(
        [*before, sys.executable, "-m", "kg", *arguments, *(["--case", str(case)] if case else [])],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=surroundings(env),
        check=False,
    )


def surroundings(env: Mapping[str, str]) -> dict[str, str]:
    """The environment of a person who has set nothing but this."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("KG_", "NEO4J"))}
    return {**kept, "PYTHONPATH": str(ROOT), **env}


def without_privileges() -> list[str]:
    """What to put before a command, so that a folder that cannot be written cannot be.

    The administrator of a machine may write anywhere; the tests run as one in a container.
    """
    if sys.platform == "win32":
        pytest.skip("Windows has no folders of this kind")
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("needs setpriv to act as somebody who may not write everywhere")
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
