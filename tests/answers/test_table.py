import re

import pytest

from kg.answers import Answer, render
from kg.answers.table import draw
from kg.answers.terminal import width
from tests.answers.samples import HOSTILE, hostile, police

TABLE = """\
Who supplies this police force?

supplier         value  systems          Sources
────────────  ────────  ───────────────  ───────
Sopra Steria  75800000  i-Police, Focus  [1][2]
TA9                                      [1]

Sources
[1] Le Vif: «i-Police in trouble» (2022-05-08), para 3, read 2026-11-25,
    https://example.org/levif, according to TA9: (inferred) TA9 belongs to
    Rayzone. / (alleged) TA9 is ready.
[2] Statewatch: «Report on policing» (2025), p. 19, l. 3-5, read 2026-11-25,
    https://example.org/a_b, says (reported): Sopra Steria won the i-Police
    contract.
"""

LIST = """\
Who supplies this police
force?

supplier: Sopra Steria
value: 75800000
systems: i-Police, Focus
Sources: [1][2]

supplier: TA9
Sources: [1]
"""


def one(**row: object) -> Answer:
    return Answer("t", tuple(row), (row,))


def test_a_table_has_the_rows_and_below_them_the_numbered_sources() -> None:
    assert draw(police(), 80) == TABLE


def test_more_columns_than_fit_become_a_list_a_row() -> None:
    assert draw(police(), 26).startswith(LIST)


def test_ids_are_hidden_where_the_name_stands_beside_them() -> None:
    assert "sopra-steria" not in draw(police())
    assert "sopra-steria" in draw(one(supplier_id="sopra-steria"))


def test_headings_and_notes_are_in_the_readers_language() -> None:
    known = police()
    german = Answer(known.title, known.columns, known.rows, known.notes, "de")
    table = draw(german)
    assert "Quellen\n[1] Le Vif" in table
    assert "gelesen am 2026-11-25" in table


def test_an_answer_without_rows_says_so() -> None:
    assert draw(Answer("Who?", ("a",), (), lang="nl")) == "Who?\n\nNiets gevonden.\n"


def test_a_claim_without_a_note_is_shown_by_its_id() -> None:
    assert draw(one(a="x", claims=["c0123"])).endswith("x  [c0123]\n")


@pytest.mark.parametrize("columns", [20, 33, 47, 80, 200])
@pytest.mark.parametrize("answer", [police(), hostile()], ids=["police", "hostile"])
def test_no_line_is_wider_than_the_terminal(answer: Answer, columns: int) -> None:
    """But for an address alone on its line, which is never cut."""
    wide = [line for line in draw(answer, columns).splitlines() if width(line) > columns]
    assert [line for line in wide if not line.strip().startswith("https://")] == []
    assert [line for line in wide if " " in line.strip()] == []


@pytest.mark.parametrize("columns", [20, 100, 1000])
def test_nothing_in_the_data_reaches_the_terminal_as_a_command(columns: int) -> None:
    table = draw(hostile(), columns)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", table)
    assert "␛[2J␛]0;owned␇" in draw(hostile(), 1000)


def test_columns_stand_below_each_other_in_every_script() -> None:
    names = ("ab", "\u8b66\u5bdf\u5e81", "\u05de\u05e9\u05d8\u05e8\u05d4", "e\u0301\U0001f600")
    rows: tuple[dict[str, object], ...] = tuple({"name": name, "mark": "|"} for name in names)
    lines = draw(Answer("t", ("name", "mark"), rows)).splitlines()[4:]
    assert {width(line[: line.index("|")]) for line in lines} == {8}


def test_numbers_stand_at_the_right_and_text_at_the_left() -> None:
    rows: tuple[dict[str, object], ...] = ({"n": 5, "t": "5"}, {"n": 1234, "t": "1234"})
    assert draw(Answer("t", ("n", "t"), rows)).splitlines()[4:] == ["   5  5", "1234  1234"]


def test_true_and_false_are_no_numbers() -> None:
    assert draw(one(is_public=True)).splitlines()[4] == "true"


def test_line_breaks_in_a_cell_are_kept() -> None:
    assert draw(one(a="x\ny", b="z")).splitlines()[4:] == ["x  z", "y"]


def test_a_narrow_column_keeps_its_width_when_a_wide_one_wraps() -> None:
    lines = draw(one(id="short", text="word " * 30), 40).splitlines()
    assert lines[4].startswith("short  word word")
    assert len(lines) > 8


def test_many_sources_of_one_row_wrap_between_them() -> None:
    claims = [f"c{at:02}" for at in range(12)]
    lines = draw(one(a="word " * 20, claims=claims), 50).splitlines()
    assert all(re.search(r"\[c\d\d\]$", line) for line in lines[4:8])


def test_every_hostile_text_is_still_readable() -> None:
    table = render(hostile(), "table", width=4000)
    assert isinstance(table, str)
    for text in (HOSTILE[0], HOSTILE[1], HOSTILE[10], HOSTILE[14], HOSTILE[18], HOSTILE[21]):
        assert text in table


def test_a_heading_is_never_cut_inside_a_word() -> None:
    row: dict[str, object] = {f"certainty of {n}": "a word " * 9 for n in range(6)}
    drawn = draw(Answer("", tuple(row), (row,)), 60)
    assert drawn.startswith("certainty of 0: a word")
    assert "certainty of 5:" in drawn


def test_an_address_in_a_note_is_not_cut() -> None:
    assert "https://example.org/levif" in draw(police(), 22)
