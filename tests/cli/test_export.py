"""``kg export`` as a person calls it: names of files, views, languages, one line a mistake."""

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from kg.case import Case
from kg.cli import cli
from kg.cli.export import _FORMATS
from kg.exchange import FORMATS
from tests.cases import alone, claim, entity, kg, source


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built case of what is shipped."""
    home = tmp_path_factory.mktemp("case")
    assert kg("build", case=home).returncode == 0
    return home


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built case with nothing but its own facts: quick to open and to write."""
    home = tmp_path_factory.mktemp("tiny") / "case"
    alone(
        home,
        entities=[
            entity("maker", name='A "maker", & co.'),
            entity("thing", label="Product"),
            entity("cops", label="PoliceForce"),
        ],
        sources=[source()],
        claims=[
            claim("maker MAKES thing", locator="p. 7", says="It makes the thing."),
            claim("cops USES thing", qualifiers="status=active;since=2019"),
        ],
    )
    assert kg("build", case=home).returncode == 0
    return home


def within(case: Path, *arguments: str) -> Result:
    """The command in this process: a start of Python less."""
    asked = ["export", *arguments, "--case", str(case)]
    return CliRunner().invoke(cli, asked, catch_exceptions=False)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counts(case: Path) -> dict[str, int]:
    told = json.loads(kg("info", "--json", case=case).stdout)
    return {key: told[key] for key in ("entities", "relationships", "claims", "sources")}


def test_help_names_every_format() -> None:
    told = kg("export", "--help").stdout
    assert all(f"\n  {name}" in told for name in _FORMATS)
    assert set(FORMATS) < set(_FORMATS)


@pytest.mark.parametrize(
    ("format_", "asked", "made_"),
    [
        ("gexf", "g.gexf", ["g.gexf"]),
        ("gexf", "g", ["g.gexf"]),
        ("csv", "g.csv", ["g.edges.csv", "g.nodes.csv"]),
        ("csv", "g", ["g.edges.csv", "g.nodes.csv"]),
        ("kumu", "g.json", ["g.kumu.json"]),
        ("kumu", "g.kumu.json", ["g.kumu.json"]),
        ("mermaid", "g.v1", ["g.v1.mmd"]),
        ("dot", "g.dot", ["g.dot"]),
    ],
)
def test_files_are_named_as_asked(
    tiny: Path, tmp_path: Path, format_: str, asked: str, made_: list[str]
) -> None:
    done = within(tiny, format_, "-o", str(tmp_path / asked))
    assert done.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == made_
    assert done.stdout == ""
    assert all(f"wrote {tmp_path / name}" in done.stderr for name in made_)


def test_json_and_ftm_go_to_the_screen_or_a_file(tiny: Path, tmp_path: Path) -> None:
    told = within(tiny, "json")
    data = json.loads(told.stdout)
    assert {key: len(data[key]) for key in counts(tiny)} == counts(tiny)
    file = tmp_path / "graph.json"
    assert within(tiny, "json", "-o", str(file)).stdout == ""
    assert file.read_text("utf-8") == told.stdout


def test_ftm_holds_every_entity_source_and_claim(tiny: Path) -> None:
    lines = [json.loads(line) for line in within(tiny, "ftm").stdout.splitlines()]
    assert len({line["id"] for line in lines}) == len(lines)
    wanted = counts(tiny)
    assert len(lines) >= wanted["entities"] + wanted["sources"] + wanted["claims"]
    assert all(line["schema"] and line["properties"] for line in lines)


def test_neo4j_import_writes_files_and_the_command_to_run(tiny: Path, tmp_path: Path) -> None:
    done = within(tiny, "neo4j-import", "-o", str(tmp_path / "bulk"))
    assert done.exit_code == 0
    assert "neo4j-admin database import full" in done.stdout
    files = sorted(path.name for path in (tmp_path / "bulk").iterdir())
    assert files
    wanted = counts(tiny)
    nodes = 0
    for path in (tmp_path / "bulk").glob("*.csv"):
        head, *rows = path.read_text("utf-8").splitlines()
        nodes += sum(1 for _ in rows) if ":LABEL" in head else 0
    assert nodes >= wanted["entities"] + wanted["claims"] + wanted["sources"]


def test_a_view_is_handed_on_alone(case: Path, tmp_path: Path) -> None:
    done = within(case, "gexf", "--view", "edicia", "-o", str(tmp_path / "e.gexf"))
    assert done.exit_code == 0
    found = ElementTree.parse(tmp_path / "e.gexf").getroot()
    nodes = found.findall(".//{http://gexf.net/1.3}node")
    assert 0 < len(nodes) < counts(case)["entities"]


def test_a_view_comes_in_the_language_asked_for(case: Path, tmp_path: Path) -> None:
    for lang, word in (("en", "supplies"), ("nl", "levert")):
        path = tmp_path / f"{lang}.csv"
        within(case, "csv", "--view", "edicia", "--lang", lang, "-o", str(path))
        rows = table(tmp_path / f"{lang}.edges.csv")
        assert any(word in row["Label"] for row in rows)


def test_own_facts_are_in_the_file_with_page_and_date(tiny: Path, tmp_path: Path) -> None:
    within(tiny, "csv", "-o", str(tmp_path / "own"))
    rows = table(tmp_path / "own.edges.csv")
    (makes,) = [row for row in rows if row["Source"] == "maker"]
    assert (makes["Target"], makes["Kind"]) == ("thing", "MAKES")
    assert "It makes the thing." in makes["evidence"]
    assert "p. 7" in makes["evidence"]
    (uses,) = [row for row in rows if row["Target"] == "thing" and row["Kind"] == "USES"]
    assert (uses["since"], uses["status"]) == ("2019", "active")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gefx"], "'gefx' is not one of"),
        (["gexf", "--view", "edica"], "edicia"),
        (["gexf", "--lang", "xx"], "'xx' is not one of"),
        (["gexf", "-o", "no/such/folder/x.gexf"], "cannot be written"),
        ([], "Missing argument 'FORMAT'"),
    ],
)
def test_a_mistake_gets_one_line_and_writes_nothing(
    tiny: Path, arguments: list[str], message: str
) -> None:
    before = sorted(tiny.rglob("*"))
    done = kg("export", *arguments, case=tiny)
    assert done.returncode != 0
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(tiny.rglob("*")) == before


@pytest.mark.parametrize("format_", ["ftm", "json", "neo4j-import"])
def test_a_format_of_the_whole_graph_refuses_a_view(tiny: Path, format_: str) -> None:
    done = within(tiny, format_, "--view", "edicia")
    assert done.exit_code != 0
    assert f"{format_} holds the whole graph: leave out --view" in done.stderr
    assert done.stdout == ""


def test_a_case_that_is_not_built_is_built_first(tmp_path: Path) -> None:
    home = alone(tmp_path / "fresh", entities=[entity("x-1")], sources=[source()]).root
    done = kg("export", "dot", "-o", str(tmp_path / "x.dot"), case=home)
    assert done.returncode == 0
    assert "building first" in done.stderr
    assert b'"x-1"' in (tmp_path / "x.dot").read_bytes()
    assert Case(home).root == home
