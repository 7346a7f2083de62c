"""What is no name is nobody's; what only begins like it is somebody's."""

import pytest

from kg.notices.nameless import is_nameless


@pytest.mark.parametrize(
    "text",
    [
        'Siehe im Feld "Allgemeine Informationen"',
        "siehe Anlage",
        "18 firma, se pkt. VI.3",
        "18 Firma, se punkt VI.3",
        "se punkt VI.3",
        "Mehrere Unternehmen (siehe VI.3)",
        "plusieurs entreprises",
        "Various suppliers",
        "3 economic operators",
        "See annex I",
        "see section VI.3",
        "See the list below",
        "See additional information",
        "Voir annexe",
        "Voir la liste ci-dessous",
        "Zie bijlage 1",
        "Véase el anexo",
        "Vedi allegato",
        "n/a",
        "N.A.",
        "NA",
        "n.v.t.",
        "nvt",
        "k. A.",
        "Keine Angabe",
        "- keine Angaben -",
        "not published",
        "Not applicable.",
        "non communiqué",
        "nicht   veröffentlicht",
        "no aplica",
        "Confidential",
        "Néant",
        "Diverse",
        "unknown",
        "TBD",
        "None",
        "—",
        "...",
        "",
    ],
)
def test_a_reference_or_a_word_for_nothing_is_no_name(text: str) -> None:
    assert is_nameless(text)


@pytest.mark.parametrize(
    "text",
    [
        "See Tickets",
        "See Hotel Annex GmbH & Co",
        "Seeburger AG",
        "Confidential Waste Ltd",
        "Voir Plus SARL",
        "Divers Services SARL",
        "Nil Technology",
        "Unknown Cases BV",
        "Null & Co",
        "Ka GmbH",
        "Verisure",
        "No Limits SL",
        "Zie Zo BV",
        "NAVA",
        "3M",
        "Multiple Sclerosis Society",
        "Diverse Computing Inc",
        "Se Elektro AS",
        "Федерална полиция",
        "ΔΗΜΟΣ ΛΑΥΡΕΩΤΙΚΗΣ",
    ],
)
def test_a_firm_may_have_such_a_word_in_its_name(text: str) -> None:
    assert not is_nameless(text)
