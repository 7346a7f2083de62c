"""What tests of OCDS share: who is who, and what was said of them."""

from typing import Protocol

from tests.ingest.said import Said
from tests.notices.ocds_sample import OCID

POLICE = "org-be-kbo-0308357159"
CAMERA = "org-be-kbo-0461145522"
CONTRACT = f"contract-{OCID}-a1"
TENDER = f"tender-{OCID}"
LOSER = {"name": "Verliezer BV"}


class Hear(Protocol):
    """The fixture ``hear``: what a file of some documents says."""

    def __call__(self, *documents: object, **options: str) -> Said:
        """Write the file, and read it."""


def names(heard: Said, predicate: str, **fields: str) -> list[str]:
    return [heard.entity(one.subject).name for one in heard.of(predicate, **fields)]


def amounts(heard: Said, subject: str) -> list[tuple[str, str, str]]:
    return [
        (one.get("kind"), one.text, one.get("currency"))
        for one in heard.of("HAS_AMOUNT", subject=subject)
    ]
