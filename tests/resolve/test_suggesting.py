"""Who of those that files name is only suggested to be another: what is less than sure."""

import pytest

from kg.statements import Entity
from tests.resolve.parties import entity, joined, pairs, suggested

NIF, OTHER_NIF = "es-nif:B98053283", "es-nif:A83052407"
LAPD = entity("madison", "Madison Police Department", "US", "PoliceForce")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(
            entity("a", "Almevan, SL", ids=NIF),
            entity("b", "Compañía Española de Seguros de Crédito S.A.", ids=NIF),
            id="a typing error in a number",
        ),
        pytest.param(
            entity("a", "Consejería de Educación de Castilla y León", "ES", "PublicBody", ids=NIF),
            entity("b", "Consejería de Sanidad de Castilla y León", "ES", "PublicBody", ids=NIF),
            id="the ministries of a region have its number",
        ),
        pytest.param(
            entity("a", "Ayuntamiento de Málaga", "ES", "Municipality", ids=NIF),
            entity(
                "b", "Dirección de Movilidad. Ayuntamiento de Málaga", "ES", "Municipality", ids=NIF
            ),
            id="a town and its office",
        ),
        pytest.param(
            entity("a", "Laboratorios Tecnológicos de Levante SL", ids=NIF),
            entity("b", "UTE Gamaser - Laboratorios Tecnológicos de Levante SL", ids=NIF),
            id="a union of firms with a member's number",
        ),
        pytest.param(
            entity("a", "Madison Police Department", "US", "PoliceForce"),
            LAPD,
            id="towns of two states of the union",
        ),
        pytest.param(
            entity("a", "Montgomery County Sheriff's Office", "US", "PoliceForce"),
            entity("b", "Montgomery County Sheriff's Office", "US", "PoliceForce"),
            id="two counties of one name",
        ),
        pytest.param(
            entity("a", "Ministerium des Innern", "DE", "PublicBody"),
            entity("b", "Ministerium des Innern", "DE", "PublicBody"),
            id="the ministries of two states",
        ),
        pytest.param(
            entity("a", "Polizei Bayern", "DE", "PoliceForce"),
            entity("b", "Polizei Bayern GmbH", "DE", "Company"),
            id="an office and a firm called like it",
        ),
        pytest.param(
            entity("a", "Shred-it USA LLC", "US"),
            entity("b", "Shred-it USA Inc.", "US"),
            id="another legal form",
        ),
        pytest.param(
            entity("deloitte", "Deloitte", ""),
            entity("b", "Deloitte LLP", ""),
            id="no country is not the same country",
        ),
        pytest.param(
            entity("a", "Securitas Direct S.A.", "ES|SE"),
            entity("b", "Securitas Direct S.A.", "ES"),
            id="two countries are not one",
        ),
        pytest.param(
            entity("a", "SIRET 214356", "FR"), entity("b", "SIRET 214356", "FR"), id="a number"
        ),
    ],
)
@pytest.mark.parametrize("is_known", [False, True])
def test_what_is_less_than_sure_is_suggested(one: Entity, two: Entity, is_known: bool) -> None:
    found = joined(*([two] if is_known else [one, two]), shipped=[one] if is_known else ())
    assert found.same == ()
    assert suggested(found).keys() == {frozenset((one.id, two.id))}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (entity("a", "Juan García López"), entity("b", "JUAN GARCIA LOPEZ")),
        (
            entity("a", "Ville de Saint-Denis", "FR", "Municipality"),
            entity("b", "VILLE DE SAINT-DENIS", "FR", "Municipality"),
        ),
        (
            entity("a", "NI Water and its subsidiaries", "GB", "PublicBody"),
            entity("b", "NI Water and its subsidiaries", "GB", "PublicBody"),
        ),
    ],
)
def test_a_name_that_several_may_bear_is_enough_only_for_a_row_of_a_table(
    one: Entity, two: Entity
) -> None:
    assert suggested(joined(one, two)).keys() == {frozenset("ab")}
    assert pairs(joined(two, shipped=[one])) == {("a", "b", "T2")}


@pytest.mark.parametrize(
    "name",
    ["Autónomo", "Supplier 12 Ltd", "Bieter 1 GmbH", "SIRET 868768687576575", "Particulier SARL",
     "Unknown supplier Ltd", "Empresa adjudicataria SL", "Company A Ltd", "NIF 123 SL"],
)  # fmt: skip
@pytest.mark.parametrize("is_known", [False, True])
def test_a_role_or_a_number_is_nobodys_name(name: str, is_known: bool) -> None:
    one, two = entity("a", name, "FR"), entity("b", name.upper(), "FR")
    found = joined(*([two] if is_known else [one, two]), shipped=[one] if is_known else ())
    assert found.same == ()
