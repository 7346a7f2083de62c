"""What only lies beside the data in a folder is passed over and told; a named file is read."""

from pathlib import Path

import pytest

from kg.case import Case, new
from kg.ingesting import Report, ingest, preview
from kg.taken import register
from tests.cases import kg
from tests.ingest.eforms.cast import ALL, ONE_LOT
from tests.notices.eforms_sample import notice, save

NAMES = ("README.md", "LICENSE.txt", "form.pdf", "page.html", "map.PNG")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A case with a folder that holds a notice."""
    found = new(tmp_path / "case")
    (found.root / "notices").mkdir()
    save(found.root / "notices", notice(*ALL, *ONE_LOT), "a.xml")
    return found


def reports(case: Case, name: str = "notices") -> dict[str, Report]:
    """What each file came to, of which none may be wrong."""
    found = list(ingest(case, [str(case.root / name)]))
    assert all(isinstance(one, Report) and not one.problems for one in found), found
    return {one.taken.file: one for one in found if isinstance(one, Report)}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_beside_the_data_is_passed_over_and_told(name: str, case: Case) -> None:
    save(case.root / "notices", "Of no interest here.", name)
    found = reports(case)
    ending = Path(name).suffix.lower()
    assert found[f"notices/{name}"].skipped == {f"file of another kind ({ending})": 1}
    assert found["notices/a.xml"].taken.records == 1
    assert [taken.file for taken in register(case)] == ["notices/a.xml"]


@pytest.mark.parametrize("name", NAMES)
def test_a_preview_passes_over_the_same(name: str, case: Case) -> None:
    save(case.root / "notices", "Of no interest here.", name)
    found = list(preview(case, [str(case.root / "notices")]))
    assert all(isinstance(one, Report) and not one.problems for one in found)
    assert len(found) == 2


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_named_itself_must_be_of_a_format(name: str, case: Case) -> None:
    path = save(case.root / "notices", "Of no interest here.", name)
    (found,) = ingest(case, [str(path)])
    assert "not a format that is known" in str(found)


@pytest.mark.parametrize("name", ["b.txt", "b.html", "b.json"])
def test_a_notice_under_such_a_name_is_read(name: str, case: Case) -> None:
    save(case.root / "notices", notice(*ALL, *ONE_LOT, number="00000007-2024"), name)
    assert reports(case)[f"notices/{name}"].taken.records == 1
    assert reports(case, f"notices/{name}")[f"notices/{name}"].taken.records == 1


@pytest.mark.parametrize("name", ["b.xml", "b.json", "b.csv", "b"])
def test_what_should_be_data_and_is_not_is_still_a_fault(name: str, case: Case) -> None:
    save(case.root / "notices", "Of no interest here.", name)
    found = list(ingest(case, [str(case.root / "notices")]))
    assert sum(not isinstance(one, Report) for one in found) == 1


def test_a_folder_with_a_readme_is_taken_in_without_complaint(case: Case) -> None:
    save(case.root / "notices", "Of no interest here.", "README.md")
    done = kg("ingest", "notices", "--case", str(case.root), cwd=case.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "notices/README.md: no data, 0 records, 0 statements" in done.stdout


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_such_a_notice_is_known_in_any_encoding(encoding: str, case: Case) -> None:
    declared = encoding.removesuffix("-sig").upper()
    text = notice(*ALL, *ONE_LOT, number="00000007-2024").replace("UTF-8", declared, 1)
    (case.root / "notices" / "b.txt").write_bytes(text.encode(encoding))
    assert reports(case)["notices/b.txt"].taken.records == 1


def test_a_readme_that_speaks_of_notices_is_none(case: Case) -> None:
    save(case.root / "notices", "Each file is a ContractAwardNotice or a TED_EXPORT.", "README.md")
    assert reports(case)["notices/README.md"].taken.records == 0
