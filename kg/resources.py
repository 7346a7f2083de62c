"""Where queries/, data/, visualizations/ and ingest/ lie: in the wheel, or beside this package."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return one of the shipped top-level folders, e.g. ``folder("queries")``."""
    bundled = _HERE / "_bundled" / name
    return bundled if bundled.is_dir() else _HERE.parent / name
