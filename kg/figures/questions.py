"""The figure of disputes: each question over its answers, in columns."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from kg.figures.disputes import Dispute, by_title, disputes
from kg.figures.drawing import FAINT, INK, Drawing, Group, Item, Look, Path, block
from kg.figures.icons import number
from kg.figures.layered import Room
from kg.figures.measure import balanced, wrapped
from kg.figures.notes import Notes
from kg.figures.words import Words, words
from kg.schema import LANGUAGES
from kg.views.picture import Picture

_NARROWEST = 24.0
"""A column is at least so many times as wide as a question is high."""
_MOST_COLUMNS = 3
_STEP, _LEADING = 1.2, 1.3


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The size of questions and of answers, and the width of a column."""

    name: float
    aside: float
    wide: float

    @property
    def indent(self) -> float:
        """Where answers begin."""
        return self.aside * 0.95

    @property
    def between(self) -> float:
        """From dispute to dispute."""
        return self.name * 0.95


@dataclass(frozen=True, slots=True)
class _Row:
    """A measured dispute."""

    dispute: Dispute
    question: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]
    height: float


def questions(picture: Picture, notes: Notes, said: Words, room: Room) -> Drawing | None:
    """The disputes in columns, the largest questions that fit."""
    return _set(disputes(picture, said), room)


def named(picture: Picture, notes: Notes, said: Words, room: Room) -> Drawing | None:
    """The questions alone, each over the names of its sources."""
    return _set(
        [replace(each, answers=("; ".join(each.sources),)) for each in disputes(picture, said)],
        room,
    )


def told(picture: Picture, said: Words) -> Iterator[str]:
    """Each question with its answers, a line each, for those who do not see it."""
    for each in disputes(picture, said):
        yield each.question
        yield from (f"  {answer}" for answer in each.answers)


def captioned(picture: Picture) -> Picture:
    """The picture with a caption that says what its questions stand over."""
    captions = {lang: words(lang).say("named") for lang in LANGUAGES}
    return replace(picture, captions=captions)


def _set(found: Sequence[Dispute], room: Room) -> Drawing | None:
    for name in room.names:
        for count in range(1, _MOST_COLUMNS + 1):
            gap = name * 2.2
            wide = (room.width - gap * (count - 1)) / count
            if count > 1 and wide < name * _NARROWEST:
                break
            sizes = _Sizes(name, max(room.aside, name * 0.78), wide)
            columns = _columns([_row(each, sizes) for each in found], count, sizes)
            height = max(_height(column, sizes) for column in columns)
            if height <= room.height and not _is_wide(room, name, count, len(found)):
                return Drawing(room.width, height, tuple(_drawn(columns, sizes, gap)))
    return None


def _is_wide(room: Room, name: float, count: int, disputed: int) -> bool:
    """Whether one more column would be wide enough too."""
    more = (room.width - name * 2.2 * count) / (count + 1)
    return count < min(_MOST_COLUMNS, disputed) and more >= name * _NARROWEST


def units_of_disputes(picture: Picture) -> Sequence[str]:
    """What is disputed, the questions with most sources first."""
    return list(by_title(picture))


def part_of_disputes(picture: Picture, units: Set[str]) -> Picture:
    """The picture of some disputes: the ties and names that they are about, with all their claims.

    Of what else these claims are contradicted on another part tells.
    """
    claims = {
        id_: replace(claim, conflicts=tuple(t for t in claim.conflicts if t in units),
                     unclear=tuple(t for t in claim.unclear if t in units))
        for id_, claim in picture.claims.items()
    }  # fmt: skip
    here = {id_ for id_, claim in claims.items() if claim.conflicts or claim.unclear}
    lines = tuple(line for line in picture.lines if here & set(line.claims))
    ends = {id_ for line in lines for id_ in (line.start, line.end)}
    marks = tuple(mark for mark in picture.marks if mark.id in ends or here & set(mark.claims))
    return replace(picture, claims=claims, lines=lines, marks=marks)


def _row(dispute: Dispute, sizes: _Sizes) -> _Row:
    question = balanced(dispute.question, sizes.wide, sizes.name, 600)
    room = sizes.wide - sizes.indent
    answers = tuple(wrapped(text, room, sizes.aside) for text in dispute.answers)
    lines = sum(map(len, answers))
    high = sizes.name * _STEP * len(question) + sizes.aside * _LEADING * lines
    return _Row(dispute, question, answers, high + sizes.name * 0.2)


def _columns(rows: Sequence[_Row], count: int, sizes: _Sizes) -> list[list[_Row]]:
    """The rows in order, columns as even as can be."""
    total = sum(row.height + sizes.between for row in rows)
    limit = max(total / count, max(row.height for row in rows))
    while True:
        found: list[list[_Row]] = [[]]
        for row in rows:
            if found[-1] and _height([*found[-1], row], sizes) > limit:
                found.append([])
            found[-1].append(row)
        if len(found) <= count:
            return found
        limit *= 1.02


def _height(column: Sequence[_Row], sizes: _Sizes) -> float:
    return sum(row.height for row in column) + sizes.between * max(0, len(column) - 1)


def _drawn(columns: Sequence[Sequence[_Row]], sizes: _Sizes, gap: float) -> Iterator[Item]:
    number_ = 0
    for place, column in enumerate(columns):
        y = 0.0
        for row in column:
            number_ += 1
            yield _dispute(row, place * (sizes.wide + gap), y, sizes, number_)
            y += row.height + sizes.between


def _dispute(row: _Row, x: float, y: float, sizes: _Sizes, number_: int) -> Item:
    look = Look(sizes.name, 600, INK)
    question, high = block(x, y, row.question, look, sizes.name * _STEP)
    top = y + high + sizes.name * 0.2
    rule = f"M{number(x + sizes.aside * 0.15)} {number(top)}V{number(y + row.height)}"
    items: list[Item] = [question, Path(rule, stroke=FAINT, line=sizes.aside * 0.12)]
    for lines in row.answers:
        text, high = block(
            x + sizes.indent, top, lines, Look(sizes.aside, 400, INK), sizes.aside * _LEADING
        )
        items.append(text)
        top += high
    return Group(tuple(items), id=f"question-{number_}", about=row.dispute.title, kind="question")
