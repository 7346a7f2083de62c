import pandas as pd
import pytest

from kg.answers import Answer, Note
from tests.answers.samples import ROWS, police

NOTE = Note(
    number=3,
    said_by="",
    title="title",
    publisher="Le Vif",
    locator="para 3",
    published="2022-05-08",
    read="2026-11-25",
    url="https://example.org/x",
    certainty="stated",
    source="levif",
    claims=("c1",),
    says=("TA9 is a partner.",),
)


def changed(**fields: object) -> Note:
    known = {name: getattr(NOTE, name) for name in Note.__slots__}
    return Note(**(known | fields))


def test_a_note_prints_who_published_what_where_and_when_it_was_read() -> None:
    assert NOTE.text() == (
        "[3] Le Vif: «title» (2022-05-08), para 3, read 2026-11-25, https://example.org/x, "
        "says: TA9 is a partner."
    )


@pytest.mark.parametrize(
    ("lang", "where"),
    [
        ("en", "para 3, read 2026-11-25"),
        ("nl", "alinea 3, gelezen op 2026-11-25"),
        ("fr", "paragr. 3, lu le 2026-11-25"),
        ("de", "Absatz 3, gelesen am 2026-11-25"),
        ("es", "párr. 3, leído el 2026-11-25"),
    ],
)
def test_a_note_speaks_the_readers_language(lang: str, where: str) -> None:
    assert f"(2022-05-08), {where}, https" in NOTE.text(lang)


def test_a_claim_that_is_not_the_sources_own_names_who_makes_it() -> None:
    note = changed(said_by="TA9", certainty="alleged")
    assert note.assertion("en") == "according to TA9 (alleged): TA9 is a partner."
    assert note.assertion("nl") == "volgens TA9 (beweerd): TA9 is a partner."


def test_claims_of_one_passage_keep_their_own_certainty() -> None:
    note = changed(certainty="stated|inferred", says=("A.", "B."), claims=("c1", "c2"))
    assert note.assertion("en") == "says: A. / (inferred) B."


def test_claims_of_one_passage_share_one_certainty() -> None:
    note = changed(certainty="disputed", says=("A.", "B.", "A."), claims=("c1", "c2", "c3"))
    assert note.assertion("en") == "says (disputed): A. / B."


def test_a_certainty_that_no_language_knows_is_printed_as_it_is() -> None:
    assert changed(certainty="rumoured").assertion("fr") == "dit (rumoured): TA9 is a partner."


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"says": ()}, "[3] Le Vif: «title» (2022-05-08), para 3, read 2026-11-25, https://x"),
        (
            {"says": (), "said_by": "TA9", "url": "", "read": ""},
            "[3] Le Vif: «title» (2022-05-08), para 3, according to TA9",
        ),
        ({"says": (), "certainty": "alleged", "url": "", "read": "", "locator": ""}, "), alleged"),
        ({"publisher": "", "says": (), "locator": "", "read": ""}, "«title» (2022-05-08), https"),
        ({"title": "", "says": (), "published": "", "read": ""}, "[3] Le Vif, para 3, https://x"),
        ({"title": "", "publisher": "", "published": ""}, "[3] levif, para 3, read 2026-11-25"),
    ],
)
def test_what_is_unknown_leaves_no_gap_in_a_note(fields: dict[str, object], text: str) -> None:
    url = {"url": "https://x"} | fields
    printed = changed(**url).text()
    assert text in printed
    assert ", ," not in printed
    assert not printed.endswith((",", " ", ":"))


def test_a_note_is_one_printable_line_whatever_the_source_wrote() -> None:
    text = changed(title="a\nb\x1b[2J", says=("c\r\nd",)).text()
    assert "«a b␛[2J»" in text
    assert text.endswith("says: c d")


def test_braces_in_a_name_are_not_taken_for_a_template() -> None:
    note = changed(said_by="{who} {0}", read="{date}", locator="{n}")
    assert "according to {who} {0}" in note.text()
    assert "{n}, read {date}" in note.text()


def test_a_data_frame_has_the_columns_and_claims_as_lists() -> None:
    frame = police().to_pandas()
    assert list(frame.columns) == ["supplier", "supplier_id", "value", "systems", "claims"]
    assert frame["claims"].tolist() == [["c2", "c1"], ["c3"]]
    assert frame["supplier"].tolist() == [row["supplier"] for row in ROWS]
    assert frame["value"].dtype == "float64"


def test_whole_numbers_with_a_gap_stay_whole_in_a_data_frame() -> None:
    frame = Answer("t", ("n", "b"), ({"n": 2, "b": True}, {"n": None, "b": False})).to_pandas()
    assert frame["n"].dtype == "Int64"
    assert frame["n"][0] == 2
    assert frame["n"][1] is pd.NA
    assert frame["b"].dtype == "bool"


def test_a_number_beyond_64_bits_survives_in_a_data_frame() -> None:
    assert Answer("t", ("n",), ({"n": 2**70},)).to_pandas()["n"].tolist() == [2**70]


def test_an_answer_without_rows_is_an_empty_data_frame_with_its_columns() -> None:
    frame = Answer("t", ("a", "claims"), ()).to_pandas()
    assert list(frame.columns) == ["a", "claims"]
    assert len(frame) == 0


def test_without_words_or_asserter_a_note_ends_in_how_sure_it_is() -> None:
    assert changed(said_by="", says=(), certainty="reported").assertion("en") == "reported"
    assert changed(said_by="", says=(), certainty="stated").assertion("en") == ""
