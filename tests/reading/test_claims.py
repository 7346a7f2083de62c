import pytest

from kg.reading.claims import Party, around, named, of_source, parties, these
from kg.store.bolt import Store
from tests.reading import samples
from tests.reading.samples import STATEMENTS, claim, said


def test_a_claim_comes_back_with_every_qualifier(small: Store) -> None:
    (found,) = these(small, [samples.WON.id]).values()

    assert found.qualifiers == samples.WON.qualifiers
    assert (found.predicate, found.subject, found.object) == ("WON", "orbit", "deal")
    assert (found.source, found.locator, found.certainty) == ("press", "para 9", "stated")
    assert (found.get("value"), found.get("nothing")) == ("1250000.5", "")
    assert (found.date_lo, found.date_hi) == ("2021-12-06", "2021-12-06")


def test_around_an_entity_lie_its_claims_with_its_part_in_each(small: Store) -> None:
    parts = {found.id: roles for roles, found in around(small, "orbit")}

    assert parts == {
        samples.MAKES.id: ("subject",),
        samples.USES.id: ("said_by",),
        samples.ALMOST.id: ("said_by", "subject"),
        samples.MORE.id: ("subject",),
        samples.WON.id: ("subject",),
        samples.VIA.id: ("via",),
        samples.PERHAPS.id: ("subject",),
        samples.CHAIR.id: ("object",),
    }


def test_around_nobody_lies_nothing(small: Store) -> None:
    assert around(small, "nobody") == []
    assert around(small, "no such id") == []


def test_the_claims_of_a_source_are_all_there(small: Store) -> None:
    wanted = sorted(said.id for said in STATEMENTS if said.source == "press")

    assert [found.id for found in of_source(small, "press")] == wanted
    assert of_source(small, "unread") == []


def test_unknown_claims_are_left_out(small: Store) -> None:
    assert these(small, ["c0", samples.MAKES.id]).keys() == {samples.MAKES.id}
    assert these(small, []) == {}


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "Belgian local police"), ("nl", "Belgische lokale politie")]
)
def test_everybody_in_a_claim_is_named_in_the_language(small: Store, lang: str, name: str) -> None:
    found = parties(small, [claim(samples.USES), claim(samples.CHAIR)], lang)

    assert found["be-local"] == Party("be-local", name, "PoliceForce")
    assert found["orbit-gis"].label == "Product"
    assert set(found) == {"be-local", "orbit-gis", "orbit", "ann"}, "a neighbour is no entity"


def test_only_entities_are_named(small: Store) -> None:
    assert named(small, ["orbit", "somebody", ""], "en").keys() == {"orbit"}


def test_an_entity_may_stand_in_any_entity_qualifier() -> None:
    found = claim(said("a USES @b | place=c|d;since=2019;with=e", said_by="f")).entities()

    assert found == {"a", "b", "c", "d", "e", "f"}
