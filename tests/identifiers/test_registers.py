"""Numbers of registers as they stand in real files: what identifies, and what never may."""

import pytest

from kg.identifiers import entity_ids, identify, org_id, slug

SOUND: tuple[tuple[str, str, str, str, str], ...] = (
    ("BE-BCE_KBO", "0308.357.159", "BE", "be-kbo", "0308357159"),
    ("KBO", "BE 0308357159", "", "be-kbo", "0308357159"),
    ("", "0308357159", "BE", "be-kbo", "0308357159"),
    ("", "308357159", "BE", "be-kbo", "0308357159"),
    ("VAT", "BE0308357159", "", "vat", "BE0308357159"),
    ("NIF", "B97802383", "ES", "es-nif", "B97802383"),
    ("", "A28002335", "ES", "es-nif", "A28002335"),
    ("NL-KVK", "27124701", "", "nl-kvk", "27124701"),
    ("", "27124701", "NL", "nl-kvk", "27124701"),
    ("LEI", "529900T8BM49AURSDO55", "", "lei", "529900T8BM49AURSDO55"),
    ("GB-COH", "09506232", "GB", "gb-coh", "09506232"),
    ("", "233 5000 16000 40", "FR", "fr-siret", "23350001600040"),
    ("SIREN", "380243923", "FR", "fr-siren", "380243923"),
    ("VAT", "IT00743110157", "", "vat", "IT00743110157"),
    ("", "00743110157", "IT", "it-iva", "00743110157"),
    ("VAT", "DE136695976", "DE", "vat", "DE136695976"),
    ("", "974761157", "NO", "no-orgnr", "974761157"),
    ("", "5567620884", "SE", "se-orgnr", "5567620884"),
)
WRONG = (
    ("NIF", "B97802384", "ES"),
    ("LEI", "529900T8BM49AURSDO56", ""),
    ("SIRET", "38024392300088", "FR"),
    ("VAT", "BE0308357158", ""),
    ("KBO", "0308357158", "BE"),
)
PLACEHOLDERS = (
    ("", "0000000000", "BE"),
    ("", "1234567890", "BE"),
    ("", "9999999999", "BE"),
    ("GB-COH", "SC123456", "GB"),
    ("DUNS", "123456789", "US"),
    ("VAT", "NL001234567B01", "NL"),
    ("NIF", "***1234**", "ES"),
    ("SIRET", "XXXXXXXXXXXXXX", "FR"),
    ("", "-", "BE"),
    ("", "n/a", "BE"),
    ("", "unpublished", "BE"),
    ("", "", "BE"),
    ("VAT", "XX123", ""),
    ("HRB", "HRB 12345", "DE"),
)


@pytest.mark.parametrize(("scheme", "written", "country", "kind", "value"), SOUND)
def test_a_sound_number_identifies_and_has_one_form(
    scheme: str, written: str, country: str, kind: str, value: str
) -> None:
    found = identify(scheme, written, country)
    assert (found.scheme, found.value) == (kind, value)
    assert found.is_valid
    assert found.identifies
    assert found.raw == written


@pytest.mark.parametrize(("scheme", "written", "country", "kind", "value"), SOUND)
def test_blanks_and_signs_around_a_number_change_nothing(
    scheme: str, written: str, country: str, kind: str, value: str
) -> None:
    for odd in (f" {written} ", f"{written}\n", f"\u200b{written}", written.lower()):
        found = identify(scheme, odd, country)
        assert (found.scheme, found.value, found.identifies) == (kind, value, True)


@pytest.mark.parametrize(("scheme", "written", "country"), WRONG)
def test_a_number_with_a_wrong_check_digit_is_kept_and_identifies_nobody(
    scheme: str, written: str, country: str
) -> None:
    found = identify(scheme, written, country)
    assert (found.is_valid, found.identifies, found.raw) == (False, False, written)
    assert entity_ids([found]) == ()


@pytest.mark.parametrize(("scheme", "written", "country"), PLACEHOLDERS)
def test_a_mask_or_placeholder_never_identifies(scheme: str, written: str, country: str) -> None:
    found = identify(scheme, written, country)
    assert not found.identifies
    assert entity_ids([found]) == ()


@pytest.mark.parametrize(("scheme", "written", "country"), PLACEHOLDERS)
def test_two_firms_with_one_placeholder_are_two(scheme: str, written: str, country: str) -> None:
    number = identify(scheme, written, country)
    one, two = (org_id(name, country, [number], "notice-1") for name in ("Acme", "Beta"))
    assert one != two


@pytest.mark.parametrize(("scheme", "written", "country", "kind", "value"), SOUND)
def test_a_number_makes_one_of_two_names(
    scheme: str, written: str, country: str, kind: str, value: str
) -> None:
    number = identify(scheme, written, country)
    ids = {
        org_id(name, country, [number], record)
        for name in ("Acme", "ACME S.A.", "")
        for record in ("notice-1", "notice-2", "")
    }
    assert len(ids) == 1


def test_a_vat_number_and_the_register_that_it_is_made_of_are_one() -> None:
    vat, own = identify("VAT", "BE0308357159", ""), identify("KBO", "0308357159", "BE")
    assert org_id("A", "BE", [vat]) == org_id("B", "BE", [own]) == "org-be-kbo-0308357159"
    assert entity_ids([vat]) == ("be-kbo:0308357159", "vat:BE0308357159")


def test_the_establishments_of_a_french_firm_are_one_firm() -> None:
    one, two = identify("SIRET", "38024392300089", "FR"), identify("SIREN", "380243923", "FR")
    assert org_id("A", "FR", [one]) == org_id("B", "FR", [two]) == "org-fr-siren-380243923"


def test_without_a_number_the_record_keeps_two_of_one_name_apart() -> None:
    ids = {org_id("Mairie", "FR", [], record) for record in ("notice-1", "notice-2", "")}
    assert len(ids) == 3


@pytest.mark.parametrize("name", ["Acme", "ACME", " Acme ", "acme"])
def test_the_same_name_in_one_record_is_one(name: str) -> None:
    assert org_id(name, "BE", [], "n") == org_id("Acme", "BE", [], "n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mairie de Lyon", "mairie-de-lyon"),
        ("Şirketi & Söhne", "sirketi-sohne"),
        ("Полиция", "politsiya"),
        ("  --x--  ", "x"),
        ("", ""),
        ("№", "no"),
        ("a" * 80, "a" * 48),
    ],
)
def test_a_text_as_part_of_an_id_is_small_ascii(text: str, found: str) -> None:
    own = slug(text)
    assert own.isascii()
    assert own == own.lower()
    assert len(own) <= 48
    assert own == found
