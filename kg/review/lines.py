"""A pair in lines of text: the same for the terminal and for the page, which only set them out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.answers.cells import one_line
from kg.review.moves import Moves
from kg.review.portrait import Portrait
from kg.review.queue import Waiting
from kg.review.sides import Side
from kg.review.words import word

_MOST = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A text; ``is_item`` if it belongs under the line before."""

    text: str
    is_item: bool = False


def moved(moves: Moves, lang: str) -> Iterator[Line]:
    """What would move in the graph, in sentences."""
    yield Line(word("becomes", lang, gone=moves.gone, kept=moves.kept))
    if moves.claims:
        yield Line(word("claims", lang, n=moves.claims))
    if moves.alone:
        yield Line(word("alone", lang, n=moves.alone))
    for key in ("joined", "conflicts"):
        if found := getattr(moves, key):
            yield Line(word(key, lang, n=len(found)))
            yield from (Line(text, is_item=True) for text in found[:_MOST])
        if (more := len(found) - _MOST) > 0:
            yield Line(word("places_more", lang, n=more), is_item=True)
    if not moves.conflicts:
        yield Line(word("no_conflict", lang))
    if moves.loops:
        yield Line(word("loops", lang))
        yield from (Line(text, is_item=True) for text in moves.loops)


def weighed(portrait: Portrait) -> Iterator[tuple[str, str]]:
    """The steps of the score, each with its sign: ``("-1.65", "another country")``."""
    for step in portrait.steps:
        yield f"{step.adds:+.2f}", step.what


def in_common(portrait: Portrait, lang: str) -> Iterator[str]:
    """Whom both are tied to, and the sources that name both."""
    if portrait.shared:
        yield f"{word('shared', lang)}: {_some(portrait.shared, lang)}"
    else:
        yield word("nothing_shared", lang)
    if portrait.sources:
        yield f"{word('same_source', lang)}: {_some(portrait.sources, lang)}"


def _some(names: Sequence[str], lang: str) -> str:
    """The first few of a list, and how many more there are."""
    more = len(names) - _MOST
    return "; ".join([*names[:_MOST], *([word("places_more", lang, n=more)] if more > 0 else [])])


def reason(waiting: Waiting) -> str:
    """Why a pair is on the list, with the score if the names were weighed."""
    pair = waiting.pair
    score = f"{pair.score:.0%}" if pair.score is not None else ""
    return one_line("; ".join(filter(None, [pair.reason, score])))


def said_of_both(one: Side, other: Side) -> frozenset[str]:
    """The facts of one side that tie it to a neighbour of the other in the same words."""
    known = {(said.text, said.other) for said in other.said if said.other}
    return frozenset(said.text for said in one.said if (said.text, said.other) in known)
