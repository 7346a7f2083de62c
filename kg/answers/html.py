"""One page that stands alone: no script, no request, readable, printable, accessible."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path

from kg.answers.answer import Answer, Note, Row
from kg.answers.cells import id_of, is_number, one_line, shown, visible, written
from kg.answers.citations import marks, numbering
from kg.answers.links import is_link
from kg.answers.words import words

_STYLE = Path(__file__).with_name("page.css")


def page(answer: Answer) -> str:
    """The whole page, in the language of the answer."""
    style = _STYLE.read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = _text(one_line(answer.title) or words(answer.lang).answer)
    return f"""<!doctype html>
<html lang="{_text(answer.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1 id="title" dir="auto">{title}</h1>
{"".join(_table(answer, title))}{"".join(_sources(answer))}</main>
</body>
</html>
"""


def _table(answer: Answer, title: str) -> Iterator[str]:
    columns = shown(answer.columns)
    word = words(answer.lang)
    if not answer.rows or not columns:
        yield f"<p>{_text(word.nothing)}</p>\n"
        return
    yield '<div class="wide" role="region" aria-labelledby="title" tabindex="0">\n<table>\n'
    yield f"<caption>{title} ({_text(word.count(len(answer.rows)))})</caption>\n<thead>\n<tr>"
    for column in columns:
        name = word.sources if column == "claims" else one_line(column).replace("_", " ")
        yield f'<th scope="col">{_text(name)}</th>'
    yield "</tr>\n</thead>\n<tbody>\n"
    numbers = numbering(answer.notes)
    for at, row in enumerate(answer.rows, start=1):
        yield f'<tr id="row-{at}">{"".join(_cells(row, columns, numbers))}</tr>\n'
    yield "</tbody>\n</table>\n</div>\n"


def _cells(row: Row, columns: tuple[str, ...], numbers: Mapping[str, int]) -> Iterator[str]:
    ids = {id_of(column): value for column, value in row.items()}
    for at, column in enumerate(columns):
        value = row.get(column)
        if column == "claims":
            yield f'<td class="marks">{"".join(map(_mark, marks(row, numbers)))}</td>'
            continue
        named = f' data-id="{_text(written(ids[column]))}"' if ids.get(column) else ""
        kind = ' class="number"' if is_number(value) else ' dir="auto"'
        tag = 'th scope="row"' if at == 0 else "td"
        cell = _text(written(value, ", ")).replace("\n", "<br>")
        yield f"<{tag}{kind}{named}>{cell}</{tag.split()[0]}>"


def _mark(mark: int | str) -> str:
    """``[3]``, a link to the note; the plain id of a claim that has none."""
    if isinstance(mark, str):
        return f"[{_text(mark)}]"
    return f'<a href="#note-{mark}">[{mark}]</a>'


def _sources(answer: Answer) -> Iterator[str]:
    if not answer.notes:
        return
    rows: dict[int | str, list[int]] = {}
    numbers = numbering(answer.notes)
    for at, row in enumerate(answer.rows, start=1):
        for mark in marks(row, numbers):
            rows.setdefault(mark, []).append(at)
    heading = _text(words(answer.lang).sources)
    yield f'<section aria-labelledby="sources">\n<h2 id="sources">{heading}</h2>\n<ol>\n'
    for note in sorted(answer.notes, key=lambda note: note.number):
        back = "".join(_back(at, answer.lang) for at in rows.get(note.number, []))
        text = _note(note, answer.lang)
        yield f'<li id="note-{note.number}" value="{note.number}">{text}{back}</li>\n'
    yield "</ol>\n</section>\n"


def _note(note: Note, lang: str) -> str:
    """The parts of a note, each isolated: Hebrew in one must not reorder the next (UAX #9)."""
    url = _text(note.url)
    link = f'<a href="{url}" rel="noopener noreferrer">{url}</a>' if is_link(note.url) else url
    parts = [*map(_text, note.passage(lang)), link, _text(note.assertion(lang))]
    return ", ".join(f"<bdi>{part}</bdi>" for part in parts if part)


def _back(row: int, lang: str) -> str:
    label = _text(words(lang).back.format(n=row))
    return f' <a class="back" href="#row-{row}" aria-label="{label}">↩{row}</a>'


def _text(text: str) -> str:
    return escape(visible(text))
