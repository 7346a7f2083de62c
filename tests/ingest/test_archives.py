"""Archives as people have them: a README first, a broken file, notices of two formats in one."""

import gzip
import zipfile
from pathlib import Path

import pytest

from kg.case import Case, new
from kg.errors import DataError
from kg.ingesting import Report, ingest, kept, recognise, remove
from kg.inputs import inputs
from kg.statements import Statement
from tests.ingest.eforms.cast import ALL, ONE_LOT
from tests.ingest.said import Say
from tests.ingest.ted.cast import CAMERAS
from tests.notices import eforms_sample, ted_sample

PAGE = "<!DOCTYPE html>\n<html><body>502 Bad Gateway<br></body></html>"


def new_notice(number: int) -> str:
    """An award in eForms."""
    return eforms_sample.notice(*ALL, *ONE_LOT, number=f"{number:08}-2024")


def old_notice(number: int) -> str:
    """An award in the older XML."""
    return ted_sample.notice(ted_sample.form(ted_sample.award(CAMERAS)), number=f"{number:06}-2019")


def packed(folder: Path, **files: str | bytes) -> Path:
    """An archive; ``a_xml`` is called a.xml."""
    path = folder / "notices.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "."), text)
    return path


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return new(tmp_path / "case")


def taken(case: Case, path: Path) -> Report:
    (found,) = ingest(case, [str(path)])
    assert isinstance(found, Report)
    return found


FIRST = {
    "empty": ("", "is empty"),
    "page": (PAGE, "is a web page"),
    "cut off": (new_notice(9)[:400], "breaks off in the middle"),
    "other": ("<Invoice/>", "another kind of file"),
}


@pytest.mark.parametrize("kind", FIRST)
def test_a_broken_file_at_the_head_of_an_archive_costs_itself(
    kind: str, case: Case, tmp_path: Path
) -> None:
    first, why = FIRST[kind]
    report = taken(case, packed(tmp_path, a_xml=first, b_xml=new_notice(1), c_xml=new_notice(2)))
    assert (report.taken.format, report.taken.records) == ("eforms", 2)
    (problem,) = report.problems
    assert problem.path.name == "a.xml"
    assert why in problem.message


def test_a_readme_before_the_notices_is_passed_over(case: Case, tmp_path: Path) -> None:
    report = taken(case, packed(tmp_path, README_txt="Notices of May", b_xml=new_notice(1)))
    assert (report.taken.records, report.problems) == (1, ())
    assert report.skipped["file of another kind (.txt)"] == 1


def test_an_archive_without_anything_known_is_one_line(case: Case, tmp_path: Path) -> None:
    found = list(ingest(case, [str(packed(tmp_path, a_txt="hello", b_txt="world"))]))
    assert len(found) == 1
    assert "not a format that is known" in str(found[0])


@pytest.mark.parametrize("is_new_first", [True, False])
def test_the_notices_of_both_formats_in_one_archive_are_read(
    is_new_first: bool, case: Case, tmp_path: Path
) -> None:
    """The packages of TED of 2023 hold both."""
    first, second = (new_notice, old_notice) if is_new_first else (old_notice, new_notice)
    report = taken(case, packed(tmp_path, a_xml=first(1), b_xml=second(2), c_xml=first(3)))
    assert (report.taken.records, report.problems) == (3, ())
    said = [one for one in kept(case) if isinstance(one, Statement) and one.predicate == "WON"]
    assert len(said) == 3
    assert {one.source for one in said} == (
        {"ted-1-2024", "ted-2-2019", "ted-3-2024"}
        if is_new_first
        else {"ted-1-2019", "ted-2-2024", "ted-3-2019"}
    )


def test_translations_in_such_an_archive_still_say_nothing(case: Case, tmp_path: Path) -> None:
    other = ted_sample.form(ted_sample.award(CAMERAS), language="FR", category="TRANSLATION")
    text = ted_sample.notice(ted_sample.form(ted_sample.award(CAMERAS)), other)
    report = taken(case, packed(tmp_path, a_xml=new_notice(1), b_xml=text))
    assert report.skipped["the same form in another language"] == 1


def test_a_file_of_the_other_format_named_as_this_one_is_still_told(
    said: Say, tmp_path: Path
) -> None:
    path = eforms_sample.save(tmp_path, old_notice(1))
    (problem,) = said("eforms", path).problems
    assert "read it with kg ingest ted" in str(problem)


def test_the_same_notice_twice_in_an_archive_is_one_line_and_one_record(
    case: Case, tmp_path: Path
) -> None:
    report = taken(case, packed(tmp_path, a_xml=new_notice(1), b_xml=new_notice(1)))
    assert report.taken.records == 1
    assert [problem.message for problem in report.problems] == [
        "is notice ted-1-2024 once more, read from notices.zip/a.xml before"
    ]


def test_a_packed_notice_in_an_archive_is_read(case: Case, tmp_path: Path) -> None:
    inner = gzip.compress(new_notice(1).encode())
    report = taken(case, packed(tmp_path, **{"a_xml.gz": inner}))
    assert (report.taken.records, report.problems) == (1, ())


@pytest.mark.parametrize(
    "text", [PAGE, "<html/>", "\n\n<HTML lang='en'>", "<!doctype HTML PUBLIC>"]
)
def test_a_web_page_is_told_to_be_one_without_a_format_named(
    text: str, case: Case, tmp_path: Path
) -> None:
    (part,) = inputs([str(eforms_sample.save(tmp_path, text, "notice.xml"))])
    with pytest.raises(DataError, match="is a web page, no data; download the file again"):
        recognise(case, part)


def test_what_is_wrong_is_one_line_also_where_the_parser_says_two(
    said: Say, tmp_path: Path
) -> None:
    path = tmp_path / "notice.xml"
    path.write_bytes(new_notice(1).encode().replace(b"<cbc:ID>", b"\x00<cbc:ID>", 1))
    (problem,) = said("eforms", path).problems
    assert "\n" not in str(problem)
    assert "Invalid character" in str(problem)


def test_taking_a_notice_out_leaves_what_was_said_without_it(case: Case, tmp_path: Path) -> None:
    paths = [eforms_sample.save(case.root, new_notice(n), f"{n}.xml") for n in (1, 2)]
    assert taken(case, paths[0]).is_new
    before = list(kept(case))
    assert taken(case, paths[1]).is_new
    assert len(list(kept(case))) > len(before)
    remove(case, "2.xml")
    assert list(kept(case)) == before
    assert not taken(case, paths[0]).is_new
