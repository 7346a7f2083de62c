"""From what a source wrote to a number of a register, and what that number says besides."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.countries import alpha2
from kg.identifiers.identifier import Identifier
from kg.identifiers.numbers import number_in
from kg.identifiers.placeholders import is_masked, is_placeholder
from kg.identifiers.schemes import Scheme, announced, schemes

_REGISTER_OF = dict.fromkeys(["GF", "GP", "MQ", "RE", "YT", "PM", "BL", "MF"], "FR") | {"AX": "FI"}
_ORG_ID_GUIDE = re.compile(r"[A-Z]{2}-[A-Z0-9_]{2,}")
_SEVERAL = re.compile(r"[_;|,]| / | - |\(")


@lru_cache(maxsize=1 << 16)
def identify(scheme_hint: str, value: str, country: str) -> Identifier:
    """Say which register's number a text is.

    ``scheme_hint`` is what the source says of it (``SIRET``, ``BE-BCE_KBO``, ``VAT``), often
    nothing; ``country`` is the organisation's, in two or three letters. Without a hint the usual
    registers of the country are tried. What is masked, a placeholder, or fails its check digit
    comes back too, but identifies nobody.
    """
    own = alpha2(country) or _country_of(scheme_hint)
    own = _REGISTER_OF.get(own, own)
    if is_masked(value) or is_placeholder(value):
        return Identifier(_first_name(scheme_hint, own), "", value, False, False)
    for scheme in _candidates(scheme_hint, value, own):
        for part in _parts(value, scheme):
            if number := number_in(scheme, part, own):
                return _identifier(scheme, number, value)
    return _unknown(scheme_hint, value, own)


def implied(identifier: Identifier) -> tuple[Identifier, ...]:
    """The numbers that a number holds: a SIRET its SIREN, a Belgian VAT number its KBO number."""
    return tuple(_implied(identifier)) if identifier.identifies else ()


def with_implied(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Those that identify, and what they hold; the one that names an organisation best is first."""
    return _with_implied(tuple(identifiers))


@lru_cache(maxsize=1 << 16)
def _with_implied(identifiers: tuple[Identifier, ...]) -> tuple[Identifier, ...]:
    known = {str(own): own for own in identifiers if own.identifies}
    for own in tuple(known.values()):
        for other in implied(own):
            known.setdefault(str(other), other)
    return tuple(sorted(known.values(), key=lambda one: (_rank(one.scheme), str(one))))


def _implied(identifier: Identifier) -> Iterator[Identifier]:
    for scheme in schemes().values():
        pattern = scheme.says.get(identifier.scheme)
        match = pattern.fullmatch(identifier.value) if pattern else None
        if match and (number := number_in(scheme, match[1])):
            found = _identifier(scheme, number, identifier.raw)
            yield found
            yield from _implied(found)


def _candidates(hint: str, value: str, country: str) -> Iterator[Scheme]:
    """The schemes to try: those the hint names, those the value names, the country's usual ones."""
    named = [scheme for scheme in announced(hint) if scheme.country in ("", country)]
    named = named or list(announced(hint))
    if not named and _ORG_ID_GUIDE.fullmatch(hint):
        return
    yield from named
    yield from (one for one in _named_in(value) if one.country in ("", country))
    for scheme in schemes().values():
        if not scheme.is_hinted and scheme.country in ("", country) and scheme.name != "vat":
            yield scheme
    yield schemes()["vat"]


def _named_in(value: str) -> tuple[Scheme, ...]:
    head = re.match(r"[^0-9]{2,}", value)
    return announced(head[0].strip(" :.")) if head else ()


def _parts(value: str, scheme: Scheme) -> Iterator[str]:
    """The text as a whole, then what it is made of if a check digit can tell chance from number."""
    yield value
    if scheme.check and len(value) < 200 and _SEVERAL.search(value):
        yield from (part for part in _SEVERAL.split(value) if not is_placeholder(part))


def _identifier(scheme: Scheme, number: str, raw: str) -> Identifier:
    personal = bool(scheme.personal and scheme.personal.fullmatch(number))
    return Identifier(scheme.name, number, raw, True, True, personal)


def _unknown(hint: str, value: str, country: str) -> Identifier:
    """A number of a register we do not know; a code of org-id.guide vouches for it."""
    if _ORG_ID_GUIDE.fullmatch(hint) and not announced(hint):
        return Identifier(hint.lower().replace("_", "-"), value.strip(), value, True, True)
    return Identifier(_first_name(hint, country), value.strip(), value, False, False)


def _first_name(hint: str, country: str) -> str:
    named = [scheme.name for scheme in announced(hint) if scheme.country in ("", country)]
    return named[0] if named else f"{country.lower() or 'unknown'}-number"


def _country_of(hint: str) -> str:
    return alpha2(hint[:2]) if _ORG_ID_GUIDE.fullmatch(hint) else ""


def _rank(scheme: str) -> int:
    return schemes()[scheme].rank if scheme in schemes() else 70
