"""Small French contracts of our own, to be filled in as a test needs them."""

import json
from pathlib import Path
from typing import Any

Json = dict[str, Any]
BUYER = "20001318300021"
HOLDER = "38024392300089"
OTHER = "55204599900869"
THIRD = "34027049500021"
UID = f"{BUYER}2024M01"


def marche(**more: Any) -> Json:
    """A contract of a buyer of which only the number is known, unless ``more`` says otherwise."""
    return {
        "id": "2024M01",
        "acheteur": {"id": BUYER},
        "nature": "Marché",
        "objet": "Caméras",
        "codeCPV": "35125300-2",
        "procedure": "Appel d'offres ouvert",
        "dateNotification": "2024-05-15",
        "datePublicationDonnees": "2024-05-25",
        "montant": 80000,
        "titulaires": [{"titulaire": party(HOLDER)}],
        **more,
    }


def concession(**more: Any) -> Json:
    """A concession."""
    return {
        "id": "2024C01",
        "autoriteConcedante": {"id": BUYER},
        "nature": "Concession de service",
        "objet": "Fourrière",
        "dateSignature": "2024-04-02",
        "valeurGlobale": 10.3,
        "concessionnaires": [{"concessionnaire": party(HOLDER)}],
        **more,
    }


def party(number: object, name: str = "", kind: str = "SIRET") -> Json:
    """A holder or subcontractor."""
    named = {"denominationSociale": name} if name else {}
    return {"typeIdentifiant": kind, "id": number, **named}


def act(number: int = 1, subcontractor: Json | None = None, **more: Any) -> Json:
    """A subcontract."""
    own = {"sousTraitant": subcontractor} if subcontractor else {}
    return {
        "acteSousTraitance": {
            "id": number,
            **own,
            "dureeMois": 12,
            "dateNotification": "2024-10-11",
            "montant": 1234.5,
            "variationPrix": "Révisable",
            **more,
        }
    }


def second_version(*contracts: Json, **lists: list[Json]) -> Json:
    """A file of the format of 2022."""
    named = {name.replace("_", "-"): found for name, found in lists.items()}
    return {"marches": {"marche": list(contracts), **named}}


def save(folder: Path, document: object, name: str = "decp.json") -> Path:
    """A file; bytes and text go in as they are."""
    path = folder / name
    data = document if isinstance(document, bytes) else _text(document).encode()
    path.write_bytes(data)
    return path


def xml(*contracts: Json, tag: str = "marche") -> str:
    """Contracts as XML."""
    return f"<marches>{''.join(element(tag, one) for one in contracts)}</marches>"


def element(tag: str, value: object) -> str:
    """A field as XML: a list is a repeated element, unless it holds its own wrappers."""
    if isinstance(value, list):
        inner = "".join(element(name, one) for entry in value for name, one in entry.items())
        return f"<{tag}>{inner}</{tag}>"
    if isinstance(value, dict):
        inner = "".join(element(name, one) for name, one in value.items())
        return f"<{tag}>{inner}</{tag}>"
    return f"<{tag}>{value}</{tag}>"


def _text(document: object) -> str:
    return document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
