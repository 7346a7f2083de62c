from dataclasses import replace

import pytest

from kg.statements import Origin, Statement, digest

SAID = Statement(
    "ta9",
    "SUPPLIES",
    "force",
    "",
    (("place", "brussels|ghent"), ("since", "2019")),
    "report",
    "p. 42",
    "stated",
    "a minister",
    "TA9 supplies.",
    Origin("claims.csv", 2),
)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", "ta-9"),
        ("predicate", "SELLS"),
        ("object", "city"),
        ("text", "x"),
        ("qualifiers", (("place", "brussels|ghent"),)),
        ("source", "press"),
        ("locator", "p. 43"),
        ("said_by", ""),
    ],
)
def test_other_words_are_another_statement(field: str, value: object) -> None:
    assert replace(SAID, **{field: value}).id != SAID.id  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"),
    [("certainty", "alleged"), ("says", "In other words."), ("origin", Origin("x.csv", 9))],
)
def test_our_grading_and_paraphrase_can_be_mended_without_a_new_id(
    field: str, value: object
) -> None:
    assert replace(SAID, **{field: value}).id == SAID.id  # type: ignore[arg-type]


def test_the_id_is_the_same_for_ever() -> None:
    assert SAID.id == "c2f26e6f5fa135347"


def test_where_a_statement_was_read_is_no_part_of_what_it_says() -> None:
    assert replace(SAID, origin=Origin()) == SAID


def test_a_qualifier_is_got_by_its_key() -> None:
    assert (SAID.get("since"), SAID.get("until")) == ("2019", "")
    assert (SAID.entities("place"), SAID.entities("with")) == (("brussels", "ghent"), ())


def test_a_hash_tells_where_one_word_ends_and_in_which_order_they_come() -> None:
    words = [("ab", "c"), ("a", "bc"), ("abc",), ("c", "ab"), ("ab", "c", "")]
    assert len({digest(*each) for each in words}) == len(words)
    assert {len(digest(*each)) for each in words} == {16}
