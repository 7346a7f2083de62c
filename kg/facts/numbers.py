"""Numbers as the fact set writes them: plain digits, a point for decimals, nothing else."""

import re

_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_ONE_GROUP = re.compile(r"(-?[1-9][0-9]{0,2})([.,])([0-9]{3})")
_POINT_GROUPS = re.compile(r"-?[0-9]{1,3}(?:[.' ][0-9]{3})+(?:,[0-9]+)?")
_COMMA_GROUPS = re.compile(r"-?[0-9]{1,3}(?:[,' ][0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_SHORTENED = re.compile(r"-?[0-9]([.,][0-9]+)?[eE][+-]?[0-9]+")
_RANGE = re.compile(r"(\S+) to (\S+)")
_IN_WORDS = re.compile(
    r"[a-z ]*\b(?:tens|dozens?|hundreds?|thousands?|millions?|billions?)\b[a-z ]*"
)
_FORM = "write plain digits with a point for decimals, e.g. 1000.50"


def number_fault(text: str) -> str:
    """Why a text is no number, and what to write; nothing if it is one.

    ``1.000`` is refused although a computer reads it as one: in most of Europe it is a thousand.
    """
    if match := _ONE_GROUP.fullmatch(text):
        whole, _, rest = match.groups()
        decimals = rest.rstrip("0") or "0"
        exact = decimals if len(decimals) < 3 else decimals + "0"
        return f"{text!r} could be two numbers; write {whole}{rest} or {whole}.{exact}"
    if _PLAIN.fullmatch(text):
        return ""
    if meant := _meant(re.sub(r"[\u00a0\u202f\u2019]", " ", text)):
        return f"{text!r} is no plain number; write {meant}"
    if _SHORTENED.fullmatch(text):
        return f"{text!r} was shortened by a spreadsheet; write all its digits"
    return f"{text[:40]!r} is no number; {_FORM}"


def amount_fault(text: str) -> str:
    """Why a text is no amount: a number, a range (``3 to 4``), or uncounted (``hundreds``)."""
    if match := _RANGE.fullmatch(text):
        return number_fault(match[1]) or number_fault(match[2])
    return "" if _IN_WORDS.fullmatch(text) else number_fault(text)


def _meant(text: str) -> str:
    if _POINT_GROUPS.fullmatch(text):
        return re.sub(r"[.' ]", "", text).replace(",", ".")
    if _COMMA_GROUPS.fullmatch(text):
        return re.sub(r"[,' ]", "", text)
    return text.replace(",", ".") if _DECIMAL_COMMA.fullmatch(text) else ""
