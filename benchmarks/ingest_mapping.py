"""Rows of a table that a mapping reads in a CPU second: ``python benchmarks/ingest_mapping.py``.

Writes a table into docs/performance.md. Every figure is of processes of their own, without their
start-up: that of
a table of one row is taken off. With ``--peer PATH`` the command ``ftm`` of followthemoney runs the
same mapping over the same table; it writes entities, we say statements with their evidence and keep
them on disk, so that the comparison is not in our favour. The mark is 5,672 rows in 4.8 CPU
seconds, what ``ftm map`` took when this was planned; newer releases of it are faster.
"""

import argparse
import csv
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
ROUNDS = 3
ROWS = 5672
MARK = ROWS / 4.8
MAPPING = """\
donations:
  queries:
    - csv_url: donations.csv
      entities:
        party:
          schema: Organization
          key: Party
          properties: {name: {column: Party}}
        donor:
          schema: LegalEntity
          key: Donor
          properties:
            name: {column: Donor}
            country: {column: Country}
            addressEntity: {entity: address}
        address:
          schema: Address
          key: [Street, City, Country]
          properties:
            full: {template: "{{Street}}, {{City}}"}
            city: {column: City}
            street: {column: Street}
            country: {column: Country}
        donation:
          schema: Payment
          key: [Party, Donor, DonationDate, DonationEUR]
          properties:
            payer: {entity: donor}
            beneficiary: {entity: party}
            date: {column: DonationDate, format: "%Y-%m-%d"}
            amountEur: {column: DonationEUR}
    - csv_url: donations.csv
      filters: {DonorType: COMPANY}
      entities: {donor: {schema: Company, key: Donor}}
    - csv_url: donations.csv
      filters: {DonorType: PERSON}
      entities: {donor: {schema: Person, key: Donor}}
"""


@dataclass(frozen=True, slots=True)
class Way:
    """A command that reads a table by a mapping, run in a folder with both."""

    what: str
    command: Sequence[str]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--peer", metavar="PATH", help="the command ftm, to measure beside ours")
    parser.add_argument("--rows", type=int, default=ROWS, help="rows of the table")
    given = parser.parse_args()
    ways = [
        Way("kg, mapping read and statements kept", [sys.executable, "-c", _OURS]),
        Way("kg, mapping read, nothing kept", [sys.executable, "-c", _OURS, "drop"]),
    ]
    if given.peer:
        ways.append(Way("ftm map, entities written", [given.peer, "map", "donations.yml"]))
    out = ["| way | rows per CPU second | times the mark |", "|---|---|---|"]
    for way in ways:
        rate = given.rows / seconds(way, given.rows)
        out.append(f"| {way.what} | {rate:,.0f} | {rate / MARK:.1f} |")
    table = "\n".join(out) + "\n"
    sys.stdout.write(table)
    from docs.generator.blocks import measured

    PAGE.write_text(measured(PAGE.read_text("utf-8"), "mapping", table), "utf-8")


def seconds(way: Way, rows: int) -> float:
    """CPU seconds for a table of so many rows, without the start of the process."""
    return max(_measured(way, rows) - _measured(way, 1), 0.001)


def _measured(way: Way, rows: int) -> float:
    with TemporaryDirectory() as folder:
        _write(Path(folder), rows)
        return median(_cpu(way, folder) for _ in range(ROUNDS))


def _cpu(way: Way, folder: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        way.command,
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _write(folder: Path, rows: int) -> None:
    (folder / "donations.yml").write_text(MAPPING, "utf-8")
    with (folder / "donations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            ["Party", "DonationEUR", "DonorType", "Donor", "Street", "City", "Country",
             "DonationDate", "ReportingDate"]
        )  # fmt: skip
        writer.writerows(_rows(rows))


def _rows(count: int) -> Iterator[list[str]]:
    """Donations of some 2,000 donors to eight parties, the same in every run."""
    for row in range(count):
        donor = row * 7919 % 2027
        kind = ("PERSON", "COMPANY", "ORG")[donor % 3]
        day = f"20{10 + row % 12:02}-{1 + row % 12:02}-{1 + row % 28:02}"
        yield [
            f"Partei {row % 8}",
            f"{50_000 + row * 13 % 90_000}.{row % 100:02}",
            kind,
            f"Spender Nummer {donor} GmbH",
            f"Königstraße {donor % 200}",
            f"{10_000 + donor} Düsseldorf",
            "Deutschland",
            day,
            day,
        ]


_OURS = """
import sys
from pathlib import Path
from kg.case import Case
from kg.inputs import inputs
from kg.sources import Context, adapter, families
from kg.spool import Spool
case = Case(Path("case"))
family = next(one for one in families(case) if one.name == "mapping")
options = {"mapping": "donations.yml"}
with Spool(Path("spool.jsonl")) as spool:
    sink = (lambda value: None) if "drop" in sys.argv else spool.keep
    adapter(family).ingest(Context(family, case, inputs(["donations.csv"]), options, sink=sink))
"""


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
