"""A table of answers goes into the ledger: once, row by row, whatever a spreadsheet did to it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.answers.csv import bare, inert
from kg.ledger import FILE, Ledger
from kg.review.answers import Taken, take
from kg.schema import LANGUAGES
from tests.review.samples import answers

if TYPE_CHECKING:
    from kg.session import OpenGraph

HEAD = "left,right,verdict,why\n"
GOOD = ("acme", "acme-belgium", "same", "One firm")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path / FILE)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "answers.csv"


def rows(ledger: Ledger) -> list[tuple[str, str, str, str]]:
    return [(one.left, one.right, one.verdict, one.why) for one in Ledger.open(ledger.path).entries]


def taken(graph: "OpenGraph", table: Path, ledger: Ledger, lang: str = "en") -> Taken:
    return take(table, graph.store, ledger, "Ada", lang)


def lines(found: Taken) -> list[str]:
    return [str(problem) for problem in found.problems]


# Good tables


def test_every_answer_is_an_act_of_its_own(graph: "OpenGraph", table: Path, ledger: Ledger) -> None:
    answers(table, GOOD, ("alpha", "alfa", "unsure", "No page says"))
    assert taken(graph, table, ledger) == Taken(2, 0, ())
    assert rows(ledger) == [GOOD, ("alpha", "alfa", "unsure", "No page says")]
    assert len({one.act for one in ledger.entries}) == 2
    assert {one.who for one in ledger.entries} == {"Ada"}


def test_a_second_import_changes_nothing(graph: "OpenGraph", table: Path, ledger: Ledger) -> None:
    answers(table, GOOD, ("alpha", "alfa", "unsure", ""), ("parent", "child", "different", "x"))
    taken(graph, table, ledger)
    before = ledger.path.read_bytes()
    assert taken(graph, table, Ledger.open(ledger.path)) == Taken(0, 3, ())
    assert ledger.path.read_bytes() == before


def test_the_pair_the_other_way_round_is_the_same_pair(
    graph: "OpenGraph", table: Path, ledger: Ledger
) -> None:
    answers(table, GOOD, ("acme-belgium", "acme", "same", "Again"))
    assert taken(graph, table, ledger) == Taken(1, 1, ())


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "acme,acme-belgium,same,One firm\n",
        "\ufeff" + HEAD + "acme,acme-belgium,same,One firm\r\n",
        "left;right;verdict;why\nacme;acme-belgium;same;One firm\n",
        "\ufeffleft;right;verdict;why\r\nacme;acme-belgium;same;One firm\r\n",
        "sep=;\nleft;right;verdict;why\nacme;acme-belgium;same;One firm\n",
        "left\tright\tverdict\twhy\nacme\tacme-belgium\tsame\tOne firm\n",
        "Left, Right, Verdict, Why\n acme , acme-belgium , SAME , One firm \n",
        "why,verdict,right,left\nOne firm,same,acme-belgium,acme\n",
        HEAD + '"acme","acme-belgium","same","One firm"\n\n,,,\n',
    ],
)
def test_whatever_a_spreadsheet_did_to_it_it_is_read(
    graph: "OpenGraph", table: Path, ledger: Ledger, text: str
) -> None:
    table.write_text(text, "utf-8", newline="")
    assert taken(graph, table, ledger) == Taken(1, 0, ())
    assert rows(ledger) == [GOOD]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(
    graph: "OpenGraph", table: Path, ledger: Ledger, encoding: str
) -> None:
    table.write_text(HEAD + "acme,acme-belgium,same,la même société\n", encoding)
    taken(graph, table, ledger)
    assert rows(ledger)[0][3] == "la même société"


def test_a_row_without_a_verdict_is_no_answer(
    graph: "OpenGraph", table: Path, ledger: Ledger
) -> None:
    answers(table, ("acme", "acme-belgium", "", "later"), ("nobody", "none", "", ""))
    assert taken(graph, table, ledger) == Taken(0, 0, ())
    assert not ledger.path.exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_reason_the_usual_one_stands(
    graph: "OpenGraph", table: Path, ledger: Ledger, lang: str
) -> None:
    from kg.review.words import word

    answers(table, ("acme", "acme-belgium", "related", " "))
    taken(graph, table, ledger, lang)
    assert rows(ledger)[0][3] == word("why_related", lang)


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "-5", "'-5", "@x", "'quoted'", "plain", "''=x"])
def test_what_was_made_safe_for_a_spreadsheet_comes_back_as_it_was(text: str) -> None:
    assert bare(inert(text)) == text


# Bad rows: one clear line each, the rest counts


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (
            ("acme", "acme-belgium", "sme", "x"),
            "row 2, column verdict: 'sme' is none of same, different, related, unsure "
            "(did you mean 'same'?)",
        ),
        (
            ("acme", "acme-belgium", "undo", "x"),
            "row 2, column verdict: 'undo' is none of same, different, related, unsure",
        ),
        (
            ("acme", "acme-belgum", "same", "x"),
            "row 2, column right: no entity 'acme-belgum' in the graph "
            "(did you mean 'acme-belgium'?)",
        ),
        (
            ("zzz", "acme", "same", "x"),
            "row 2, column left: no entity 'zzz' in the graph",
        ),
        (("", "acme", "same", "x"), "row 2, column left: is empty; a judgement is on two ids"),
        (("acme", "", "same", "x"), "row 2, column right: is empty; a judgement is on two ids"),
        (
            ("acme", "acme", "same", "x"),
            "row 2, column right: 'acme' cannot be judged against itself",
        ),
        (
            ("acme", "acme-belgium", "same", "x" * 2001),
            "row 2: the reason has 2001 characters; 2000 are enough",
        ),
    ],
)
def test_a_bad_row_is_one_clear_line_and_the_rest_counts(
    graph: "OpenGraph", table: Path, ledger: Ledger, row: tuple[str, str, str, str], line: str
) -> None:
    answers(table, row, ("alpha", "alfa", "same", "One"))
    found = taken(graph, table, ledger)
    assert lines(found) == [f"answers.csv, {line}"]
    assert rows(ledger) == [("alpha", "alfa", "same", "One")]


def test_two_answers_on_one_pair_do_not_both_count(
    graph: "OpenGraph", table: Path, ledger: Ledger
) -> None:
    answers(table, GOOD, ("acme-belgium", "acme", "different", "Two firms"))
    found = taken(graph, table, ledger)
    assert (found.written, len(found.problems)) == (1, 1)
    assert "are judged same by Ada" in lines(found)[0]
    assert rows(ledger) == [GOOD]


def test_what_was_decided_is_not_overruled_by_a_table(
    graph: "OpenGraph", table: Path, ledger: Ledger
) -> None:
    act = ledger.say([("acme", "acme-belgium", "different")], "Two", "Bob", "2026-01-02T03:04:05")
    answers(table, GOOD)
    for _ in range(2):
        assert lines(taken(graph, table, ledger)) == [
            "answers.csv, row 2, column verdict: acme and acme-belgium are judged different by Bob "
            f"on 2026-01-02; take that back first (kg undo {act})"
        ]
    ledger.undo(act)
    assert taken(graph, table, ledger).written == 1


def test_unsure_waits_for_a_better_word(graph: "OpenGraph", table: Path, ledger: Ledger) -> None:
    ledger.say([("acme", "acme-belgium", "unsure")], "Cannot tell", "Bob")
    answers(table, GOOD)
    assert taken(graph, table, ledger) == Taken(1, 0, ())
    assert [one.verdict for one in ledger.judgements()] == ["same"]


def test_an_answer_that_was_taken_back_is_taken_in_again(
    graph: "OpenGraph", table: Path, ledger: Ledger
) -> None:
    answers(table, GOOD)
    taken(graph, table, ledger)
    ledger.undo()
    assert taken(graph, table, ledger) == Taken(1, 0, ())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "answers.csv: is empty; its first line must be left,right,verdict,why"),
        ("left,right,why\na,b,c\n", "has no column verdict"),
        ("a,b\n1,2\n", "answers.csv"),
    ],
)
def test_a_table_of_something_else_is_named(
    graph: "OpenGraph", table: Path, ledger: Ledger, text: str, line: str
) -> None:
    table.write_text(text)
    found = taken(graph, table, ledger)
    assert found.written == 0
    assert found.problems
    assert line.split()[-1] in lines(found)[0]
    assert not ledger.path.exists()


def test_a_file_that_is_not_there_is_named(graph: "OpenGraph", table: Path, ledger: Ledger) -> None:
    assert "answers.csv" in lines(taken(graph, table, ledger))[0]


def test_a_broken_row_costs_one_row(graph: "OpenGraph", table: Path, ledger: Ledger) -> None:
    table.write_text(HEAD + 'alpha,alfa,same,"open\nacme,acme-belgium,same,One firm\n')
    found = taken(graph, table, ledger)
    assert (found.written, len(found.problems)) == (1, 1)
    assert rows(ledger) == [GOOD]


def test_hostile_cells_are_shown_quoted_and_cut(
    graph: "OpenGraph", table: Path, ledger: Ledger
) -> None:
    answers(table, ("acme", "\x1b[2J" + "x" * 500, "same", ""))
    (line,) = lines(taken(graph, table, ledger))
    assert "\x1b" not in line
    assert len(line) < 250


def test_a_table_full_of_unknown_ids_is_told_in_time(
    graph: "OpenGraph", table: Path, ledger: Ledger
) -> None:
    answers(table, *((f"acmi{n}", f"acmo{n}", "same", "") for n in range(200)))
    found = taken(graph, table, ledger)
    assert len(found.problems) == 200
    assert sum("did you mean" in line for line in lines(found)) <= 20
