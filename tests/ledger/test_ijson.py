from pathlib import Path

import pytest

from kg.ledger.ijson import Line, is_canonical, lines, render
from kg.tables import Problem
from tests.ledger.resolver import Resolver
from tests.ledger.samples import WHEN, ledger, row, written

HERE = Path("judged.ijson")


def read(*rows: str) -> list[Line | Problem]:
    return list(lines(HERE, "".join(f"{line}\n" for line in rows)))


# Writing


def test_a_merge_is_two_that_lead_to_one_canonical_id(tmp_path: Path) -> None:
    assert render(ledger(tmp_path, "b same a")) == (
        f'["NK-b", "b", "positive", null, "tess", "{WHEN}"]\n'
        f'["NK-b", "a", "positive", null, "tess", "{WHEN}"]\n'
    )


@pytest.mark.parametrize(
    ("verdict", "judgement"),
    [("different", "negative"), ("related", "negative"), ("unsure", "unsure")],
)
def test_the_other_verdicts_are_one_line(tmp_path: Path, verdict: str, judgement: str) -> None:
    found = render(ledger(tmp_path, f"b {verdict} a"))
    assert found == f'["b", "a", "{judgement}", null, "tess", "{WHEN}"]\n'


def test_an_empty_ledger_is_an_empty_file(tmp_path: Path) -> None:
    assert render(ledger(tmp_path)) == ""
    assert render(ledger(tmp_path, "a same b", "undo")) == ""


def test_nomenklatura_comes_to_the_same_clusters(tmp_path: Path) -> None:
    said = ["a same b", "c same d", "a same c", "e same f", "a different e", "g unsure a"]
    found = Resolver.load(render(ledger(tmp_path, *said, "h same i", "undo")))
    assert {one: found.canonical(one) for one in "abcdefghi"} == {
        **dict.fromkeys("abcd", "NK-a"),
        **dict.fromkeys("ef", "NK-e"),
        **{one: one for one in "ghi"},
    }
    assert found.judgement("b", "f") == "negative"
    assert found.judgement("g", "d") == "unsure"
    assert found.judgement("h", "i") == "no_judgement"


def test_a_different_after_a_merge_holds_in_nomenklatura_too(tmp_path: Path) -> None:
    """There a negative line within a group would be ignored; so the group is written split."""
    found = Resolver.load(render(ledger(tmp_path, "a same b", "b same c", "a different c")))
    assert found.canonical("a") != found.canonical("c")
    assert found.judgement("a", "c") == "negative"


def test_a_pair_that_is_related_and_different_is_one_line(tmp_path: Path) -> None:
    found = render(ledger(tmp_path, "a related b", "b different a"))
    assert [line.split(", ")[2] for line in found.splitlines()] == ['"negative"']
    Resolver.load(found)


def test_each_line_has_who_judged_last_and_when(tmp_path: Path) -> None:
    rows = [row(1, "p", "a same b"), row(2, "q", "a same c").replace("tess", "ines")]
    found = render(written(tmp_path, *rows)).splitlines()
    assert ['"tess"' in line for line in found] == [False, True, False]
    assert ['"ines"' in line for line in found] == [True, False, True]


def test_names_in_any_writing_stay(tmp_path: Path) -> None:
    made = ledger(tmp_path)
    made.say([("a", "b", "unsure")], "x", 'Žofie "Q" 警', WHEN)
    (found,) = list(lines(HERE, render(made)))
    assert isinstance(found, Line)
    assert found.who == 'Žofie "Q" 警'


# Reading


def test_the_lines_of_a_real_file_are_read() -> None:
    assert read(
        '["Q4917", "NK-5YnVBLHr2YCkWxrJ7c", "positive", null, "opensanctions", "2021-07-23T10:54"]',
        '["ofac-10", "gb-hmt-7", "negative", null, "ann", "2022-03-01T10:11:12.345678"]',
        '["ofac-10", "gb-hmt-8", "no_judgement", 0.834, "zavod/xref", "2022-03-01"]',
        '["ofac-10", "gb-hmt-9", "unsure", null, null, null]',
        "",
        '["a", "b", "Positive"]',
    ) == [
        Line(1, "Q4917", "NK-5YnVBLHr2YCkWxrJ7c", "same", "opensanctions", "2021-07-23T10:54"),
        Line(2, "ofac-10", "gb-hmt-7", "different", "ann", "2022-03-01T10:11:12.345678"),
        Line(3, "ofac-10", "gb-hmt-8", "", "zavod/xref", "2022-03-01"),
        Line(4, "ofac-10", "gb-hmt-9", "unsure"),
        Line(6, "a", "b", "same"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("not json", "judged.ijson, row 1: is no JSON"),
        ('["a", "b", "positive"', "row 1: is no JSON"),
        ("[" * 100_000, "row 1: is no JSON"),
        ('{"target": "a", "source": "b"}', "row 1: is no list of two ids and a judgement"),
        ('["a", "b"]', "row 1: is no list of two ids"),
        ('["a", 7, "positive"]', "row 1: is no list of two ids"),
        ("[null, null, null]", "row 1: is no list of two ids"),
        ('"positive"', "row 1: is no list"),
        ('["a", "b", "maybe"]', "row 1, column judgement: 'maybe' is none of positive, negative"),
        ('["a", "b", ""]', "row 1, column judgement: '' is none of"),
        ('["a", "a", "positive"]', "row 1: judges one id against itself"),
        ('["", "a", "positive"]', "row 1: judges one id against itself, or against nothing"),
    ],
)
def test_a_line_that_cannot_be_read_is_one_problem(line: str, message: str) -> None:
    bad, good = read(line, '["a", "b", "positive"]')
    assert message in str(bad)
    assert good == Line(2, "a", "b", "same")


def test_a_mark_and_other_line_ends_are_no_problem() -> None:
    text = '\ufeff["a", "b", "positive"]\r\n["c", "d", "unsure"]\r\n'
    assert list(lines(HERE, text)) == [Line(1, "a", "b", "same"), Line(2, "c", "d", "unsure")]


def test_an_unsure_that_contradicts_a_different_is_not_written(tmp_path: Path) -> None:
    found = Resolver.load(render(ledger(tmp_path, "a different b", "a unsure b")))
    assert found.judgement("a", "b") == "negative"


def test_a_line_separator_within_a_name_ends_no_line(tmp_path: Path) -> None:
    text = '["a", "b", "unsure", null, "one\u2028two", ""]\n["c", "d", "unsure"]\n'
    assert [line.number for line in lines(HERE, text) if isinstance(line, Line)] == [1, 2]


@pytest.mark.parametrize(
    ("id_", "canonical"),
    [("Q42", True), ("NK-x", True), ("q42", False), ("Q42b", False), ("nk-x", False), ("", False)],
)
def test_which_ids_stand_for_several(id_: str, canonical: bool) -> None:
    assert is_canonical(id_) == canonical


def test_what_is_written_is_read(tmp_path: Path) -> None:
    text = render(ledger(tmp_path, "a same b", "c different d", "e related f", "g unsure h"))
    read_back = [line for line in lines(HERE, text) if isinstance(line, Line)]
    found = [(line.left, line.verdict, line.right) for line in read_back]
    assert found == [
        ("NK-a", "same", "a"),
        ("NK-a", "same", "b"),
        ("c", "different", "d"),
        ("e", "different", "f"),
        ("g", "unsure", "h"),
    ]
