"""What tests of French contract data share: who is who."""

from typing import Any, Protocol

from tests.ingest.said import Said
from tests.notices.decp_sample import UID

BODY = "org-fr-siren-200013183"
FIRM = "org-fr-siren-380243923"
OTHER_FIRM = "org-fr-siren-552045999"
CONTRACT = f"contract-decp-{UID.lower()}"


class Hear(Protocol):
    """The fixture ``hear``: what a file of some contracts says."""

    def __call__(self, *contracts: dict[str, Any]) -> Said:
        """Write the file, and read it."""
