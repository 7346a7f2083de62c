"""Broken French contract data costs one line each, and the rest is told."""

import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from kg.case import Case, new
from kg.ingesting import Report, ingest, recognise
from kg.inputs import inputs
from tests.ingest.said import Say
from tests.ingest.test_ocds_broken import spoil
from tests.notices.decp_sample import (
    OTHER,
    THIRD,
    act,
    concession,
    marche,
    party,
    save,
    second_version,
    xml,
)

PAGE = "decp.json: is a web page, not contract data; download the file again"
NONE = "decp.json: holds no contracts of the DECP (marches, contrat-concession)"
CUT = "decp.json, row 1: breaks off, or is broken, in the middle; what came before is kept"
TWO = xml(marche(), marche(id="2024M02"))
BOMB = (
    '<!DOCTYPE marches [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><marches><marche><id>&c;</id></marche></marches>'
)
OUTSIDE = (
    '<!DOCTYPE marches [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    "<marches><marche><id>&x;</id><objet>&x;</objet></marche></marches>"
)


@pytest.mark.parametrize(
    ("data", "records", "line"),
    [
        ("", 0, "decp.json: is empty"),
        ("a;b\n1;2", 0, "decp.json: is no JSON; name its format if it has another"),
        (
            "<html><p>403</html>",
            0,
            PAGE,
        ),
        ("[1, 2]", 0, NONE),
        (
            "<a><b/></a>",
            0,
            NONE,
        ),
        (BOMB, 0, "decp.json: declares entities or a document type; contract data does not"),
        (OUTSIDE, 0, "decp.json: declares entities or a document type; contract data does not"),
        (
            TWO[:-40],
            1,
            CUT,
        ),
        (TWO + TWO, 2, "decp.json, row 1: goes on after its end; what came before is kept"),
        (
            '{"marches": [' + "[" * 100_000,
            0,
            "decp.json, row 1: is nested too deep to be a notice; this record is left out",
        ),
    ],
)
def test_a_broken_file_is_one_line(
    said: Say, tmp_path: Path, data: str, records: int, line: str
) -> None:
    heard = said("decp", save(tmp_path, data))
    assert ([str(one) for one in heard.problems], heard.records) == ([line], records)


def test_json_that_breaks_off_keeps_what_came_before(said: Say, tmp_path: Path) -> None:
    text = json.dumps(second_version(marche(), marche(id="2024M02")))
    heard = said("decp", save(tmp_path, text[:-60]))
    assert heard.records == 1
    assert [one.message for one in heard.problems] == [
        "breaks off in the middle; what came before is kept"
    ]


def test_xml_that_is_not_what_it_declares_is_one_line(said: Say, tmp_path: Path) -> None:
    data = b'<?xml version="1.0" encoding="utf-8"?>' + xml(marche(objet="été")).encode("cp1252")
    (problem,) = said("decp", save(tmp_path, data)).problems
    assert problem.message.startswith("is not in the encoding that it declares")


def test_xml_that_declares_its_encoding_is_read_by_it(said: Say, tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="windows-1252"?>' + xml(marche(objet="Été €"))
    heard = said("decp", save(tmp_path, text.encode("cp1252")))
    assert ("Été €" in {one.name for one in heard.entities}, heard.problems) == (True, [])


def test_json_that_is_not_all_utf_8_is_read_and_told(said: Say, tmp_path: Path) -> None:
    data = json.dumps(second_version(marche(objet="Été")), ensure_ascii=False).encode("cp1252")
    heard = said("decp", save(tmp_path, data))
    assert "Été" in {one.name for one in heard.entities}
    assert [one.message[:20] for one in heard.problems] == ["is not all UTF-8; wh"]


def test_an_entry_that_is_no_contract_is_skipped(said: Say, tmp_path: Path) -> None:
    heard = said("decp", save(tmp_path, {"marches": [marche(), {"id": "x"}, None, "text", 5]}))
    assert (heard.records, heard.problems) == (1, [])
    assert heard.skipped == {"entry of the list without the fields of a contract": 4}


def test_a_contract_given_twice_is_told_once(said: Say, tmp_path: Path) -> None:
    heard = said("decp", save(tmp_path, second_version(marche(), marche(), marche(montant=1.5))))
    assert heard.records == 2
    assert heard.skipped == {"contract that is given twice, word for word": 1}


def test_one_broken_file_does_not_end_the_run(said: Say, tmp_path: Path) -> None:
    heard = said(
        "decp",
        save(tmp_path, "", "a.json"),
        save(tmp_path, "<marches><marche>", "b.xml"),
        save(tmp_path, second_version(marche()), "c.json"),
    )
    assert (len(heard.problems), heard.records) == (2, 1)


def test_ten_megabytes_in_a_field_are_read(said: Say, tmp_path: Path) -> None:
    heard = said("decp", save(tmp_path, second_version(marche(objet="x" * 10_000_000))))
    assert (heard.records, heard.problems) == (1, [])
    assert max(len(one.name) for one in heard.entities) < 400


@pytest.mark.parametrize("seed", range(40))
def test_whatever_stands_in_a_field_nothing_stops_the_run(
    said: Say, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    full = marche(
        actesSousTraitance=[act(1, party(OTHER)), act(2)],
        modificationsActesSousTraitance=[
            {"modificationActeSousTraitance": {"id": 1, "montant": 3}}
        ],
        modifications=[{"modification": {"id": 1, "montant": 5, "titulaires": [party(THIRD)]}}],
        idAccordCadre="AC1",
    )
    spoiled: list[Any] = [spoil(deepcopy(full), chance) for _ in range(3)]
    sound = marche(id="sound")
    document = second_version(*spoiled, sound, contrat_concession=[spoil(concession(), chance)])
    heard = said("decp", save(tmp_path, document))
    assert len(heard.of("WON", object=f"contract-decp-{sound['acheteur']['id']}sound")) == 1
    for one in heard.statements:
        (one.says + one.text + one.locator).encode("utf-8")
    assert all(one.id and one.name for one in heard.entities)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return new(tmp_path / "case")


@pytest.mark.parametrize("document", [second_version(marche()), [marche()], xml(marche())])
def test_the_format_is_told_from_the_content(case: Case, document: object) -> None:
    (part,) = inputs([str(save(case.root, document))])
    assert recognise(case, part).name == "decp"


def test_a_second_ingest_changes_nothing(case: Case) -> None:
    path = str(save(case.root, second_version(marche(), marche(id="2024M02"))))
    (first,) = ingest(case, [path])
    kept = next(case.derived.rglob("*.jsonl")).read_bytes()
    (again,) = ingest(case, [path])
    assert isinstance(first, Report)
    assert isinstance(again, Report)
    assert (first.is_new, again.is_new) == (True, False)
    assert next(case.derived.rglob("*.jsonl")).read_bytes() == kept
