"""What tests of mappings share: a small table, and the names of what it holds."""

import gzip
import json
import zipfile
from pathlib import Path

from tests.ingest.said import Said

DEALS = """\
Firm,Force,Value,Day,Page,Kind,Remark
Axon,Politie Oost,1000.50,2021-03-31,https://x.eu/a.pdf#page=3,supply,hello
Bosch,Politie Oost,7,2021-04-01,,lease,
Axon,Politie West,,,,supply,
"""
PARTIES = """\
firm:
  schema: Company
  key: Firm
  properties:
    name: {column: Firm}
force:
  schema: PublicBody
  key: Force
  properties:
    name: {column: Force}
    country: {literal: NL}
"""
SUPPLIES = """\
say:
  - subject: firm
    predicate: SUPPLIES
    object: force
    qualifiers:
      value: {column: Value}
      date: {column: Day}
"""


def by_name(said: Said) -> dict[str, str]:
    return {entity.id: entity.name for entity in said.entities}


def ties(said: Said) -> list[tuple[str, str, str]]:
    names = by_name(said)
    return [
        (names.get(one.subject, one.subject), one.predicate, names.get(one.object, one.text))
        for one in said.statements
    ]


def as_kind(kind: str, folder: Path) -> Path:
    rows = [line.split(",") for line in DEALS.splitlines()]
    records = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    path = folder / f"t.{kind}"
    if kind == "jsonl":
        path.write_text("\n".join(map(json.dumps, records)), "utf-8")
    elif kind == "json":
        path.write_text(json.dumps(records), "utf-8")
    elif kind == "tsv":
        path.write_text(DEALS.replace(",", "\t"), "utf-8")
    elif kind == "gz":
        path = folder / "t.csv.gz"
        path.write_bytes(gzip.compress(DEALS.encode()))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("in/t.csv", DEALS)
    return path
