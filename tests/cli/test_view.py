import json
from pathlib import Path

import pytest

from kg.case import Case
from kg.views.spec import load
from tests.cases import ROOT, claim, entity, kg, made, source

NAMES = list(load(Case(ROOT))[0])


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with a seller of its own, built."""
    home = tmp_path_factory.mktemp("case")
    made(
        home,
        entities=[
            entity("maker"),
            entity("thing", label="Product"),
            entity("cops", label="PoliceForce"),
        ],
        sources=[source()],
        claims=[claim("maker MAKES thing"), claim("cops USES thing", qualifiers="status=active")],
    )
    assert kg("build", case=home).returncode == 0
    return home


def test_without_a_name_it_lists_the_views() -> None:
    done = kg("view", "--lang", "nl")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert [row.split(" ")[0] for row in lines] == NAMES
    assert lines[NAMES.index("conflicts")].endswith("blijven beide kanten staan")


def test_the_list_comes_as_json_too() -> None:
    listed = json.loads(kg("view", "--json").stdout)
    assert [view["name"] for view in listed] == NAMES
    assert all(view["title"] for view in listed)


def test_it_prints_the_lines_of_a_view_with_their_sources(case: Path) -> None:
    done = kg("view", "palantir", "--param", "vendor=maker", case=case)
    assert done.returncode == 0
    assert "maker makes thing [" in done.stdout
    assert "cops uses thing (active) [" in done.stdout
    assert done.stdout.startswith("From seller to police (vendor maker)\n")


def test_it_writes_the_picture_as_json(case: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    done = kg("view", "palantir", "--param", "vendor=maker", "-o", str(target), case=case)
    assert done.stderr.strip() == f"wrote {target}"
    data = json.loads(target.read_text("utf-8"))
    assert {mark["id"] for mark in data["marks"]} == {"maker", "thing", "cops"}
    assert data["params"] == {"vendor": "maker"}


def test_it_draws_as_of_a_day(case: Path) -> None:
    done = kg("view", "belgium", "--as-of", "2015", "--json", "--lang", "fr", case=case)
    data = json.loads(done.stdout)
    assert (data["as_of"], data["lang"]) == ("2015", "fr")
    assert not [x for x in data["lines"] if x.get("since_lo", "") > "2015-12-31"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["belgum"], "no view 'belgum' (did you mean 'belgium'?)"),
        (["belgium", "--as-of", "soon"], "'soon' is no date; write 2019-03-31, 2019-03 or 2019"),
        (["belgium", "--param", "land=BE"], "chains-in-country has no parameter 'land'"),
        (["belgium", "-o", "out.tiff"], "a view is not written as '.tiff'"),
        (["belgium", "-o", "out"], "a view is not written as 'a file without an ending'"),
    ],
)
def test_a_mistake_is_one_line(case: Path, arguments: list[str], message: str) -> None:
    done = kg("view", *arguments, case=case)
    assert done.returncode == 1
    assert message in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_a_parameter_without_a_value_is_explained() -> None:
    done = kg("view", "belgium", "--param", "country")
    assert done.returncode == 2
    assert "write --param name=value" in done.stderr


def test_a_broken_view_of_the_case_is_told_and_the_others_listed(tmp_path: Path) -> None:
    folder = tmp_path / "visualizations"
    folder.mkdir()
    (folder / "mine.toml").write_text("layout = 1", "utf-8")
    done = kg("view", case=tmp_path)
    assert done.stderr.strip() == "visualizations/mine.toml, query: missing; write one in quotes"
    assert len(done.stdout.splitlines()) == len(NAMES)


def test_all_views_come_into_a_folder_with_a_page_that_leads_to_them(
    case: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "on" / "the-web"
    done = kg("view", "--all", "-o", str(folder), "--lang", "nl", case=case)
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == f"wrote {folder / 'index.html'}"
    written = {path.name for path in folder.iterdir()}
    assert {"index.html", "belgium.html", "palantir.html"} <= written
    index = (folder / "index.html").read_text("utf-8")
    assert '<html lang="nl">' in index
    assert "Wat de bronnen zeggen, in beeld" in index


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--all"], 2, "--all: name a folder, kg view --all -o gallery"),
        (["belgium", "--all", "-o", "x"], 2, "--all: every view as it is, without a name"),
        (["--all", "--param", "a=b", "-o", "x"], 2, "--all: every view as it is"),
        (["--all", "-o", __file__], 1, "no folder can be made there"),
        (["--all", "-o", f"{__file__}/below"], 1, "no folder can be made there"),
    ],
)
def test_a_folder_that_cannot_be_is_told(
    case: Path, arguments: list[str], code: int, message: str
) -> None:
    done = kg("view", *arguments, case=case)
    assert done.returncode == code
    assert message in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
