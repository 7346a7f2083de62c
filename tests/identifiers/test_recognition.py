import re

import pytest

from kg.identifiers import Identifier, identify, implied, with_implied
from kg.identifiers.schemes import schemes

RECOGNISED = [
    ("", "0308.357.852", "BEL", "be-kbo:0308357852"),
    ("", "TVA BE0807497383", "BE", "vat:BE0807497383"),
    ("BE-BCE_KBO", "0807497383", "", "be-kbo:0807497383"),
    ("ondernemingsnummer", "BE 0807.497.383", "BE", "be-kbo:0807497383"),
    ("", "0553755479_1899", "BE", "be-kbo:0553755479"),
    ("SIRET", "411 464 324 00028", "FR", "fr-siret:41146432400028"),
    ("", "41146432400028", "RE", "fr-siret:41146432400028"),
    ("SIRET", "437792435", "FRA", "fr-siren:437792435"),
    ("FR-RCS", "20001318300021", "", "fr-siret:20001318300021"),
    ("", "RCS Paris 437 792 435", "FR", "fr-siren:437792435"),
    ("TVA", "FR61954506077", "FR", "vat:FR61954506077"),
    ("", "A/81638108", "ES", "es-nif:A81638108"),
    ("NIF", "B84416130", "ES", "es-nif:B84416130"),
    ("NIF", "510739024", "PT", "pt-nif:510739024"),
    ("DIR3", "L01280796", "ES", "es-dir3:L01280796"),
    ("", "NIP: 739-020-20-79", "PL", "pl-nip:7390202079"),
    ("", "p. IVA12862140154", "IT", "it-iva:12862140154"),
    ("USt-IdNr.", "121288955", "DE", "vat:DE121288955"),
    ("", "DE 121288955", "", "vat:DE121288955"),
    ("", "Amtsgericht München, HRB 231995", "DE", "de-hr:München HRB 231995"),
    ("HRB", "HRB 11223, Aachen", "DE", "de-hr:Aachen HRB 11223"),
    ("", "991-03730-19", "DE", "de-leitweg:991-03730-19"),
    ("GB-COH", "sc 095237", "", "gb-coh:SC095237"),
    ("", "07524813", "GB", "gb-coh:07524813"),
    ("", "GB 980 7806 84", "UK", "vat:GB980780684"),
    ("", "CHE-107.787.577", "CH", "ch-uid:CHE107787577"),
    ("VAT", "CHE-107.787.577 MWST", "CH", "vat:CHE107787577"),
    ("", "NO 974 761 157 MVA", "NO", "no-orgnr:974761157"),
    ("", "FN 122119m", "AT", "at-fn:122119M"),
    ("", "ATU57194903", "AT", "vat:ATU57194903"),
    ("", "9110019788194", "AUT", "at-gln:9110019788194"),
    ("", "B 8723", "LU", "lu-rcs:B8723"),
    ("", "LU23519355", "LU", "vat:LU23519355"),
    ("IE-CRO", "104547", "", "ie-cro:104547"),
    ("KvK", "27370985", "NL", "nl-kvk:27370985"),
    ("RSIN", "004495445", "NL", "nl-rsin:004495445"),
    ("", "556762-0884", "SE", "se-orgnr:5567620884"),
    ("002", "FI19921555", "FIN", "fi-ytunnus:19921555"),
    ("", "16-28-71-80", "DK", "dk-cvr:16287180"),
    ("", "64789478164", "HR", "hr-oib:64789478164"),
    ("", "00681156", "CZ", "cz-ico:00681156"),
    ("", "000590540", "BG", "bg-eik:000590540"),
    ("", "EL094014201", "EL", "vat:EL094014201"),
    ("XI-LEI", "213800KUD8LAJWSQ9D15", "", "lei:213800KUD8LAJWSQ9D15"),
    ("", "5493006MHB84DD0ZWV18", "FR", "lei:5493006MHB84DD0ZWV18"),
    ("", "https://www.wikidata.org/wiki/Q184839", "", "wikidata:Q184839"),
    ("DUNS", "00-692-8857", "US", "duns:006928857"),
    ("UEI", "C111ATT311C8", "USA", "uei:C111ATT311C8"),
    ("Registro Federal de Contribuyentes de México", "CNM980114PI2", "MX", "mx-rfc:CNM980114PI2"),
]


@pytest.mark.parametrize(("hint", "written", "country", "number"), RECOGNISED)
def test_a_number_is_recognised_and_written_in_one_way(
    hint: str, written: str, country: str, number: str
) -> None:
    scheme, _, value = number.partition(":")
    assert identify(hint, written, country) == Identifier(scheme, value, written, True, True)


@pytest.mark.parametrize(
    ("hint", "written", "country"),
    [
        ("", "0308.357.853", "BE"),
        ("SIRET", "41146432400029", "FR"),
        ("NIF", "B84416131", "ES"),
        ("LEI", "213800KUD8LAJWSQ9D16", ""),
        ("", "DE121288956", "DE"),
        ("", "201617654", "FR"),
    ],
)
def test_a_wrong_check_digit_identifies_nobody(hint: str, written: str, country: str) -> None:
    found = identify(hint, written, country)
    assert (found.is_valid, found.identifies, found.raw) == (False, False, written)


@pytest.mark.parametrize("written", ["HRB 6684", "HRB 6684 B"])
def test_a_german_register_number_without_its_court_identifies_nobody(written: str) -> None:
    assert not identify("HRB", written, "DE").identifies


def test_a_number_is_not_taken_for_one_of_another_country() -> None:
    assert identify("", "41146432400028", "BE").scheme == "be-number"


def test_a_code_of_an_unknown_register_vouches_for_its_numbers() -> None:
    found = identify("GB-LAC", "E09000003", "GB")
    assert found == Identifier("gb-lac", "E09000003", "E09000003", True, True)


def test_a_number_of_a_publisher_s_own_list_identifies_nobody() -> None:
    found = identify("Clave en Compranet", "009000987", "MX")
    assert (found.scheme, found.value, found.identifies) == ("mx-number", "009000987", False)


@pytest.mark.parametrize("written", ["54362315K", "X-2482300W"])
def test_a_natural_person_s_number_is_marked(written: str) -> None:
    assert identify("NIF", written, "ES").is_personal


@pytest.mark.parametrize(
    ("hint", "written", "country", "held"),
    [
        ("SIRET", "41146432400028", "FR", ["fr-siren:411464324"]),
        ("VAT", "BE0807497383", "BE", ["be-kbo:0807497383"]),
        ("VAT", "FR61954506077", "FR", ["fr-siren:954506077"]),
        ("", "EL094014201", "GR", ["gr-afm:094014201"]),
        ("OIN", "00000003273709850000", "NL", ["nl-kvk:27370985"]),
        ("VAT", "DE121288955", "DE", []),
        ("SIRET", "00000000000000", "FR", []),
    ],
)
def test_a_number_says_the_numbers_it_holds(
    hint: str, written: str, country: str, held: list[str]
) -> None:
    assert [str(number) for number in implied(identify(hint, written, country))] == held


def test_the_number_of_the_register_comes_before_that_of_the_tax_office() -> None:
    numbers = [identify("LEI", "213800KUD8LAJWSQ9D15", ""), identify("VAT", "BE0807497383", "BE")]
    assert [str(number) for number in with_implied(numbers)] == [
        "be-kbo:0807497383",
        "vat:BE0807497383",
        "lei:213800KUD8LAJWSQ9D15",
    ]


def test_a_text_is_recognised_the_same_way_twice() -> None:
    assert identify("", "A/81638108", "ES") == identify("", "A/81638108", "ES")


@pytest.mark.parametrize("name", schemes())
def test_what_a_scheme_holds_is_a_scheme_that_is_known(name: str) -> None:
    assert schemes()[name].says.keys() <= schemes().keys()


@pytest.mark.parametrize("name", [name for name, one in schemes().items() if one.country])
def test_a_scheme_s_name_begins_with_its_country(name: str) -> None:
    assert re.match(f"{schemes()[name].country.lower()}-", name)
