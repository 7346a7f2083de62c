"""How far a fact has come: its latest known status, and those before it in the order of time."""

from collections.abc import Iterator, Mapping, Sequence

from kg.dates import bounds, is_date
from kg.graph.claims import own_time
from kg.graph.model import Value
from kg.schema import certainties
from kg.schema import statuses as stages
from kg.statements import Source, Statement

Span = tuple[str, str]

PLANS = ("planned", "tender", "announced")
ENDS = ("ended", "suspended", "ruled_unlawful", "cancelled")
_UNKNOWN = "unknown"


def statuses(claims: Sequence[Statement], sources: Mapping[str, Source]) -> dict[str, Value]:
    """``status``, the latest known, and ``statuses``, all in the order of time.

    Where two are known of one time the better evidenced counts, then the one further on in the life
    of a system. That a source leaves it open counts only where no other says more.
    """
    known = [found[-1] for found in sorted(_dated(claims, sources))]
    return {"status": _latest(known), "statuses": list(dict.fromkeys(known))}


def _latest(known: Sequence[str]) -> str:
    """The last in the order of time. A plan to extend what is in use leaves it in use."""
    latest = ""
    for status in known:
        is_extension = status in PLANS and latest not in ("", _UNKNOWN, *PLANS, *ENDS)
        if not is_extension and (status != _UNKNOWN or not latest):
            latest = status
    return latest


def _dated(
    claims: Sequence[Statement], sources: Mapping[str, Source]
) -> Iterator[tuple[str, str, int, int, str]]:
    life, order = list(stages()), certainties()
    tell_the_end = {claim.source for claim in claims if claim.get("status") in ENDS}
    for claim in claims:
        if status := claim.get("status"):
            low, high = _known_on(claim, sources[claim.source], claim.source in tell_the_end)
            stage = life.index(status) if status in life else len(life)
            yield high, low, -order.index(claim.certainty), stage, status


def _known_on(claim: Statement, source: Source, tells_the_end: bool) -> Span:
    """The time of which a claim knows a status."""
    status = claim.get("status")
    own = [claim.get(key) for key in ("as_of", "date", "year")]
    if status in PLANS:
        return _first(own[0], source.published) or own_time(claim, source)
    if status in ENDS:
        return _first(claim.get("until"), *own, source.published) or ("", "")
    return _first(*own) or _still_held(claim, source, tells_the_end)


def _still_held(claim: Statement, source: Source, tells_the_end: bool) -> Span:
    """A use without a date held when its source came out, or until it ended before.

    Of a trial, and of a use whose end the same source tells, only the start is sure.
    """
    end, start, told = (
        _first(text) for text in (claim.get("until"), claim.get("since"), source.published)
    )
    if end and (not told or end[1] < told[1]):
        return end
    is_past = tells_the_end or claim.get("status") == "pilot"
    return (start if is_past else told) or start or told or ("", "")


def _first(*texts: str) -> Span | None:
    return next((bounds(text) for text in texts if is_date(text)), None)
