"""The labelled sets: clusters of names, and pairs; and how each is split in two halves."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from kg.resolve.record import Record, record

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared" / "er"
SAMPLE = ROOT.parent / "shared" / "samples" / "placsp" / "open_643_2021-08-30_09-04.xlsx"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A table of records with the cluster that each belongs to."""

    name: str
    records: list[Record]
    clusters: list[str]

    def half(self, which: int) -> "Labelled":
        """Half of its clusters, by a hash of the cluster's id: 0 to fit on, 1 kept from it."""
        kept = [at for at, cluster in enumerate(self.clusters) if half(cluster) == which]
        return Labelled(
            f"{self.name}, half {which + 1}",
            [self.records[at] for at in kept],
            [self.clusters[at] for at in kept],
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, and whether they are one."""

    left: Record
    right: Record
    is_same: bool
    half: int


def clusters(name: str) -> Labelled:
    """One of the tables with clusters: ``patstat_nl``, ``nsi_police``."""
    rows = list(_rows(SHARED / f"{name}_clusters.csv"))
    records = [record(str(at), row["name"], row["country"]) for at, row in enumerate(rows)]
    return Labelled(name, records, [row["cluster"] for row in rows])


def pairs(name: str) -> list[Pair]:
    """One of the tables with pairs: ``nkbench``, ``patstat_nl``."""
    return [
        Pair(
            record("0", row["name1"], row["country1"]),
            record("1", row["name2"], row["country2"]),
            row["is_match"] == "1",
            half(row["name2"]),
        )
        for row in _rows(SHARED / f"{name}_pairs.csv")
    ]


def half(key: str) -> int:
    """0 or 1, the same on every machine."""
    return blake2b(key.encode(), digest_size=1).digest()[0] & 1


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def suppliers() -> Labelled:
    """Spanish suppliers of one week by tax number: names as authorities typed them, nobody judged.

    A number with one name only is a negative for all others.
    """
    from openpyxl import load_workbook

    book = load_workbook(SAMPLE, read_only=True)
    typed = book["Resultados"].iter_rows(values_only=True, min_row=2, min_col=20, max_col=22)
    found = {
        (str(name).strip(), str(number).strip().upper())
        for name, kind, number in typed
        if kind == "NIF" and name and number and ";" not in str(number)
    }
    book.close()
    rows = sorted(found)
    records = [record(str(at), name, "ES") for at, (name, _) in enumerate(rows)]
    return Labelled("placsp", records, [number for _, number in rows])


def curated() -> Labelled:
    """The entities of data/: each name and alias a record of its own, without label or ids."""
    records: list[Record] = []
    ids: list[str] = []
    for row in _rows(ROOT / "data" / "entities.csv"):
        names = [pair.partition("=")[2] for pair in row["names"].split("|") if pair]
        names = [row["name"], *names, *filter(None, row["aliases"].split("|"))]
        country = row["country"] if "|" not in row["country"] else ""
        for name in dict.fromkeys(names):
            records.append(record(str(len(records)), name, country))
            ids.append(row["id"])
    return Labelled("curated", records, ids)
