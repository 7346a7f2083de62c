"""Single fields of a release: texts by language, days, sums, codes of what is bought."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.notices.branch import Branch
from kg.notices.fields import day as plain_day
from kg.notices.json_numbers import digits
from kg.notices.notice import Amount, Names
from kg.notices.words import language

_IN_LANGUAGE = re.compile(r"_([a-z]{2})(?:-[A-Za-z]+)?")
_FLOATED = re.compile(r"\.0+$")


def names(branch: Branch, key: str, own: str) -> Names:
    """A field in its own language, and as ``title_fr`` in others."""
    found = {own: text} if (text := branch.text(key)) else {}
    for other in branch.untaken():
        match = _IN_LANGUAGE.fullmatch(other.removeprefix(key))
        if match and other.startswith(key) and (text := branch.text(other)):
            found.setdefault(language(match[1]), text)
    return tuple(found.items())


def day(branch: Branch, *keys: str) -> str:
    """The day of the first of these fields that holds one."""
    found = [plain_day(branch.text(key).replace(" ", "T", 1)) for key in keys if key in branch]
    return next(filter(None, found), "")


def sums(branch: Branch, key: str, kind: str, missing: list[str]) -> Iterator[Amount]:
    """The sums in a field: the net one, and the gross one where both are given."""
    at = branch.at(key)
    bare = branch.number(key)
    value = branch.branch(key)
    currency = value.text("currency").upper()
    vat = {"true": "included", "false": "excluded"}.get(value.text("valueAddedTaxIncluded"), "")
    gross = value.number("amountGross")
    net = value.number("amountNet")
    plain = bare if bare is not None else value.number("amount")
    if net is None and gross is not None:
        net, plain = plain, None
    for written, tax in ((plain, vat), (net, "excluded"), (gross, "included")):
        if amount := digits(written, at, missing):
            yield Amount(kind, amount, currency, at, vat=tax)


def percentage(written: Decimal | str | None, at: str, missing: list[str]) -> str:
    """A part of one as a percentage: ``0.3`` is ``30``."""
    found = digits(written, at, missing)
    return digits(Decimal(found) * 100, at, missing) if found else ""


def cpv(branch: Branch, key: str, many: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The CPV codes of a classification, and of additional ones; other systems stay unread."""
    main = tuple(_codes(branch, key))
    return main, tuple(_codes(branch, many)) if many else ()


def _codes(branch: Branch, key: str) -> Iterator[str]:
    for one in branch.branches(key):
        scheme = one.peek("scheme") or one.peek("schema")
        if "CPV" in scheme.upper():
            one.pass_over("scheme", "schema", "description", "uri")
            if code := _FLOATED.sub("", one.text("id")):
                yield code
