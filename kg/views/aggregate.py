"""Too many marks to read: those that stand alike become one, with a count and what is inside.

First leaves on the same neighbour, then marks with the same neighbours, last whatever has the
fewest lines; in each case only marks of one label and one country. Nothing is lost: ``inside``
names what was put together, and the full picture still holds it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kg.schema import LANGUAGES, certainties, labels
from kg.statements import digest
from kg.views.picture import Line, Mark, Picture, Words
from kg.views.words import words

Key = tuple[str, ...]
Around = Mapping[str, frozenset[str]]
LIMIT = 300


def aggregate(picture: Picture, limit: int = LIMIT) -> Picture:
    """The picture with at most about ``limit`` marks; as it is, if it has no more.

    A focus and a mark with an amount of its own are never put away.
    """
    for key_of in (_leaf, _twin, _minor(limit), _minor_of_any_country(limit)):
        if len(picture.marks) <= limit:
            return picture
        picture = _merged(picture, key_of(picture))
    return picture


def _leaf(picture: Picture) -> dict[str, Key]:
    """Marks with one neighbour, or none, by that neighbour."""
    around = _around(picture)
    return {
        mark.id: (mark.label, _country(mark), mark.date[:4], *around[mark.id])
        for mark in _loose(picture)
        if len(around[mark.id]) < 2
    }


def _twin(picture: Picture) -> dict[str, Key]:
    """Marks by all their neighbours."""
    around = _around(picture)
    return {
        mark.id: (mark.label, _country(mark), mark.date[:4], *sorted(around[mark.id]))
        for mark in _loose(picture)
    }


def _minor(limit: int) -> Callable[[Picture], dict[str, Key]]:
    """Marks with few lines, so many that with their groups no more than the limit are left."""

    def keys(picture: Picture) -> dict[str, Key]:
        return _fewest(picture, limit, lambda mark: (mark.label, _country(mark)))

    return keys


def _minor_of_any_country(limit: int) -> Callable[[Picture], dict[str, Key]]:
    """The same where there are too many countries."""

    def keys(picture: Picture) -> dict[str, Key]:
        return _fewest(picture, limit, lambda mark: (mark.label, ""))

    return keys


def _fewest(picture: Picture, limit: int, key: Callable[[Mark], Key]) -> dict[str, Key]:
    degree = Counter(end for line in picture.lines for end in {line.start, line.end})
    loose = sorted(_loose(picture), key=lambda mark: (degree[mark.id], mark.id))
    groups = len({key(mark) for mark in loose})
    kept = len(picture.marks) - len(loose)
    put_away = max(len(loose) - max(limit - groups - kept, 0), 0)
    return {mark.id: key(mark) for mark in loose[:put_away]}


def _loose(picture: Picture) -> list[Mark]:
    return [mark for mark in picture.marks if mark.id not in picture.focus and mark.value is None]


def _around(picture: Picture) -> Around:
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for line in picture.lines:
        beside[line.start].add(line.end)
        beside[line.end].add(line.start)
    return {mark.id: frozenset(beside[mark.id] - {mark.id}) for mark in picture.marks}


def _country(mark: Mark) -> str:
    return mark.country[0] if mark.country else ""


def _merged(picture: Picture, keys: Mapping[str, Key]) -> Picture:
    groups: defaultdict[Key, list[Mark]] = defaultdict(list)
    for mark in picture.marks:
        if mark.id in keys:
            groups[keys[mark.id]].append(mark)
    many = {key: members for key, members in sorted(groups.items()) if len(members) > 1}
    made = [_crowd(key, members, picture.lang) for key, members in many.items()]
    where = {
        member.id: crowd.id
        for crowd, members in zip(made, many.values(), strict=True)
        for member in members
    }
    kept = [mark for mark in picture.marks if mark.id not in where]
    marks = sorted([*kept, *made], key=lambda mark: mark.id)
    lines = _rejoined(picture.lines, where)
    return replace(picture, marks=tuple(marks), lines=tuple(lines))


def _crowd(key: Key, members: Sequence[Mark], lang: str) -> Mark:
    """One mark for many of a label and a country."""
    first = members[0]
    inside = sorted({id_ for mark in members for id_ in mark.inside or (mark.id,)})
    names = _names(len(inside), first.label, key[1])
    groups = {mark.group for mark in members}
    return Mark(
        id="g" + digest(*key, *inside),
        entity="",
        label=first.label,
        name=names[lang],
        names=names,
        country=first.country[:1] if key[1] else (),
        group=first.group if len(groups) == 1 else "",
        role=first.role,
        hops=min(mark.hops for mark in members),
        status=first.status if len({mark.status for mark in members}) == 1 else "",
        date=min(mark.date for mark in members),
        inside=tuple(inside),
        claims=tuple(dict.fromkeys(claim for mark in members for claim in mark.claims)),
    )


def _names(count: int, label: str, country: str) -> Words:
    plural, place = labels()[label].plural, words()["country"].get(country)
    return MappingProxyType(
        {
            lang: f"{count} {plural[lang]}" + (f" ({place[lang]})" if place else "")
            for lang in LANGUAGES
        }
    )


def _rejoined(lines: Iterable[Line], where: Mapping[str, str]) -> list[Line]:
    """Lines at their new ends; those that now say the same as one, with a count."""
    found: list[Line] = []
    alike: defaultdict[Key, list[Line]] = defaultdict(list)
    for line in lines:
        start, end = where.get(line.start, line.start), where.get(line.end, line.end)
        if start == line.start and end == line.end:
            found.append(line)
        elif start != end:
            alike[(line.type, line.style, line.status, start, end)].append(line)
    found += [_bundle(key, members) for key, members in sorted(alike.items())]
    return sorted(found, key=lambda line: line.eid)


def _bundle(key: Key, members: Sequence[Line]) -> Line:
    """One line for several; as sure as the weakest of them."""
    first, order = members[0], certainties()
    start, end = key[3:]
    if len(members) == 1:
        return replace(first, start=start, end=end)
    known = [line.certainty for line in members if line.certainty in order]
    return Line(
        eid="v" + digest(*key, *(line.eid for line in members)),
        type=first.type,
        start=start,
        end=end,
        words=first.words,
        inverse=first.inverse,
        style=first.style,
        certainty=max(known, key=order.index, default=""),
        backward=first.backward,
        status=first.status,
        statuses=(first.status,) if first.status else (),
        former=first.former,
        conflict=any(line.conflict for line in members),
        unclear=any(line.unclear for line in members),
        derived=first.derived,
        topic=first.topic,
        claims=tuple(dict.fromkeys(claim for line in members for claim in line.claims)),
        count=sum(line.count for line in members),
    )
