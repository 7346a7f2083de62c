"""The register of a case: which files it has, with what options, and by which name."""

import gzip
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from kg.case import Case, new
from kg.errors import DataError
from kg.ingesting import Report, ingest, kept
from kg.inputs import inputs
from kg.statements import Source, Statement
from kg.tables import Problem
from kg.taken import (
    NAME,
    Taken,
    called,
    in_words,
    located,
    parsed,
    portable,
    register,
    registered,
    save,
)

TABLE = "firm;client;since\nAcme;Europol;2020\n"
MAPPING = """
deals:
  x: {title: Deals, publisher: Somebody}
  queries:
    - x:
        say:
          - {subject: firm, predicate: SUPPLIES, object: client}
      entities:
        firm: {schema: Company, key: firm, properties: {name: {column: firm}}}
        client: {schema: PublicBody, key: client, properties: {name: {column: client}}}
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = new(tmp_path / "case")
    (made.root / "deals.yml").write_text(MAPPING, "utf-8")
    return made


def table(case: Case, name: str, text: str = TABLE) -> str:
    """A table of deals, somewhere in the case."""
    path = case.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return str(path)


def take(case: Case, *files: str, **options: str) -> list[Report]:
    found = list(ingest(case, files, "mapping", {"mapping": f"{case.root}/deals.yml", **options}))
    assert not [one for one in found if isinstance(one, Problem) or one.problems], found
    return [one for one in found if isinstance(one, Report)]


def sources(case: Case) -> list[str]:
    return sorted({value.id for value in kept(case) if isinstance(value, Source)})


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"delimiter": ";"},
        {"a": ";;", "b": "x;y"},
        {"a": "x;", "b": ";y"},
        {"a": "k=v;w=u", "b": ""},
        {"date_format": "%d/%m/%Y", "note": "a, b; c"},
        {"a": ";" * 5},
    ],
)
def test_options_come_back_as_they_were_given(options: dict[str, str]) -> None:
    assert parsed(in_words(options)) == options


def test_options_written_before_semicolons_could_stand_in_them_are_read() -> None:
    assert parsed("encoding=cp1252;mapping=my.yml") == {"encoding": "cp1252", "mapping": "my.yml"}


def test_options_have_one_order() -> None:
    assert in_words({"b": "2", "a": "1"}) == in_words({"a": "1", "b": "2"}) == "a=1;b=2"


def test_a_semicolon_in_an_option_outlives_the_spool(case: Case) -> None:
    """What was deleted from the derived folder is made anew with the same options."""
    take(case, table(case, "deals.csv"), delimiter=";")
    before = list(kept(case))
    shutil.rmtree(case.derived)
    assert list(kept(case)) == before
    assert [value.subject for value in before if isinstance(value, Statement)]


def test_the_register_comes_back_as_it_was_saved(case: Case) -> None:
    lines = [
        Taken("b.csv", "mapping", "00", "delimiter=;;", 1, 2),
        Taken("a, with comma.csv", "mapping", "11", "", 0, 0),
        Taken('quoted "name".csv', "ocds", "22", "a=b", 3, 4),
    ]
    save(case, lines)
    assert register(case) == sorted(lines, key=lambda line: line.file)


def test_a_case_without_files_has_an_empty_register(case: Case) -> None:
    assert register(case) == []


def test_a_register_with_a_column_missing_is_one_line(case: Case) -> None:
    (case.root / "ingested.csv").write_text("file,format\na,b\n", "utf-8")
    with pytest.raises(DataError, match=r"ingested\.csv"):
        register(case)


def test_a_file_in_the_case_is_registered_by_its_way_from_there(case: Case, tmp_path: Path) -> None:
    assert registered(case, case.root / "files" / "a.csv") == "files/a.csv"
    assert registered(case, case.root / "files" / ".." / "a.csv") == "a.csv"
    assert registered(case, tmp_path / "a.csv") == (tmp_path / "a.csv").as_posix()


def test_a_case_that_was_moved_is_read_again_with_its_mapping(case: Case, tmp_path: Path) -> None:
    take(case, table(case, "deals.csv"))
    before = list(kept(case))
    (line,) = register(case)
    assert line.options == "mapping=deals.yml"
    moved = Case(case.root.rename(tmp_path / "elsewhere"))
    shutil.rmtree(moved.derived)
    assert list(kept(moved)) == before
    assert register(moved) == [line]


def test_what_was_registered_with_a_whole_path_is_made_anew_too(case: Case) -> None:
    """As cases have it that were made before mappings were named from the case."""
    take(case, table(case, "deals.csv"))
    before = list(kept(case))
    (line,) = register(case)
    save(case, [replace(line, options=f"mapping={case.root}/deals.yml")])
    shutil.rmtree(case.derived)
    assert list(kept(case)) == before
    assert register(case) == [line]


def test_a_file_that_changed_since_is_made_anew_as_it_is(case: Case) -> None:
    take(case, table(case, "deals.csv"))
    table(case, "deals.csv", TABLE + "Beta;Europol;2021\n")
    shutil.rmtree(case.derived)
    assert len([value for value in kept(case) if isinstance(value, Statement)]) == 2


def test_the_mapping_of_a_case_counts_and_not_one_of_its_name_where_the_person_is(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(case, table(case, "deals.csv"))
    before = list(kept(case))
    (tmp_path / "deals.yml").write_text(MAPPING.replace("SUPPLIES", "OWNS"), "utf-8")
    monkeypatch.chdir(tmp_path)
    shutil.rmtree(case.derived)
    assert list(kept(case)) == before


@pytest.mark.parametrize("written", ["deals.yml", "./deals.yml", "../case/deals.yml"])
def test_a_mapping_is_the_same_however_its_path_is_written(
    case: Case, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    file = table(case, "deals.csv")
    take(case, file)
    monkeypatch.chdir(case.root)
    (again,) = ingest(case, [file], "mapping", {"mapping": written})
    assert isinstance(again, Report)
    assert not again.is_new


def test_a_mapping_that_lies_elsewhere_keeps_its_whole_path(case: Case, tmp_path: Path) -> None:
    other = tmp_path / "my.yml"
    other.write_text(MAPPING, "utf-8")
    kept_as = portable(case, {"mapping": str(other), "delimiter": ";"})
    assert kept_as == {"mapping": other.resolve().as_posix(), "delimiter": ";"}
    assert located(case, kept_as) == kept_as


def test_a_mapping_by_its_name_alone_stays_a_name(case: Case) -> None:
    assert portable(case, {"preset": "atlas"}) == located(case, {"preset": "atlas"})
    assert portable(case, {"preset": "atlas"}) == {"preset": "atlas"}


def test_two_files_of_one_name_are_two_sources(case: Case) -> None:
    take(case, table(case, "2023/deals.csv"), table(case, "2024/deals.csv"))
    assert sources(case) == ["file-deals-2024-deals-csv", "file-deals-csv"]
    claims = [value for value in kept(case) if isinstance(value, Statement)]
    assert len({claim.id for claim in claims}) == len(claims) == 2


def test_the_same_in_two_runs_as_in_one(case: Case, tmp_path: Path) -> None:
    take(case, table(case, "2023/deals.csv"))
    take(case, table(case, "2024/deals.csv"))
    assert sources(case) == ["file-deals-2024-deals-csv", "file-deals-csv"]


def test_a_file_keeps_its_name_when_it_is_read_again(case: Case) -> None:
    both = table(case, "2023/deals.csv"), table(case, "2024/deals.csv")
    take(case, *both)
    lines = register(case)
    assert [report.is_new for report in take(case, *both)] == [False, False]
    assert register(case) == lines


def test_a_changed_file_keeps_its_name_too(case: Case) -> None:
    take(case, table(case, "2023/deals.csv"), table(case, "2024/deals.csv"))
    take(case, table(case, "2024/deals.csv", TABLE + "Beta;Europol;2021\n"))
    assert sources(case) == ["file-deals-2024-deals-csv", "file-deals-csv"]
    assert len([value for value in kept(case) if isinstance(value, Statement)]) == 3


def test_three_of_one_name_go_as_far_up_as_needed(case: Case) -> None:
    names = ("a/x/deals.csv", "b/x/deals.csv", "c/x/deals.csv")
    take(case, *(table(case, name) for name in names))
    assert [parsed(line.options).get(NAME, "") for line in register(case)] == [
        "",
        "x/deals.csv",
        "c/x/deals.csv",
    ]
    assert len(sources(case)) == 3


def test_files_of_a_folder_keep_the_way_to_them_in_every_run(case: Case) -> None:
    """A spool that is made anew names its file as the folder did."""
    table(case, "all/2023/deals.csv")
    table(case, "all/2024/deals.csv")
    take(case, str(case.root / "all"))
    before = sources(case)
    shutil.rmtree(case.derived)
    assert sources(case) == before
    assert before == ["file-deals-all-2023-deals-csv", "file-deals-all-2024-deals-csv"]


def test_a_file_beside_the_tables_of_the_case_goes_by_the_name_of_the_case(case: Case) -> None:
    take(case, table(case, "2023/deals.csv"), table(case, "deals.csv"))
    assert sources(case) == ["file-deals-case-deals-csv", "file-deals-csv"]


def test_a_packed_file_of_the_same_name_is_another_source(case: Case) -> None:
    take(case, table(case, "deals.csv"))
    packed = case.root / "old" / "deals.csv.gz"
    packed.parent.mkdir()
    packed.write_bytes(gzip.compress(TABLE.encode()))
    take(case, str(packed))
    assert len(sources(case)) == 2


def test_files_in_archives_of_one_name_stay_apart(case: Case) -> None:
    for year in ("2023", "2024"):
        (case.root / year).mkdir()
        with zipfile.ZipFile(case.root / year / "all.zip", "w") as archive:
            archive.writestr("deals.csv", TABLE)
    take(case, *(str(case.root / year / "all.zip") for year in ("2023", "2024")))
    assert sources(case) == ["file-deals-2024-all-zip-deals-csv", "file-deals-all-zip-deals-csv"]


def test_a_name_that_a_person_gives_is_the_name(case: Case) -> None:
    take(case, table(case, "export (3).csv"), name="deals-of-2024.csv")
    assert sources(case) == ["file-deals-of-2024-csv"]


def test_an_input_without_another_name_stays_as_it_is(case: Case) -> None:
    (part,) = inputs([table(case, "deals.csv")])
    assert called(part, "") is part
    assert called(part, "mine.csv").name == "mine.csv"
    assert called(part, "mine.csv").path == part.path
