"""What is first asked of an entity, and what of that nobody has said yet."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from kg.reading.claims import Party
from kg.reading.facts import Fact, Told
from kg.reading.phrases import amount, literal, name, status
from kg.schema import certainties, lineage, qualifiers

REPORT = "report"
"""The id of the source whose pages a profile names."""
_FILE = Path(__file__).with_name("essentials.toml")
_PAGE = re.compile(r"pp?\. ?(\d+)[\d\u2013-]*")
_CONTRACTING = ("AWARDED", "WON", "TENDERED")
_EVENTS = (*_CONTRACTING, "ENDED", "ISSUED", "RULED")
_LIVING = ("USES", "USED_IN")


@dataclass(frozen=True, slots=True)
class Value:
    """One answer: in words, the entity it names if any, and the claims that say so."""

    text: str
    entity: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Essential:
    """One question and the answers to it; none means that it is not known."""

    key: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to answer from."""

    label: str
    countries: Sequence[str]
    facts: Sequence[Fact]
    names: Mapping[str, Party]
    lang: str

    def told(self, *predicates: str) -> Iterator[tuple[Fact, Told]]:
        """Every claim of some predicates that has the entity at one of its ends."""
        for fact in self.facts:
            if fact.predicate in predicates and fact.direction != "named":
                yield from ((fact, told) for told in fact.told)


def essentials(known: Known) -> tuple[Essential, ...]:
    """What is first asked of an entity of this label, answered from what is known."""
    found = (
        (key, _joined(chain.from_iterable(_at(place, known) for place in places)))
        for key, places in asked(known.label).items()
    )
    return tuple(
        Essential(key.removesuffix("?"), values)
        for key, values in found
        if values or not key.endswith("?")
    )


@cache
def asked(label: str) -> Mapping[str, Sequence[str]]:
    """The questions for a label, and where their answers may stand; ``?`` ends optional ones."""
    with _FILE.open("rb") as file:
        rules: dict[str, dict[str, list[str]]] = tomllib.load(file)
    return next(rules[name] for name in lineage(label) if name in rules)


def _at(place: str, known: Known) -> Iterator[Value]:
    match place.split():
        case ["in" | "out" | "named" as direction, predicate]:
            return _ends(known, direction, predicate)
        case ["said", qualifier]:
            return _said(known, qualifier)
        case [thing]:
            return THINGS[thing](known)
        case _:
            raise AssertionError(f"essentials.toml: {place!r} is no place for an answer")


def _ends(known: Known, direction: str, predicate: str) -> Iterator[Value]:
    """What stands at the other end, once, with the marks of every claim that puts it there."""
    ends: dict[str, list[Fact]] = {}
    for fact in known.facts:
        if (fact.direction, fact.predicate) == (direction, predicate):
            ends.setdefault(fact.other.id if fact.other else fact.text, []).append(fact)
    for same in ends.values():
        other, claims = same[0].other, [id_ for fact in same for id_ in fact.claims]
        told = [told for fact in same if not fact.derived for told in fact.told]
        marks = dict.fromkeys(
            mark for each in sorted(told, key=_time) for mark in _marks(each, known.lang)
        )
        what = other.name if other else same[0].text
        text = f"{what} ({', '.join(marks)})" if marks else what
        yield Value(text, other.id if other else "", tuple(dict.fromkeys(claims)))


def _marks(told: Told, lang: str) -> Iterator[str]:
    """What must not be left out of the shortest answer: a status, an end, a former role."""
    claim = told.claim
    if claim.get("title"):
        yield claim.get("title")
    if claim.get("status"):
        yield status(claim.get("status"), lang)
    for key in ("former", "until"):
        if claim.get(key):
            label = qualifiers()[key].names[lang]
            yield label if key == "former" else f"{label} {claim.get(key)}"


def _said(known: Known, qualifier: str) -> Iterator[Value]:
    for _, told in known.told(*_CONTRACTING):
        for id_ in filter(None, told.claim.get(qualifier).split("|")):
            yield Value(name(id_, known.names), id_, (told.claim.id,))


def _countries(known: Known) -> Iterator[Value]:
    return (Value(country, "", ()) for country in known.countries)


def _statuses(known: Known) -> Iterator[Value]:
    """Every status in the order of time, the latest last: nothing here picks one."""
    found = [told for _, told in known.told(*_LIVING, "HAS_STATUS")]
    for told in sorted(found, key=_time):
        claim = told.claim
        if claim.predicate == "HAS_STATUS":
            yield Value(claim.text, "", (claim.id,))
        elif claim.get("status"):
            until = claim.get("until")
            word = status(claim.get("status"), known.lang)
            yield Value(f"{word} ({until})" if until else word, "", (claim.id,))


def _amounts(known: Known) -> Iterator[Value]:
    for fact, told in known.told(*_CONTRACTING, "HAS_AMOUNT"):
        claim = told.claim
        if claim.predicate == "HAS_AMOUNT":
            kind = claim.get("kind")
            figure = literal(claim, known.lang)
            yield Value(f"{figure} ({kind})" if kind else figure, "", (claim.id,))
        elif claim.get("value"):
            what = _event(fact)
            yield Value(f"{amount(claim, known.lang)} ({what})", "", (claim.id,))


def _dates(known: Known) -> Iterator[Value]:
    """The dates of what happened; the date of a report on it is none of them."""
    for fact, told in known.told(*_EVENTS):
        claim = told.claim
        if claim.get("date") and claim.get("date_kind") in ("", "event"):
            yield Value(f"{claim.get('date')} ({_event(fact)})", "", (claim.id,))
        for key in ("since", "until"):
            if claim.get(key):
                text = f"{qualifiers()[key].names[known.lang]} {claim.get(key)} ({_event(fact)})"
                yield Value(text, "", (claim.id,))


def _event(fact: Fact) -> str:
    return f"{fact.words} {fact.other.name if fact.other else fact.text}"


def _pages(known: Known) -> Iterator[Value]:
    """The pages of the report, each with all that it says there."""
    found = []
    for fact in known.facts:
        for told in fact.told:
            page = _PAGE.match(told.claim.locator)
            if page and told.claim.source == REPORT and not fact.derived:
                found.append((int(page[1]), page[0], told.claim.id))
    return (Value(page, "", (claim,)) for _, page, claim in sorted(found))


THINGS = {
    "country": _countries,
    "status": _statuses,
    "amount": _amounts,
    "dates": _dates,
    "report": _pages,
}


def _joined(values: Iterable[Value]) -> tuple[Value, ...]:
    """The same answer once, with all claims that give it; the wording that tells more stays."""
    found: dict[str, Value] = {}
    for value in values:
        first = found.setdefault(value.entity or value.text, value)
        claims = tuple(dict.fromkeys((*first.claims, *value.claims)))
        text = max(first.text, value.text, key=len)
        found[value.entity or value.text] = Value(text, value.entity, claims)
    return tuple(found.values())


def _time(told: Told) -> tuple[str, str, int, str]:
    claim = told.claim
    return claim.date_hi, claim.date_lo, -certainties().index(claim.certainty), claim.id
