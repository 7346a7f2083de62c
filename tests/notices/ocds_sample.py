"""Small releases of our own, to be filled in as a test needs them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Json = dict[str, Any]
OCID = "ocds-abc123-0001"


def release(*, ocid: str = OCID, **more: Any) -> Json:
    """A release of an award by the police to Camera NV, unless ``more`` says otherwise."""
    return {
        "ocid": ocid,
        "id": "1",
        "date": "2024-01-31T10:00:00Z",
        "tag": ["award"],
        "language": "nl",
        "buyer": {"id": "BE-BCE_KBO-0308357159", "name": "Federale Politie"},
        "tender": {"id": "t-1", "title": "Bodycams", "status": "complete"},
        **more,
    }


def award(*suppliers: Mapping[str, Any], id_: object = "a1", **more: Any) -> Json:
    """An award to suppliers."""
    return {"id": id_, "title": "Bodycams voor Brussel", "suppliers": list(suppliers), **more}


def supplier(name: str = "Camera NV", number: str = "0461145522", **more: Any) -> Json:
    """A supplier that only its reference describes."""
    return {"name": name, "identifier": {"scheme": "BE-BCE_KBO", "id": number}, **more}


def money(amount: object, currency: str = "EUR", **more: Any) -> Json:
    """A sum."""
    return {"amount": amount, "currency": currency, **more}


def package(*releases: object, **more: Any) -> Json:
    """A release package."""
    return {
        "uri": "https://example.org/package.json",
        "version": "1.1",
        "publishedDate": "2024-02-01T00:00:00Z",
        "publisher": {"name": "Aankoopdienst"},
        "releases": list(releases),
        **more,
    }


def record_package(*records: object) -> Json:
    """A record package."""
    return {"uri": "https://example.org/records.json", "records": list(records)}


def save(folder: Path, *documents: object, name: str = "file.json") -> Path:
    """A file with one document a line; bytes and text go in as they are."""
    path = folder / name
    parts = [one if isinstance(one, bytes) else _text(one).encode() for one in documents]
    path.write_bytes(b"\n".join(parts))
    return path


def _text(document: object) -> str:
    return document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
