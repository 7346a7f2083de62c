"""A first mapping for a table, from its columns: it runs, and its comments say what to check."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice

from kg.errors import DataError
from kg.identifiers import slug
from kg.inputs import Input
from kg.mapping.guessing import Column, guess, likely_date_format, likely_locale
from kg.mapping.json_lines import is_json, sample
from kg.mapping.opening import opened
from kg.mapping.spec import Manner

_FEW = 300
_SCHEMATA = {
    "buyer": "PublicBody",
    "supplier": "LegalEntity",
    "subcontractor": "LegalEntity",
    "owner": "LegalEntity",
}
_HEAD = """\
# A first mapping for {file}, made from its columns and {count} of its rows. It is a guess:
# mend what is wrong, delete what you do not need, then
#     kg ingest --dry-run --mapping THIS-FILE {file}
# Each line marked "check" rests on the name of a column only.
"""


def suggestion(file: Input) -> str:
    """The mapping as text.

    Raises:
        DataError: The file is no table, or has no rows.
    """
    sheet, names, rows = _table(file)
    if not rows:
        raise DataError(f"{file.name}: has no rows below its header")
    plan = _Plan(file.name, sheet, guess(names, rows), rows)
    return "\n".join(plan.lines()) + "\n"


def _table(file: Input) -> tuple[str, Sequence[str], list[list[str]]]:
    """The largest table of a file, and its first rows."""
    with file.open() as stream:
        if is_json(stream.peek(64)):
            columns, rows = sample(stream, _FEW)
            return "", columns, rows
    with opened(file, Manner(short_rows="allowed"), lambda *_: None) as tables:
        found = [
            (one.sheet, one.columns, [list(cells) for _, cells in islice(one.rows, _FEW)])
            for one in tables
        ]
    return max(found, key=lambda one: len(one[1]) * min(len(one[2]), 20), default=("", (), []))


class _Plan:
    """The lines of a suggested mapping."""

    def __init__(self, file: str, sheet: str, columns: list[Column], rows: list[list[str]]) -> None:
        self._file, self._sheet, self._columns, self._rows = file, sheet, columns, rows
        self._roles = [role for role in _SCHEMATA if self._first("name", role)]
        if not self._roles:
            self._roles = ["thing"]

    def lines(self) -> Iterator[str]:
        yield _HEAD.format(file=self._file, count=len(self._rows)).rstrip()
        yield f"{slug(self._file.rsplit('.', 1)[0]) or 'table'}:"
        yield "  x:"
        yield from self._manner()
        yield "  queries:"
        yield f"    - csv_url: {_quoted(self._file)}"
        said = list(self._sayings())
        if said:
            yield "      x:"
            yield "        say:"
            yield from said
        yield "      entities:"
        for role in self._roles:
            yield from self._entity(role)
        if self._has_contract():
            yield from self._contract()
        yield from self._unused()

    def _manner(self) -> Iterator[str]:
        yield f"    title: {_quoted(self._file)}  # what this table is, for the list of sources"
        yield "    publisher: not named  # who published it"
        yield '    source_url: ""  # where it can be found'
        yield "    certainty: reported  # stated, if it speaks of its publisher's own matters"
        if self._sheet:
            yield f"    sheet: {_quoted(self._sheet)}"
        amounts = [cell for one in self._of("amount") for cell in self._cells(one)]
        if amounts:
            locale, doubt = likely_locale(amounts)
            yield f"    number_locale: {locale or 'plain'}  # check{f': {doubt}' if doubt else ''}"
        dates = [cell for one in self._of("date", "since", "until") for cell in self._cells(one)]
        form, doubt = likely_date_format(dates)
        if form:
            yield f'    date_format: "{form}"  # check{f": {doubt}" if doubt else ""}'

    def _entity(self, role: str) -> Iterator[str]:
        name = self._first("name", role) or self._first("text", "") or self._columns[0]
        number = self._first("register", role)
        if role == "supplier":
            number = number or self._first("register", "")
        yield f"        {role}:  # check: one of these is the same wherever its key is the same"
        yield f"          schema: {_SCHEMATA.get(role, 'LegalEntity')}"
        yield f"          key: {_quoted((number or name).name)}"
        yield "          properties:"
        yield f"            name: {{column: {_quoted(name.name)}}}"
        if country := self._first("country", role) or self._first("country", ""):
            yield f"            country: {{column: {_quoted(country.name)}}}  # check: whose"
        if number:
            yield "          x:"
            yield "            identifiers:"
            yield f"              - {{number: {{column: {_quoted(number.name)}}}}}"

    def _contract(self) -> Iterator[str]:
        number, title = self._first("number", ""), self._first("title", "")
        named = [self._first("name", role) for role in self._roles]
        keys = [number] if number else [*named, title, self._first("date", "")]
        yield "        contract:"
        yield "          schema: Contract"
        yield f"          keys: [{', '.join(_quoted(one.name) for one in keys if one)}]"
        yield "          key_literal: contract"
        yield "          properties:"
        shown = title or number or next(filter(None, named))
        yield f"            title: {{column: {_quoted(shown.name)}}}"

    def _sayings(self) -> Iterator[str]:
        if self._has_contract():
            ties = {"buyer": "AWARDED", "supplier": "WON", "subcontractor": "SUBCONTRACTED_ON"}
            for role, predicate in ties.items():
                if role in self._roles:
                    yield from self._say(role, predicate, "contract")
            for amount in self._of("amount"):
                yield from self._amount(amount)
            for one in self._of("cpv"):
                yield from self._text("contract", "COVERS", one, ", as: cpv", "kind: CPV")
        elif {"buyer", "supplier"} <= set(self._roles):
            yield from self._say("supplier", "SUPPLIES", "buyer")
        if {"owner", "supplier"} <= set(self._roles):
            yield from self._say("owner", "OWNS", "supplier")

    def _say(self, subject: str, predicate: str, object_: str) -> Iterator[str]:
        yield f"          - subject: {subject}"
        yield f"            predicate: {predicate}  # check: {subject} {predicate} {object_}"
        yield f"            object: {object_}"
        yield from self._narrowed([])

    def _amount(self, amount: Column) -> Iterator[str]:
        currency = self._first("currency", "")
        money = f"{{column: {_quoted(currency.name)}}}" if currency else "EUR  # check"
        yield from self._text("contract", "HAS_AMOUNT", amount, "", "kind: award  # check", money)

    def _text(
        self, subject: str, predicate: str, one: Column, more: str, kind: str, money: str = ""
    ) -> Iterator[str]:
        yield f"          - subject: {subject}"
        yield f"            predicate: {predicate}"
        yield f"            text: {{column: {_quoted(one.name)}{more}}}"
        yield from self._narrowed([kind, *([f"currency: {money}"] if money else [])])

    def _narrowed(self, more: list[str]) -> Iterator[str]:
        times = {kind: self._first(kind, "") for kind in ("date", "since", "until")}
        lines = [f"{key}: {{column: {_quoted(one.name)}}}" for key, one in times.items() if one]
        if lines or more:
            yield "            qualifiers:"
            yield from (f"              {line}" for line in [*more, *lines])
        if page := self._first("address", ""):
            yield f"            source_url: {{column: {_quoted(page.name)}}}"

    def _unused(self) -> Iterator[str]:
        rest = [one.name for one in self._columns if one.kind == "text" or (one.doubt)]
        if rest:
            yield f"# Columns to look at: {', '.join(' '.join(name.split()) for name in rest)}"

    def _has_contract(self) -> bool:
        return bool(self._of("title", "number", "amount")) and self._roles != ["thing"]

    def _of(self, *kinds: str) -> list[Column]:
        return [one for one in self._columns if one.kind in kinds]

    def _first(self, kind: str, role: str) -> Column | None:
        """The column of a kind and role; of several, that of the shortest name."""
        found = [one for one in self._columns if (one.kind, one.role) == (kind, role)]
        return min(found, key=lambda one: len(one.name), default=None)

    def _cells(self, column: Column) -> list[str]:
        at = self._columns.index(column)
        return [row[at].strip() for row in self._rows if row[at].strip()]


def _quoted(text: str) -> str:
    """A text as YAML reads it, whatever signs are in it."""
    return json.dumps(text, ensure_ascii=False)
