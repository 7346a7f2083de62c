"""The queue as a table and for a program."""

from collections.abc import Iterator, Sequence
from typing import Any

from kg.answers.answer import Answer
from kg.answers.table import draw
from kg.review.lines import reason
from kg.review.queue import Waiting
from kg.review.words import word


def as_data(waiting: Sequence[Waiting]) -> list[dict[str, Any]]:
    """The pairs in their order: ``left right judgement reason score uncertainty degree worth``.

    ``left_entity`` and ``right_entity`` are what the ids lead to in the graph, with their names.
    """
    return [
        {
            "left": each.pair.left,
            "right": each.pair.right,
            "left_entity": each.left,
            "right_entity": each.right,
            "left_name": each.names[0],
            "right_name": each.names[1],
            "judgement": each.pair.judgement,
            "reason": each.pair.reason,
            "score": each.pair.score,
            "uncertainty": round(each.pair.uncertainty, 4),
            "degree": each.degree,
            "worth": round(each.worth, 4),
        }
        for each in waiting
    ]


def as_table(waiting: Sequence[Waiting], left_out: int, lang: str, columns: int) -> str:
    """The pairs for reading, with how many more there are."""
    answer = Answer(
        word("waiting", lang, n=len(waiting) + left_out),
        ("left", "right", "names", "reason", "degree"),
        tuple(dict(cells) for cells in map(_cells, waiting)),
        lang=lang,
    )
    more = f"{word('more_pairs', lang, n=left_out)}\n" if left_out else ""
    return draw(answer, columns) + more


def _cells(waiting: Waiting) -> Iterator[tuple[str, object]]:
    yield "left", waiting.pair.left
    yield "right", waiting.pair.right
    yield "names", " / ".join(waiting.names)
    yield "reason", reason(waiting)
    yield "degree", waiting.degree
