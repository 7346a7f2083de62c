"""Who plays in the small notices of these tests, and how such a notice is heard."""

from typing import Protocol

from tests.ingest.said import Said
from tests.notices.eforms_sample import (
    bid,
    buyer,
    contract,
    lot,
    organisation,
    party,
    project,
    result,
)

POLICE = organisation(
    "ORG-0001", "NLD=Federale Politie", "FRA=Police fédérale", number="0308357159"
)
CAMERAS = organisation("ORG-0002", "NLD=Camera NV", number="0461145522")
SOFTWARE = organisation("ORG-0003", "ENG=Soft BV", country="NLD")
LOSER = organisation("ORG-0004", "FRA=Perdu SA", country="FRA")
REVIEW = organisation("ORG-0005", "NLD=Raad van State")
ALL = (POLICE, CAMERAS, SOFTWARE, LOSER, REVIEW, buyer("ORG-0001"), project("Body cameras"))
ONE_LOT = (
    result("LOT-0001", "CON-0001", bids="TEN-0001 TEN-0002"),
    bid("TEN-0001", "TPA-0001", "LOT-0001", "1000 EUR"),
    bid("TEN-0002", "TPA-0002", "LOT-0001", "900 EUR"),
    contract("CON-0001", "TEN-0001", number="K/7"),
    party("TPA-0001", "ORG-0002"),
    party("TPA-0002", "ORG-0004"),
    lot("LOT-0001", "Cameras"),
)


def names(heard: Said, predicate: str) -> list[str]:
    return [heard.entity(one.subject).name for one in heard.of(predicate)]


class Hear(Protocol):
    """The fixture ``hear``: what a notice of some parts says."""

    def __call__(self, *parts: str, name: str = "notice.xml", **more: str) -> Said:
        """Write the notice, and read it."""
