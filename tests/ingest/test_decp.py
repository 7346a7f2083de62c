"""What French contract data says, on small contracts of our own."""

import json
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.ingest.said import Said, Say
from tests.notices.decp_sample import (
    BUYER,
    HOLDER,
    OTHER,
    THIRD,
    UID,
    act,
    concession,
    marche,
    party,
    save,
    second_version,
    xml,
)

BODY = "org-fr-siren-200013183"
FIRM = "org-fr-siren-380243923"
OTHER_FIRM = "org-fr-siren-552045999"
CONTRACT = f"contract-decp-{UID.lower()}"


class Hear(Protocol):
    """The fixture ``hear``: what a file of some contracts says."""

    def __call__(self, *contracts: dict[str, Any]) -> Said:
        """Write the file, and read it."""


@pytest.fixture
def hear(said: Say, tmp_path: Path) -> Hear:
    def tell(*contracts: dict[str, Any]) -> Said:
        return said("decp", save(tmp_path, second_version(*contracts)))

    return tell


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


def test_a_subcontract_is_dated_and_priced(hear: Hear) -> None:
    heard = hear(marche(actesSousTraitance=[act(1, party(OTHER))], sousTraitanceDeclaree=True))
    (said,) = heard.of("SUBCONTRACTED_ON")
    assert (said.subject, said.object, said.get("prime")) == (OTHER_FIRM, CONTRACT, FIRM)
    found = {key: said.get(key) for key in ("value", "currency", "vat", "date", "duration", "note")}
    assert found == {
        "value": "1234.5",
        "currency": "EUR",
        "vat": "excluded",
        "date": "2024-10-11",
        "duration": "12 months",
        "note": "subcontract 1, price révisable",
    }
    assert said.locator == f"{UID}: actesSousTraitance[0].acteSousTraitance"
    assert heard.of("HAS_STATUS") == []


def test_a_changed_subcontract_is_told_on_the_day_of_the_change(hear: Hear) -> None:
    change = {
        "modificationActeSousTraitance": {
            "id": 1,
            "montant": 2000,
            "dateNotificationModificationSousTraitance": "2025-01-01",
        }
    }
    heard = hear(
        marche(
            actesSousTraitance=[act(1, party(OTHER)), act(2, party(THIRD))],
            modificationsActesSousTraitance=[change],
        )
    )
    said = heard.of("SUBCONTRACTED_ON")
    found = [(one.subject, one.get("value"), one.get("date")) for one in said]
    assert found == [
        (OTHER_FIRM, "1234.5", "2024-10-11"),
        ("org-fr-siren-340270495", "1234.5", "2024-10-11"),
        (OTHER_FIRM, "2000", "2025-01-01"),
    ]
    assert said[2].get("note") == "subcontract 1 as changed"


def test_a_change_of_an_unknown_subcontract_is_skipped(hear: Hear) -> None:
    change = {"modificationActeSousTraitance": {"id": 9, "montant": 2000}}
    heard = hear(marche(modificationsActesSousTraitance=[change]))
    assert heard.of("SUBCONTRACTED_ON") == []
    assert heard.skipped == {"change of a subcontract that the record does not hold": 1}


def test_a_subcontract_without_a_name_is_the_contracts_matter(hear: Hear) -> None:
    heard = hear(marche(actesSousTraitance=[act(1)]))
    assert heard.of("SUBCONTRACTED_ON") == []
    (said,) = heard.of("HAS_STATUS")
    assert (said.subject, said.text, said.get("date")) == (
        CONTRACT,
        "to be subcontracted in part, to whom is not said",
        "2024-10-11",
    )
    assert [one.text for one in heard.of("HAS_AMOUNT", kind="subcontracted")] == ["1234.5"]


def test_of_several_holders_it_is_not_known_for_whom_a_subcontractor_works(hear: Hear) -> None:
    both = [party(HOLDER), party(THIRD)]
    heard = hear(marche(titulaires=both, actesSousTraitance=[act(1, party(OTHER))]))
    assert [one.get("prime") for one in heard.of("SUBCONTRACTED_ON")] == [""]


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        (True, "to be subcontracted in part, to whom is not said"),
        ("1", "to be subcontracted in part, to whom is not said"),
        (False, "not to be subcontracted"),
    ],
)
def test_that_a_contract_is_subcontracted_is_told(hear: Hear, declared: object, text: str) -> None:
    (said,) = hear(marche(sousTraitanceDeclaree=declared)).of("HAS_STATUS")
    assert (said.text, said.locator) == (text, f"{UID}: sousTraitanceDeclaree")


def test_a_change_gives_a_new_value_and_no_new_win(hear: Hear) -> None:
    change = {
        "id": 1,
        "objetModification": "Avenant 1; prolongation",
        "dateNotificationModification": "2025-03-01",
        "montant": 95000,
        "dureeMois": 60,
        "titulaires": [party(HOLDER)],
    }
    heard = hear(marche(dureeMois=48, modifications=[{"modification": change}]))
    assert [one.subject for one in heard.of("WON")] == [FIRM]
    assert [(one.get("kind"), one.text, one.get("date")) for one in heard.of("HAS_AMOUNT")] == [
        ("award", "80000", "2024-05-15"),
        ("after modification", "95000", "2025-03-01"),
    ]
    assert [(one.text, one.get("date")) for one in heard.of("HAS_METRIC")] == [
        ("48", "2024-05-15"),
        ("60", "2025-03-01"),
    ]
    (status,) = heard.of("HAS_STATUS")
    assert (status.text, status.get("date"), status.get("note")) == (
        "modified",
        "2025-03-01",
        "Avenant 1, prolongation",
    )
    assert heard.of("CONTRACTED_WITH") == []


def test_a_new_holder_holds_the_contract_from_then_on_and_won_nothing(hear: Hear) -> None:
    change = {"dateNotificationModification": "2025-03-01", "titulaires": [[[party(OTHER)]]]}
    heard = hear(marche(modifications=[change]))
    assert [one.subject for one in heard.of("WON")] == [FIRM]
    (said,) = heard.of("CONTRACTED_WITH")
    assert (said.subject, said.object, said.get("contract"), said.get("since")) == (
        OTHER_FIRM,
        BODY,
        CONTRACT,
        "2025-03-01",
    )
    assert said.locator == f"{UID}: modifications[0].titulaires[0][0][0]"


def test_a_call_off_stands_under_the_buyers_framework(hear: Hear) -> None:
    framework = marche(id="AC1", techniques={"technique": ["Accord-cadre"]})
    heard = hear(marche(idAccordCadre="AC1"), framework)
    above = f"contract-decp-{BUYER}ac1"
    assert heard.triples("UNDER") == {(CONTRACT, "UNDER", above)}
    assert [one.name for one in heard.entities if one.id == above] == ["Caméras"]
    assert heard.triples("HAS_STATUS") == {(above, "HAS_STATUS", "framework agreement")}


def test_a_framework_of_which_nothing_else_is_known_is_named_by_its_number(hear: Hear) -> None:
    heard = hear(marche(idAccordCadre="AC1"))
    found = heard.entity(f"contract-decp-{BUYER}ac1")
    assert (found.name, found.notes) == ("Framework agreement AC1", "unnamed=yes")


def test_frameworks_that_go_in_a_circle_are_skipped_where_it_closes(hear: Hear) -> None:
    heard = hear(
        marche(idAccordCadre="2024M01"),
        marche(id="A", idAccordCadre="B"),
        marche(id="B", idAccordCadre="A"),
    )
    assert len(heard.of("UNDER")) == 1
    assert heard.skipped == {
        "contract that stands under itself, by its framework or that of others": 2
    }


def test_a_concession_is_told_with_what_it_cost(said: Say, tmp_path: Path) -> None:
    year = {
        "datePublicationDonneesExecution": "2025-04-18",
        "depensesInvestissement": 15.3,
        "tarifs": [{"tarif": {"intituleTarif": "Enlèvement", "tarif": 129.0}}],
    }
    own = concession(
        dateDebutExecution="2024-05-01",
        montantSubventionPublique=0.5,
        donneesExecution=[{"donneesAnnuelles": year}],
        modifications=[
            {
                "modification": {
                    "id": 1,
                    "dateSignatureModification": "2025-05-05",
                    "valeurGlobale": 25,
                }
            }
        ],
    )
    heard = said("decp", save(tmp_path, second_version(contrat_concession=[own])))
    assert [
        (one.get("kind"), one.text, one.get("date"), one.get("scope"))
        for one in heard.of("HAS_AMOUNT")
    ] == [
        ("award", "10.3", "2024-04-02", ""),
        ("subsidy", "0.5", "2024-04-02", ""),
        ("investment", "15.3", "2025-04-18", ""),
        ("price", "129", "2025-04-18", "Enlèvement"),
        ("after modification", "25", "2025-05-05", ""),
    ]
    (period,) = heard.of("HAS_STATUS", text="contract period")
    assert period.get("since") == "2024-05-01"
    assert [one.subject for one in heard.of("WON")] == [FIRM]
    assert [one.subject for one in heard.of("AWARDED")] == [BODY]


def test_the_uid_that_is_given_counts(hear: Hear) -> None:
    heard = hear(marche(uid="215002221000122021839354"))
    assert [one.object for one in heard.of("WON")] == ["contract-decp-215002221000122021839354"]


def test_numbers_that_differ_in_a_sign_stay_apart(hear: Hear) -> None:
    heard = hear(*(marche(id=number) for number in ("2019_1", "2019-1", "2019/1", "2019.1")))
    assert len({one.object for one in heard.of("WON")}) == 4


def test_contracts_without_buyer_and_number_stay_apart(hear: Hear) -> None:
    nameless = {key: value for key, value in marche().items() if key not in ("id", "acheteur")}
    heard = hear(nameless, {**nameless, "objet": "Autre"})
    assert len({one.object for one in heard.of("WON")}) == 2
    assert heard.of("AWARDED") == []


def test_what_nobody_read_is_told_by_its_path(hear: Hear) -> None:
    heard = hear(marche(ccag="Travaux", typesPrix={"typePrix": ["Définitif ferme"]}))
    assert heard.unread == {"ccag": 1, "typesPrix.typePrix[]": 1}


FORMS: dict[str, Any] = {
    "2019": {"marches": [marche(titulaires=[party(HOLDER)])]},
    "2022": second_version(marche()),
    "a list": [marche()],
    "one": marche(),
    "wrapped one by one": {"marches": [{"marche": marche()}]},
    "lines": "\n".join(json.dumps(one) for one in (marche(), {"$schema": "x"})),
    "two documents": json.dumps(second_version(marche())) * 2,
    "XML": xml(marche()),
    "XML with a declaration": f'\ufeff<?xml version="1.0"?>\n<!-- x -->\n{xml(marche())}',
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_the_same(said: Say, tmp_path: Path, hear: Hear, form: str) -> None:
    heard = said("decp", save(tmp_path, FORMS[form], "any.json"))
    assert heard.triples() == hear(marche()).triples()
    assert (heard.problems, heard.records) == ([], 1)


def test_json_and_xml_say_the_same_word_for_word(said: Say, tmp_path: Path) -> None:
    full = marche(
        dureeMois=48,
        offresRecues=4,
        actesSousTraitance=[act(1, party(OTHER))],
        modifications=[
            {
                "modification": {
                    "id": 1,
                    "montant": 9.5,
                    "dateNotificationModification": "2025-01-01",
                }
            }
        ],
    )
    in_json = said("decp", save(tmp_path, second_version(full)))
    in_xml = said("decp", save(tmp_path, xml(full), "decp.xml"))

    def words(heard: Said) -> list[object]:
        return [
            (one.subject, one.predicate, one.object, one.text, one.qualifiers, one.says)
            for one in heard.statements
        ]

    assert words(in_json) == words(in_xml)
    assert in_json.entities == in_xml.entities
