"""A profile as a person reads it, and as a program does."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from kg.answers.cells import one_line
from kg.answers.evidence import Sources, claim_data, hedge, paragraph, told_lines
from kg.answers.headings import headings
from kg.reading.claims import Party
from kg.reading.essentials import Essential, Value
from kg.reading.facts import Fact
from kg.reading.profile import Profile
from kg.schema import labels, topics

_PLAIN = ("id", "label", "name", "own_name", "kind", "collective", "unnamed", "public_basis")
_LISTS = ("aliases", "redirects", "joined", "country", "ids")


def as_data(profile: Profile) -> dict[str, Any]:
    """The profile for a program.

    ``id label name own_name kind collective unnamed public_basis notes``, ``names`` by language,
    the lists ``aliases redirects joined country ids``; ``essentials``: a list of ``key name known
    values``, each value with ``text entity claims``; ``not_known``: the keys without an answer;
    ``topics``: a list of ``topic name facts``; ``mentions`` and ``maybe_same``: lists of facts;
    ``conflicts``: a list of ``id title about kind note claims``; ``sources``: the numbered notes.

    A fact has ``predicate direction words other text certainty derived conflicts`` and ``claims``,
    each with ``id certainty said_by said_by_name since until status qualifiers details says source
    locator note``, the last being the number of its note.
    """
    sources = sources_of(profile)
    return {
        **{key: getattr(profile, key) for key in _PLAIN},
        "notes": profile.notes,
        "names": dict(profile.names),
        **{key: list(getattr(profile, key)) for key in _LISTS},
        "essentials": [_essential(each, profile.lang) for each in profile.essentials],
        "not_known": list(profile.not_known),
        "topics": [
            {
                "topic": topic.name,
                "name": topics()[topic.name].names[profile.lang],
                "facts": [_fact(fact, sources) for fact in topic.facts],
            }
            for topic in profile.topics
        ],
        "mentions": [_fact(fact, sources) for fact in profile.mentions],
        "maybe_same": [_fact(fact, sources) for fact in profile.maybe_same],
        "conflicts": [asdict(conflict) for conflict in profile.conflicts],
        "sources": [asdict(note) for note in sources.notes],
    }


def as_text(profile: Profile, width: int = 100) -> str:
    """The profile for the terminal: who it is, in short, by topic, and what is not known."""
    word, sources = headings(profile.lang), sources_of(profile)
    parts = [(topics()[each.name].names[profile.lang], each.facts) for each in profile.topics]
    parts += [(word.mentions, profile.mentions), (word.maybe_same, profile.maybe_same)]
    blocks = [
        [word.essentials, *_short(profile, sources, width)],
        *([_capital(head), *_facts(facts, profile, sources, width)] for head, facts in parts),
        [word.conflicts, *_conflicts(profile, width)],
        [word.missing, *_missing(profile, width)],
        sources.lines(profile.lang, width),
    ]
    whole = [_head(profile, width), *(block for block in blocks if len(block) > 1)]
    return "\n\n".join("\n".join(block) for block in whole) + "\n"


def sources_of(profile: Profile) -> Sources:
    """The numbered notes of everything that a profile shows."""
    values = (value for each in profile.essentials for value in each.values)
    shown = [*(claim for value in values for claim in value.claims)]
    shown += [claim for fact in profile.facts for claim in fact.claims]
    return Sources(shown, profile.cited)


def _head(profile: Profile, width: int) -> list[str]:
    word = headings(profile.lang)
    marks = [labels()[profile.label].names[profile.lang]]
    marks += [word.collective] if profile.collective else []
    marks += [word.unnamed] if profile.unnamed else []
    named = [name for _, name in profile.names] + [profile.own_name, *profile.aliases]
    also = [name for name in dict.fromkeys(named) if name != profile.name]
    told = {
        word.also: "; ".join(also),
        word.kind: profile.kind,
        word.country: ", ".join(profile.country),
        word.public_basis: profile.public_basis,
        word.notes: profile.notes,
        word.redirects: ", ".join(profile.redirects),
        word.joined: "; ".join(profile.joined),
        "ids": ", ".join(profile.ids),
    }
    title = one_line(f"{profile.name} [{profile.id}], {', '.join(marks)}")
    lines = (f"{key}: {one_line(text)}" for key, text in told.items() if text)
    return [
        paragraph(title, width, "  "),
        *(paragraph(line, width, "    ", "  ") for line in lines),
    ]


def _short(profile: Profile, sources: Sources, width: int) -> Iterator[str]:
    word = headings(profile.lang)
    for each in profile.essentials:
        nothing = word.not_in_report if each.key == "page" else word.not_known
        values = [_value(value, sources) for value in each.values] or [nothing]
        text = f"{word.essential[each.key]}: {'; '.join(values)}"
        yield paragraph(text, width, "    ", "  ")


def _value(value: Value, sources: Sources) -> str:
    return f"{one_line(value.text)} {sources.marks(value.claims)}".rstrip()


def _facts(facts: Iterable[Fact], profile: Profile, sources: Sources, width: int) -> Iterator[str]:
    numbers = {conflict.id: n for n, conflict in enumerate(profile.conflicts, start=1)}
    for fact in facts:
        flags = "".join(
            f" [!{number}]" for number in sorted(numbers[id_] for id_ in fact.conflicts)
        )
        head, lines = (
            one_line(_sentence(fact, profile.lang)),
            _evidence(fact, sources, profile.lang),
        )
        if len(lines) == 1:
            yield paragraph(f"{head} {lines[0]}{flags}", width, "    ", "  ")
        else:
            yield paragraph(f"{head}{flags}", width, "    ", "  ")
            yield from (paragraph(line, width, "        ", "      ") for line in lines)


def _evidence(fact: Fact, sources: Sources, lang: str) -> list[str]:
    """A derived fact has no words of its own, only the claims that it follows from."""
    return [sources.marks(fact.claims)] if fact.derived else told_lines(fact.told, sources, lang)


def _sentence(fact: Fact, lang: str) -> str:
    what = fact.other.name if fact.other else fact.text
    if fact.direction == "named":
        return f"{fact.words}: {fact.text}"
    if fact.predicate == "MAYBE_SAME":
        return f"{what} [{fact.other.id}]" if fact.other else what
    if not fact.derived:
        return f"{fact.words} {what}"
    aside = "; ".join(
        filter(None, (fact.text, headings(lang).derived, hedge(fact.certainty, lang)))
    )
    return f"{fact.words} {what} ({aside})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _conflicts(profile: Profile, width: int) -> Iterator[str]:
    word = headings(profile.lang)
    for number, conflict in enumerate(profile.conflicts, start=1):
        kind = word.conflict.get(conflict.kind, conflict.kind)
        note = f": {conflict.note}" if conflict.note else ""
        yield paragraph(
            one_line(f"[!{number}] {conflict.title} ({kind}){note}"), width, "    ", "  "
        )


def _missing(profile: Profile, width: int) -> Iterator[str]:
    if profile.not_known:
        word = headings(profile.lang).essential
        listed = ", ".join(word[key] for key in profile.not_known)
        yield paragraph(listed, width, "  ", "  ")


def _essential(each: Essential, lang: str) -> dict[str, Any]:
    return {
        "key": each.key,
        "name": headings(lang).essential[each.key],
        "known": bool(each.values),
        "values": [
            {"text": value.text, "entity": value.entity or None, "claims": list(value.claims)}
            for value in each.values
        ],
    }


def _fact(fact: Fact, sources: Sources) -> dict[str, Any]:
    return {
        "predicate": fact.predicate,
        "direction": fact.direction,
        "words": fact.words,
        "other": _party(fact.other),
        "text": fact.text,
        "certainty": fact.certainty,
        "derived": fact.derived,
        "conflicts": list(fact.conflicts),
        "claims": [claim_data(told, sources) for told in fact.told],
    }


def _party(party: Party | None) -> dict[str, str] | None:
    return asdict(party) if party else None
