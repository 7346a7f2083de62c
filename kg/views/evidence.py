"""The claims and sources of a picture, as a reader needs them to check it."""

from types import MappingProxyType

from kg.views.found import Props, Told
from kg.views.picture import Claim, Source


def claim_of(told: Told) -> Claim:
    """What one source says in one place."""
    claim, source = told.claim, told.source
    own = (claim.get(key) for key in ("date", "as_of", "since", "until", "year"))
    return Claim(
        id=str(claim["id"]),
        says=str(claim.get("says", "")),
        certainty=str(claim.get("certainty", "")),
        said_by=told.said_by,
        source=str(source["id"]),
        locator=str(claim.get("locator", "")),
        title=str(source.get("title", "")),
        publisher=str(source.get("publisher", "")),
        published=str(source.get("published", "")),
        read=str(source.get("read", "")),
        url=str(source.get("url", "")),
        date=next((str(each) for each in own if each), ""),
        conflicts=told.conflicts,
        unclear=told.unclear,
        about=MappingProxyType(dict(told.about)),
        predicate=str(claim.get("predicate", "")),
        text=str(claim.get("text") or ""),
        qualifiers=tuple(_parted(each) for each in claim.get("qualifiers", ())),
    )


def _parted(text: str) -> tuple[str, str]:
    """A qualifier, which the graph holds as ``key=value``."""
    key, _, value = str(text).partition("=")
    return key, value


def source_of(props: Props) -> Source:
    """A source as a list of sources prints it."""
    keys = ("id", "title", "publisher", "published", "read", "url", "language", "kind")
    return Source(*(str(props.get(key, "")) for key in keys))
