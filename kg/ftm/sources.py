"""Where a thing or a link was read: the file itself, or the page that the file names for it."""

import re
from functools import lru_cache
from hashlib import blake2b

from kg.identifiers import slug
from kg.statements import Source

_PAGE = re.compile(r"#(?:.*&)?page=([0-9]+)$")
_WEB = re.compile(r"[a-z]+://(?:www\.)?([^/:?#]+)(?::[0-9]+)?([^#]*)", re.IGNORECASE)
_LONGEST = 120


@lru_cache(maxsize=1 << 12)
def cited(address: str, publisher: str = "") -> tuple[Source, str]:
    """The source that a web address or a file's name stands for, and the page it names.

    ``https://x.eu/report.pdf#page=77`` is page 77 of ``https://x.eu/report.pdf``.
    """
    page = _PAGE.search(address)
    whole = address[: page.start()] if page else address
    mark = blake2b(whole.encode(), digest_size=4).hexdigest()
    web = _WEB.match(whole)
    if web is None:
        id_ = f"doc-{slug(whole) or 'unnamed'}-{mark}"
        found = Source(id_, "", whole[:_LONGEST], publisher or "not named")
    else:
        host, path = web[1].lower(), web[2].rstrip("/")
        title = (host + path)[:_LONGEST]
        found = Source(f"web-{slug(host)}-{mark}", whole, title, publisher or host)
    return found, f"p. {page[1]}" if page else ""


def located(page: str, at: str) -> str:
    """A locator: the page of the source, and the record that names it."""
    return f"{page}; {at}" if page else at
