"""A picture in words: every mark without a line, every line with its source, one row each."""

from collections.abc import Iterator

from kg.answers.cells import one_line
from kg.schema import statuses
from kg.views.picture import Line, Mark, Picture
from kg.views.styles import styles


def table(picture: Picture) -> str:
    """Title, events and lone marks, lines, caption; safe to print whatever a source wrote."""
    rows = [picture.title, "", *_rows(picture), "", picture.caption]
    return "".join(f"{one_line(row)}\n" if row else "\n" for row in rows)


def _rows(picture: Picture) -> Iterator[str]:
    touched = {end for line in picture.lines for end in (line.start, line.end)}
    marks = picture.by_id
    lone = [mark for mark in picture.marks if mark.id not in touched]
    for mark in sorted(lone, key=lambda mark: (mark.date or "9999", mark.name, mark.id)):
        yield f"{mark.date:<10}  {_told(mark)}" if picture.layout == "timeline" else _told(mark)
    for line in sorted(picture.lines, key=lambda line: _order(line, picture)):
        start, end = marks[line.start].name, marks[line.end].name
        yield f"{start} {line.words[picture.lang]} {end}{_hedge(line, picture.lang)}  [{line.cite}]"


def _told(mark: Mark) -> str:
    return f"{mark.name}: {mark.note}" if mark.note else mark.name


def _order(line: Line, picture: Picture) -> tuple[str, str, str, str]:
    marks = picture.by_id
    return marks[line.start].name.casefold(), line.type, marks[line.end].name.casefold(), line.eid


def _hedge(line: Line, lang: str) -> str:
    """What keeps a line from being taken for more than it is."""
    parts = []
    if line.status in statuses():
        parts.append(statuses()[line.status].names[lang])
    if line.style in ("vendor", "alleged", "former", "ended"):
        parts.append(styles()[line.style].names[lang])
    return f" ({'; '.join(dict.fromkeys(parts))})" if parts else ""
