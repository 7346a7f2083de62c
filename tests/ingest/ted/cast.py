"""Who wins in the small notices of these tests, and how such a notice is heard."""

from typing import Protocol

from tests.ingest.said import Said
from tests.notices.ted_sample import contractor

CAMERAS = contractor("Camera NV", number="0461.145.522")
SOFTWARE = contractor("Soft BV", "NL")


def names(heard: Said, predicate: str) -> list[str]:
    return [heard.entity(one.subject).name for one in heard.of(predicate)]


class Hear(Protocol):
    """The fixture ``hear``: what a notice of some forms says."""

    def __call__(self, *forms: str, **more: str) -> Said:
        """Write the notice, and read it."""
