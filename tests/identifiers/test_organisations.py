import pytest

from kg.identifiers import entity_ids, identify, org_id, slug

VAT = identify("VAT", "BE0807497383", "BE")
KBO = identify("KBO", "0807.497.383", "BE")
MASKED = identify("NIF", "***4567**", "ES")
PERSON = identify("NIF", "54362315K", "ES")


def test_the_same_number_gives_the_same_id_however_it_is_written() -> None:
    found = {
        org_id("Securitas NV", "BEL", [VAT]),
        org_id("SECURITAS", "BE", [KBO], record="ted-1-2024"),
        org_id("Securitas", "", [MASKED, KBO]),
    }
    assert found == {"org-be-kbo-0807497383"}


def test_the_branches_of_a_company_are_the_company() -> None:
    paris = identify("SIRET", "38103128500574", "FR")
    lyon = identify("SIRET", "38103128500491", "FR")
    assert org_id("SPIE", "FR", [paris]) == org_id("SPIE", "FR", [lyon]) == "org-fr-siren-381031285"


@pytest.mark.parametrize(
    ("hint", "number", "country", "id_"),
    [
        ("VAT", "DE121288955", "DE", "org-vat-de-de121288955"),
        ("HRB", "München HRB 231995", "DE", "org-de-hr-munchen-hrb-231995"),
        ("LEI", "213800KUD8LAJWSQ9D15", "GB", "org-lei-213800kud8lajwsq9d15"),
        ("GB-LAC", "E09000003", "GB", "org-gb-lac-e09000003"),
    ],
)
def test_an_id_names_the_register_and_the_number(
    hint: str, number: str, country: str, id_: str
) -> None:
    assert org_id("whoever", country, [identify(hint, number, country)]) == id_


def test_without_a_number_the_record_keeps_two_of_one_name_apart() -> None:
    first = org_id("Stadt Köln", "DEU", [], record="ted-1-2024")
    second = org_id("Stadt Köln", "DEU", [], record="ted-2-2024")
    assert first.startswith("org-de-stadt-koln-")
    assert first != second
    assert first == org_id("Stadt  Köln ", "DE", [], record="ted-1-2024")


def test_a_name_in_any_script_makes_a_readable_id() -> None:
    assert org_id("Δήμος Πολυγύρου", "EL", []).startswith("org-gr-dimos-polygyroy-")
    assert org_id("???", "", []).startswith("org-xx-unnamed-")


def test_a_person_s_number_never_becomes_part_of_an_id() -> None:
    assert "54362315" not in org_id("Ana García", "ES", [PERSON]).upper()
    assert entity_ids([PERSON]) == ()


def test_an_entity_has_every_number_that_identifies_it() -> None:
    assert entity_ids([VAT, MASKED]) == ("be-kbo:0807497383", "vat:BE0807497383")


def test_a_long_name_is_cut_at_a_word() -> None:
    name = "Bundesministerium für Inneres, Sektion V Informationstechnologie"
    assert slug(name) == "bundesministerium-fur-inneres-sektion-v"
