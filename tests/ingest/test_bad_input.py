"""Whatever is wrong with a file, in every format it is one clear line, and the rest is read."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from kg.case import Case, new
from kg.ingesting import Report, ingest, kept
from kg.statements import Statement
from kg.tables import Problem
from kg.taken import register
from tests.ingest.said import Said, Say
from tests.notices.decp_sample import marche, second_version
from tests.notices.ocds_sample import award, package, release, supplier

FORMATS = ("eforms", "ted", "ocds", "decp", "ftm", "bods", "mapping")
XML = ("eforms", "ted", "decp")
JSON = ("ocds", "decp", "ftm", "bods")
ENTITIES = "".join(
    f'<!ENTITY a{number} "&a{number - 1};&a{number - 1};&a{number - 1};&a{number - 1};">'
    for number in range(1, 12)
)
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{ENTITIES}]><x>&a11;</x>'
READS_A_FILE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
)
PAGE = b"<!DOCTYPE html><html><head><title>503</title></head><body><p>Try later</body></html>"


def save(folder: Path, data: bytes, name: str) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def ending(format_: str) -> str:
    return {"mapping": ".csv"}.get(format_, ".xml" if format_ in ("eforms", "ted") else ".json")


def only_line(heard: Said) -> str:
    """The one problem of a run that said nothing."""
    assert heard.statements == []
    assert heard.records == 0
    (problem,) = heard.problems
    assert "\n" not in str(problem)
    return str(problem)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("data", [b"", b"\n\n \n", b"\xef\xbb\xbf"], ids=["empty", "blank", "bom"])
def test_an_empty_file_is_one_line(said: Say, tmp_path: Path, format_: str, data: bytes) -> None:
    path = save(tmp_path, data, f"file{ending(format_)}")
    assert only_line(said(format_, path)).startswith(path.name)


@pytest.mark.parametrize("format_", [one for one in FORMATS if one != "mapping"])
def test_a_web_page_that_was_saved_under_another_name_is_one_line(
    said: Say, tmp_path: Path, format_: str
) -> None:
    path = save(tmp_path, PAGE, f"file{ending(format_)}")
    assert "web page" in only_line(said(format_, path))


@pytest.mark.parametrize("format_", XML)
@pytest.mark.parametrize("text", [BOMB, READS_A_FILE], ids=["bomb", "file"])
def test_entities_are_never_expanded(said: Say, tmp_path: Path, format_: str, text: str) -> None:
    path = save(tmp_path, text.encode(), "file.xml")
    line = only_line(said(format_, path))
    assert "root:" not in line


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_no_text_at_all_is_a_few_lines(said: Say, tmp_path: Path, format_: str) -> None:
    data = bytes(range(256)) * 40
    heard = said(format_, save(tmp_path, data, f"file{ending(format_)}"))
    assert heard.statements == []
    assert 1 <= len(heard.problems) <= 4


@pytest.mark.parametrize("format_", FORMATS)
def test_a_zip_that_is_cut_off_is_one_line(said: Say, tmp_path: Path, format_: str) -> None:
    with zipfile.ZipFile(tmp_path / "whole.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"a{ending(format_)}", "x" * 10_000)
    cut = save(tmp_path, (tmp_path / "whole.zip").read_bytes()[:-30], "cut.zip")
    assert "archive" in only_line(said(format_, cut))


@pytest.mark.parametrize("format_", ["eforms", "ocds", "mapping"])
def test_a_zip_bomb_is_one_line(said: Say, tmp_path: Path, format_: str) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"a{ending(format_)}", bytes(60_000_000))
    assert "bomb" in only_line(said(format_, tmp_path / "bomb.zip"))


@pytest.mark.parametrize("format_", ["ted", "decp", "ftm"])
def test_a_gzip_bomb_is_one_line(said: Say, tmp_path: Path, format_: str) -> None:
    data = gzip.compress(bytes(60_000_000))
    heard = said(format_, save(tmp_path, data, f"a{ending(format_)}.gz"))
    assert (heard.statements, len(heard.problems)) == ([], 1)


WRONG: tuple[tuple[str, bytes], ...] = (
    ("json", b'{"hello": "world"}'),
    ("list", b"[1, 2, 3]"),
    ("number", b"42"),
    ("xml", b"<?xml version='1.0'?><catalogue><book/></catalogue>"),
    ("text", b"Dear colleague, the file is attached.\n"),
    ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"),
)


@pytest.mark.parametrize("format_", [one for one in FORMATS if one != "mapping"])
@pytest.mark.parametrize(("kind", "data"), WRONG, ids=[kind for kind, _ in WRONG])
def test_a_file_of_another_kind_says_nothing_and_says_so(
    said: Say, tmp_path: Path, format_: str, kind: str, data: bytes
) -> None:
    heard = said(format_, save(tmp_path, data, f"file{ending(format_)}"))
    assert (heard.statements, heard.entities) == ([], [])
    assert heard.problems or heard.skipped or heard.unread, kind


def good(format_: str, number: int) -> bytes:
    """A sound file of a format; another number, another contract."""
    if format_ == "ocds":
        own = release(ocid=f"ocds-abc123-{number}", awards=[award(supplier())])
        return json.dumps(package(own)).encode()
    return json.dumps(second_version(marche(id=f"M{number}"))).encode()


@pytest.mark.parametrize("format_", ["ocds", "decp"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.93])
def test_a_file_that_breaks_off_keeps_what_came_before(
    said: Say, tmp_path: Path, format_: str, share: float
) -> None:
    lines = [good(format_, number) for number in range(20)]
    whole = b"\n".join(lines)
    heard = said(format_, save(tmp_path, whole[: int(len(whole) * share)], "file.json"))
    assert len(heard.problems) == 1
    assert "breaks off" in heard.problems[0].message
    assert int(20 * share) - 1 <= heard.records <= int(20 * share)


@pytest.mark.parametrize("format_", ["ocds", "decp"])
@pytest.mark.parametrize("bad", [b"", PAGE, b"{", b"[[[[", b'{"a": nope}', BOMB.encode()])
def test_one_bad_file_among_good_ones_costs_itself(
    said: Say, tmp_path: Path, format_: str, bad: bytes
) -> None:
    paths = [
        save(tmp_path, good(format_, 1), "a.json"),
        save(tmp_path, bad, "b.json"),
        save(tmp_path, good(format_, 2), "c.json"),
    ]
    heard = said(format_, *paths)
    assert {problem.path.name for problem in heard.problems} == {"b.json"}
    assert heard.records == 2
    assert len(heard.of("WON")) == 2


@pytest.mark.parametrize("format_", ["ocds", "decp"])
@pytest.mark.parametrize(
    ("encoding", "is_told"),
    [("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("utf-16-le", False),
     ("utf-16-be", False), ("cp1252", True), ("latin-1", True)],
)  # fmt: skip
def test_names_survive_whatever_program_saved_them(
    said: Say, tmp_path: Path, format_: str, encoding: str, is_told: bool
) -> None:
    if format_ == "ocds":
        document: object = release(awards=[award({"name": "Sûreté Ñandú"})])
    else:
        document = second_version(marche(objet="Sûreté Ñandú"))
    data = json.dumps(document, ensure_ascii=False).encode(encoding)
    heard = said(format_, save(tmp_path, data, "file.json"))
    assert "Sûreté Ñandú" in {entity.name for entity in heard.entities}
    assert bool(heard.problems) is is_told


@pytest.mark.parametrize("format_", ["ocds", "decp"])
def test_a_line_of_ten_megabytes_is_read(said: Say, tmp_path: Path, format_: str) -> None:
    long = "x" * 10_000_000
    if format_ == "ocds":
        document: object = release(awards=[award(supplier())], description=long)
    else:
        document = second_version(marche(objet=long))
    heard = said(format_, save(tmp_path, json.dumps(document).encode(), "file.json"))
    assert (heard.records, heard.problems, len(heard.of("WON"))) == (1, [], 1)
    assert max(len(one.says) for one in heard.statements) < 1_000


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return new(tmp_path / "case")


@pytest.mark.parametrize("format_", ["ocds", "decp"])
def test_a_second_ingest_changes_nothing_and_a_change_replaces_its_own(
    case: Case, format_: str
) -> None:
    one, two = (save(case.root, good(format_, number), f"{number}.json") for number in (1, 2))
    list(ingest(case, [str(one), str(two)]))
    before, lines = list(kept(case)), register(case)
    again = list(ingest(case, [str(one), str(two)]))
    assert [isinstance(report, Report) and report.is_new for report in again] == [False, False]
    assert (list(kept(case)), register(case)) == (before, lines)
    save(case.root, good(format_, 3), "2.json")
    list(ingest(case, [str(one), str(two)]))
    after = list(kept(case))
    own = {value.id for value in before if isinstance(value, Statement)}
    left = {value.id for value in after if isinstance(value, Statement)}
    assert own & left
    assert own - left
    assert left - own


@pytest.mark.parametrize("data", [b"", PAGE, b"PK\x03\x04broken"])
def test_a_file_that_cannot_be_read_is_not_registered_as_read(case: Case, data: bytes) -> None:
    path = save(case.root, data, "bad.zip" if data.startswith(b"PK") else "bad.json")
    found = list(ingest(case, [str(path)]))
    assert any(isinstance(one, Problem) or one.problems for one in found)
    assert [value for value in kept(case) if isinstance(value, Statement)] == []
