"""What merges without a person: T1 by number, T2 by the letters, T3 by an alias; and what never."""

from itertools import permutations

import pytest

from kg.resolve.names import parse
from kg.resolve.record import Record, of_entity, record
from kg.resolve.tiers import certain, key, says_enough
from kg.statements import Entity

KBO, OTHER_KBO = "kbo:0203430576", "kbo:0462920226"
SIREN = "siren:356000000"


def tier(one: Record, other: Record) -> str:
    """The tier by which two records merge, or nothing; the same from both sides."""
    there = [edge.tier for edge in certain([one, other])]
    back = [edge.tier for edge in certain([other, one])]
    assert there == back
    return there[0] if there else ""


def named(one: str, other: str, country: str = "", there: str | None = None) -> str:
    return tier(record("0", one, country), record("1", other, country if there is None else there))


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Akzo Nobel N.V.", "AKZO NOBEL NV", "NL"),
        ("Akzo Nobel N.V.", "Akzo-Nobel", "NL"),
        ("Akzo Nobel N.V.", "AKZO NOBEL NV, ARNHEM", "NL"),
        ("Siemens Aktiengesellschaft", "Siemens AG", "DE"),
        ("Siemens Aktiengesellschaft", "SiemensAG", "DE"),
        ("Sopra Steria SA", "SOPRA-STERIA S.A.", "FR"),
        ("Société Umbra SARL", "SOCIETE UMBRA S.A.R.L.", "FR"),
        ("ALCOR SEGURIDAD S.L.", "Alcor Seguridad, S.L.", "ES"),
        ("Indra Soluciones Tecnologías S.L.U.", "INDRA SOLUCIONES TECNOLOGIAS SLU", "ES"),
        ("Gemeente Gent", "GEMEENTE GENT", "BE"),
        ("Politiezone Antwerpen", "politiezone antwerpen", "BE"),
        ("Ayuntamiento de Alcobendas", "Ayuntamiento Alcobendas", "ES"),
        ("Görlitzer Park/Wrangelkiez", "Görlitzer Park / Wrangelkiez", "DE"),
        ("Briefcam", "BriefCam", "IL"),
        ("Thales UK Limited", "THALES UK LTD", "GB"),
        ("Milestone Systems A/S", "MILESTONE SYSTEMS", "DK"),
        ("Key Crime", "KeyCrime", "IT"),
        ("Газпром", "Gazprom", "RU"),
        ("Ｔｈａｌｅｓ Alenia", "Thales Alenia", "FR"),  # noqa: RUF001
    ],
)
def test_the_same_letters_in_one_country_merge(one: str, other: str, country: str) -> None:
    assert named(one, other, country) == "T2"


@pytest.mark.parametrize(
    ("one", "other", "country", "why"),
    [
        ("Deutsche Bank AG", "Deutsche Bank GmbH", "DE", "two legal forms are two firms"),
        ("Umbra SAS", "Umbra SARL", "FR", "two legal forms are two firms"),
        ("Umbra Ltd", "Umbra plc", "GB", "two legal forms are two firms"),
        ("LKA", "LKA", "DE", "an acronym is of nobody knows whom"),
        ("CNP", "CNP", "ES", "an acronym is of nobody knows whom"),
        ("VN", "VN", "", "an acronym is of nobody knows whom"),
        ("National Police", "National Police", "", "every country has one"),
        ("Police", "Police", "FR", "a kind, not a body"),
        ("Ministerie", "Ministerie", "NL", "a kind, not a body"),
        ("International Group", "International Group", "GB", "common words only"),
        ("Systems", "Systems", "", "common words only"),
        ("Autónomo", "AUTONOMO", "ES", "self-employed, not a name"),
        ("Persona física", "PERSONA FISICA", "ES", "a person, not a name"),
        ("Onbekend", "onbekend", "NL", "unknown"),
        ("Not available", "NOT AVAILABLE", "", "nothing was filled in"),
        ("Divers", "DIVERS", "FR", "various"),
        ("none", "None", "", "nothing was filled in"),
        ("", "", "", "nothing"),
        ("-", "-", "NL", "nothing"),
        ("----------", "----------", "NL", "nothing"),
        ("##########", "##########", "", "a cell too narrow"),
        ("12345678", "12345678", "NL", "a number, not a name"),
        ("Top400", "Top600", "NL", "another number"),
        ("PredPol", "PredVol", "", "another letter"),
        ("Azko Nobel", "Akzo Nobel", "NL", "a typo is for a person to see"),
        ("TA9", "TA9/Rayzone", "IL", "a slash may be two names"),
        ("Polizei Bayern", "Polizei Hessen", "DE", "another place"),
        ("Umbra", "Umbra Systems", "DE", "one more word"),
    ],
)
def test_what_may_be_two_never_merges_by_its_letters(
    one: str, other: str, country: str, why: str
) -> None:
    assert named(one, other, country) == "", why


@pytest.mark.parametrize(
    ("name", "here", "there"),
    [
        ("Bundespolizei", "DE", "AT"),
        ("Bundeskriminalamt", "DE", "AT"),
        ("Police nationale", "FR", "BE"),
        ("Guardia Civil", "ES", "CR"),
        ("Akzo Nobel", "NL", "DE"),
        ("Ministry of Justice", "GB", "IE"),
    ],
)
def test_the_same_name_in_two_countries_is_two(name: str, here: str, there: str) -> None:
    assert named(name, name, here, there) == ""


@pytest.mark.parametrize(
    ("name", "country", "enough"),
    [
        ("Palantir", "", True),
        ("Palantir Technologies", "US", True),
        ("Police nationale", "FR", True),
        ("Police nationale", "", False),
        ("Polizei Bayern", "", True),
        ("BKA", "DE", False),
        ("Bosch", "", True),
        ("DSM", "NL", False),
        ("DSM N.V.", "NL", True),
        ("General Electric Company", "US", True),
        ("General Electric", "US", False),
        ("Group Ltd", "GB", False),
        ("", "", False),
        ("?", "", False),
        ("007007007", "", False),
    ],
)
def test_a_name_says_enough_or_not(name: str, country: str, *, enough: bool) -> None:
    assert says_enough(parse(name, country), country) is enough


def test_a_name_without_a_form_goes_with_the_only_form_there_is() -> None:
    names = ["Umbra Rockets GmbH", "Umbra Rockets", "UMBRA ROCKETS Gesellschaft mbH"]
    for order in permutations(names):
        found = list(certain([record(str(at), name, "DE") for at, name in enumerate(order)]))
        assert {edge.tier for edge in found} == {"T2"}
        assert len(found) == 2


def test_a_name_without_a_form_goes_with_none_of_two() -> None:
    names = ["Umbra Rockets GmbH", "Umbra Rockets AG", "Umbra Rockets"]
    for order in permutations(names):
        assert not list(certain([record(str(at), name, "DE") for at, name in enumerate(order)]))


@pytest.mark.parametrize(
    ("ids", "other"),
    [
        ([KBO], [KBO]),
        ([KBO, SIREN], [SIREN]),
        (["wikidata:Q1"], ["wikidata:Q1"]),
        (["lei:5493001KJTIIGC8Y1R12"], ["lei:5493001KJTIIGC8Y1R12"]),
        (["vat:BE0203430576"], ["vat:BE0203430576"]),
    ],
)
def test_the_same_number_merges_whatever_the_name(ids: list[str], other: list[str]) -> None:
    assert tier(record("0", "Atos", "BE", ids), record("1", "Eviden", "BE", other)) == "T1"


@pytest.mark.parametrize(
    "number",
    [
        "000000000",
        "0000000000",
        "111111111",
        "999999999",
        "123456789",
        "987654321",
        "***4567**",
        "XXXXXXXXX",
        "unknown",
        "n/a",
        "N/A",
        "-",
        "?",
        "nvt",
        "0",
        "XAXX010101000",
        "B12...89",
    ],
)
def test_a_masked_number_or_a_placeholder_neither_merges_nor_keeps_apart(number: str) -> None:
    one = record("0", "Atos", "BE", [f"nif:{number}"])
    assert tier(one, record("1", "Eviden", "BE", [f"nif:{number}"])) == ""
    real = record("2", "Umbra Rockets", "BE", ["nif:B84118694"])
    assert tier(record("3", "Umbra Rockets", "BE", [f"nif:{number}"]), real) == "T2"
    assert one.telling_ids == ()


def test_a_number_of_one_scheme_is_not_that_of_another() -> None:
    one, other = record("0", "Atos", "BE", ["kbo:203430576"]), record("1", "Evi", "BE", [])
    same_digits = record("2", "Eviden", "BE", ["siren:203430576"])
    assert tier(one, same_digits) == ""
    assert tier(one, other) == ""


def aliased(id_: str, name: str, *aliases: str, country: str = "", label: str = "") -> Record:
    names = tuple(parse(alias, country) for alias in aliases)
    return Record(id_, parse(name, country), country, label, names)


@pytest.mark.parametrize(
    ("known", "newcomer"),
    [
        (aliased("0", "Geolitica", "PredPol"), record("1", "PREDPOL")),
        (aliased("0", "Geolitica", "PredPol"), record("1", "Pred-Pol")),
        (
            aliased("0", "Bundespolizei", "Police fédérale allemande", country="DE"),
            record("1", "police federale allemande", "DE"),
        ),
        (aliased("0", "Idemia", "Safran Identity"), aliased("1", "Morpho", "Safran Identity")),
    ],
)
def test_a_curated_alias_merges_with_whom_it_names(known: Record, newcomer: Record) -> None:
    assert tier(known, newcomer) == "T3"


def test_an_alias_that_two_have_names_neither() -> None:
    known = [aliased("0", "Umbra Alpha", "The Shadow"), aliased("1", "Umbra Beta", "The Shadow")]
    found = list(certain([*known, record("2", "Shadow")]))
    assert not found


@pytest.mark.parametrize("alias", ["LKA", "BK", "the police", "International", "unknown", "-"])
def test_an_alias_that_says_too_little_merges_nobody(alias: str) -> None:
    assert tier(aliased("0", "Umbra Rockets", alias), record("1", alias)) == ""


def test_kinds_of_things_do_not_merge_across() -> None:
    firm = Record("0", parse("BriefCam"), label="Company")
    product = Record("1", parse("BriefCam"), label="Product")
    body = Record("2", parse("BriefCam"), label="PublicBody")
    assert tier(firm, product) == ""
    assert tier(firm, body) == "T2"
    assert key(firm.name, firm) != key(product.name, product)


def test_an_entity_brings_its_names_country_and_numbers() -> None:
    entity = Entity(
        "dutch-police",
        "PoliceForce",
        "Politie",
        names=(("en", "Dutch police"), ("fr", "police néerlandaise")),
        aliases=("Nationale Politie",),
        countries=("NL",),
        ids=("wikidata:Q2218926",),
    )
    found = of_entity(entity)
    assert (found.id, found.country, found.kind) == ("dutch-police", "NL", "body")
    assert [name.raw for name in found.all_names()] == [
        "Politie",
        "Dutch police",
        "police néerlandaise",
        "Nationale Politie",
    ]
    assert found.telling_ids == ("wikidata:Q2218926",)


def test_an_entity_of_two_countries_has_none_that_tells() -> None:
    assert of_entity(Entity("x", "Company", "Umbra", countries=("BE", "NL"))).country == ""


@pytest.mark.parametrize(
    ("written", "code"),
    [("nl", "NL"), ("NLD", "NL"), ("UK", "GB"), ("EL", "GR"), ("", ""), ("Narnia", "")],
)
def test_a_country_is_read_as_lists_write_it(written: str, code: str) -> None:
    assert record("0", "Umbra", written).country == code


def test_where_a_place_has_two_police_nobody_knows_which_is_meant() -> None:
    names = ["Chiayi City Police Bureau", "Chiayi County Police Bureau", "Chiayi Police"]
    records = [record(str(at), name, "TW") for at, name in enumerate([*names, "CHIAYI POLICE"])]
    assert not list(certain(records))
    assert [edge.tier for edge in certain(records[2:])] == ["T2"]


def test_the_reason_of_an_edge_is_told() -> None:
    one, other = record("0", "Atos", "BE", [KBO]), record("1", "Eviden", "BE", [KBO])
    assert next(certain([one, other])).why == f"same identifier {KBO}"
    letters = next(certain([record("0", "Umbra One", "BE"), record("1", "UMBRA ONE", "BE")]))
    assert letters.why == "same name, country and legal form"
