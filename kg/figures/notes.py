"""Numbered notes: what a line says beyond its look. Lines that say the same share a number."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.figures.measure import checked
from kg.figures.words import Words
from kg.schema import statuses
from kg.views.picture import Line, Mark, Picture
from kg.views.styles import style_of_type, styles

_OWN_LOOK = ("active", "unknown", "ended", "ruled_unlawful", "pilot", "planned")
"""Statuses that the line shows already, or that say nothing."""
_BY_WORD = ("vendor", "alleged")
_VERBS = frozenset(("other", "directed", "contract", "challenge", "owns"))
"""Looks that stand for many verbs. A tie of such a kind that is planned, or over, looks like every
other plan or end: an announced suit must not be read as an announced delivery.
"""
_LONGEST = 130
"""Letters of a note: two lines in social media."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Texts by number, and numbers by the id of what they are on. ``left`` had no room."""

    texts: Mapping[int, str] = field(hash=False)
    numbers: Mapping[str, int] = field(hash=False)
    left: int = 0

    def in_order(self, order: Sequence[int]) -> "Notes":
        """The same notes, numbered in another order; those not in it come last."""
        full = [*dict.fromkeys(order), *(each for each in self.texts if each not in order)]
        new = {old: place for place, old in enumerate(full, start=1)}
        return Notes(
            {new[old]: self.texts[old] for old in full},
            {id_: new[old] for id_, old in self.numbers.items()},
            self.left,
        )


def line_notes(picture: Picture, words: Words, most: int) -> Notes:
    """The notes of lines, at most so many: what is disputed or over comes first.

    A question that is left open gives way to roles, sums and dates.
    """
    ranked: dict[str, tuple[int, list[str]]] = {}
    for line in picture.lines:
        rank, text = note(line, picture, words)
        if text:
            best, ids = ranked.get(text, (rank, []))
            ranked[text] = (min(best, rank), [*ids, line.eid])
    return _numbered(ranked, most)


def mark_notes(marks: Sequence[Mark], words: Words, most: int) -> Notes:
    """The notes of marks that stand for events: what happened, when, by whom."""
    ranked = {
        f"{mark.name}: {text}": (0, [mark.id]) for mark in marks if (text := event(mark, words))
    }
    return _numbered(ranked, most)


def event(mark: Mark, words: Words) -> str:
    """When it happened and what, in words."""
    what = mark.notes.get(words.lang) or mark.note
    when = words.span(mark.date, mark.until) if mark.until else words.date(mark.date)
    return ", ".join(filter(None, (when, what)))


def note(line: Line, picture: Picture, words: Words) -> tuple[int, str]:
    """How much a note matters, 0 the most, and its text; nothing if the line says it all."""
    said = list(_said(line, picture, words))
    open_ = doubt(line, picture, words)
    if not said and not open_:
        return 99, ""
    short = _shortened(list(dict.fromkeys(text for _, text in said)), open_)
    ranks = [rank for rank, _ in said]
    if open_:
        ranks.append(0 if line.conflict else 5)
    return min(ranks), checked(short[:1].upper() + short[1:])


def _shortened(parts: list[str], open_: Sequence[str]) -> str:
    """The parts and what is in doubt in one text, as fully as there is room for.

    Where it is too long, that sources disagree is said without the question, as half of one says
    nothing; then the longest part is cut between words.
    """
    for told in open_:
        text = ", ".join([*parts, told])
        if len(text) <= _LONGEST:
            return text
    parts = [*parts, *open_[-1:]]
    over = len(", ".join(parts)) - _LONGEST
    if over > 0:
        place = max(range(len(parts)), key=lambda place: len(parts[place]))
        parts[place] = _cut(parts[place], len(parts[place]) - over)
    return ", ".join(parts)


def _cut(text: str, most: int) -> str:
    """The first words of a text; where it is one long word, its first letters."""
    head = text[: max(most - 1, 10)]
    words = head.rsplit(" ", 1)[0]
    return f"{(words if len(words) > len(head) / 2 else head).rstrip(' ,;:')}…"


def _said(line: Line, picture: Picture, words: Words) -> Iterator[tuple[int, str]]:
    if not _VERBS.isdisjoint((line.style, style_of_type(line.type))):
        yield 6 if line.style in _VERBS else 1, _verb(line, words)
    for key in ("title", "role", "outcome", "issue"):
        if value := line.details.get(key, ""):
            yield 4, words.term(value.split("; ")[0])
    if line.status and line.status not in _OWN_LOOK and line.status in statuses():
        yield 2, statuses()[line.status].names[words.lang]
    if line.value is not None:
        yield 2, words.amount(line.value, line.currency)
    if when := words.span(line.since, line.until) or _dates(line, picture, words):
        yield 3, when
    if line.style in _BY_WORD and line.said_by:
        yield 3, words.say("according_to", who=" & ".join(map(words.term, line.said_by[:2])))
    if picture.as_of and line.undated and not line.date:
        yield 1, words.say("undated")


def contested(mark: Mark, picture: Picture, words: Words) -> str:
    """Over what sources disagree about a mark; nothing if they do not."""
    found = _questions(mark.claims, picture, "conflicts")
    text = words.question(found[0]) if found else ""
    return checked(text[:1].upper() + text[1:])


def _verb(line: Line, words: Words) -> str:
    """How the ends are tied, read along the arrow.

    What is only related says in which way, where a source does.
    """
    if line.type == "RELATED_TO" and (way := line.details.get("relation", "")):
        return words.term(way.split("; ")[0])
    is_turned = line.backward and styles()[line.style].arrow != "none"
    return (line.inverse if is_turned else line.words)[words.lang]


def _dates(line: Line, picture: Picture, words: Words) -> str:
    """Days that sources give, the most exact ones first, three at most.

    Where they disagree, the day that most bear out comes first: one of the others may be a slip.
    """
    days = sorted(filter(None, line.date.split("; ")), key=lambda day: (-len(day), day))
    told = [day for day in days if not any(o != day and o.startswith(day) for o in days)]
    if line.conflict and len(told) > 1:
        given = [picture.claims[id_].date for id_ in line.claims if id_ in picture.claims]
        borne = {day: sum(bool(d) and day.startswith(d) for d in given) for day in told}
        told.sort(key=lambda day: (-borne[day], -len(day), day))
        first, *rest = told
        if borne[first] > max(borne[day] for day in rest):
            others = ", ".join(map(words.date, rest[:2]))
            return words.say("also_dated", first=words.date(first), rest=others)
    return " / ".join(words.date(day) for day in told[:3])


def doubt(line: Line, picture: Picture, words: Words) -> tuple[str, ...]:
    """That sources disagree or may do so: with the question, and without; nothing if they agree."""
    if not line.conflict and not line.unclear:
        return ()
    key, kind = ("disagree", "conflicts") if line.conflict else ("unclear", "unclear")
    found = _questions(line.claims, picture, kind)
    asked = [words.say(f"{key}_on", what=words.question(title)) for title in found[:1]]
    return (*asked, words.say(key))


def _questions(claims: Sequence[str], picture: Picture, kind: str) -> list[str]:
    """On what these claims are contradicted, or may be: what most of them are about comes first."""
    held = (picture.claims[id_] for id_ in claims if id_ in picture.claims)
    found = Counter(title for claim in held for title in getattr(claim, kind))
    return sorted(found, key=lambda title: (-found[title], title))


def _numbered(ranked: Mapping[str, tuple[int, list[str]]], most: int) -> Notes:
    order = sorted(ranked, key=lambda text: (ranked[text][0], -len(ranked[text][1]), text))
    kept = order[:most]
    numbers = {id_: place for place, text in enumerate(kept, start=1) for id_ in ranked[text][1]}
    return Notes(dict(enumerate(kept, start=1)), numbers, max(0, len(order) - most))
