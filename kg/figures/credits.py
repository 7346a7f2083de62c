"""Where it comes from: sources with publishers and pages, and what this figure is."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from kg.answers.words import words as answer_words
from kg.figures.measure import checked, is_set, wrapped
from kg.figures.words import Words
from kg.judgements import SOURCE_ID
from kg.views.picture import Claim, Picture

_PAGE = re.compile(r"(?:p|pp)\.? ?(\d[\d-]*)")
_PAGES = re.compile(r", \S+ \d[\d, -]*…?$")
_MOST_PAGES = 6
_LONGEST = 110


def sources(picture: Picture, words: Words) -> list[str]:
    """Each publisher with the pages that are used, the one that carries most first.

    What this project itself judged comes last: it is no source of others.
    """
    pages: defaultdict[str, dict[str, None]] = defaultdict(dict)
    spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
    is_own = False
    for claim in _used(picture):
        if claim.source == SOURCE_ID:
            is_own = True
            continue
        name = _publisher(claim)
        spelt[name.casefold()][name] += 1
        pages[name.casefold()] |= dict.fromkeys(_pages(claim))
    ranked = sorted(spelt, key=lambda key: (-spelt[key].total(), key))
    names = {key: min(spelt[key], key=lambda name: (-spelt[key][name], name)) for key in ranked}
    found = [_entry(names[key], list(pages[key]), words) for key in ranked]
    return [*found, words.say("own")] if is_own else found


def source_lines(
    entries: Sequence[str], words: Words, room: float, size: float, most: int
) -> tuple[str, ...]:
    """The entries in lines, as many as there is room for, and how many more there are."""
    if not entries:
        return ()
    head = f"{words.say('sources')}: "

    def told(kept: int) -> tuple[str, ...]:
        text = head + "; ".join(entries[:kept])
        if kept < len(entries):
            text += f"; {words.count('more', len(entries) - kept)}"
        return _lines(text if text.endswith("…") else f"{text}.", room, size)

    if len(lines := told(len(entries))) <= most:
        return lines
    kept = bisect_right(range(1, len(entries)), most, key=lambda kept: len(told(kept)))
    return told(kept) if kept else _first(entries, words, (room, size, most))


def _first(
    entries: Sequence[str], words: Words, paper: tuple[float, float, int]
) -> tuple[str, ...]:
    """The first entry, as much of it as there is room for beside how many more there are."""
    room, size, most = paper
    name = _PAGES.sub("", entries[0])
    head = name[: _LONGEST // 2].rsplit(" ", 1)[0].rstrip(" ,;") if " " in name else name
    more = words.count("more", len(entries) - 1) if len(entries) > 1 else ""
    for first in (name if name == entries[0] else f"{name} …", f"{head} …"):
        text = f"{words.say('sources')}: {'; '.join(filter(None, (first, more)))}"
        if len(lines := _lines(f"{text}." if more else text, room, size)) <= most:
            return lines
    return wrapped(text, room, size, 400, most)


def _lines(text: str, room: float, size: float) -> tuple[str, ...]:
    """Lines of a text of any length."""
    lines: list[str] = []
    for part in re.findall(r"[^;]+;?", text):
        joined = f"{lines.pop()} {part.strip()}" if lines else part.strip()
        lines += wrapped(joined, room, size)
    return tuple(lines)


def _used(picture: Picture) -> Iterable[Claim]:
    ids = {id_ for line in picture.lines for id_ in line.claims}
    ids |= {id_ for mark in picture.marks for id_ in mark.claims}
    return (claim for id_, claim in sorted(picture.claims.items()) if id_ in ids)


def _publisher(claim: Claim) -> str:
    """Who published it; by the address where the fonts lack the letters of the name."""
    host = urlsplit(claim.url).hostname or claim.source
    named = (claim.publisher, claim.title, host.removeprefix("www."), claim.source)
    return next((name for name in named if name and is_set(name)), claim.source)


def _pages(claim: Claim) -> list[str]:
    return _PAGE.findall(claim.locator)


def _entry(name: str, pages: Sequence[str], words: Words) -> str:
    short = _short(checked(words.publisher(name)))
    if not pages:
        return short
    ordered = sorted(set(pages), key=lambda page: (int(page.split("-")[0] or 0), page))
    shown = ", ".join(ordered[:_MOST_PAGES]) + (" …" if len(ordered) > _MOST_PAGES else "")
    return f"{short}, {checked(answer_words(words.lang).page.format(n=shown))}"


def _short(name: str) -> str:
    """A name of a sensible length, cut between words."""
    if len(name) <= _LONGEST:
        return name
    return name[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;") + " …"
