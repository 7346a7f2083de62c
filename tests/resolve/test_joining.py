"""Who of those that files name is taken for another without a person."""

import re

import pytest

from kg.resolve.joining import Join, Joined
from kg.statements import Entity
from tests.resolve.parties import entity, joined, pairs, suggested

NIF, OTHER_NIF = "es-nif:B98053283", "es-nif:A83052407"
EUROCOP = entity("eurocop", "EuroCop Security Systems", aliases="EuroCop")
THALES_UK = entity("thales-uk", "Thales UK Limited", "GB")

FEDERAL = entity(
    "belgian-federal-police",
    "Federale Politie",
    "BE",
    "PoliceForce",
    also="fr=Police fédérale|en=Belgian Federal Police",
    aliases="Belgische federale politie",
)


@pytest.mark.parametrize(
    ("known", "name", "country", "label", "tier"),
    [
        (EUROCOP, "EUROCOP SECURITY SYSTEMS, S.L.", "ES", "Company", "T2"),
        (EUROCOP, "Eurocop Security Systems SLU", "ES", "Company", "T2"),
        (EUROCOP, "EUROCOP S.L.", "ES", "Company", "T3"),
        (EUROCOP, "EUROCOP", "ES", "Company", "T3"),
        (THALES_UK, "Thales UK Ltd", "GB", "Company", "T2"),
        (THALES_UK, "THALES UK LTD.", "GB", "Company", "T2"),
        (entity("thales", "Thales", "FR"), "THALES", "FR", "Company", "T2"),
        (FEDERAL, "Federale Politie", "BE", "PoliceForce", "T2"),
        (FEDERAL, "Police Fédérale", "BE", "PoliceForce", "T3"),
        (FEDERAL, "Belgische Federale Politie", "BE", "PublicBody", "T3"),
        (FEDERAL, "POLICE FEDERALE", "BE", "Company", "T3"),
        (
            entity("nice", "Ville de Nice", "FR", "Municipality"),
            "ville de Nice",
            "FR",
            "Company",
            "T2",
        ),
        (
            entity("gc", "Guardia Civil", "ES", "PoliceForce"),
            "GUARDIA CIVIL",
            "ES",
            "PoliceForce",
            "T2",
        ),
    ],
)
def test_a_party_of_a_file_is_the_one_of_the_table_that_has_its_name(
    known: Entity, name: str, country: str, label: str, tier: str
) -> None:
    found = joined(entity("org-x", name, country, label), shipped=[known])
    assert pairs(found) == {(known.id, "org-x", tier)}
    assert found.suggestions == ()


def test_what_is_in_the_table_stays_and_what_the_user_wrote_goes_before_files() -> None:
    own = entity("a-firm", "Acme Optica S.A.")
    files = (entity("a-a", "Acme Óptica SA"), entity("0" * 40, "ACME OPTICA, S.A."))
    assert pairs(joined(*files, own=[own])) == {
        ("a-firm", "a-a", "T2"),
        ("a-firm", "0" * 40, "T2"),
    }
    assert pairs(joined(*files)) == {("a-a", "0" * 40, "T2")}


def test_a_reason_names_tier_ground_and_what_the_names_say() -> None:
    (only,) = joined(entity("org-x", "THALES UK LTD", "GB"), shipped=[THALES_UK]).same
    ground = r"same name, country and legal form \(the same words \+\d+\.\d.*\)"
    assert re.fullmatch(ground, only.why)
    assert only == Join("org-x", "thales-uk", "THALES UK LTD", "T2", only.why)


def test_a_reason_says_through_whom_where_it_is_not_the_pair_itself() -> None:
    """B has the number of A and the name of C: C is A, and why is told of B."""
    found = joined(
        entity("org-a", "Socarrat SLU", ids=NIF),
        entity("org-b", "Socarrat Estudio de Diseno SL", ids=NIF),
        entity("org-c", "SOCARRAT ESTUDIO DE DISEÑO, S.L."),
    )
    assert pairs(found) == {("org-a", "org-b", "T1"), ("org-a", "org-c", "T2")}
    assert {one.id: one.why.startswith("org-b and org-c: ") for one in found.same} == {
        "org-b": False,
        "org-c": True,
    }


@pytest.mark.parametrize(
    ("one", "two", "is_one"),
    [
        ("Construcciones Luis García Cabeza, S.L.", "construcciones garcia cabeza s.l.", True),
        ("NAVANTIA SA", "Navantia S.A., S.M.E. Astilleros", True),
        ("Sistemas Informáticos Abiertos SA", "SISTEMAS INFORMATICOS ABERTOS, S.A.U.", True),
        ("Acciona Construcción SA", "Acciona Agua SA", False),
        ("Construcciones Luis García Cabeza, S.L.", "construcciones lg cabeza s.l.", False),
        ("Servicios Generales SL", "Servicios Sociales SL", False),
        ("Servicios SL", "Servicios Generales SL", False),
        ("Almevan, SL", "Compañía de Seguros S.A.", False),
    ],
)
def test_with_one_number_a_firm_is_one_under_a_part_of_its_name_or_a_misspelt_one(
    one: str, two: str, is_one: bool
) -> None:
    found = joined(entity("org-a", one, ids=NIF), entity("org-b", two, ids=NIF))
    assert pairs(found) == ({("org-a", "org-b", "T1")} if is_one else set())
    assert len(found.suggestions) == (not is_one)


def test_two_parties_of_files_are_one_firm_if_a_legal_form_says_that_it_is_one() -> None:
    assert pairs(joined(entity("a", "Hyatt Corporation", "US"), entity("b", "HYATT CORP.", "US")))
    assert not pairs(joined(entity("a", "María Vidal"), entity("b", "MARIA VIDAL")))


def test_a_name_in_another_language_is_the_partys_own() -> None:
    found = joined(
        entity("a", "Stadt Brüssel", "BE", "Municipality", also="fr=Ville de Bruxelles"),
        entity("b", "Ville de Bruxelles", "BE", "Municipality"),
    )
    assert pairs(found) == {("a", "b", "T3")}


@pytest.mark.parametrize(
    ("name", "country", "is_one"),
    [
        ("Politiezone Vlas", "BE", True),
        ("Thames Valley Police", "GB", True),
        ("Polisen Region Väst", "SE", True),
        ("Lokale Politie", "BE", False),
        ("Politiezone", "BE", False),
        ("Police municipale de Saint-Denis", "FR", False),
        ("Policía Local de Moya", "ES", False),
        ("Polizeiverwaltungsamt", "DE", False),
        ("Polizeidirektion Neustadt", "DE", False),
        ("Madison Police Department", "US", False),
    ],
)
def test_two_files_that_name_a_force_mean_one_if_no_other_can_be_called_so(
    name: str, country: str, is_one: bool
) -> None:
    one, two = (entity(id_, name, country, "PoliceForce") for id_ in "ab")
    assert bool(joined(one, two).same) == is_one


def test_rows_of_a_table_that_have_one_name_are_suggested_to_a_party_and_not_chosen_from() -> None:
    shipped = [
        entity("one", "Orbit", "BE"),
        entity("two", "Orbit (i-Police partner)", "BE", aliases="Orbit"),
    ]
    found = joined(entity("org-x", "Orbit BV", "BE"), shipped=shipped)
    assert found.same == ()
    assert {frozenset(("one", "org-x"))} <= suggested(found).keys()


def test_without_files_there_is_nothing_to_do() -> None:
    twins = [entity("one", "Acme Optica S.A.", ids=NIF), entity("two", "Acme Optica S.A.", ids=NIF)]
    assert joined(shipped=twins) == Joined()


def test_a_row_that_the_user_wrote_is_suggested_to_be_one_that_is_shipped() -> None:
    """She gave it an id of its own: whether it is the same is for her to say."""
    found = joined(shipped=[THALES_UK], own=[entity("mine", "Thales UK Ltd", "GB")])
    assert found.same == ()
    assert suggested(found) == {
        frozenset(("mine", "thales-uk")): "T2: same name, country and legal form"
    }


def test_the_order_of_entities_changes_nothing() -> None:
    free = [
        entity("c", "Thales UK Ltd", "GB"),
        entity("a", "THALES UK LIMITED", "GB"),
        entity("b", "Thales U.K. Ltd", "GB"),
        entity("d", "Thales UK Ltd", "FR"),
    ]
    assert joined(*free, shipped=[THALES_UK]) == joined(*reversed(free), shipped=[THALES_UK])


def test_each_pair_is_suggested_once_and_the_likest_first() -> None:
    found = joined(
        entity("a", "Capgemini Nederland B.V.", "NL"),
        entity("b", "Cap Gemini Nederland BV", ""),
        entity("c", "Capgemini Netherlands", "NL"),
        shipped=[entity("capgemini", "Capgemini", "FR")],
    )
    scores = [one.score for one in found.suggestions]
    assert scores == sorted(scores, reverse=True)
    assert len(suggested(found)) == len(found.suggestions)
    assert all(0 < score <= 1 for score in scores)
