"""Legal forms of twelve countries: found, taken off, and never taken for a word of a name."""

import pytest

from kg.resolve.forms import NONE, Form, forms
from kg.resolve.names import Name, parse

AT_THE_END = [
    ("Umbra", "BE", "NV", "nv"),
    ("Umbra", "BE", "N.V.", "nv"),
    ("Umbra", "BE", "BVBA", "bvba"),
    ("Umbra", "BE", "SPRL", "sprl"),
    ("Umbra", "BE", "BV", "bv"),
    ("Umbra", "BE", "SRL", "srl"),
    ("Umbra", "BE", "SA", "sa"),
    ("Umbra", "BE", "S.A.", "sa"),
    ("Umbra", "BE", "CVBA", "cvba"),
    ("Umbra", "BE", "naamloze vennootschap", "nv"),
    ("Umbra", "BE", "société anonyme", "sa"),
    ("Umbra", "BE", "VZW", "vzw"),
    ("Umbra", "BE", "ASBL", "asbl"),
    ("Umbra", "NL", "B.V.", "bv"),
    ("Umbra", "NL", "BV", "bv"),
    ("Umbra", "NL", "B V", "bv"),
    ("Umbra", "NL", "N.V.", "nv"),
    ("Umbra", "NL", "Besloten Vennootschap", "bv"),
    ("Umbra", "NL", "V.O.F.", "vof"),
    ("Umbra", "FR", "SAS", "sas"),
    ("Umbra", "FR", "S.A.S.", "sas"),
    ("Umbra", "FR", "SASU", "sasu"),
    ("Umbra", "FR", "SARL", "sarl"),
    ("Umbra", "FR", "S.A.R.L.", "sarl"),
    ("Umbra", "FR", "EURL", "eurl"),
    ("Umbra", "FR", "SNC", "snc"),
    ("Umbra", "FR", "SCA", "sca"),
    ("Umbra", "FR", "Société par actions simplifiée", "sas"),
    ("Umbra", "FR", "société à responsabilité limitée", "sarl"),
    ("Umbra", "DE", "GmbH", "gmbh"),
    ("Umbra", "DE", "G.m.b.H.", "gmbh"),
    ("Umbra", "DE", "Gesellschaft mit beschränkter Haftung", "gmbh"),
    ("Umbra", "DE", "AG", "ag"),
    ("Umbra", "DE", "Aktiengesellschaft", "ag"),
    ("Umbra", "DE", "KGaA", "kgaa"),
    ("Umbra", "DE", "UG (haftungsbeschränkt)", "ug"),
    ("Umbra", "DE", "OHG", "ohg"),
    ("Umbra", "DE", "e.V.", "ev"),
    ("Umbra", "DE", "eG", "eg"),
    ("Umbra", "AT", "GmbH", "gmbh"),
    ("Umbra", "AT", "Ges.m.b.H.", "gmbh"),
    ("Umbra", "AT", "Aktiengesellschaft", "ag"),
    ("Umbra", "CH", "AG", "ag"),
    ("Umbra", "CH", "SA", "sa"),
    ("Umbra", "CH", "Sàrl", "sarl"),
    ("Umbra", "CH", "GmbH", "gmbh"),
    ("Umbra", "ES", "S.L.", "sl"),
    ("Umbra", "ES", "SL", "sl"),
    ("Umbra", "ES", "S. L.", "sl"),
    ("Umbra", "ES", "S.A.", "sa"),
    ("Umbra", "ES", "Sociedad Limitada", "sl"),
    ("Umbra", "ES", "Sociedad Anónima", "sa"),
    ("Umbra", "ES", "S.L.U.", "slu"),
    ("Umbra", "IT", "S.p.A.", "spa"),
    ("Umbra", "IT", "SpA", "spa"),
    ("Umbra", "IT", "S.r.l.", "srl"),
    ("Umbra", "IT", "SRL", "srl"),
    ("Umbra", "IT", "società per azioni", "spa"),
    ("Umbra", "IT", "società a responsabilità limitata", "srl"),
    ("Umbra", "GB", "Ltd", "ltd"),
    ("Umbra", "GB", "Ltd.", "ltd"),
    ("Umbra", "GB", "Limited", "ltd"),
    ("Umbra", "GB", "PLC", "plc"),
    ("Umbra", "GB", "Public Limited Company", "plc"),
    ("Umbra", "GB", "LLP", "llp"),
    ("Umbra", "IE", "Limited", "ltd"),
    ("Umbra", "IE", "DAC", "dac"),
    ("Umbra", "LU", "S.à r.l.", "sarl"),
    ("Umbra", "LU", "SA", "sa"),
    ("Umbra", "US", "Inc.", "inc"),
    ("Umbra", "US", "Incorporated", "inc"),
    ("Umbra", "US", "LLC", "llc"),
    ("Umbra", "US", "L.L.C.", "llc"),
    ("Umbra", "US", "Corp.", "corp"),
    ("Umbra", "US", "Corporation", "corp"),
    ("Umbra", "US", "L.P.", "lp"),
]
"""Name, country, form as it is written after the name, and what the form is called."""


@pytest.mark.parametrize(("name", "country", "form", "short"), AT_THE_END)
def test_a_form_at_the_end_is_taken_off(name: str, country: str, form: str, short: str) -> None:
    parsed = parse(f"{name} {form}", country)
    assert parsed.words == ("umbra",)
    assert parsed.form
    assert parsed.form.fits(parse(f"Other {form}", country).form)
    assert parsed.legal_form == short


@pytest.mark.parametrize(
    ("name", "words", "short"),
    [
        ("N.V. Nutricia", ("nutricia",), "nv"),
        ("NV Nutricia", ("nutricia",), "nv"),
        ("SA Umbra", ("umbra",), "sa"),
        ("SARL Umbra", ("umbra",), "sarl"),
        ("Société anonyme Umbra", ("umbra",), "sa"),
        ("OOO Umbra", ("umbra",), "llc"),
        ("ООО Умбра", ("umbra",), "llc"),  # noqa: RUF001
        ("OAO Umbra", ("umbra",), "jsc"),
        ("PT Umbra", ("umbra",), "pt"),
        ("Limited Liability Company Umbra", ("umbra",), "llc"),
    ],
)
def test_a_form_at_the_beginning_is_taken_off(
    name: str, words: tuple[str, ...], short: str
) -> None:
    parsed = parse(name)
    assert (parsed.words, parsed.legal_form) == (words, short)


@pytest.mark.parametrize(
    ("name", "words", "short"),
    [
        ("Umbra GmbH & Co. KG", ("umbra",), "gmbh co kg"),
        ("Umbra Co., Ltd.", ("umbra",), "ltd"),
        ("Umbra Sp. z o.o.", ("umbra",), "sp zoo"),
        ("Umbra A/S", ("umbra",), "as"),
        ("Umbra AB", ("umbra",), "ab"),
        ("Umbra Oy", ("umbra",), "oy"),
        ("Umbra Oyj", ("umbra",), "oyj"),
        ("Umbra s.r.o.", ("umbra",), "sro"),
        ("Umbra Pty Ltd", ("umbra",), "ltd"),
        ("Umbra Pte. Ltd.", ("umbra",), "ltd"),
        ("Umbra K.K.", ("umbra",), "kk"),
        ("Umbra S.A. de C.V.", ("umbra",), "sa cv"),
        ("Umbra Kft.", ("umbra",), "kft"),
        ("Umbra d.o.o.", ("umbra",), "doo"),
        ("Umbra SE", ("umbra",), "se"),
    ],
)
def test_forms_of_other_countries_are_known_by_their_usual_letters(
    name: str, words: tuple[str, ...], short: str
) -> None:
    parsed = parse(name)
    assert parsed.words == words
    assert parsed.form
    assert short[:2] == parsed.legal_form[:2]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SiemensAG", ("siemens",)),
        ("UmbraGmbH", ("umbra",)),
        ("NutriciaB.V.", ("nutricia",)),
        ("Siemens Aktiengeselschaft", ("siemens",)),
        ("Siemens Aktiengesellschft", ("siemens",)),
        ("Umbra Gesellschaftmitbeschränkterhaftung", ("umbra",)),
    ],
)
def test_a_form_that_is_glued_on_or_misspelt_is_known(name: str, words: tuple[str, ...]) -> None:
    parsed = parse(name)
    assert parsed.words[0] == words[0] or parsed.words == words
    assert parsed.form or len(parsed.words) > 1


@pytest.mark.parametrize(
    ("name", "country", "words", "short"),
    [
        ("Akzo Nobel N.V., Arnhem", "NL", ("akzo", "nobel"), "nv"),
        ("Akzo Nobel N.V., Arnhem, NL", "", ("akzo", "nobel"), "nv"),
        ("AKZO NOBEL N.V., ARNHEM/ARNHEM, NL", "", ("akzo", "nobel"), "nv"),
        ("ASML Holding N.V. te Veldhoven", "NL", ("asml", "holding"), "nv"),
        ("Umbra GmbH, 10115 Berlin", "DE", ("umbra",), "gmbh"),
        ("Philips Electronics N.V. Groenewoudseweg 1", "", ("philips", "electronics"), "nv"),
        ("Umbra B.V. Kalverstraat 12, Amsterdam", "", ("umbra",), "bv"),
        ("Umbra GmbH Hauptstrasse 7", "", ("umbra",), "gmbh"),
        ("Umbra Ltd 5 High Street", "", ("umbra",), "ltd"),
    ],
)
def test_a_seat_or_an_address_after_a_form_is_no_part_of_the_name(
    name: str, country: str, words: tuple[str, ...], short: str
) -> None:
    parsed = parse(name, country)
    assert (parsed.words, parsed.legal_form) == (words, short)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Boots, Shoes and Leather, Northampton", ("boots", "shoes", "leather", "northampton")),
        ("Smith, Jones, Brown", ("smith", "jones", "brown")),
        ("Umbra, Penumbra en Partners", ("umbra", "penumbra", "partners")),
    ],
)
def test_commas_alone_make_no_seat(name: str, words: tuple[str, ...]) -> None:
    assert parse(name).words == words


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("NV", "BE"),
        ("AG", "DE"),
        ("SA", "FR"),
        ("GmbH", ""),
        ("Ltd", "GB"),
        ("S.p.A.", "IT"),
        ("Sociedad Limitada", "ES"),
    ],
)
def test_a_name_that_is_nothing_but_a_form_stays_whole(name: str, country: str) -> None:
    parsed = parse(name, country)
    assert parsed.words
    assert not parsed.form or parsed.form.is_kept or len(parsed.words) >= 1


@pytest.mark.parametrize(
    ("name", "country", "kept"),
    [
        ("Stichting Umbra", "NL", "stichting"),
        ("Fundación Umbra", "ES", "fundacion"),
        ("Umbra Stiftung", "DE", "stiftung"),
        ("Universität Umbra", "DE", "universitat"),
        ("Fondazione Umbra", "IT", "fondazione"),
    ],
)
def test_what_says_what_a_body_is_stays_in_the_name(name: str, country: str, kept: str) -> None:
    assert kept in parse(name, country).words


@pytest.mark.parametrize(
    "name",
    [
        "Palantir",
        "Sopra",
        "Thales",
        "As",
        "Coca Cola",
        "Lago",
        "Sage",
        "Casa",
        "Abbott",
        "Inca",
        "Spartan Shield",
        "Limitless Vision",
        "Vespa Cloud",
        "AG Insurance Broker Desk",
    ],
)
def test_a_word_that_only_looks_like_a_form_is_none(name: str) -> None:
    assert parse(name).form == NONE


@pytest.mark.parametrize(
    ("one", "other", "country", "fit"),
    [
        ("GmbH", "Gesellschaft mit beschränkter Haftung", "DE", True),
        ("AG", "Aktiengesellschaft", "DE", True),
        ("Ltd", "Limited", "GB", True),
        ("NV", "SA", "BE", True),
        ("BV", "SRL", "BE", True),
        ("VZW", "ASBL", "BE", True),
        ("S.L.", "Sociedad Limitada", "ES", True),
        ("GmbH", "AG", "DE", False),
        ("Ltd", "plc", "GB", False),
        ("S.L.", "S.A.", "ES", False),
        ("SAS", "SARL", "FR", False),
        ("BV", "NV", "NL", False),
        ("S.p.A.", "S.r.l.", "IT", False),
    ],
)
def test_two_spellings_or_languages_of_a_form_fit_and_two_forms_do_not(
    one: str, other: str, country: str, *, fit: bool
) -> None:
    first, second = parse(f"Umbra {one}", country).form, parse(f"Umbra {other}", country).form
    assert first.fits(second) is fit
    assert second.fits(first) is fit


def test_no_form_is_false_and_fits_itself() -> None:
    assert not NONE
    assert NONE.fits(NONE)
    assert Form("ag")
    assert not Form("ag").fits(NONE)


def test_a_form_at_home_is_known_and_abroad_may_be_a_word() -> None:
    """``SCOP`` is a French form; a Belgian or unknown Scop is a name."""
    assert parse("Umbra SCOP", "FR").form
    home: Name = parse("Umbra SCOP", "")
    assert home.words[0] == "umbra"


def test_the_forms_of_a_country_are_made_once() -> None:
    assert forms("DE") is forms("DE")
    assert forms("DE") is not forms("FR")


def test_a_form_inside_a_name_is_left_out_where_nothing_else_can_be_meant() -> None:
    parsed = parse("Unilever N.V. Companhia Holandesa")
    assert parsed.words == ("unilever", "companhia", "holandesa")
    assert parsed.legal_form == "nv"
