"""One entity of a pair as a person reads it: who it is, and what is said of it on which page."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.answers.answer import Note
from kg.answers.cells import one_line
from kg.answers.citations import notes
from kg.answers.evidence import aside, hedge
from kg.answers.headings import headings
from kg.answers.words import words
from kg.reading.facts import Fact
from kg.reading.profile import Profile
from kg.schema import labels

_PARTNERS = re.compile(r" with |, | \(")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands: ``Le Vif, p. 3`` for a glance; the title, the date and the address.

    ``source`` is the id of the source, ``work`` who published what and when.
    """

    source: str
    work: str
    short: str
    full: str
    url: str


@dataclass(frozen=True, slots=True)
class Said:
    """One fact: in words, what narrows it down, who stands at its other end, and its passages."""

    text: str
    aside: str
    other: str
    other_name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """An entity. ``about`` are (heading, text) pairs; ``more`` facts are not shown here."""

    id: str
    name: str
    label: str
    about: tuple[tuple[str, str], ...]
    said: tuple[Said, ...]
    more: int

    def neighbours(self) -> dict[str, str]:
        """Who it is tied to, by id."""
        return {said.other: said.other_name for said in self.said if said.other}

    def sources(self) -> dict[str, str]:
        """Where it is named, by the id of the source."""
        return {place.source: place.work for said in self.said for place in said.places}


def side(profile: Profile, most: int) -> Side:
    """The side of an entity, with at most so many of its facts."""
    facts = [fact for topic in profile.topics for fact in topic.facts if not fact.derived]
    facts += profile.mentions
    return Side(
        profile.id,
        one_line(profile.name),
        labels()[profile.label].names[profile.lang],
        tuple((head, one_line(text)) for head, text in _about(profile) if text),
        tuple(_said(fact, profile) for fact in facts[:most]),
        max(len(facts) - most, 0),
    )


def _about(profile: Profile) -> Iterator[tuple[str, str]]:
    word = headings(profile.lang)
    named = [*(name for _, name in profile.names), profile.own_name, *profile.aliases]
    also = (name for name in dict.fromkeys(named) if name != profile.name)
    marks = [word.collective] if profile.collective else []
    marks += [word.unnamed] if profile.unnamed else []
    yield word.also, "; ".join(also)
    yield word.country, ", ".join(profile.country)
    yield word.kind, ", ".join(filter(None, [profile.kind, *marks]))
    yield "ids", ", ".join(profile.ids)
    yield word.public_basis, profile.public_basis
    yield word.notes, profile.notes
    yield word.redirects, ", ".join(profile.redirects)


def _said(fact: Fact, profile: Profile) -> Said:
    is_named = fact.direction == "named"
    other = None if is_named else fact.other
    head = f"{fact.words}: {fact.text}" if is_named else f"{fact.words} {_what(fact)}"
    told = dict.fromkeys(aside(each, profile.lang) for each in fact.told)
    return Said(
        one_line(head),
        one_line(" ".join(each for each in told if each)),
        other.id if other else "",
        one_line(other.name) if other else "",
        tuple(_places(fact.claims, profile.cited, profile.lang)),
    )


def _what(fact: Fact) -> str:
    return fact.other.name if fact.other else fact.text


def _places(
    claims: Iterable[str], cited: Mapping[str, Mapping[str, object]], lang: str
) -> Iterator[Place]:
    for note in notes([{"claims": list(claims)}], cited):
        full = one_line(", ".join(_full(note, lang)))
        work = one_line(next(iter(note.passage(lang)), note.source))
        yield Place(note.source, work, _short(note, lang), full, note.url)


def _short(note: Note, lang: str) -> str:
    """Whose words, and where: what an editor asks first."""
    work = _PARTNERS.split(note.publisher)[0] or note.title or note.source
    return one_line(", ".join(filter(None, [work, words(lang).place(note.locator)])))


def _full(note: Note, lang: str) -> Iterator[str]:
    yield from note.passage(lang)
    grades = dict.fromkeys(note.certainty.split("|"))
    yield from filter(None, (hedge(grade, lang) for grade in grades))
