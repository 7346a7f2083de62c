"""Contracts that two sources may tell of: a notice of TED and one of the country, say.

Never merged: a buyer may buy the same from the same firm every year. A pair is suggested if one
buyer gave it (or both name one number that is long enough to be no chance), and two of winner,
amount, title and number agree. Pairs are found by keys, so that the work grows with the contracts.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.resolve.deals import Deal, deals
from kg.resolve.suggestion import Suggestion
from kg.statements import Entity, Statement

CAP = 30
"""A key of more contracts than this says little."""
_GLOBAL = 12
"""A number of so many letters and digits is the same nowhere by chance."""
_NEAR, _FAR = 45, 400
_ALIKE = 0.8
_LEAST = 0.6
_MOST = 0.95


def doubles(
    entities: Mapping[str, Entity],
    statements: Iterable[Statement],
    head: Callable[[str], str],
    shipped: Collection[str],
) -> list[Suggestion]:
    """The pairs to look at, the likest first. ``head`` is who stands for an id.

    Two contracts that are ``shipped``, or told by one source, are two.
    """
    known = deals(entities, statements, head)
    pairs: set[tuple[str, str]] = set()
    for group in _groups(known.values()).values():
        if 1 < len(group) <= CAP:
            pairs.update(combinations(sorted(group), 2))
    found = (
        _weigh(known[one], known[two])
        for one, two in sorted(pairs)
        if one not in shipped or two not in shipped
    )
    ranked = sorted(filter(None, found), key=lambda pair: (-pair.score, pair.left, pair.right))
    return list(_but_settled(ranked, known))


def _but_settled(ranked: Sequence[Suggestion], known: Mapping[str, Deal]) -> Iterator[Suggestion]:
    """Without the pairs of which one has, by a number, another partner from the same register."""
    partners: dict[str, list[Deal]] = {}
    settled = {pair for pair in ranked if _is_global(_shared(pair, known))}
    for pair in settled:
        partners.setdefault(pair.left, []).append(known[pair.right])
        partners.setdefault(pair.right, []).append(known[pair.left])
    for pair in ranked:
        sides = ((pair.left, known[pair.right]), (pair.right, known[pair.left]))
        if pair in settled or not any(
            _are_two(partner, other) for side, other in sides for partner in partners.get(side, ())
        ):
            yield pair


def _shared(pair: Suggestion, known: Mapping[str, Deal]) -> frozenset[str]:
    return known[pair.left].numbers & known[pair.right].numbers


def _groups(known: Iterable[Deal]) -> dict[tuple[str, ...], list[str]]:
    """Contracts by what two that are one would share."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for deal in known:
        for key in _keys(deal):
            groups.setdefault((deal.label, *key), []).append(deal.id)
    return groups


def _keys(deal: Deal) -> Iterator[tuple[str, ...]]:
    for number in sorted(deal.numbers):
        if len(number) >= _GLOBAL:
            yield "number", number
        yield from (("own number", number, buyer) for buyer in sorted(deal.buyers))
    for buyer in sorted(deal.buyers):
        yield from (("winner", buyer, winner) for winner in sorted(deal.winners))
        yield from (("amount", buyer, amount) for amount in sorted(deal.amounts))
    for winner in sorted(deal.winners):
        yield from (("won", winner, amount) for amount in sorted(deal.amounts))


def _weigh(one: Deal, two: Deal) -> Suggestion | None:
    """How likely two contracts are one; None where it is not worth a look."""
    if not one.sources.isdisjoint(two.sources) or _differ(one.lots, two.lots):
        return None
    if _differ(one.winners, two.winners) and _differ(one.amounts, two.amounts):
        return None
    numbers = one.numbers & two.numbers
    is_known = _is_global(numbers)
    if _are_two(one, two) and not is_known:
        return None
    if one.buyers.isdisjoint(two.buyers) and (not is_known or _differ(one.buyers, two.buyers)):
        return None
    alike, days = _alike(one.title, two.title), _apart(one.days, two.days)
    signs = {
        f"both have the number {min(numbers, default='')}": 0.35 if numbers else 0,
        "the same winner": 0.2 if one.winners & two.winners else 0,
        f"the same amount {min(one.amounts & two.amounts, default='')}": 0.3
        if one.amounts & two.amounts
        else 0,
        f"titles alike ({alike:.0%})": 0.25 * alike if alike >= _ALIKE else 0,
    }
    told = [sign for sign, adds in signs.items() if adds]
    score = 0.2 * bool(one.buyers & two.buyers) + sum(signs.values()) + _time(days)
    if len(told) < 2 or score < _LEAST:
        return None
    told = (["the same buyer"] if one.buyers & two.buyers else []) + told
    told += [f"{days} days apart"] if days is not None else []
    return Suggestion(
        one.id, two.id, round(min(score, _MOST), 3), "perhaps one: " + ", ".join(told)
    )


def _are_two(one: Deal, two: Deal) -> bool:
    """Whether one register gave each a number of its own."""
    shared = one.registers.keys() & two.registers.keys()
    return any(one.registers[name].isdisjoint(two.registers[name]) for name in shared)


def _is_global(numbers: Iterable[str]) -> bool:
    return any(len(number) >= _GLOBAL for number in numbers)


def _differ(one: set[str], two: set[str]) -> bool:
    """Whether both are known and have nothing in common."""
    return bool(one and two) and one.isdisjoint(two)


def _alike(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of the letters of two titles that stand in words of both."""
    both, every = sum(map(len, one & two)), sum(map(len, one | two))
    return both / every if every else 0.0


def _apart(one: set[int], two: set[int]) -> int | None:
    return min((abs(day - other) for day in one for other in two), default=None)


def _time(days: int | None) -> float:
    if days is None:
        return 0.0
    return 0.1 if days <= _NEAR else -0.3 if days > _FAR else 0.0
