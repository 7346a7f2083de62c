"""Real French contract data, and the hand counts of it.

The ministry's examples are made up; ``decp_test_2019`` are real rows into which known traps were
put; ``decp2ocds`` are the tests of the ministry's own converter, with the OCDS it expects.
"""

from collections import Counter
from pathlib import Path

import pytest

from tests.ingest.said import Said, Samples, Say

COUNTS = {
    "decp_test_2019.json": (2, 2, 3, 0),
    "official_concessions.json": (2, 2, 4, 0),
    "official_concessions_avec_modifications.json": (2, 2, 4, 0),
    "official_marches_avec_modifications.json": (2, 2, 2, 4),
    "official_marches_concessions.json": (4, 4, 6, 4),
    "official_Contrat-concession.xml": (1, 1, 2, 0),
    "official_Contrat-concession-modification.xml": (1, 1, 2, 0),
}
"""Contracts, awards, mentions of winners, subcontracts with their changes: counted by reading."""

CONVERTED = ("001_marche_simple", "001b_duplicate_supplier", "003_pas_de_num_sequence_dans_id")


@pytest.mark.parametrize("name", COUNTS)
def test_a_file_holds_what_was_counted_by_hand(samples: Samples, said: Say, name: str) -> None:
    heard = said("decp", samples("decp") / name)
    found = [len(heard.of(word)) for word in ("AWARDED", "WON", "SUBCONTRACTED_ON")]
    assert (heard.records, *found) == COUNTS[name]
    assert heard.problems == []


@pytest.mark.parametrize(
    "name", ["official_Contrat-concession.xml", "official_Contrat-concession-modification.xml"]
)
def test_the_ministrys_example_gives_a_concession_twice(
    samples: Samples, said: Say, name: str
) -> None:
    heard = said("decp", samples("decp") / name)
    assert heard.skipped == {"contract that is given twice, word for word": 1}


def test_subcontracts_of_the_ministrys_example_are_dated_and_priced(
    samples: Samples, said: Say
) -> None:
    heard = said("decp", samples("decp") / "official_marches_avec_modifications.json")
    found = Counter(
        (one.get("value"), one.get("date"), one.get("currency"))
        for one in heard.of("SUBCONTRACTED_ON")
    )
    assert found == {
        ("123456.89", "2023-10-11", "EUR"): 2,
        ("23465.87", "2022-10-20", "EUR"): 2,
    }
    assert {heard.entity(one.subject).name for one in heard.of("SUBCONTRACTED_ON")} == {
        "SIRET 214356"
    }


def test_a_changed_contract_is_worth_more_and_won_once(samples: Samples, said: Say) -> None:
    heard = said("decp", samples("decp") / "official_marches_avec_modifications.json")
    sums = Counter((one.get("kind"), one.text, one.get("date")) for one in heard.of("HAS_AMOUNT"))
    assert sums == {
        ("award", "575000", "2024-05-15"): 2,
        ("after modification", "123457.87", "2022-10-18"): 2,
    }
    assert {heard.entity(one.subject).name for one in heard.of("WON")} == {"SIRET 55204599900869"}
    assert {heard.entity(one.subject).name for one in heard.of("CONTRACTED_WITH")} == {
        "SIRET 868768687576575"
    }


def test_the_traps_put_into_real_rows_are_read(samples: Samples, said: Say) -> None:
    """A buyer in a dotted key, holders four lists deep, NC for a duration, a masked number."""
    heard = said("decp", samples("decp") / "decp_test_2019.json")
    first, second = (one.object for one in heard.of("AWARDED"))
    assert first == "contract-decp-21500222100012202183935401"
    assert [heard.entity(one.subject).name for one in heard.of("WON", object=first)] == [
        "AMC FOLLIOT"
    ]
    assert [heard.entity(one.subject).name for one in heard.of("WON", object=second)] == [
        "FFF",
        "DEF",
    ]
    (new,) = heard.of("CONTRACTED_WITH")
    assert heard.entity(new.subject).name == "ABC"
    assert [one.text for one in heard.of("HAS_METRIC", subject=second)] == []
    assert [one.text for one in heard.of("HAS_AMOUNT", subject=first)] == ["77899", "79237"]


@pytest.mark.parametrize("name", ["schema_decp_v2.0.3.json", "source_datasets_test.json"])
def test_what_only_speaks_of_contracts_holds_none(samples: Samples, said: Say, name: str) -> None:
    heard = said("decp", samples("decp") / name)
    assert [one.message for one in heard.problems] == [
        "holds no contracts of the DECP (marches, contrat-concession)"
    ]
    assert heard.records == 0


def told(heard: Said) -> list[tuple[str, str, str]]:
    """Who bought, who won, and for how much: what both formats say."""
    return sorted(
        (heard.entity(one.subject).name, one.predicate, one.get("date"))
        for one in (*heard.of("AWARDED"), *heard.of("WON"))
    ) + sorted((one.text, one.get("currency"), one.get("date")) for one in heard.of("HAS_AMOUNT"))


@pytest.mark.parametrize("name", CONVERTED)
def test_the_ministrys_converter_says_the_same(samples: Samples, said: Say, name: str) -> None:
    folder = samples("decp") / "decp2ocds"
    source = said("decp", folder / "source" / f"{name}.json")
    expected = said("ocds", folder / "expectedResult" / f"{name}.json")
    assert told(source) == told(expected)
    assert {entity.id for entity in source.entities if entity.label != "Contract"} == {
        entity.id for entity in expected.entities if entity.label not in ("Contract", "Tender")
    }


def test_one_number_for_two_names_is_a_slip_in_both_formats(samples: Samples, said: Say) -> None:
    name = "005_marche_meme_siret_acheteur_titulaire.json"
    folder = samples("decp") / "decp2ocds"
    for heard in (
        said("decp", folder / "source" / name),
        said("ocds", folder / "expectedResult" / name),
    ):
        assert {entity.name for entity in heard.entities if entity.label != "Contract"} >= {
            "LASAT",
            "TECAN FRANCE SASU",
        }
        (awarded,), (won,) = heard.of("AWARDED"), heard.of("WON")
        assert awarded.subject != won.subject


def test_a_change_of_the_sum_is_a_change_of_the_sum(samples: Samples, said: Say) -> None:
    folder = samples("decp") / "decp2ocds" / "source"
    heard = said("decp", folder / "002_modification_montant.json")
    assert [(one.get("kind"), one.text, one.get("date")) for one in heard.of("HAS_AMOUNT")] == [
        ("award", "80000", "2018-12-03"),
        ("after modification", "100000", "2019-05-19"),
    ]
    bare = said("decp", folder / "002a_modifification_sans_donnees_modifiees.json")
    assert [one.text for one in bare.of("HAS_AMOUNT")] == ["80000"]
    assert [(one.text, one.get("note")) for one in bare.of("HAS_STATUS")] == [
        ("modified", "L'objet de la modification")
    ]


def test_what_the_converter_makes_of_a_change_is_one_award_of_two_sums(
    samples: Samples, said: Say
) -> None:
    name = "002b_modification_montant_puis_titulaire.json"
    heard = said("ocds", samples("decp") / "decp2ocds" / "expectedResult" / name)
    assert (heard.records, len(heard.of("WON"))) == (1, 1)
    assert [(one.get("kind"), one.text) for one in heard.of("HAS_AMOUNT")] == [
        ("award", "80000"),
        ("price", "100000"),
    ]


def test_every_file_of_the_folder_can_be_read_at_once(samples: Samples, said: Say) -> None:
    folder: Path = samples("decp")
    heard = said("decp", *(folder / name for name in COUNTS), folder / "decp2ocds" / "source")
    assert heard.problems == []
    assert all(entity.name for entity in heard.entities)
