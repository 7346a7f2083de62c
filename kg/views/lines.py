"""Lines: relationships as they are drawn, and as they stood at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from kg.schema import predicates
from kg.views.found import Related, Told
from kg.views.picture import Line, Mark
from kg.views.styles import Standing, style_of, style_of_type

_ORDER = {"side": 0, "vendor": 1, "contract": 2, "system": 3, "force": 4}
_OF_THE_CHAIN = ("supply", "use", "ownership", "data", "description")
_POINT_AT = ("ended", "owns")
_TO_THE_END = (
    *("MAKES", "SELLS", "SUPPLIES", "SUPPLIES_VIA", "WON", "SUBCONTRACTED_ON"),
    *("USED_IN", "SHARES_DATA_WITH"),
)
_TO_THE_START = ("CLIENT_OF", "USES", "DRAWS_ON", "SUBCONTRACTS_TO")
"""What these say runs one way, whoever stands at their ends: the legend is read along the arrow."""
_FROM_THE_END = ("BUILT_ON", "VARIANT_OF", "PART_OF", "UNDER")
"""Where both ends have the same part, what these point at comes first in the chain."""
_WORDS = ("title", "relation", "kind", "outcome", "issue", "purpose", "role", "lot", "through")
_NAMED = ("place", "contract", "system", "product", "client", "through")


def named_in(found: Iterable[Related]) -> set[str]:
    """The ids of entities that relationships name beside their two ends."""
    return {
        part
        for each in found
        for key in _NAMED
        for part in str(each.props.get(key, "")).split("|")
        if part
    }


def line_of(
    found: Related, marks: Mapping[str, Mark], told: Mapping[str, Told], names: Mapping[str, str]
) -> Line:
    """The line of a relationship; ``names`` are those of every entity that it names."""
    props, predicate = found.props, predicates()[found.type]
    said = [told[claim] for claim in found.claims if claim in told]
    line = Line(
        eid=found.eid,
        type=found.type,
        start=found.start,
        end=found.end,
        words=predicate.names,
        inverse=predicate.inverse,
        style="other",
        certainty=str(props.get("certainty", "")),
        backward=is_backward(found.type, marks[found.start], marks[found.end]),
        status=str(props.get("status", "")),
        statuses=tuple(props.get("statuses", ())),
        former=bool(props.get("former")),
        conflict=bool(props.get("conflict")) or any(each.conflicts for each in said),
        unclear=any(each.unclear for each in said),
        derived=bool(props.get("derived")),
        topic=predicate.topic,
        since=str(props.get("since", "")),
        until=str(props.get("until", "")),
        since_lo=str(props.get("since_lo", "")),
        until_hi=str(props.get("until_hi", "")),
        date=str(props.get("date", "")),
        value=props.get("value"),
        currency=str(props.get("currency", "")),
        said_by=tuple(dict.fromkeys(each.said_by for each in said if each.said_by)),
        details=_details(props, names),
        claims=found.claims,
        cite=str(props.get("cite", "")),
    )
    return styled(line, said, is_over(line.until_hi, line.status, said))


def styled(line: Line, said: Sequence[Told], has_passed: bool = False) -> Line:
    """The line with the style that it has by what is said of it."""
    standing = Standing(
        type=line.type,
        status=line.status,
        statuses=line.statuses,
        certainty=line.certainty,
        former=line.former,
        is_vendors_word=bool(said) and all(each.is_firm for each in said),
        is_over=has_passed,
    )
    return replace(line, style=style_of(standing))


def is_over(until_hi: str, status: str, said: Sequence[Told]) -> bool:
    """Whether a last day had passed when its sources were read, and nobody knows it later."""
    read = max((str(each.source.get("read", "")) for each in said), default="")
    if not until_hi or until_hi >= read:
        return False
    same = (each.claim for each in said if each.claim.get("status", "") == status)
    return all(str(claim.get("date_hi", "")) <= until_hi for claim in same)


def is_backward(type_: str, start: Mark, end: Mark) -> bool:
    """Whether the chain from seller to police runs from the end of a line to its start.

    Only what belongs to the chain does: who rules, looks into, pays, owns or ends points at what it
    is. A police force that makes a system, or a firm that is the client of another, stands against
    the chain, and its arrow too.
    """
    if type_ in _TO_THE_START or type_ in _TO_THE_END:
        return type_ in _TO_THE_START
    if predicates()[type_].topic not in _OF_THE_CHAIN or style_of_type(type_) in _POINT_AT:
        return False
    if start.role == end.role:
        return type_ in _FROM_THE_END
    return _ORDER[start.role] > _ORDER[end.role]


def _details(props: Mapping[str, Any], names: Mapping[str, str]) -> Mapping[str, str]:
    """What a relationship says beside its ends, with names for ids."""
    found = {}
    for key in sorted({*_WORDS, *_NAMED}):
        if value := props.get(key):
            parts = str(value).split("|") if key in _NAMED else [str(value)]
            found[key] = ", ".join(names.get(part, part) for part in parts)
    return MappingProxyType(found)
