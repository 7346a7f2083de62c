"""Cells that hold more than one thing: ``nl=Politie|fr=Police``, ``status=active;since=2019``."""

import re

Pair = tuple[str, str]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether a text has the form of an id: small letters, digits and single hyphens."""
    return bool(_ID.fullmatch(text))


def id_fault(text: str) -> str:
    """Why a text is no id, or nothing."""
    if is_id(text):
        return ""
    near = f", e.g. {found!r}" if (found := _as_id(text)) else ""
    return f"{text[:60]!r} is no id; write small letters a-z, digits and single hyphens{near}"


def parts(cell: str) -> tuple[str, ...]:
    """The values between bars, without white space round them: ``a|b``."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def pairs(cell: str, separator: str) -> tuple[list[Pair], list[str]]:
    """The ``key=value`` pairs of a cell, in its order, and what is wrong with the others."""
    found: dict[str, str] = {}
    faults: list[str] = []
    for part in filter(None, (part.strip() for part in cell.split(separator))):
        key, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals:
            faults.append(_no_pair(part, separator))
        elif not key or not value:
            faults.append(f"{part[:60]!r} lacks its {'value' if key else 'key'}; write key=value")
        elif key in found:
            faults.append(f"{key} is there twice; keep one, or write a second row")
        else:
            found[key] = value
    return list(found.items()), faults


def _no_pair(part: str, separator: str) -> str:
    return (
        f"{part[:60]!r} is no key=value; a value cannot hold {separator!r}, "
        "so write a comma if this belongs to the value before it"
    )


def _as_id(text: str) -> str:
    from anyascii import anyascii

    return re.sub(r"[^a-z0-9]+", "-", anyascii(text[:200]).lower())[:40].strip("-")
