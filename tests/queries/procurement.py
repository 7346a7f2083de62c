"""A year of contracts of made-up buyers and firms, taken in from files as a person would do it."""

import json
from pathlib import Path
from typing import Any

from kg.building import build
from kg.case import Case
from kg.ingesting import ingest
from kg.tables import Problem
from tests.cases import OWN_CLAIM, alone, source
from tests.facts.tables import Cells

Json = dict[str, Any]


def firm(name: str, number: str, scheme: str = "BE-BCE_KBO") -> Json:
    return {"name": name, "identifier": {"scheme": scheme, "id": number}}


CAMERA = firm("Camera NV", "0461145522")
SOFT = firm("Soft BV", "27124701", "NL-KVK")
POLICE = firm("Federale Politie", "0308357159")
ZONE = firm("Politiezone Brussel-West", "0267352388")
CITY = firm("Stad Gent", "0207451425")
UNDER = firm("Onder BV", "0444444496")
DEEP = firm("Diep BV", "0555555523")
FRENCH_CITY, FRENCH_FIRM, FRENCH_SUB = "20001318300021", "38024392300089", "55204599900869"


def money(amount: float, currency: str = "EUR", **more: object) -> Json:
    return {"amount": amount, "currency": currency, **more}


def process(number: int, buyer: Json, award: Json, **tender: Any) -> Json:
    """A release with one award; what is not told of its tender is left out."""
    return {
        "ocid": f"ocds-made-{number}",
        "id": "1",
        "date": "2025-01-01",
        "tag": ["award"],
        "buyer": buyer,
        "tender": {"id": f"t{number}", "title": f"Job {number}", **tender},
        "awards": [{"id": "a", "title": f"Deal {number}", "status": "active", **award}],
    }


PROCESSES = (
    process(
        1,
        POLICE,
        {"suppliers": [CAMERA], "date": "2023-05-01", "value": money(850)},
        procurementMethod="open",
        numberOfTenderers=1,
    ),
    process(
        2,
        POLICE,
        {"suppliers": [CAMERA, SOFT], "date": "2024-03-01", "value": money(1000)},
        procurementMethod="limited",
        procurementMethodRationale="Urgency",
        numberOfTenderers=2,
    ),
    process(
        3,
        ZONE,
        {
            "suppliers": [CAMERA],
            "date": "2024-06-01",
            "value": money(300, amountGross=363),
            "subcontracting": {
                "subcontracts": [{"id": "1", "subcontractor": UNDER, "tenderers": [CAMERA]}],
                "value": money(90),
            },
        },
        procurementMethod="open",
        numberOfTenderers=4,
    ),
    process(
        4,
        CITY,
        {
            "suppliers": [UNDER],
            "date": "2024-07-01",
            "value": money(400),
            "subcontracting": {
                "subcontracts": [{"id": "1", "subcontractor": DEEP, "tenderers": [UNDER]}]
            },
        },
        procurementMethod="direct",
    ),
    process(5, POLICE, {"suppliers": [SOFT], "date": "2024-09-09", "value": money(70, "GBP")}),
    process(6, POLICE, {"suppliers": [SOFT], "date": "2024-09-10", "value": money(1e17)}),
    process(7, POLICE, {"suppliers": [SOFT], "date": "2024-09-11", "value": money(0)}),
    process(
        8,
        POLICE,
        {"suppliers": [DEEP], "date": "2024-09-12", "status": "cancelled", "value": money(5000)},
    ),
    process(9, POLICE, {"suppliers": [DEEP], "status": "unsuccessful"}, numberOfTenderers=0),
)


def marche(number: str, **more: Any) -> Json:
    return {
        "id": number,
        "acheteur": {"id": FRENCH_CITY, "nom": "LASAT"},
        "nature": "Marché",
        "objet": f"Vidéo {number}",
        "procedure": "Appel d'offres ouvert",
        "dateNotification": "2022-02-02",
        "montant": 80_000,
        "titulaires": [
            {"id": FRENCH_FIRM, "typeIdentifiant": "SIRET", "denominationSociale": "Firme"}
        ],
        **more,
    }


MARCHES = (
    marche(
        "M1",
        offresRecues=1,
        modifications=[
            {"dateNotificationModification": "2022-09-01", "montant": 90_000},
            {
                "dateNotificationModification": "2023-04-01",
                "montant": 100_000,
                "objetModification": "Avenant 2",
            },
        ],
        actesSousTraitance=[
            {
                "id": 1,
                "sousTraitant": {"id": FRENCH_SUB, "typeIdentifiant": "SIRET"},
                "montant": 16_000,
                "variationPrix": "Révisable",
                "dateNotification": "2022-03-03",
            }
        ],
        modificationsActesSousTraitance=[
            {
                "id": 1,
                "montant": 20_000,
                "dateNotificationModificationSousTraitance": "2022-05-05",
            }
        ],
    ),
    marche(
        "M2",
        procedure="Marché passé sans publicité ni mise en concurrence préalable",
        dateNotification="2023-02-02",
        montant=5_000.50,
        modifications=[{"objetModification": "Erreur", "dateSignatureModification": "2023-03-03"}],
    ),
)

OWN = (
    ("HAS_AMOUNT", "1500.25", "kind=paid;currency=EUR;date=2023-06-01"),
    ("HAS_AMOUNT", "250", "kind=paid;currency=EUR;date=2024-01-10"),
    ("HAS_METRIC", "12", "measure=share subcontracted;unit=%"),
)
"""What a reporter noted of the second French contract in tables of her own."""


def made(folder: Path) -> Case:
    """The case with all of it taken in and built."""
    case = alone(folder / "case", claims=map(_noted, OWN), sources=[source()])
    files = folder / "contracts.json", folder / "marches.json"
    files[0].write_text(json.dumps({"releases": PROCESSES}), "utf-8")
    files[1].write_text(json.dumps({"marches": MARCHES}), "utf-8")
    take(case, *files)
    return case


def _noted(own: tuple[str, str, str]) -> Cells:
    predicate, text, qualifiers = own
    subject = f"contract-decp-{FRENCH_CITY}m2"
    return OWN_CLAIM | {
        "subject": subject,
        "predicate": predicate,
        "object": "",
        "text": text,
        "qualifiers": qualifiers,
        "locator": f"note {text}",
    }


def take(case: Case, *files: Path, format_: str = "") -> None:
    """Take files into a case, of which none may be broken, and build it."""
    for report in ingest(case, [str(file) for file in files], format_):
        assert not isinstance(report, Problem), report
        assert not report.problems, report.problems
    build(case)
