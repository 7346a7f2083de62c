"""Offices: whether the name of one says which one it is.

A town's name is that of ten towns, each state of a federation has the same ministries, and a body
has many offices. So a name has to say whose office it is, by its place, or that it is the nation's.
"""

from kg.resolve.names import Name
from kg.resolve.record import Record
from kg.resolve.words import vocabulary

_FEDERAL = frozenset(["AT", "CH", "DE"])
"""Countries where each state has offices that are called as those of the others."""
_TOWNS = frozenset(["US"])
"""Countries where towns of different states are called the same."""
_WIDE = frozenset(["=federal", "=national"])
_LOCAL = frozenset(["=local", "=municipal", "=city", "=municipality", "=county", "=zone"])
"""Words that leave open which one of the country's many is meant."""


def is_one_in_files(one: Record, two: Record) -> bool:
    """Whether two parties of files that are called so are one office."""
    if _say_whose(one, two):
        return _is_wide_enough(one, two)
    return _is_force(one) and _is_force(two)


def is_one_of_table(row: Record, party: Record) -> bool:
    """Whether the party of a file that is called so is the office of a table."""
    if _say_whose(party):
        return _is_wide_enough(party)
    is_society = _is_society(row) and _is_society(party)
    return is_society or party.country not in _FEDERAL | _TOWNS


def _say_whose(*records: Record) -> bool:
    return all(_says_whose(record.name, record.country) for record in records)


def _is_wide_enough(*records: Record) -> bool:
    """Whether a place is enough, or in this country only that it is the nation's."""
    return all(record.country not in _TOWNS or record.name.level & _WIDE for record in records)


def _says_whose(name: Name, country: str) -> bool:
    tokens = vocabulary().tokens(name.words)
    if name.places or not _LOCAL.isdisjoint(tokens):
        return bool(name.places)
    is_wide = bool(name.level & _WIDE) or any(word.startswith("bundes") for word in name.words)
    return is_wide or f"@{country.lower()}" in tokens


def _is_force(record: Record) -> bool:
    """Whether it is a police force that is called as no other of its country: no town's."""
    name = record.name
    if name.domain != "=police" or record.country in _FEDERAL | _TOWNS:
        return False
    tokens = vocabulary().tokens(name.words)
    has_own_word = any(token[0] not in "=@" for token in tokens)
    return has_own_word and (_LOCAL - {"=zone"}).isdisjoint(tokens)


def _is_society(record: Record) -> bool:
    """Whether it is no office of a state: an association, a university, a foundation."""
    return record.label == "Institution" and not record.name.domain
