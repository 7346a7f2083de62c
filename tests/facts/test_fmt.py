import csv
from pathlib import Path

import pytest

from kg.errors import DataError
from kg.facts import CLAIM_COLUMNS
from kg.facts.fmt import fmt
from tests.facts.tables import CLAIM, ENTITY, JUDGEMENT, SOURCE, saved


def column(path: Path, name: str) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def claims(folder: Path, *changes: dict[str, str]) -> Path:
    return saved(folder, "claims.csv", *(CLAIM | change for change in changes))


def test_a_folder_without_tables_stays_as_it_is(tmp_path: Path) -> None:
    assert fmt(tmp_path) == []


def test_every_table_of_a_folder_is_put_in_order(tmp_path: Path) -> None:
    paths = [
        saved(tmp_path, "entities.csv", ENTITY | {"id": "b"}, ENTITY | {"id": "a"}),
        saved(tmp_path, "sources.csv", SOURCE | {"source_id": "b"}, SOURCE | {"source_id": "a"}),
        claims(tmp_path, {"source": "b"}, {"source": "a"}),
        saved(tmp_path, "same_or_not.csv", JUDGEMENT | {"left": "b"}, JUDGEMENT | {"left": "a"}),
    ]
    assert fmt(tmp_path) == paths
    firsts = ["id", "source_id", "source", "left"]
    assert [column(*pair) for pair in zip(paths, firsts, strict=True)] == [["a", "b"]] * 4


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    path = claims(tmp_path, {"qualifiers": "note=x; since=2019"}, {"source": "a"})
    fmt(tmp_path)
    once = path.read_bytes()
    assert fmt(tmp_path) == []
    assert path.read_bytes() == once


def test_claims_stand_in_the_order_of_the_source(tmp_path: Path) -> None:
    places = ["p. 10, l. 200", "p. 9, l. 150-160", "p. 9, l. 15", "heading", "p. 9, l. 150"]
    path = claims(tmp_path, *({"locator": place} for place in places))
    fmt(tmp_path)
    assert column(path, "locator") == [
        "heading",
        "p. 9, l. 15",
        "p. 9, l. 150",
        "p. 9, l. 150-160",
        "p. 10, l. 200",
    ]


def test_claims_of_one_place_are_sorted_by_their_words(tmp_path: Path) -> None:
    path = claims(
        tmp_path, {"subject": "b"}, {"subject": "a", "predicate": "USES"}, {"subject": "a"}
    )
    fmt(tmp_path)
    assert column(path, "subject") == ["a", "a", "b"]
    assert column(path, "predicate") == ["SUPPLIES", "USES", "SUPPLIES"]


def test_ids_with_numbers_are_sorted_as_people_count(tmp_path: Path) -> None:
    path = saved(tmp_path, "entities.csv", *(ENTITY | {"id": f"zone-{n}"} for n in (10, 9, 100)))
    fmt(tmp_path)
    assert column(path, "id") == ["zone-9", "zone-10", "zone-100"]


def test_qualifiers_are_in_the_order_of_the_schema(tmp_path: Path) -> None:
    path = claims(tmp_path, {"qualifiers": "note=x ; own=y;  until=2020;since=2019; place=be"})
    fmt(tmp_path)
    assert column(path, "qualifiers") == ["place=be;since=2019;until=2020;note=x;own=y"]


def test_languages_are_in_one_order(tmp_path: Path) -> None:
    path = saved(tmp_path, "entities.csv", ENTITY | {"names": "it=c|es=b|ca=d | en=a|nl=e"})
    fmt(tmp_path)
    assert column(path, "names") == ["en=a|nl=e|es=b|ca=d|it=c"]


def test_a_cell_that_cannot_be_sorted_stays_as_it_is(tmp_path: Path) -> None:
    path = claims(tmp_path, {"qualifiers": "since=2019;sold; then stopped"})
    fmt(tmp_path)
    assert column(path, "qualifiers") == ["since=2019;sold; then stopped"]


def test_order_in_a_list_is_the_person_s(tmp_path: Path) -> None:
    path = saved(tmp_path, "entities.csv", ENTITY | {"aliases": "z|a", "country": "NL|BE"})
    fmt(tmp_path)
    assert (column(path, "aliases"), column(path, "country")) == (["z|a"], ["NL|BE"])


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: "\ufeff".encode() + text.replace("\n", "\r\n").encode(),
        lambda text: text.replace(",", ";").encode("cp1252"),
        lambda text: text.replace(",", "\t").encode("utf-16"),
        lambda text: b"sep=;\r\n" + text.replace(",", ";").encode(),
        lambda text: text.replace("2019-03-31", "'2019-03-31").encode(),
        lambda text: text.replace("\n", ",,,\n").encode(),
        lambda text: text.replace("\n", "\n\n").encode(),
    ],
    ids=["bom-crlf", "cp1252", "utf-16", "sep", "quoted-date", "blank-cells", "blank-lines"],
)
def test_what_a_spreadsheet_did_is_undone(tmp_path: Path, encoded: object) -> None:
    row = SOURCE | {"published": "2019-03-31", "title": "Zürich"}
    path = saved(tmp_path, "sources.csv", row)
    plain = path.read_bytes()
    assert callable(encoded)
    path.write_bytes(encoded(plain.decode()))
    assert fmt(tmp_path) == [path]
    assert path.read_bytes() == plain


def test_a_column_that_somebody_added_goes_to_the_end_and_is_kept(tmp_path: Path) -> None:
    path = claims(tmp_path, {})
    text = (
        path.read_text().replace("subject,", "comment,subject,todo,").replace("ta9,", "x,ta9,y,", 1)
    )
    path.write_text(text)
    fmt(tmp_path)
    assert path.read_text().startswith(",".join([*CLAIM_COLUMNS, "comment", "todo"]) + "\n")
    assert (column(path, "comment"), column(path, "todo")) == (["x"], ["y"])
    assert fmt(tmp_path) == []


def test_rows_that_are_alike_are_all_kept(tmp_path: Path) -> None:
    path = claims(tmp_path, {}, {}, {"predicate": "USSES"}, {"certainty": ""})
    fmt(tmp_path)
    assert sorted(column(path, "predicate")) == ["SUPPLIES"] * 3 + ["USSES"]


@pytest.mark.parametrize(
    ("bad", "line"),
    [
        ('a,b,"c,d\n', "row 3, column judgement: opens a quote and does not close it"),
        ("a,b,c\n", "row 3: has 3 cells where the header has 4"),
        ("a,b,c,d\0\n", "row 3, column reason: holds a NUL"),
        (f"a,b,c,{'d' * 20_000}\n", "row 3, column reason: holds 20000 characters"),
        ("a,b,c\nd,e,f\n", "and 1 more"),
    ],
)
def test_a_row_that_would_be_lost_stops_everything(tmp_path: Path, bad: str, line: str) -> None:
    entities = saved(tmp_path, "entities.csv", ENTITY | {"id": "b"}, ENTITY | {"id": "a"})
    path = saved(tmp_path, "same_or_not.csv", JUDGEMENT)
    path.write_text(path.read_text() + bad)
    before = [path.read_bytes(), entities.read_bytes()]
    with pytest.raises(DataError, match="nothing was changed, mend it first") as caught:
        fmt(tmp_path)
    assert line in str(caught.value)
    assert [path.read_bytes(), entities.read_bytes()] == before


def test_a_table_without_a_column_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "entities.csv"
    path.write_text("id,label\nta9,Company\n")
    with pytest.raises(DataError, match=r"entities\.csv, row 1: the header has no column name"):
        fmt(tmp_path)
    assert path.read_text() == "id,label\nta9,Company\n"


def test_an_empty_row_is_no_loss(tmp_path: Path) -> None:
    path = claims(tmp_path, {"qualifiers": ""})
    plain = path.read_bytes()
    path.write_bytes(plain + b",,,,,,,,,\n\n")
    assert fmt(tmp_path) == [path]
    assert path.read_bytes() == plain


def test_claims_in_several_files_stay_in_them(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    claims(tmp_path, {"source": "b"}, {"source": "a"}).rename(tmp_path / "claims" / "x.csv")
    assert fmt(tmp_path) == [tmp_path / "claims" / "x.csv"]
    assert column(tmp_path / "claims" / "x.csv", "source") == ["a", "b"]


def test_noted_conflicts_keep_the_order_of_their_rows(tmp_path: Path) -> None:
    path = tmp_path / "conflicts.csv"
    columns = "id,kind,title,about,subject,predicate,object,where,source,note"
    path.write_text(f"\ufeff{columns}\r\nz,conflict,T,value,b,,,,,N\r\nz,,,,a,,,,,\r\n")
    assert fmt(tmp_path) == [path]
    assert column(path, "subject") == ["b", "a"]


def test_hostile_text_comes_through_unchanged(tmp_path: Path) -> None:
    hostile = '\'; MATCH (n) DETACH DELETE n // =HYPERLINK("x") \u202eabc\u202c 👮'
    path = saved(tmp_path, "same_or_not.csv", JUDGEMENT | {"reason": hostile})
    fmt(tmp_path)
    assert column(path, "reason") == [hostile]
