"""The small extract that comes with kg: whose it is, what it says, and that it stays apart."""

import re
from pathlib import Path

import pytest

from kg.case import Case, new
from kg.ingesting import Report, examples, ingest, kept, remove
from kg.resources import folder
from kg.statements import Source, Statement
from kg.taken import register
from tests.ingest.said import Said, Say

SHIPPED = folder("data") / "examples"
FILES = sorted(path for path in SHIPPED.rglob("*") if path.is_file() and path.suffix != ".md")
FORMATS = {
    "openplacsp.xlsx": "mapping",
    "ted/173604-2016.xml": "ted",
    "ted/419796-2017.xml": "ted",
    "ted/611835-2024.xml": "eforms",
}


def name(path: Path) -> str:
    return path.relative_to(SHIPPED).as_posix()


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return new(tmp_path / "case")


def take(case: Case) -> list[Report]:
    found = list(ingest(case, [examples(case)]))
    assert all(isinstance(one, Report) for one in found), found
    return [one for one in found if isinstance(one, Report)]


def winners(heard: Said) -> set[str]:
    return {heard.entity(one.subject).name for one in heard.of("WON")}


def test_every_file_is_known_by_its_content(case: Case) -> None:
    reports = take(case)
    found = {one.taken.file.removeprefix("files/examples/"): one.taken.format for one in reports}
    assert found == FORMATS
    assert all(one.is_new and not one.problems and one.taken.statements for one in reports)


def test_taking_them_in_twice_changes_nothing(case: Case) -> None:
    take(case)
    before, values = register(case), list(kept(case))
    assert not any(one.is_new for one in take(case))
    assert (register(case), list(kept(case))) == (before, values)


def test_they_can_be_taken_out_again(case: Case) -> None:
    take(case)
    for file in FORMATS:
        remove(case, file)
    assert (register(case), list(kept(case))) == ([], [])


def test_an_own_change_of_a_copy_is_not_laid_over_the_shipped_one(case: Case) -> None:
    before = {path: path.read_bytes() for path in FILES}
    copies = Path(examples(case))
    (copies / "ted" / "173604-2016.xml").write_text("<a/>", "utf-8")
    assert {path: path.read_bytes() for path in FILES} == before


@pytest.mark.parametrize("path", FILES, ids=name)
def test_the_readme_says_whose_a_file_is(path: Path) -> None:
    (line,) = [
        line
        for line in (SHIPPED / "README.md").read_text("utf-8").splitlines()
        if line.startswith(f"| `{name(path)}` |")
    ]
    assert re.search("2011/833/EU|as above|Ley 37/2007", line)


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".xml"], ids=name)
def test_no_notice_says_how_to_reach_a_person(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"[\w.]+@[\w.]+\.\w+", text)
    assert not re.search("Telephone|<PHONE|<FAX|<CONTACT_POINT|cac:Contact>", text)


def test_the_extract_is_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 120_000


def test_no_adapter_of_the_shipped_facts_reads_it() -> None:
    for adapter in folder("ingest").glob("*.toml"):
        assert "examples" not in adapter.read_text("utf-8")


def test_the_belgian_notice_has_two_winners_and_four_buyers_of_one_name_each(said: Say) -> None:
    heard = said("eforms", SHIPPED / "ted" / "611835-2024.xml")
    assert winners(heard) == {"DVIT", "3D-ICT"}
    buyers = {one.subject for one in heard.of("AWARDED")}
    assert len(buyers) == 4
    assert all(heard.entity(buyer).countries == ("BE",) for buyer in buyers)


def test_the_speed_cameras_were_bought_without_competition(said: Say) -> None:
    heard = said("ted", SHIPPED / "ted" / "419796-2017.xml")
    assert winners(heard) == {"Palmenco AB", "PalmencoTraffic AB"}
    (awarded,) = heard.of("AWARDED")
    assert awarded.get("method") == "negotiated procedure without competition"
    assert not heard.of("HAS_AMOUNT", kind="award")


def test_the_guarding_is_partly_subcontracted_to_nobody_named(said: Say) -> None:
    heard = said("ted", SHIPPED / "ted" / "173604-2016.xml")
    assert heard.of("SUBCONTRACTED_ON") == []
    assert "to be subcontracted in part, to whom is not said" in {
        one.text for one in heard.of("HAS_STATUS")
    }
    assert [one.text for one in heard.of("HAS_AMOUNT", kind="award")] == ["282659.40"]


def test_the_workbook_comes_to_the_sum_of_its_five_contracts(said: Say) -> None:
    heard = said("mapping", SHIPPED / "openplacsp.xlsx")
    sums = [float(one.text) for one in heard.of("HAS_AMOUNT", kind="award")]
    assert round(sum(sums), 2) == round(15145 + 165292.39 + 19600 + 58380 + 33937.41, 2)
    assert len(winners(heard)) == 5


def test_every_statement_has_its_place_and_its_source(case: Case) -> None:
    take(case)
    values = list(kept(case))
    sources = {value.id for value in values if isinstance(value, Source)}
    for value in values:
        if isinstance(value, Statement):
            assert value.source in sources
            assert value.locator
