"""Averages of the ECB's daily reference rates: ``python rates.py eurofxref-hist.zip rates.csv``.

A month or year counts for a currency only if the ECB quoted it on each of its days in that time,
and only if the time is over.
"""

import csv
import io
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from pathlib import Path

SEVEN_DIGITS = Context(prec=7)


def main(source: Path, target: Path) -> None:
    """Read the ECB's file and write the table."""
    days = list(_days(source))
    currencies = sorted(days[0].keys() - {"Date", ""})
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["period", *currencies])
        for period, rows in sorted(_periods(days).items()):
            writer.writerow([period, *(_average(rows, currency) for currency in currencies)])


def _days(source: Path) -> Iterator[Mapping[str, str]]:
    with zipfile.ZipFile(source) as archive, archive.open("eurofxref-hist.csv") as file:
        yield from csv.DictReader(io.TextIOWrapper(file, "utf-8"))


def _periods(days: list[Mapping[str, str]]) -> Mapping[str, list[Mapping[str, str]]]:
    """The days of each month and year that was over when the file was made."""
    found: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for day in days:
        found[day["Date"][:7]].append(day)
        found[day["Date"][:4]].append(day)
    last = max(day["Date"] for day in days)
    if last[5:7] != "12" or int(last[8:]) < 29:
        del found[last[:4]]
    if int(last[8:]) < 28:
        del found[last[:7]]
    return found


def _average(rows: list[Mapping[str, str]], currency: str) -> str:
    quoted = [row[currency] for row in rows if row[currency] not in ("", "N/A")]
    if len(quoted) != len(rows):
        return ""
    mean = sum(map(Decimal, quoted), Decimal(0)) / len(quoted)
    return f"{SEVEN_DIGITS.plus(mean).normalize():f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
