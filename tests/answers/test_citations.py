import pytest

from kg.answers import Note, notes
from kg.answers.answer import Row
from kg.answers.citations import claim_ids, marks, numbering
from tests.answers.samples import CITED, ROWS


def found(*rows: list[str]) -> tuple[Note, ...]:
    return notes([{"claims": claims} for claims in rows], CITED)


def test_notes_are_numbered_in_the_order_in_which_rows_name_them() -> None:
    assert [(note.number, note.source) for note in found(["c2"], ["c1", "c2"])] == [
        (1, "levif"),
        (2, "report"),
    ]


def test_claims_of_the_same_passage_and_speaker_share_a_number() -> None:
    (note,) = found(["c2"], ["c3"])
    assert note.claims == ("c2", "c3")
    assert note.says == ("TA9 belongs to Rayzone.", "TA9 is ready.")
    assert note.certainty == "inferred|alleged"


@pytest.mark.parametrize("key", ["source", "locator", "said_by"])
def test_another_source_place_or_speaker_is_another_note(key: str) -> None:
    cited = {"c2": CITED["c2"], "c4": {**CITED["c2"], key: "another"}}
    assert [note.number for note in notes([{"claims": ["c4", "c2"]}], cited)] == [1, 2]


def test_a_certainty_that_all_claims_share_is_written_once() -> None:
    cited = {"c2": CITED["c2"], "c4": {**CITED["c2"], "says": "More."}}
    (note,) = notes([{"claims": ["c2", "c4"]}], cited)
    assert note.certainty == "inferred"


def test_a_note_carries_everything_that_is_known_of_the_source() -> None:
    (note,) = found(["c2"])
    assert note == Note(
        number=1,
        said_by="TA9",
        title="i-Police in trouble",
        publisher="Le Vif",
        locator="para 3",
        published="2022-05-08",
        read="2026-11-25",
        url="https://example.org/levif",
        certainty="inferred",
        source="levif",
        claims=("c2",),
        says=("TA9 belongs to Rayzone.",),
    )


def test_a_speaker_without_a_name_is_printed_by_what_the_claim_says() -> None:
    cited = {"c": {"said_by": "not named", "said_by_name": None, "source": "s"}}
    (note,) = notes([{"claims": ["c"]}], cited)
    assert note.said_by == "not named"
    assert note.title == ""


def test_a_claim_that_nothing_is_known_of_gets_no_note_and_shows_its_id() -> None:
    numbers = numbering(found(["c1", "gone"]))
    assert numbers == {"c1": 1}
    assert marks({"claims": ["gone", "c1"]}, numbers) == (1, "gone")


def test_marks_are_ascending_and_each_stands_once() -> None:
    numbers = numbering(notes(ROWS, CITED))
    assert numbers == {"c2": 1, "c3": 1, "c1": 2}
    assert marks({"claims": ["c1", "c3", "c2", "c1"]}, numbers) == (1, 2)


@pytest.mark.parametrize(
    ("row", "ids"),
    [
        ({}, ()),
        ({"claims": None}, ()),
        ({"claims": 7}, ()),
        ({"claims": []}, ()),
        ({"claims": "c1"}, ("c1",)),
        ({"claims": ["c2", "c1", "c2"]}, ("c2", "c1")),
    ],
)
def test_claims_are_read_from_whatever_a_query_returns(row: Row, ids: tuple[str, ...]) -> None:
    assert claim_ids(row) == ids


def test_rows_without_claims_have_no_notes() -> None:
    assert notes([{"supplier": "TA9"}], CITED) == ()
