"""JSON as a table: each record a row; ``buyer.name`` is the column of a value within a value."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import IO

from kg.mapping.spec import Manner
from kg.mapping.table import LONGEST, Row, Table, Tell
from kg.notices.json_pieces import Damage, Piece, pieces


def json_table(
    stream: IO[bytes], name: str, manner: Manner, tell: Tell, wanted: Sequence[str]
) -> Table:
    """Read JSON lines, or a list of records, for the columns that a mapping asks for."""
    unread: Counter[str] = Counter()
    rows = _rows(stream, manner.encoding, tuple(wanted), unread, tell)
    return Table(name, tuple(wanted), rows, unread=unread)


def sample(stream: IO[bytes], most: int) -> tuple[tuple[str, ...], list[list[str]]]:
    """The columns of the first records, and their cells."""
    records: list[Mapping[str, str]] = []
    for record in _records(stream, "", lambda *_: None):
        records.append(dict(_flat(record[1], "")))
        if len(records) >= most:
            break
    columns = tuple(dict.fromkeys(key for record in records for key in record))
    return columns, [[record.get(column, "") for column in columns] for record in records]


def _rows(
    stream: IO[bytes], encoding: str, wanted: Sequence[str], unread: Counter[str], tell: Tell
) -> Iterator[Row]:
    known, has_any = frozenset(wanted), False
    for number, record in _records(stream, encoding, tell):
        cells = dict(_flat(record, ""))
        has_any = has_any or not known.isdisjoint(cells)
        for key, value in cells.items():
            if len(value) > LONGEST:
                message = f"holds {len(value):,} characters; a cell may hold {LONGEST:,}"
                tell(number, key, f"{message}, so it is left out", "long cell")
                cells[key] = ""
            elif value and key not in known:
                unread[key] += 1
        yield number, [cells.get(key, "") for key in wanted]
    if not has_any:
        tell(0, "", f"has none of the columns {', '.join(list(wanted)[:6])}", "columns")


def _records(
    stream: IO[bytes], encoding: str, tell: Tell
) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Every object with its number in the file: its line, in JSON lines."""
    for number, piece in enumerate(pieces(stream, (), encoding=encoding), 1):
        if isinstance(piece, Damage):
            tell(piece.row, "", piece.message, "damage")
        elif isinstance(piece, Piece) and isinstance(piece.value, Mapping):
            yield number, piece.value
        else:
            tell(number, "", "is a value without names for its parts; it is left out", "no record")


def _flat(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Every value with its path; of a list of plain values, all in one text."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _flat(part, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        if all(not isinstance(part, Mapping | list) for part in value):
            yield path, "; ".join(text for part in value if (text := _text(part)))
        else:
            for place, part in enumerate(value):
                yield from _flat(part, f"{path}.{place}")
    else:
        yield path, _text(value)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}" if value.is_finite() else ""
    return value if isinstance(value, str) else json.dumps(value)


def is_json(head: bytes) -> bool:
    """Whether a file begins as JSON does."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
