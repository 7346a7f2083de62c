"""Who of those that files name is taken for another without a person, and who is only suggested."""

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
LAPD = entity("madison", "Madison Police Department", "US", "PoliceForce")


# Joined


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


# Not joined, but suggested


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


# Neither


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


def test_rows_of_a_table_that_have_one_name_are_suggested_to_a_party_and_not_chosen_from() -> None:
    shipped = [
        entity("one", "Orbit", "BE"),
        entity("two", "Orbit (i-Police partner)", "BE", aliases="Orbit"),
    ]
    found = joined(entity("org-x", "Orbit BV", "BE"), shipped=shipped)
    assert found.same == ()
    assert {frozenset(("one", "org-x"))} <= suggested(found).keys()


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
