"""What a tender or contract covers, and on which terms."""

from kg.cpv import code, names
from kg.notices.naming import short
from kg.notices.notice import Count, Lot
from kg.notices.telling import Telling
from kg.statements import Entity


def cover(telling: Telling, thing: Entity, lot: Lot) -> None:
    """Say what is bought, by the codes of the Common Procurement Vocabulary."""
    for kind, written in (("main", lot.main), ("additional", lot.additional)):
        for text in written:
            known = code(text)
            words = names(known).get("en", "")
            telling.say(
                thing.id,
                "COVERS",
                at=lot.at,
                text=f"{known} {words}" if words else text,
                says=f"{short(thing.name)} covers {words or f'CPV {text}'}.",
                kind=f"{kind} CPV",
                lot=lot.id,
            )


def count(telling: Telling, thing: Entity, found: Count, lot: str = "") -> None:
    """Say how many tenders came, how many months are planned."""
    telling.say(
        thing.id,
        "HAS_METRIC",
        at=found.at,
        text=found.number,
        says=f"{short(thing.name)}: {found.measure} {found.number} {found.unit}".strip() + ".",
        measure=found.measure,
        unit=found.unit,
        lot=lot,
    )


def say_terms(telling: Telling, thing: Entity, lot: Lot) -> None:
    """What was foreseen for a lot: estimate, ceiling, duration, period, framework."""
    for sum_ in lot.amounts:
        telling.pay(thing, sum_, lot=lot.id)
    for found in lot.counts:
        count(telling, thing, found, lot.id)
    if lot.since or lot.until:
        span = " ".join(
            f"{word} {day}" for word, day in (("from", lot.since), ("to", lot.until)) if day
        )
        telling.say(
            thing.id,
            "HAS_STATUS",
            at=lot.at,
            text="planned period",
            says=f"{short(thing.name)} is planned {span}.",
            since=lot.since,
            until=lot.until,
            lot=lot.id,
        )
    if lot.framework:
        telling.say(
            thing.id,
            "HAS_STATUS",
            at=lot.at,
            text="framework agreement",
            says=f"{short(thing.name)} is a framework agreement.",
            lot=lot.id,
        )
