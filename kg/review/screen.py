"""What stands in each part of the terminal. Text is set as text: no markup of it is read."""

from collections.abc import Iterator, Mapping

from textual.content import Content

from kg.answers.cells import one_line
from kg.review.desk import Desk
from kg.review.lines import in_common, moved, reason, said_of_both, weighed
from kg.review.portrait import Portrait
from kg.review.sides import Said, Side
from kg.review.words import word

_PLACES = 3
_NBSP = "\N{NO-BREAK SPACE}"
_BOLD, _DIM, _KEY = "bold", "dim", "reverse bold"


def plain(text: str) -> str:
    """Text that a terminal shows and never obeys."""
    return one_line(text)


def head(desk: Desk, lang: str) -> Content:
    """How much waits."""
    late = {each.pair.both for each in desk.waiting}.intersection(desk.skipped)
    parts = [word("title", lang), word("waiting", lang, n=len(desk.waiting))]
    parts += [word("skipped", lang, n=len(late))] if late else []
    return Content(" · ".join(parts))


def keys(names: Mapping[str, str], lang: str) -> Content:
    """The keys with what they do."""
    shown = [
        Content.assemble((f"{_NBSP}{key}{_NBSP}", _KEY), f"{_NBSP}{word(what, lang)}")
        for key, what in names.items()
    ]
    return Content(" ").join(shown)


def question(verdict: str, why: str, lang: str) -> Content:
    """What an answer means, and what stands in the ledger if nothing is typed."""
    told = f"{word(verdict, lang)}: {word(f'{verdict}_means', lang)}. "
    return Content.assemble((told, _BOLD), word("ask_why", lang, why=why))


def done(desk: Desk, lang: str) -> Content:
    """Nothing is left."""
    file = desk.ledger.path.name
    answers = word("to_build", lang, n=len(desk.acts), file=file) if desk.acts else ""
    return Content("\n".join(filter(None, [word("done", lang), answers])))


def areas(portrait: Portrait, lang: str) -> Iterator[tuple[str, Content]]:
    """The parts of a pair by the name of their place."""
    left, right = portrait.left, portrait.right
    why = reason(portrait.waiting)
    yield "reason", _titled(word("why_open", lang), why) if why else Content("")
    yield "left", _about(left)
    yield "right", _about(right)
    yield "shared", Content("\n".join(in_common(portrait, lang)))
    yield "names", _names(portrait, lang)
    yield "moves", _moves(portrait, lang)
    yield "left-said", _said(left, said_of_both(left, right), lang)
    yield "right-said", _said(right, said_of_both(right, left), lang)


def _titled(title: str, text: str) -> Content:
    return Content.assemble((f"{title}: ", _BOLD), text)


def _about(side: Side) -> Content:
    lines = [
        Content.styled(side.name, _BOLD),
        Content(f"{side.label} [{side.id}]"),
        *(Content.assemble((f"{head}: ", _DIM), text) for head, text in side.about),
    ]
    return Content("\n").join(lines)


def _names(portrait: Portrait, lang: str) -> Content:
    steps = list(weighed(portrait))
    lines = [
        Content.styled(word("names_say", lang), _BOLD),
        Content(portrait.verdict),
        *(Content(f"{adds:>6}  {what}") for adds, what in steps),
    ]
    return Content("\n").join(lines)


def _moves(portrait: Portrait, lang: str) -> Content:
    lines = [Content.styled(word("would_move", lang), _BOLD)]
    for line in moved(portrait.moves, lang):
        lines.append(Content(f"{'- ' if line.is_item else ''}{line.text}"))
    return Content("\n").join(lines)


def _said(side: Side, of_both: frozenset[str], lang: str) -> Content:
    lines = [Content.styled(word("facts", lang), _BOLD)]
    if not side.said:
        lines.append(Content(word("no_facts", lang)))
    for said in side.said:
        lines.append(Content(f"- {said.text} {said.aside}".rstrip()))
        if said.text in of_both:
            lines.append(Content.styled(f"  {word('also', lang)}", _BOLD))
        lines.extend(Content.styled(f"  {place}", _DIM) for place in _places(said, lang))
    if side.more:
        lines.append(Content(word("more", lang, n=side.more, id=side.id)))
    return Content("\n").join(lines)


def _places(said: Said, lang: str) -> Iterator[str]:
    yield from (place.short for place in said.places[:_PLACES])
    if len(said.places) > _PLACES:
        yield word("places_more", lang, n=len(said.places) - _PLACES)
