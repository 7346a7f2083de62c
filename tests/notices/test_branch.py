"""The fields of a record are read in whatever way they are written, and none is lost unseen."""

from decimal import Decimal

import pytest

from kg.notices.branch import Branch, collapsed, plain
from kg.notices.json_numbers import digits


def branch(**fields: object) -> Branch:
    return Branch(dict(fields))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("  a \n b\t", "a b"),
        (12, "12"),
        (True, "true"),
        (None, ""),
        ("N/A", ""),
        ("null", ""),
        (Decimal("3.8024392300089E+13"), "38024392300089"),
        (Decimal("12.0"), "12"),
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+400"), "1E+400"),
        ("a\x00b\ud800c\x9f", "abc"),
        ("Sûreté de l’État", "Sûreté de l’État"),  # noqa: RUF001
    ],
)
def test_a_value_is_a_text_in_one_line(value: object, expected: str) -> None:
    assert plain(value) == expected


def test_of_several_fields_the_first_that_is_filled_in_counts() -> None:
    own = branch(schema="CPV", scheme="", other="x")
    assert own.text("scheme", "schema") == "CPV"
    assert own.unread() == {"other": 1}


def test_a_list_of_one_is_the_one() -> None:
    assert branch(a=["x"]).text("a") == "x"


def test_an_object_where_a_text_should_be_stays_unread() -> None:
    own = branch(a={"b": "x"})
    assert own.text("a") == ""
    assert own.unread() == {"a.b": 1}


@pytest.mark.parametrize(
    "value",
    [
        {"id": 1},
        [{"id": 1}],
        [[{"id": 1}]],
        [[[[{"id": 1}]]]],
        {"t": {"id": 1}},
        [{"t": [{"id": 1}]}],
    ],
)
def test_objects_are_found_however_they_are_wrapped(value: object) -> None:
    (found,) = branch(ts=value).branches("ts", "t")
    assert found.text("id") == "1"


def test_the_path_says_where_an_object_really_stands() -> None:
    found = branch(ts=[[{"id": 1}, {"id": 2}], {"id": 3}]).branches("ts")
    assert [one.path for one in found] == ["ts[0][0]", "ts[0][1]", "ts[1]"]
    (inner,) = found[2].branches("id") or [found[2]]
    assert inner.at("name") == "ts[1].name"


def test_what_is_no_object_stays_to_be_read_otherwise() -> None:
    own = branch(ts=["38024392300089", {"id": 1}])
    assert len(own.branches("ts")) == 1
    assert own.texts("ts") == ("38024392300089",)


def test_texts_are_each_told_once_and_without_fillers() -> None:
    assert branch(a=["x", None, "n/a", "x", ["y"]]).texts("a") == ("x", "y")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, Decimal(5)),
        (Decimal("0.10"), Decimal("0.10")),
        ("12,5", "12,5"),
        ("NaN", None),
        (None, None),
        (True, "true"),
        ({"a": 1}, None),
    ],
)
def test_a_number_is_one_or_what_was_written_instead(value: object, expected: object) -> None:
    assert branch(a=value).number("a") == expected


def test_what_nobody_took_is_counted_by_its_path() -> None:
    own = branch(
        a="x",
        b={"c": 1, "d": [{"e": 1}, {"e": 2, "f": None}]},
        g=[{"h": 1}, {"h": 2, "i": 3}],
        j="",
    )
    own.text("a")
    for one in own.branches("g"):
        one.text("h")
    assert own.unread() == {"b.c": 1, "b.d[].e": 2, "g[].i": 1}


def test_a_field_may_be_looked_at_and_passed_over() -> None:
    own = branch(a="x", b={"c": 1}, d=[])
    assert ("a" in own, "d" in own, "e" in own) == (True, False, False)
    assert own.peek("a") == "x"
    assert own.peek("b") == ""
    own.pass_over("a", "b")
    assert own.unread() == {}


def test_the_object_in_a_field_that_is_not_there_is_empty() -> None:
    found = branch().branch("tender")
    assert (found.path, found.text("title"), found.unread()) == ("tender", "", {})


def test_other_fillers_may_be_named() -> None:
    own = Branch({"a": {"b": "NC"}}, "", frozenset({"nc"}))
    assert own.branch("a").text("b") == ""


def test_numbers_are_taken_out_of_a_path() -> None:
    assert collapsed("awards[0].suppliers[12].name") == "awards[].suppliers[].name"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (None, ""),
        (Decimal("1311264.00"), "1311264"),
        (Decimal("0.10"), "0.1"),
        (Decimal("1E+17"), "100000000000000000"),
        ("1234.50", "1234.5"),
        (Decimal(-5), "-5"),
    ],
)
def test_numbers_are_told_in_plain_digits(written: Decimal | str | None, expected: str) -> None:
    missing: list[str] = []
    assert digits(written, "a", missing) == expected
    assert missing == []


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("1.234,50", "a[].value: '1.234,50' is no amount as 'plain' writes it; declare"),
        ("a lot", "a[].value: 'a lot' is no amount; write digits"),
        (Decimal("1E+400"), "a[].value: 1E+400 is no number that a contract has"),
    ],
)
def test_a_number_that_is_none_is_told(written: Decimal | str, message: str) -> None:
    missing: list[str] = []
    assert digits(written, "a[3].value", missing) == ""
    assert missing[0].startswith(message)
