"""The last RETURN of a query: its columns, and whether its rows have an order."""

from dataclasses import dataclass
from itertools import pairwise

from kg.queries.patterns import enclosing
from kg.queries.tokens import Tokens, is_name

_AGGREGATES = ("COUNT", "SUM", "MIN", "MAX", "AVG", "COLLECT", "STDEV")
_BEHIND = ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION", ";")


@dataclass(frozen=True, slots=True)
class Returned:
    """What a query returns. A column without a name is "", ``RETURN *`` the one column ``*``.

    ``has_one_row``: only aggregates are returned, so that there is nothing to order.
    """

    line: int
    columns: tuple[str, ...]
    is_ordered: bool
    is_union: bool
    has_one_row: bool


def returned(tokens: Tokens) -> Returned | None:
    """The last RETURN that stands in no bracket, if there is one."""
    within = enclosing(tokens)
    outer = [index for index in range(len(tokens)) if within[index] == -1]
    keys = {index: tokens[index].key for index in outer if _is_keyword(tokens, index)}
    start = max((index for index, key in keys.items() if key == "RETURN"), default=-1)
    if start < 0:
        return None
    behind = [index for index in outer if index > start]
    end = next((index for index in behind if keys.get(index) in _BEHIND), len(tokens))
    first = start + 2 if tokens[start + 1].key == "DISTINCT" else start + 1
    commas = [index for index in behind if tokens[index].key == "," and first <= index < end]
    items = list(pairwise([first - 1, *commas, end]))
    return Returned(
        line=tokens[start].line,
        columns=tuple(_column(tokens, left + 1, right, within) for left, right in items),
        is_ordered=any(keys.get(index) == "ORDER" for index in behind),
        is_union="UNION" in keys.values(),
        has_one_row=all(_is_aggregate(tokens, left + 1) for left, _ in items),
    )


def chance_limits(tokens: Tokens) -> list[int]:
    """The lines of every LIMIT or SKIP that cuts off rows which have no order."""
    within = enclosing(tokens)
    lines: list[int] = []
    for index, token in enumerate(tokens):
        if token.key not in ("LIMIT", "SKIP", "OFFSET") or is_name(tokens, index):
            continue
        clause = [
            tokens[place].key
            for place in range(index)
            if within[place] == within[index]
            and _is_keyword(tokens, place)
            and tokens[place - 1].key not in ("STARTS", "ENDS")
        ]
        words = [key for key in clause if key in ("WITH", "RETURN", "ORDER")]
        if words and words[-1] != "ORDER" and token.line not in lines:
            lines.append(token.line)
    return lines


def _is_keyword(tokens: Tokens, index: int) -> bool:
    return tokens[index].kind == "sign" or not is_name(tokens, index)


def _column(tokens: Tokens, start: int, end: int, within: list[int]) -> str:
    if tokens[end - 2].key == "AS" and within[end - 2] == -1 and end - start > 2:
        return tokens[end - 1].text
    is_plain = end - start == 1 and (tokens[start].is_name or tokens[start].key == "*")
    return tokens[start].text if is_plain else ""


def _is_aggregate(tokens: Tokens, index: int) -> bool:
    return tokens[index].key in _AGGREGATES and tokens[index + 1].key == "("
