"""Notices with the parties of one's choice, taken in beside what is known."""

import csv
import json
from pathlib import Path

from kg.case import Case
from kg.dossier import Dossier, gather
from kg.ingesting import Report, ingest
from tests.cases import alone, entity

Deal = tuple[str, str, str, str]
"""Country, buyer, supplier, title."""

ELDA: Deal = ("ES", "Ayuntamiento de Elda", "EUROCOP SECURITY SYSTEMS, S.L.", "Gestión policial")


def notices(path: Path, *deals: Deal) -> str:
    """An OCDS package with a release for each deal; parties without any number."""
    releases = [
        {
            "ocid": f"ocds-abc123-{path.stem}-{at}",
            "id": "1",
            "date": "2024-05-01T00:00:00Z",
            "tag": ["award"],
            "buyer": {"id": "b", "name": buyer},
            "parties": [
                {"id": "b", "name": buyer, "roles": ["buyer"], "address": place},
                {
                    "id": "s",
                    "name": firm,
                    "roles": ["supplier"],
                    "address": place,
                },
            ],
            "tender": {"id": "t", "title": title},
            "awards": [
                {
                    "id": "a",
                    "title": title,
                    "status": "active",
                    "date": "2024-05-01T00:00:00Z",
                    "value": {"amount": 100_000 + at, "currency": "EUR"},
                    "suppliers": [{"id": "s", "name": firm}],
                }
            ],
        }
        for at, (country, buyer, firm, title) in enumerate(deals)
        for place in ({"countryName": country},)
    ]
    path.write_text(json.dumps({"version": "1.1", "releases": releases}), "utf-8")
    return str(path)


def taken(case: Case, *deals: Deal, name: str = "deals.json") -> Dossier:
    """The dossier of a case that has taken these deals in."""
    found = list(ingest(case, [notices(case.root / name, *deals)]))
    assert all(isinstance(one, Report) and not one.problems for one in found), found
    return gather(case)


def small(folder: Path) -> Case:
    """A case that knows three bodies, and nothing of what is shipped."""
    rows = [
        entity("eurocop", name="EuroCop Security Systems", aliases="EuroCop", country="ES"),
        entity("kent-police", name="Kent Police", label="PoliceForce", country="GB"),
        entity(
            "plainfield", name="Plainfield Police Department", label="PoliceForce", country="US"
        ),
    ]
    return alone(folder, entities=rows)


def rows(case: Case, name: str) -> list[dict[str, str]]:
    with (case.derived / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
