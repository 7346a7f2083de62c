"""Broken and hostile files: one clear line each, and the others are read all the same."""

import zipfile
from pathlib import Path

import pytest

from kg.case import Case
from kg.errors import DataError
from kg.ingesting import recognise
from kg.inputs import inputs
from tests.ingest.said import Say
from tests.notices.eforms_sample import buyer, notice, organisation, project, save

GOOD = notice(organisation("ORG-0001", "NLD=Politie"), buyer("ORG-0001"), project("Cameras"))
BOMB = """<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
<!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">]>
"""
OUTSIDE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>\n'


def body() -> str:
    return GOOD.partition("?>\n")[2]


BROKEN = {
    "empty.xml": (b"", "is empty"),
    "truncated.xml": (GOOD[: len(GOOD) // 2].encode(), "breaks off in the middle"),
    "latin.xml": (
        GOOD.replace("Politie", "Gemeinde Köln").encode("latin-1"),
        "is not in the encoding that it declares",
    ),
    "page.xml": (b"<!DOCTYPE html>\n<html><body><p>502 Bad Gateway<br></body></html>", "web page"),
    "bomb.xml": ((BOMB + body().replace("Cameras", "&h;")).encode(), "declares entities"),
    "outside.xml": (
        (OUTSIDE + body().replace("Cameras", "&secret;")).encode(),
        "declares entities",
    ),
    "table.xml": (b"buyer;supplier\nPolitie;Camera NV\n", "no well-formed XML"),
    "older.xml": (b"<TED_EXPORT/>", "read it with kg ingest ted"),
    "other.xml": (b"<Invoice/>", "begins with <Invoice>, which is another kind of file"),
    "huge.xml": (
        GOOD.replace("Cameras", "x" * 10_500_000).encode(),
        "has a text of more than 10 MB",
    ),
    "nameless.xml": (
        GOOD.replace("bbbbbbbb-0000-4000-8000-000000000002", "")
        .replace("00123456-2024", "")
        .encode(),
        "has no publication number or id",
    ),
}


@pytest.mark.parametrize(("name", "data", "line"), [(key, *BROKEN[key]) for key in BROKEN])
def test_a_broken_file_is_one_line_and_the_rest_is_kept(
    name: str, data: bytes, line: str, tmp_path: Path, said: Say
) -> None:
    (tmp_path / name).write_bytes(data)
    heard = said("eforms", tmp_path / name, save(tmp_path, GOOD, "z.xml"))
    (problem,) = heard.problems
    assert str(problem).startswith(name)
    assert line in str(problem)
    assert "\n" not in str(problem)
    assert heard.records == 1


def test_the_line_of_the_fault_is_named(tmp_path: Path, said: Say) -> None:
    path = save(tmp_path, GOOD.replace("</cbc:CustomizationID>", "</cbc:Customization>"))
    (problem,) = said("eforms", path).problems
    assert problem.row == GOOD[: GOOD.index("<cbc:CustomizationID>")].count("\n") + 1


def test_an_entity_bomb_in_an_attribute_does_not_go_off(tmp_path: Path, said: Say) -> None:
    text = BOMB + body().replace('languageID="ENG"', 'languageID="&h;"')
    (problem,) = said("eforms", save(tmp_path, text)).problems
    assert "notice.xml" in str(problem)


def test_the_same_notice_twice_is_read_once(tmp_path: Path, said: Say) -> None:
    first, second = save(tmp_path, GOOD, "a.xml"), save(tmp_path, GOOD, "b.xml")
    heard = said("eforms", first, second)
    assert [str(problem) for problem in heard.problems] == [
        "b.xml: is notice ted-123456-2024 once more, read from a.xml before"
    ]
    assert heard.records == 1


def test_an_archive_is_read_member_by_member(tmp_path: Path, said: Say) -> None:
    path = tmp_path / "notices.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.xml", GOOD)
        archive.writestr("two.xml", GOOD.replace("00123456", "00123457")[:900])
        archive.writestr("README.txt", "not a notice")
        archive.writestr("three.xml", GOOD.replace("00123456", "00123458"))
    heard = said("eforms", path)
    assert heard.records == 2
    assert [problem.path.name for problem in heard.problems] == ["two.xml"]
    assert heard.skipped["file of another kind (.txt)"] == 1


def test_a_notice_is_recognised_by_its_content(tmp_path: Path) -> None:
    case = Case(tmp_path)
    (part,) = inputs([str(save(tmp_path, GOOD, "unnamed.dat"))])
    assert recognise(case, part).name == "eforms"
    (page,) = inputs([str(save(tmp_path, "<html><body>502</body></html>", "page.xml"))])
    with pytest.raises(DataError, match="is a web page"):
        recognise(case, page)


def test_nothing_in_a_file_is_taken_for_an_instruction_of_xpath(tmp_path: Path, said: Say) -> None:
    text = GOOD.replace("ORG-0001", "ORG-'] | //x['")
    heard = said("eforms", save(tmp_path, text))
    assert not heard.problems
    assert [one.locator for one in heard.of("TENDERED")] == ["//cac:ContractingParty[1]"]
