"""What tests of FollowTheMoney share: a few entities, and a file of them."""

import json
from pathlib import Path
from typing import Any

from tests.ingest.said import Said, Say

AXON = {"id": "axon", "schema": "Company", "properties": {"name": ["Axon"], "country": ["us"]}}
ANNA = {"id": "anna", "schema": "Person", "properties": {"name": ["Anna"]}}
FORCE = {"id": "pz", "schema": "PublicBody", "properties": {"name": ["Politie Oost"]}}
DEAL = {"id": "deal", "schema": "Contract", "properties": {"title": ["Cameras"]}}


def link(kind: str, **values: str) -> dict[str, Any]:
    properties = {name: [value] for name, value in values.items()}
    return {"id": "link", "schema": kind, "properties": properties}


def written(folder: Path, *records: object, name: str = "t.ftm.json") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    return path


def heard(said: Say, folder: Path, *records: object) -> Said:
    return said("ftm", written(folder, *records))
