from dataclasses import replace

import pytest

from kg.reading.claims import Claim, Party
from kg.reading.facts import Fact, by_topic, facts, flagged
from kg.statements import Statement
from tests.reading.samples import claim, said

NAMES = {
    id_: Party(id_, name, label)
    for id_, name, label in (
        ("orbit", "Orbit", "Company"),
        ("gis", "Orbit GIS", "Product"),
        ("force", "The force", "PoliceForce"),
        ("town", "The town", "Place"),
    )
}


def seen(entity: str, *statements: Statement, lang: str = "en") -> list[Fact]:
    """Facts from statements, with the roles that a store would tell."""
    return facts(
        entity, [(roles(entity, claim(one)), claim(one)) for one in statements], NAMES, lang
    )


def roles(entity: str, found: Claim) -> tuple[str, ...]:
    ends = {"subject": found.subject, "object": found.object, "said_by": found.said_by}
    named = [key for key, value in found.qualifiers if entity in value.split("|")]
    return (*named, *(role for role, id_ in ends.items() if id_ == entity))


def test_a_fact_reads_from_both_sides() -> None:
    said_once = said("orbit MAKES @gis")

    (out,), (in_,) = seen("orbit", said_once), seen("gis", said_once)

    assert (out.direction, out.words, out.other) == ("out", "makes", NAMES["gis"])
    assert (in_.direction, in_.words, in_.other) == ("in", "is made by", NAMES["orbit"])


def test_verbs_come_in_the_language() -> None:
    assert seen("gis", said("orbit MAKES @gis"), lang="de")[0].words == "wird hergestellt von"


def test_a_literal_stands_where_no_entity_does() -> None:
    (fact,) = seen("orbit", said("orbit HAS_METRIC 100 | approx=almost;measure=zones"))

    assert (fact.other, fact.text) == (None, "almost 100: zones")


def test_an_entity_that_is_only_named_gets_the_sentence_and_its_part() -> None:
    (place,) = seen("town", said("force USES @gis | place=town;since=2019"))
    (voice,) = seen("orbit", said("force USES @gis", said_by="orbit"))

    assert (place.direction, place.words) == ("named", "place")
    assert place.text == "The force uses Orbit GIS"
    assert place.told[0].details == ("since: 2019",), "the place itself is not repeated"
    assert (voice.words, voice.text) == ("said by", "The force uses Orbit GIS")


def test_who_asserts_a_claim_about_itself_is_only_its_subject() -> None:
    (fact,) = seen("orbit", said("orbit MAKES @gis", said_by="orbit"))

    assert fact.direction == "out"
    assert fact.told[0].said_by == "Orbit"


def test_claims_that_say_the_same_are_one_fact_best_evidence_first() -> None:
    weak = said("force USES @gis | since=2019", "b", certainty="alleged")
    sure = said("force USES @gis | since=2020", "a")

    (fact,) = seen("force", weak, sure)

    assert fact.claims == (sure.id, weak.id)
    assert fact.certainty == "stated"
    assert [told.details for told in fact.told] == [("since: 2020",), ("since: 2019",)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("force USES @gis | place=town", "force USES @gis"),
        ("force USES @gis", "force MAKES @gis"),
        ("orbit HAS_METRIC 100 | approx=almost", "orbit HAS_METRIC 100 | approx=more_than"),
        ("orbit HAS_METRIC 100 | measure=zones", "orbit HAS_METRIC 100 | measure=cars"),
        ("orbit HAS_AMOUNT 5 | currency=EUR", "orbit HAS_AMOUNT 5 | currency=USD"),
        ("orbit HAS_STATUS bankrupt", "orbit HAS_STATUS alive"),
    ],
)
def test_what_tells_two_facts_apart_keeps_them_apart(one: str, other: str) -> None:
    entity = one.split(" ")[0]

    assert len(seen(entity, said(one), said(other))) == 2


def test_facts_come_in_the_order_of_the_vocabulary() -> None:
    told = [
        said("orbit HAS_STATUS alive"),
        said("force USES @gis"),
        said("orbit MAKES @gis"),
        said("gis USED_IN @town"),
    ]

    assert [fact.predicate for fact in seen("gis", *told[1:])] == ["MAKES", "USES", "USED_IN"]
    assert seen("gis", *told[1:]) == seen("gis", *reversed(told[1:]))
    assert [fact.text for fact in seen("orbit", *told[:1])] == ["alive"]


def test_topics_hold_the_facts_of_which_the_entity_is_an_end() -> None:
    found = seen("gis", said("orbit MAKES @gis"), said("force USES @gis"))
    named = seen("gis", said("orbit SUPPLIES @force | system=gis"))

    assert [topic.name for topic in by_topic([*named, *found])] == ["supply", "use"]
    assert [fact.predicate for topic in by_topic(found) for fact in topic.facts] == [
        "MAKES",
        "USES",
    ]


def test_a_fact_is_flagged_with_every_conflict_of_its_claims_once() -> None:
    fact, other = seen("gis", said("orbit MAKES @gis"), said("force USES @gis"))
    fact = replace(fact, told=(*fact.told, *fact.told))
    conflicts = {fact.told[0].claim.id: ["x1", "x2"]}

    assert [each.conflicts for each in flagged([fact, other], conflicts)] == [("x1", "x2"), ()]
