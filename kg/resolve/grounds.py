"""What is enough to take a party of a file for another without a person.

Stricter than for a list of names (tiers): a file is of anybody, of any country, and dirty. A number
may be a member's or a typing error's, and all offices of a body have one; a town's name is that of
ten towns; two people have one name. What is less than sure is suggested.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from kg.resolve.names import Name
from kg.resolve.offices import is_one_in_files, is_one_of_table
from kg.resolve.parties import JOINED, Key, Party
from kg.resolve.record import Record
from kg.resolve.tiers import Edge, key, says_enough
from kg.resolve.wordlists import wordlist
from kg.resolve.words import NOTHING, vocabulary
from kg.spelling import folded

_EVERYWHERE = frozenset(["Technology"])
"""Things that are the same in every country."""
_MOST = 50
"""A number that more different names bear than this is nobody's."""
_OFFICES = 5
"""A number of more names than this is that of a body with many offices: nothing to ask."""
_BRAND = 6
_TYPO = 0.88
_ACRONYM = 10


def by_number(parties: Sequence[Party]) -> Iterator[tuple[Edge, bool]]:
    """T1: who has the same identifier; with whether the names allow that it is one."""
    groups: dict[str, list[int]] = {}
    for at, one in enumerate(parties):
        for number in one.record.ids if one.record.kind in JOINED else ():
            groups.setdefault(number, []).append(at)
    for number, group in groups.items():
        firsts: list[int] = []
        for at in group:
            fits = (first for first in firsts if agree(parties[first], parties[at]))
            if (first := next(fits, None)) is not None:
                yield Edge(first, at, "T1", 1.0, f"same identifier {number}"), True
            elif len(firsts) < _MOST:
                firsts.append(at)
        for other in firsts[1:] if len(firsts) <= _OFFICES else ():
            why = f"same identifier {number}, but other names"
            yield Edge(firsts[0], other, "T1", 0.5, why), False


def by_alias(parties: Sequence[Party], unclear: frozenset[Key]) -> Iterator[Edge]:
    """T3: whose name is one that a table gives to exactly one row."""
    owner: dict[Key, int] = {}
    for at, one in enumerate(parties):
        for name in one.record.all_names() if one.tables else ():
            owner.setdefault(key(name, one.record), at)
    for at, one in enumerate(parties):
        for name in one.record.all_names() if one.is_free else ():
            known = key(name, one.record)
            if known in owner and known not in unclear and says_enough(name, one.record.country):
                why = f"alias {name.squeezed!r} of one is a name of the other"
                yield Edge(owner[known], at, "T3", 1.0, why)


def agree(one: Party, two: Party) -> bool:
    """Whether two names may be those of one body that has one number.

    Of an office every word counts: the ministries of a region have its number. A firm may be called
    by a part of its name, or with a typing error; two that each have words of their own may be
    sisters, and the number of one typed for the other.
    """
    if one.is_vague or two.is_vague or one.is_union != two.is_union:
        return False
    pairs = list(product(one.record.all_names(), two.record.all_names()))
    if any(left.squeezed == right.squeezed or _same(left, right) for left, right in pairs):
        return True
    if one.is_public or two.is_public or one.is_union:
        return False
    return any(_is_part(*pair) or _is_typo(*pair) for pair in pairs)


def _same(one: Name, two: Name) -> bool:
    return set(one.tokens) == set(two.tokens)


def _is_part(one: Name, two: Name) -> bool:
    """Whether the words of one are all the other's, and say something."""
    few, many = sorted((set(one.tokens), set(two.tokens)), key=len)
    return few <= many and not _telling(one).isdisjoint(_telling(two))


def _is_typo(one: Name, two: Name) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(one.squeezed, two.squeezed) >= _TYPO


def is_sure(one: Party, two: Party) -> bool:
    """Whether the same name (T2, T3) is enough to take two parties for one."""
    record, other = one.record, two.record
    if one.is_vague or two.is_vague or one.is_union != two.is_union:
        return False
    if record.kind not in _EVERYWHERE and not (record.country and record.country == other.country):
        return False
    if not _forms_fit(record.name, other.name) or _is_nobody(record.name):
        return False
    if beside(record.name) != beside(other.name):
        return False
    if one.is_public or two.is_public:
        return _is_one_office(one, two)
    return not (one.is_free and two.is_free) or record.kind != "body" or _is_firm(record, other)


def _is_one_office(one: Party, two: Party) -> bool:
    if _is_incorporated(one.record.name) != _is_incorporated(two.record.name):
        return False
    if one.is_free and two.is_free:
        return is_one_in_files(one.record, two.record)
    row, party = (two, one) if one.is_free else (one, two)
    return is_one_of_table(row.record, party.record)


def _is_incorporated(name: Name) -> bool:
    """Whether it has a legal form that is no word of its name, as ministry is."""
    return bool(name.form) and not name.form.is_kept


def _is_firm(one: Record, two: Record) -> bool:
    """Whether a name is a firm's: a legal form, or one long word. Others may be people."""
    word = one.name.words
    is_legal = bool(one.name.form or two.name.form) or not wordlist("unions").isdisjoint(word)
    return is_legal or (len(word) == 1 and len(word[0]) >= _BRAND)


def beside(name: Name) -> frozenset[str]:
    """Other names that it gives in brackets, which may be those of a part; no acronyms."""
    others = (told.text for told in name.hypotheses if told.kind == "alias")
    return frozenset(folded(text) for text in others if not text.isupper() or len(text) > _ACRONYM)


def _is_nobody(name: Name) -> bool:
    """Whether it is made of nothing but roles, numbers, and words like unknown."""
    common, roles = vocabulary().weights, wordlist("nobody")
    return all(
        common.get(word) == NOTHING or word in roles or any(sign.isdigit() for sign in word)
        for word in name.words
    )


def _forms_fit(one: Name, two: Name) -> bool:
    """Whether legal forms may be one: half of what the rarer stands for is the other's too."""
    if not one.form or not two.form or one.form.short == two.form.short:
        return True
    left, right = one.form.codes, two.form.codes
    return 2 * len(left & right) >= max(1, min(len(left), len(right)))


def _telling(name: Name) -> frozenset[str]:
    common = vocabulary().weights
    return frozenset(
        token for token in name.tokens if token not in common and token[0] not in "=@" and token[1:]
    )
