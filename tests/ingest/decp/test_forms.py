"""French contract data says the same in every form."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.decp.cast import Hear
from tests.ingest.said import Said, Say
from tests.notices.decp_sample import HOLDER, OTHER, act, marche, party, save, second_version, xml


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
