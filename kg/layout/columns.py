"""Which column each mark of a layered drawing stands in: sellers left, police right.

What stands beside the chain (secret services, courts, groups, people, laws) goes outside: left of
the sellers if it is tied to one, else right of what it is tied to, with the police or beyond.
Where all ties are data, who gives stands left of who gets, whatever they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.views.picture import Line, Mark, Picture
from kg.views.styles import style_of_type

_MOST_STEPS = 4
"""So many columns at most for a chain of subcontractors or resellers."""
_BANDS = ("vendor", "contract", "system", "force")
_EQUALS = ("MAYBE_SAME", "RELATED_TO")
"""Ties without a direction: neither end stands before the other."""

Flow = tuple[str, str]


def columns(picture: Picture) -> dict[str, int]:
    """Column by mark id, from 0 without gaps."""
    marks = picture.by_id
    flows = sorted({_flow(line) for line in picture.lines if line.start != line.end})
    if picture.lines and all(style_of_type(line.type) == "data" for line in picture.lines):
        return _steps(picture.marks, flows, dict.fromkeys((*_BANDS, "side"), 0))
    chain = [mark for mark in picture.marks if mark.role in _BANDS]
    bands = _bands(picture.marks, flows)
    inner = _steps(
        chain, {_flow(line) for line in picture.lines if line.type not in _EQUALS}, bands
    )
    found = {
        mark.id: bands[mark.role] * (_MOST_STEPS + 1) + (mark.role != "force") * inner[mark.id]
        for mark in chain
    }
    sides = [mark.id for mark in picture.marks if mark.id not in found]
    found |= _outside(sides, found, flows, marks)
    used = {column: place for place, column in enumerate(sorted(set(found.values())))}
    return {id_: used[column] for id_, column in sorted(found.items())}


def _flow(line: Line) -> Flow:
    return (line.end, line.start) if line.backward else (line.start, line.end)


def _bands(marks: Iterable[Mark], flows: Iterable[Flow]) -> Mapping[str, int]:
    """Contracts share a column with systems, unless a contract is tied to a system."""
    roles = {mark.id: mark.role for mark in marks}
    tied = any(
        {roles[left], roles[right]} == {"contract", "system"}
        for left, right in flows
        if left in roles and right in roles
    )
    return {"vendor": 0, "contract": 1, "system": 2 if tied else 1, "force": 3}


def _steps(
    chain: Sequence[Mark], flows: Iterable[Flow], bands: Mapping[str, int]
) -> dict[str, int]:
    """How many steps within its own band stand before a mark; a circle is cut where it closes."""
    band = {mark.id: bands[mark.role] for mark in chain}
    before: defaultdict[str, list[str]] = defaultdict(list)
    for left, right in flows:
        if left in band and right in band and band[left] == band[right]:
            before[right].append(left)
    steps: dict[str, int] = {}
    for mark in chain:
        _longest(mark.id, before, steps, set())
    return steps


def _longest(
    id_: str, before: Mapping[str, Sequence[str]], steps: dict[str, int], open_: set[str]
) -> int:
    if id_ in steps:
        return steps[id_]
    open_.add(id_)
    depths = [
        _longest(other, before, steps, open_) + 1
        for other in before.get(id_, ())
        if other not in open_ and len(open_) < _MOST_STEPS
    ]
    open_.discard(id_)
    steps[id_] = min(max(depths, default=0), _MOST_STEPS)
    return steps[id_]


def _outside(
    sides: Sequence[str],
    inside: Mapping[str, int],
    flows: Iterable[Flow],
    marks: Mapping[str, Mark],
) -> dict[str, int]:
    """Columns outside the chain, further out for every step away from it.

    Those to the right stand in the last column of the chain if none of them is tied to it.
    """
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in flows:
        beside[left].add(right)
        beside[right].add(left)
    first = min(inside.values(), default=0)
    last = max(inside.values(), default=0)
    found: dict[str, int] = {}
    waiting = [id_ for id_ in sides if any(other in inside for other in beside[id_])]
    tied = {id_: [other for other in beside[id_] if other in inside] for id_ in waiting}
    sellers = {id_ for id_ in waiting if any(marks[other].role == "vendor" for other in tied[id_])}
    is_beyond = any(inside[other] == last for id_ in tied.keys() - sellers for other in tied[id_])
    for id_ in waiting:
        found[id_] = first - 1 if id_ in sellers else last + is_beyond
    while waiting:
        step = sorted({
            (other, id_) for id_ in waiting for other in beside[id_]
            if other not in found and other not in inside
        })  # fmt: skip
        for other, id_ in step:
            found.setdefault(other, found[id_] + (1 if found[id_] >= last else -1))
        waiting = sorted({other for other, _ in step})
    return found | {id_: last + 1 for id_ in sides if id_ not in found}
