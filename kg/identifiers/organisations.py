"""The stable, readable id of an organisation that a source names."""

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from anyascii import anyascii

from kg.countries import alpha2
from kg.identifiers.identifier import Identifier
from kg.identifiers.recognition import with_implied
from kg.identifiers.schemes import schemes

_LONGEST = 48


def org_id(name: str, country: str, identifiers: Iterable[Identifier], record: str = "") -> str:
    """An id that is the same wherever the organisation has the same number.

    ``org-be-kbo-0308357852`` from the best number that identifies; else the name and a hash:
    ``org-fr-mairie-de-lyon-3f2a9c41``. Without a number two organisations of one name would become
    one, so ``record`` (the notice, the file) keeps apart what only a judgement may join; leave it
    out where the source itself uses the name as the key.
    """
    own = tuple(identifiers)
    for number in with_implied(own):
        if not number.is_personal:
            return f"org-{_kind(number)}-{slug(number.value)}"
    code = alpha2(country).lower() or "xx"
    raw = sorted({number.raw.strip() for number in own})
    words = (" ".join(name.split()).casefold(), code, record, *raw)
    mark = blake2b("\x1f".join(words).encode(), digest_size=4).hexdigest()
    return f"org-{code}-{slug(name) or 'unnamed'}-{mark}"


def entity_ids(identifiers: Iterable[Identifier]) -> tuple[str, ...]:
    """What an entity's ``ids`` hold: every number that identifies, but for persons' own."""
    return tuple(str(number) for number in with_implied(identifiers) if not number.is_personal)


@lru_cache(maxsize=1 << 14)
def slug(text: str) -> str:
    """A text as part of an id: small ASCII letters and digits, joined by hyphens."""
    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-")
    if len(plain) <= _LONGEST:
        return plain
    return plain[:_LONGEST].rsplit("-", 1)[0].strip("-") or plain[:_LONGEST]


def _kind(number: Identifier) -> str:
    """The scheme with its country: ``be-kbo``, ``vat-de``, ``lei``."""
    if number.scheme == "vat":
        return f"vat-{number.value[:2].lower()}"
    return number.scheme if number.scheme in schemes() else slug(number.scheme)
