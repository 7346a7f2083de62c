"""What sources contradict each other on, as a value: questions, answers, and who gives each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.answers.words import words as answer_words
from kg.figures.measure import checked
from kg.figures.words import Words
from kg.reading.phrases import phrases
from kg.schema import certainties, predicates, statuses
from kg.views.picture import Claim, Picture
from kg.views.styles import style_of_type

_PLAIN = ("active", "unknown")
"""Statuses that answer nothing."""
_LONG = 40
"""Letters of a publisher above which a list of names is cut to its first."""
_BETWEEN, _DASH = " \u00b7 ", " \u2013 "
_LINE = 380
"""Letters from which on the answers about the same two take another line."""
_ASKED: Mapping[str, tuple[str, ...]] = {
    "date": ("when",),
    "value": ("amount", "count", "span", "text"),
    "role": ("role",),
    "identity": ("role",),
    "reason": ("reason", "issue"),
    "outcome": ("when", "outcome", "issue"),
}
"""Which facts answer what is asked; all of them where it is something else."""
_PLAINLY = ("date", "value")
"""What is asked plainly: a date or a figure answers it, whoever it is told of."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question and its answers, each with its sources; ``title`` is how the data word it."""

    title: str
    question: str
    answers: tuple[str, ...]
    sources: tuple[str, ...]


def is_disputed(picture: Picture) -> bool:
    """Whether all that is drawn is what sources disagree on."""
    touched = {id_ for line in picture.lines for id_ in (line.start, line.end)}
    drawn = [line.claims for line in picture.lines]
    drawn += [mark.claims for mark in picture.marks if mark.id not in touched]
    told = {id_ for id_, claim in picture.claims.items() if claim.conflicts or claim.unclear}
    return bool(drawn) and all(told & set(claims) for claims in drawn)


def by_title(picture: Picture) -> dict[str, list[Claim]]:
    """The claims of each dispute, the one with most sources first.

    What is left open counts where all that is drawn of it is open.
    """
    drawn = [line.claims for line in picture.lines] + [mark.claims for mark in picture.marks]
    found: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for ids in drawn:
        claims = [picture.claims[id_] for id_ in ids if id_ in picture.claims]
        is_open = not any(claim.conflicts for claim in claims)
        for claim in claims:
            for title in claim.unclear if is_open else claim.conflicts:
                found[title][claim.id] = claim
    order = sorted(found, key=lambda title: (-len(_publishers(found[title])), title))
    return {title: [found[title][id_] for id_ in sorted(found[title])] for title in order}


def _publishers(claims: Mapping[str, Claim]) -> set[str]:
    return {claim.source for claim in claims.values()}


def disputes(picture: Picture, words: Words) -> list[Dispute]:
    """Every dispute of a picture."""
    ties = _ties(picture, words)
    found = []
    for title, claims in by_title(picture).items():
        about = next(filter(None, (claim.about.get(title) for claim in claims)), "")
        answers = _answers(claims, ties, about, words)
        named = _once(sorted((_source(claim, words) for claim in claims), key=str.casefold))
        found.append(Dispute(title, checked(words.question(title)), answers, tuple(named)))
    return found


def _ties(picture: Picture, words: Words) -> Mapping[str, str]:
    """Who does what to whom, for each claim; where there is no second, who does what."""
    names = {mark.id: mark.name for mark in picture.marks}
    found = {}
    for mark in picture.marks:
        for id_ in mark.claims:
            if id_ in picture.claims:
                found[id_] = f"{mark.name} {_about_one(picture.claims[id_], words)}".rstrip()
    for line in picture.lines:
        text = f"{names[line.start]} {line.words[words.lang]} {names[line.end]}"
        found |= dict.fromkeys(line.claims, text)
    return found


def _about_one(claim: Claim, words: Words) -> str:
    """The verb of a claim about one thing, and its words; a figure is told as a fact."""
    known = predicates().get(claim.predicate)
    verb = known.names[words.lang] if known else ""
    return verb if _is_number(claim.text) else f"{verb} {words.term(claim.text)}"


def _answers(
    claims: Sequence[Claim], ties: Mapping[str, str], about: str, words: Words
) -> tuple[str, ...]:
    """What the sources say, what most of them say first.

    What is said of the same two stands together; where all is, only what differs is told. Where
    that is nothing that our words have, each claim is told as a sentence of ours.
    """
    told = _grouped(claims, ties, about, words)
    if about in _PLAINLY and all(map(all, told.values())) and _alike(claims):
        told = _as_one(told)
    if len(told) > 1:
        ordered = sorted(told.items(), key=lambda pair: (-_count(pair[1]), pair[0]))
        return tuple(line for tie, each in ordered for line in _of_tie(tie, _ranked(each)))
    ((tie, said_),) = told.items()
    if len(said_) == 1 and len(claims) > 1:
        said_ = {}
        for claim in claims:
            said_.setdefault(claim.says, []).append(_source(claim, words))
    return tuple(
        _sourced(text[:1].upper() + text[1:] if text else tie, sources)
        for text, sources in _ranked(said_)
    )


Told = dict[str, dict[str, list[str]]]
"""Sources by what they say, and that by whom it is said of."""


def _grouped(claims: Sequence[Claim], ties: Mapping[str, str], about: str, words: Words) -> Told:
    found: Told = {}
    for claim in claims:
        said = found.setdefault(ties.get(claim.id, ""), {})
        text = ", ".join(_facts(claim, about, words))
        said.setdefault(text, []).append(_source(claim, words))
    return found


def _alike(claims: Sequence[Claim]) -> bool:
    """Whether all claims tell of the same kind of tie, and none in words of its own."""
    is_worded = any(claim.text and not _is_number(claim.text) for claim in claims)
    kinds = {style_of_type(claim.predicate) for claim in claims if claim.predicate}
    return len(kinds) == 1 and not is_worded


def _as_one(told: Told) -> Told:
    """The answers alone, without whom each tells of."""
    found: dict[str, list[str]] = {}
    for said in told.values():
        for text, sources in said.items():
            found.setdefault(text, []).extend(sources)
    return {"": found}


def _ranked(said: Mapping[str, Sequence[str]]) -> list[tuple[str, Sequence[str]]]:
    """What most sources say first."""
    return sorted(said.items(), key=lambda pair: (-len(set(pair[1])), pair[0]))


def _count(said: Mapping[str, Sequence[str]]) -> int:
    return len({source for sources in said.values() for source in sources})


def _of_tie(tie: str, said: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """A tie with all that is said of it; in a second line, named again, what is too much for one.

    Who says no more than the tie comes first.
    """
    line = ""
    for text, sources in sorted(said, key=lambda pair: bool(pair[0])):
        part = _sourced(text or tie, sources)
        if line and len(line) + len(part) > _LINE:
            yield line
            line = ""
        begun = f"{tie}: {part}" if text else part
        line = f"{line}{_BETWEEN}{part}" if line else checked(begun)
    yield line


def _sourced(text: str, sources: Sequence[str]) -> str:
    return checked(f"{text}{_DASH}{'; '.join(_once(sources))}")


def _once(sources: Sequence[str]) -> list[str]:
    """Each source once, however its capitals are written."""
    return list({name.casefold(): name for name in reversed(sources)}.values())[::-1]


def _facts(claim: Claim, about: str, words: Words) -> Iterator[str]:
    """What a claim says to the question; how sure it is, and that it is hedged, in any case."""
    held = dict(claim.qualifiers)
    found = {
        "text": _figure(claim.text, held, words) if _is_number(claim.text) else "",
        "when": _when(held, words),
        "amount": _amount(held, words),
        "count": _counted(held, words),
        "span": "\u2013".join(words.number(float(held[k])) for k in ("min", "max") if k in held),
        "status": _status(held.get("status", ""), words),
        "role": words.term(held.get("role", "")),
        "outcome": words.term(held.get("outcome", "")),
        "issue": words.term(held.get("issue", "")),
        "reason": held.get("reason", "") if words.lang == "en" else "",
    }
    asked = _ASKED.get(about, tuple(key for key in found if key != "reason"))
    yield from filter(None, (found[key] for key in asked))
    if claim.certainty in certainties()[3:]:
        yield answer_words(words.lang).certainty[claim.certainty]
    elif hedge := held.get("hedge", ""):
        yield words.term(hedge.replace("_", " "))


def _when(held: Mapping[str, str], words: Words) -> str:
    """The time it tells of, and of what that is the date, if not of the thing itself."""
    if when := words.span(held.get("since", ""), held.get("until", "")):
        return when
    when = words.date(held.get("date", "") or held.get("year", ""))
    kind = held.get("date_kind", "event")
    return (
        when if kind == "event" or not when else f"{when} ({phrases(words.lang).date_kind[kind]})"
    )


def _status(status: str, words: Words) -> str:
    if status in _PLAIN:
        return ""
    return statuses()[status].names[words.lang] if status in statuses() else words.term(status)


def _amount(held: Mapping[str, str], words: Words) -> str:
    value = held.get("value", "")
    return (
        _hedged(words.amount(float(value), held.get("currency", "")), held, words) if value else ""
    )


def _counted(held: Mapping[str, str], words: Words) -> str:
    count = held.get("count", "")
    number = f"{words.number(float(count))} {held.get('unit', '')}".rstrip() if count else ""
    return _hedged(number, held, words) if number else ""


def _figure(text: str, held: Mapping[str, str], words: Words) -> str:
    """A figure as an amount, or as a number of what it counts."""
    if currency := held.get("currency", ""):
        return _hedged(words.amount(float(text), currency), held, words)
    return f"{_hedged(words.number(float(text)), held, words)} {held.get('measure', '')}".rstrip()


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()


def _hedged(figure: str, held: Mapping[str, str], words: Words) -> str:
    """About, almost, more than ..., as the source has it."""
    return phrases(words.lang).approx.get(held.get("approx", ""), "{n}").format(n=figure)


def _source(claim: Claim, words: Words) -> str:
    """Who says it, and on which page; of many names the first."""
    name = words.publisher(claim.publisher or claim.title or claim.source)
    if len(name) > _LONG:
        whole = name.split(" (")[0]
        first = whole.split(" with ")[0].split(", ")[0]
        name = whole if first == whole else f"{first} et al."
    page = claim.locator.split(", ")[0]
    where = answer_words(words.lang).page.format(n=page[3:]) if page.startswith("p. ") else ""
    return f"{name}, {where}" if where else name
