"""What French contract data says of a contract: who bought, who holds it, for how much."""

from typing import Any

import pytest

from tests.ingest.decp.cast import BODY, CONTRACT, FIRM, Hear
from tests.notices.decp_sample import BUYER, HOLDER, OTHER, UID, marche, party


def test_a_contract_is_awarded_and_won(hear: Hear) -> None:
    heard = hear(marche())
    assert heard.triples("AWARDED", "WON", "COVERS", "HAS_AMOUNT", "HAS_FEATURE") == {
        (BODY, "AWARDED", CONTRACT),
        (FIRM, "WON", CONTRACT),
        (CONTRACT, "COVERS", "35125300 Security cameras"),
        (CONTRACT, "HAS_AMOUNT", "80000"),
        (CONTRACT, "HAS_FEATURE", "Marché"),
    }
    (awarded,) = heard.of("AWARDED")
    assert (awarded.get("date"), awarded.get("method")) == ("2024-05-15", "Appel d'offres ouvert")
    assert awarded.locator == f"{UID}: acheteur"
    (won,) = heard.of("WON")
    assert (won.locator, won.get("role")) == (f"{UID}: titulaires[0].titulaire", "")
    (sum_,) = heard.of("HAS_AMOUNT")
    assert (sum_.get("kind"), sum_.get("currency"), sum_.get("vat"), sum_.get("date")) == (
        "award",
        "EUR",
        "excluded",
        "2024-05-15",
    )


def test_no_tender_is_made_of_a_contract(hear: Hear) -> None:
    heard = hear(marche())
    assert {one.label for one in heard.entities} == {"Contract", "Company", "PublicBody"}
    assert heard.of("PART_OF") == []


def test_each_contract_is_a_source(hear: Hear) -> None:
    (source,) = hear(marche(acheteur={"id": BUYER, "nom": "LASAT"})).sources
    assert (source.id, source.publisher, source.published, source.language, source.kind) == (
        f"decp-{UID.lower()}",
        "LASAT",
        "2024-05-25",
        "fr",
        "notice",
    )
    assert source.title.endswith("contrat 2024M01 : Caméras")


def test_who_has_only_a_number_is_named_by_it(hear: Hear) -> None:
    heard = hear(marche())
    firm, body = heard.entity(FIRM), heard.entity(BODY)
    assert (firm.name, firm.label, firm.notes, firm.ids, firm.countries) == (
        f"SIRET {HOLDER}",
        "Company",
        "unnamed=yes",
        ("fr-siren:380243923", f"fr-siret:{HOLDER}"),
        ("FR",),
    )
    assert (body.name, body.label, body.notes) == (f"SIRET {BUYER}", "PublicBody", "unnamed=yes")


def test_a_name_in_a_later_contract_names_who_had_none(hear: Hear) -> None:
    named = marche(id="2024M02", titulaires=[party(HOLDER, "TECAN FRANCE SASU")])
    heard = hear(marche(), named, marche(id="2024M03"))
    assert [one.name for one in heard.entities if one.id == FIRM] == ["TECAN FRANCE SASU"]
    assert len(heard.of("WON", subject=FIRM)) == 3


def test_a_number_that_is_none_identifies_nobody(hear: Hear) -> None:
    wrong = [party("12345678901234")]
    heard = hear(marche(titulaires=wrong), marche(id="2024M02", titulaires=wrong))
    first, second = (heard.entity(one.subject) for one in heard.of("WON"))
    assert first.id != second.id
    assert (first.ids, first.name) == ((), "SIRET 12345678901234")
    assert first.notes == "unnamed=yes; number as written: 12345678901234"


@pytest.mark.parametrize("number", [34027049500021, 34027049500021.0, "34027049500021.0"])
def test_a_number_kept_as_a_number_is_the_same(hear: Hear, number: object) -> None:
    heard = hear(marche(titulaires=[party(number)]))
    assert [one.subject for one in heard.of("WON")] == ["org-fr-siren-340270495"]


@pytest.mark.parametrize("number", [5520135400010, "5520135400010", "05520135400010"])
def test_a_number_that_lost_its_leading_zeros_has_them_back(hear: Hear, number: object) -> None:
    heard = hear(marche(titulaires=[party(number)]))
    (won,) = heard.of("WON")
    assert heard.entity(won.subject).ids == ("fr-siren:055201354", "fr-siret:05520135400010")


def test_a_short_number_is_not_filled_up_until_it_fits(hear: Hear) -> None:
    heard = hear(*(marche(id=str(n), titulaires=[party(str(n))]) for n in range(214300, 214340)))
    assert {heard.entity(one.subject).ids for one in heard.of("WON")} == {()}


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("TVA", "BE0461145522", ("be-kbo:0461145522", "vat:BE0461145522")),
        ("TVA", "DE136695976", ("vat:DE136695976",)),
        ("HORS-UE", "CH-123", ()),
        ("TAHITI", "123456", ()),
    ],
)
def test_numbers_of_other_registers_are_read(
    hear: Hear, kind: str, number: str, expected: tuple[str, ...]
) -> None:
    heard = hear(marche(titulaires=[party(number, "Étrangère SA", kind)]))
    (won,) = heard.of("WON")
    assert heard.entity(won.subject).ids == expected
    assert heard.entity(won.subject).name == "Étrangère SA"


HOLDERS: tuple[Any, ...] = (
    [{"titulaire": party(HOLDER)}],
    [party(HOLDER)],
    party(HOLDER),
    {"titulaire": party(HOLDER)},
    {"titulaire": [party(HOLDER)]},
    [[[[party(HOLDER)]]]],
    [{"titulaire": [[party(HOLDER)]]}],
    [HOLDER],
    HOLDER,
    [party(HOLDER), party(HOLDER)],
)


@pytest.mark.parametrize("holders", HOLDERS, ids=[str(number) for number in range(len(HOLDERS))])
def test_holders_are_found_however_they_are_written(hear: Hear, holders: object) -> None:
    heard = hear(marche(titulaires=holders))
    assert [one.subject for one in heard.of("WON")] == [FIRM]
    assert not [path for path in heard.unread if path.startswith("titulaires")]


@pytest.mark.parametrize(
    "buyer",
    [
        {"acheteur": {"id": BUYER}},
        {"acheteur": [{"id": BUYER}]},
        {"acheteur": BUYER},
        {"acheteur.id": BUYER, "acheteur": None},
    ],
)
def test_the_buyer_is_found_however_it_is_written(hear: Hear, buyer: dict[str, Any]) -> None:
    own = {key: value for key, value in {**marche(), **buyer}.items() if value is not None}
    heard = hear(own)
    assert heard.triples("AWARDED") == {(BODY, "AWARDED", CONTRACT)}


def test_a_buyer_of_the_oldest_form_has_a_siret(hear: Hear) -> None:
    old = {"siret": BUYER, "nom": "Ville de Rennes"}
    heard = hear(marche(acheteur=None, autoriteConcedante=old))
    assert [one.subject for one in heard.of("AWARDED")] == [BODY]
    assert heard.of("AWARDED")[0].locator.startswith(f"{UID}: ")


def test_flattened_fields_are_read(hear: Hear) -> None:
    own = marche()
    del own["acheteur"]
    heard = hear({**own, "acheteur.id": BUYER, "acheteur.nom": "LASAT"})
    assert heard.entity(BODY).name == "LASAT"


def test_several_holders_that_are_a_group_are_its_members(hear: Hear) -> None:
    both = [party(HOLDER), party(OTHER)]
    for kind in ("Conjoint", "Solidaire"):
        heard = hear(marche(titulaires=both, typeGroupementOperateurs=kind))
        assert [one.get("role") for one in heard.of("WON")] == ["member", "member"]
    heard = hear(marche(titulaires=both, typeGroupementOperateurs="Pas de groupement"))
    assert [one.get("role") for one in heard.of("WON")] == ["", ""]


def test_a_contract_without_a_holder_is_told_without_one(hear: Hear) -> None:
    heard = hear(marche(titulaires=[]))
    assert (len(heard.of("AWARDED")), heard.of("WON")) == (1, [])
    assert heard.skipped == {"contract whose holder is not given": 1}


@pytest.mark.parametrize(
    ("amount", "text", "note"),
    [
        (1e17, "100000000000000000", "is larger than any contract"),
        ("80000.50", "80000.5", ""),
        (0, "0", "may stand for an amount that was not given"),
    ],
)
def test_sums_are_kept_and_marked(hear: Hear, amount: object, text: str, note: str) -> None:
    (said,) = hear(marche(montant=amount)).of("HAS_AMOUNT")
    assert (said.text, said.get("note")) == (text, note)


@pytest.mark.parametrize("filler", ["NC", "NaN", "", None, "Inconnu", float("nan")])
def test_what_only_fills_a_field_says_nothing(hear: Hear, filler: object) -> None:
    heard = hear(marche(montant=filler, dureeMois=filler, objet=filler, codeCPV=filler))
    assert (heard.of("HAS_AMOUNT"), heard.of("HAS_METRIC"), heard.of("COVERS")) == ([], [], [])
    assert heard.entity(CONTRACT).name == "Contract 2024M01"
    assert heard.problems == []
