"""What has ended: contracts and projects that somebody ended, and what rests on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.dates import bounds, is_date
from kg.schema import statuses
from kg.store.bolt import Store
from kg.views.found import Related, Told, related_in
from kg.views.lines import is_over
from kg.views.picture import Line, Mark
from kg.views.styles import Standing, best_of, style_of

_ENDED = """
UNWIND $ids AS id
MATCH (deal:Entity {id: id})
WITH deal
MATCH (deal)<-[r:ENDED]-(:Entity)
WHERE NOT coalesce(r.status, '') IN ['planned', 'announced', 'attempted']
RETURN deal.id AS deal, r.claims AS claims
ORDER BY deal, r.eid
"""
_UNDERLYING = """
UNWIND $ends AS id
MATCH (e:Entity {id: id})
WITH e
MATCH (e)-[r]-(:Entity)
WHERE r.eid IN $ids
WITH DISTINCT r
RETURN startNode(r).id AS start, type(r) AS type, endNode(r).id AS end, properties(r) AS props
ORDER BY props.eid
"""
_OF_THE_MAKER = ("MAKES", "SELLS", "WON")

Claims = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ends:
    """``deals`` are contracts, tenders and projects that ended, each with the claims that say so.

    ``facts`` are the relationships that derived ones rest on, by eid.
    """

    deals: Mapping[str, Claims]
    facts: Mapping[str, Related]

    @property
    def claims(self) -> set[str]:
        """Every claim that says that something ended."""
        return {claim for claims in self.deals.values() for claim in claims}


def ends(store: Store, marks: Iterable[Mark], found: Sequence[Related]) -> Ends:
    """What has ended of all that marks and relationships name."""
    named = {mark.id for mark in marks if mark.role == "contract"}
    named |= {_deal(each) for each in found if each.props.get("derived")} - {""}
    deals: dict[str, Claims] = {}
    for row in store.read(_ENDED, {"ids": sorted(named)})[1]:
        deal = str(row["deal"])
        deals[deal] = (*deals.get(deal, ()), *_texts(row["claims"]))
    rests_on = {eid for each in found for eid in _texts(each.props.get("rests_on", ()))}
    derived = {end for each in found if each.props.get("derived") for end in (each.start, each.end)}
    _, rows = store.read(_UNDERLYING, {"ids": sorted(rests_on), "ends": sorted(derived)})
    return Ends(deals, {fact.eid: fact for fact in map(related_in, rows)})


def ended_mark(
    mark: Mark, known: Ends, told: Mapping[str, Told], lang: str, last: str = "9999"
) -> Mark:
    """The mark with its end, if it has one by a day.

    Of several dates for an end the one that most sources bear out counts: one may be a misprint.
    """
    claims = known.deals.get(mark.id, ())
    days = sorted(str(told[claim].claim.get("date_lo", "")) for claim in claims if claim in told)
    if not days or days[len(days) // 2] > last:
        return mark
    names = statuses()["ended"].names
    return replace(mark, status="ended", claims=claims, notes=names, note=names[lang])


def derived_line(line: Line, found: Related, known: Ends, told: Mapping[str, Told]) -> Line:
    """A derived line as far as the facts behind it have come: an ended use makes no client."""
    facts = [known.facts[eid] for eid in _texts(found.props["rests_on"]) if eid in known.facts]
    own = [fact for fact in facts if fact.type not in _OF_THE_MAKER] or facts
    style, status = best_of(line.type, [_standing(fact, told) for fact in own])
    if line.certainty in ("alleged", "disputed") and style == style_of(Standing(line.type)):
        style = "alleged"
    line = replace(line, style=style, status=status, statuses=(status,) if status else ())
    claims = known.deals.get(_deal(found), ())
    if not claims:
        return line
    days = [bounds(day)[1] for claim in claims if is_date(day := _day(told, claim))]
    return replace(
        line,
        style="ended",
        status="ended",
        statuses=("ended",),
        until_hi=max(days, default=""),
        claims=(*line.claims, *(claim for claim in claims if claim not in line.claims)),
    )


def _standing(fact: Related, told: Mapping[str, Told]) -> Standing:
    said = [told[claim] for claim in fact.claims if claim in told]
    status = str(fact.props.get("status", ""))
    return Standing(
        type=fact.type,
        status=status,
        statuses=tuple(fact.props.get("statuses", ())),
        certainty=str(fact.props.get("certainty", "")),
        former=bool(fact.props.get("former")),
        is_vendors_word=bool(said) and all(each.is_firm for each in said),
        is_over=is_over(str(fact.props.get("until_hi", "")), status, said),
    )


def _day(told: Mapping[str, Told], claim: str) -> str:
    return str(told[claim].claim.get("date", "")) if claim in told else ""


def _deal(found: Related) -> str:
    return str(found.props.get("through") or found.props.get("contract") or "")


def _texts(value: Any) -> Claims:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
