"""Who of those that files name is neither joined nor suggested, and what keeps two apart."""

import pytest

from kg.resolve.joining import Joined
from kg.statements import Entity
from tests.resolve.parties import entity, joined, pairs, suggested

NIF, OTHER_NIF = "es-nif:B98053283", "es-nif:A83052407"
EUROCOP = entity("eurocop", "EuroCop Security Systems", aliases="EuroCop")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(
            entity("a", "Acme Optica S.A.", ids=NIF),
            entity("b", "Acme Optica S.A.", ids=OTHER_NIF),
            id="two numbers of one register",
        ),
        pytest.param(
            entity("a", "Acme Optica S.A.", ids="wikidata:Q1"),
            entity("b", "Acme Optica S.A.", ids="wikidata:Q2"),
            id="two QIDs",
        ),
        pytest.param(
            entity("a", "BriefCam", "IL", "Company"),
            entity("b", "BriefCam", "IL", "Product"),
            id="a company and its product",
        ),
        pytest.param(
            entity("a", "Madrid", "ES", "Municipality"),
            entity("b", "Policía Municipal de Madrid", "ES", "PoliceForce"),
            id="a city and its police",
        ),
        pytest.param(entity("a", "Autónomo"), entity("b", "AUTONOMO"), id="nobody's name"),
        pytest.param(
            entity("a", "Polizei Hessen", "DE", "PoliceForce"),
            entity("b", "Polizei Bayern", "DE", "PoliceForce"),
            id="the police of two states",
        ),
        pytest.param(
            entity("a", "Politiezone 5340", "BE", "PoliceForce"),
            entity("b", "Politiezone 5341", "BE", "PoliceForce"),
            id="the numbers of two zones",
        ),
        pytest.param(
            entity("a", "Police Nationale", "FR", "PoliceForce"),
            entity("b", "Policía Nacional", "ES", "PoliceForce"),
            id="the police of two countries",
        ),
        pytest.param(
            entity("a", "Suministro de vehículos", "", "Contract"),
            entity("b", "Suministro de vehículos", "", "Contract"),
            id="the title of two contracts",
        ),
    ],
)
@pytest.mark.parametrize("is_known", [False, True])
def test_what_cannot_be_one_is_not_even_suggested(one: Entity, two: Entity, is_known: bool) -> None:
    found = joined(*([two] if is_known else [one, two]), shipped=[one] if is_known else ())
    assert found == Joined()


def test_two_rows_of_one_table_are_never_joined_not_even_by_a_party_that_is_like_both() -> None:
    """It has the number of the one and the name of the other: a person is asked."""
    shipped = [entity("one", "Acme Optica S.A."), entity("two", "Acme", ids=NIF)]
    found = joined(entity("org-x", "ACME OPTICA SA", ids=NIF), shipped=shipped)
    assert pairs(found) == {("two", "org-x", "T1")}
    assert suggested(found).keys() == {frozenset(("one", "two"))}


@pytest.mark.parametrize("verdict_on", [("eurocop", "org-x"), ("org-x", "eurocop")])
def test_a_pair_that_was_judged_is_neither_joined_nor_suggested(
    verdict_on: tuple[str, str],
) -> None:
    found = joined(entity("org-x", "EUROCOP SL"), shipped=[EUROCOP], apart=[verdict_on])
    assert found == Joined()


def test_a_judgement_also_keeps_apart_what_is_joined_to_the_pair() -> None:
    """A judged Y not to be EuroCop: neither is Z, which has the number of Y."""
    found = joined(
        entity("org-y", "EUROCOP SL", ids=NIF),
        entity("org-z", "Eurocop", ids=NIF),
        shipped=[EUROCOP],
        apart=[("eurocop", "org-y")],
    )
    assert pairs(found) == {("org-y", "org-z", "T1")}
    assert found.suggestions == ()


@pytest.mark.parametrize("mark", ["collective=yes", "unnamed=yes", "kind=x; collective=yes; y"])
def test_a_row_for_many_or_for_nobody_known_takes_in_no_party(mark: str) -> None:
    row = entity("local", "Lokale Politie", "BE", "PoliceForce", notes=mark)
    found = joined(entity("org-x", "Lokale Politie", "BE", "PoliceForce"), shipped=[row])
    assert found == Joined()


def test_a_second_spelling_in_a_file_is_no_curated_alias() -> None:
    mixed_up = entity("a", "UTE Gévora - Civisglobal", aliases="Alauda Ingeniería S.A.")
    assert joined(mixed_up, entity("b", "ALAUDA INGENIERÍA, S.A.")).same == ()


def test_an_alias_is_enough_however_many_files_write_it() -> None:
    found = joined(
        entity("a", "EUROCOP SL"),
        entity("b", "Eurocop", ids=NIF),
        entity("c", "Eurocop", label="PoliceForce"),
        shipped=[EUROCOP],
    )
    assert pairs(found) == {("eurocop", "a", "T3"), ("eurocop", "b", "T2")}


@pytest.mark.parametrize("shipped", [(), (EUROCOP,)])
def test_a_name_with_two_numbers_is_that_of_two_firms_and_says_nothing_of_a_third(
    shipped: tuple[Entity, ...],
) -> None:
    """A party without a number is suggested to be either, and joined to neither."""
    name = "Eurocop Security Systems, S.L."
    third = entity("c", name)
    found = joined(
        entity("a", name, ids=NIF), entity("b", name, ids=OTHER_NIF), third, shipped=shipped
    )
    assert found.same == ()
    asked = [{"eurocop", one} for one in "abc"] if shipped else [{"a", "c"}, {"b", "c"}]
    assert set(map(frozenset, asked)) <= suggested(found).keys()


@pytest.mark.parametrize(("count", "asked"), [(2, 1), (5, 4), (6, 0), (120, 0)])
def test_the_offices_of_a_body_with_many_are_not_asked_about(count: int, asked: int) -> None:
    """Forty airports have one number: they are offices of one body, and nobody need say so."""
    names = [chr(97 + at // 26) * 3 + chr(97 + at % 26) * 4 for at in range(count)]
    many = [
        entity(f"org-{name}", f"Aeropuerto de {name}", "ES", "PublicBody", ids=NIF)
        for name in names
    ]
    found = joined(*many)
    assert found.same == ()
    assert len([one for one in found.suggestions if "identifier" in one.why]) == asked
