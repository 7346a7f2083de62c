"""A figure in words: a sentence for those who do not see it, and everything that is drawn."""

import re
from collections.abc import Iterator

from kg.answers.words import words as answer_words
from kg.figures.connectors import ends
from kg.figures.measure import clean
from kg.figures.notes import event
from kg.figures.page import Page
from kg.figures.words import Words, words
from kg.schema import certainties, labels
from kg.views.picture import Line, Mark

_MORE = re.compile(r"\band (\d+) more$")
_PAGE = re.compile(r"\bpp?\. ?(\d[\d-]*)")
_PARAGRAPH = re.compile(r"\bpara (\d[\d-]*)")


def alt(page: Page) -> str:
    """One or two sentences: the finding, and what kind of figure it is."""
    said, picture = words(page.picture.lang), page.picture
    values = {"title": _sentence(picture.title), **page.kind.counts(picture, page.notes)}
    text = said.say(page.kind.alt, **values)
    if page.part.of > 1:
        text += " " + said.say("alt_part", n=page.part.number, of=page.part.of)
    return text


def long(page: Page) -> str:
    """The whole figure, line by line: every name, every tie, its note and where it comes from."""
    return "\n".join(_paragraphs(page))


def _paragraphs(page: Page) -> Iterator[str]:
    picture, said = page.picture, words(page.picture.lang)
    yield alt(page)
    if picture.caption:
        yield _sentence(picture.caption)
    yield from page.kind.told(picture, said)
    yield f"{said.say('drawn')}:"
    for mark in sorted(picture.marks, key=lambda mark: (mark.date, mark.name.casefold(), mark.id)):
        yield f"- {_mark(mark, said)}"
    if picture.lines:
        yield f"{said.say('ties')}:"
    for line in picture.lines:
        yield f"- {_line(page, line, said)}"
    if page.notes.texts:
        for number, text in page.notes.texts.items():
            yield f"({number}) {text}"


def _mark(mark: Mark, said: Words) -> str:
    about = [labels()[mark.label].names[said.lang], " ".join(mark.country), event(mark, said)]
    if mark.value is not None:
        about.append(said.amount(mark.value, mark.currency))
    return f"{clean(mark.name)} ({', '.join(filter(None, about))})"


def _line(page: Page, line: Line, said: Words) -> str:
    marks = page.picture.by_id
    start, end = ends(line)
    verb = (line.inverse if line.backward else line.words)[said.lang]
    text = f"{clean(marks[start].name)} {verb} {clean(marks[end].name)}"
    more = []
    if line.eid in page.notes.numbers:
        more.append(said.say("note", n=page.notes.numbers[line.eid]))
    if line.certainty in certainties()[1:]:
        more.append(answer_words(said.lang).certainty[line.certainty])
    if line.cite:
        more.append(cited(clean(line.cite), said))
    return f"{text} ({'; '.join(more)})" if more else text


def cited(text: str, said: Words) -> str:
    """Where it is said, which a graph has in English, with pages and paragraphs in the language."""
    page = answer_words(said.lang).page
    text = _MORE.sub(lambda found: said.count("others", int(found[1])), text)
    text = _PARAGRAPH.sub(lambda found: said.say("paragraph", n=found[1]), text)
    return _PAGE.sub(lambda found: page.format(n=found[1]), text)


def _sentence(text: str) -> str:
    plain = clean(text)
    return plain if plain.endswith((".", "?", "!", "…")) else f"{plain}."
