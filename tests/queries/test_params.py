import re
from datetime import date, datetime

import pytest

from kg.errors import QueryError
from kg.queries.params import GRAMMAR, Param, convert, parse_param


def param(kind: str, default: str | None = None) -> Param:
    written = "" if default is None else f' = "{default}"'
    example = {"int": "5", "float": "5.5", "date": "2019", "country": "BE", "bool": "yes"}
    choice = kind.partition(" ")[2].partition("|")[0]
    return parse_param(f"x: {kind}{written} | What | e.g. {choice or example.get(kind, 'word')}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "force: entity PoliceForce = belgian-federal-police | By id or name | e.g. Politie",
            Param(
                "force",
                "entity",
                "PoliceForce",
                "belgian-federal-police",
                "By id or name",
                "Politie",
            ),
        ),
        (
            'status: choice pilot|active = "" | Which | e.g. active',
            Param("status", "choice", "", "", "Which", "active", ("pilot", "active")),
        ),
        (
            "word: text = 'a b' | One | or two | e.g. 'c d'",
            Param("word", "text", "", "a b", "One | or two", "c d"),
        ),
        ("who: entity | Anybody | e.g. TA9", Param("who", "entity", "", None, "Anybody", "TA9")),
    ],
)
def test_a_parameter_is_read_as_written(text: str, expected: Param) -> None:
    assert parse_param(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("force", f"'param force' is not written as: {GRAMMAR}"),
        ("force: entity", f"'param force: entity' is not written as: {GRAMMAR}"),
        ("force: int =  | What | e.g. 5", "is not written as: param NAME: TYPE"),
        ("n: int | How many", "param n needs what it is and an example"),
        ("n: int | e.g. 5", "param n needs what it is and an example"),
        ("n: int | How many | e.g. ", "param n needs what it is and an example"),
        ("n: intt | How many | e.g. 5", "param n: no type 'intt' (did you mean 'int'?); there are"),
        ("n: int Company | How many | e.g. 5", "param n: 'Company' behind int has no meaning"),
        ("N: int | How many | e.g. 5", "param 'N': a name has small letters, digits and _ only"),
        ("a-b: int | How many | e.g. 5", "param 'a-b': a name has small letters"),
        ("format: text | Which | e.g. csv", "param 'format': every command has an option of that"),
        ("s: choice a | Which | e.g. a", "param s: write the choices as choice one|two|three"),
        ("s: choice | Which | e.g. a", "param s: write the choices as choice one|two|three"),
        ("s: choice a|a | Which | e.g. a", "param s: write the choices as"),
        ("s: choice a|b = c | Which | e.g. a", "param s: its default must be a or b, not 'c'"),
        ("n: int = many | How many | e.g. 5", "param n: its default must be a whole number"),
        ("n: int | How many | e.g. five", "param n: its example must be a whole number"),
    ],
)
def test_a_parameter_written_wrongly_says_how(text: str, expected: str) -> None:
    with pytest.raises(QueryError, match=re.escape(expected)):
        parse_param(text)


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        ("text", "a b ", "a b "),
        ("text", "", ""),
        ("text", 5, "5"),
        ("int", " 50", 50),
        ("int", "-3", -3),
        ("int", 50, 50),
        ("float", "1.5", 1.5),
        ("float", "2e3", 2000.0),
        ("float", 2, 2.0),
        ("date", "2019", "2019"),
        ("date", 2019, "2019"),
        ("date", "2019-03", "2019-03"),
        ("date", "2024-02-29", "2024-02-29"),
        ("date", date(2019, 3, 31), "2019-03-31"),
        ("date", datetime(2019, 3, 31, 12, 0), "2019-03-31"),  # noqa: DTZ001
        ("bool", "Yes", True),
        ("bool", "false", False),
        ("bool", True, True),
        ("country", "be", "BE"),
        ("country", "België", "BE"),
        ("country", "ESPANA", "ES"),
        ("country", "Großbritannien", "GB"),
        ("country", "uk", "GB"),
        ("country", "European Union", "EU"),
        ("entity", " Federale Politie ", "Federale Politie"),
        ("choice pilot|ruled_unlawful", "PILOT", "pilot"),
        ("choice pilot|ruled_unlawful", "ruled unlawful", "ruled_unlawful"),
    ],
)
def test_a_typed_value_becomes_what_the_query_takes(
    kind: str, given: object, expected: object
) -> None:
    value = convert(param(kind), given)
    assert (value, type(value)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        ("text", None, "must be a text, not None"),
        ("text", ["a"], "must be a text, not ['a']"),
        ("int", "1.000", "must be a whole number such as 50, not '1.000'"),
        ("int", "1_000", "must be a whole number"),
        ("int", "٣", "must be a whole number"),
        ("int", "9" * 30, "must be a whole number"),
        ("int", True, "must be a whole number such as 50, not True"),
        ("int", "", "must be a whole number such as 50, not ''"),
        ("float", "1.000,50", "must be a number such as 1500000.50, not '1.000,50'"),
        ("float", "nan", "must be a number"),
        ("float", "1e999", "must be a number"),
        ("date", "31/02/2024", "must be a date such as 2019, 2019-03 or 2019-03-31"),
        ("date", "2023-02-29", "must be a date"),
        ("date", "2019-13", "must be a date"),
        ("date", "2019-00", "must be a date"),
        ("date", "0000", "must be a date"),
        ("bool", "maybe", "must be yes or no, not 'maybe'"),
        ("country", "Belgum", "not 'Belgum' (did you mean 'belgium'?)"),
        ("country", "zz", "must be a country such as BE or Belgium, not 'zz'"),
        ("entity", "  ", "must be an id or a name, not '  '"),
        ("entity", 7, "must be an id or a name, not 7"),
        ("choice pilot|active|ended", "activ", "must be pilot, active or ended, not 'activ' (did"),
    ],
)
def test_a_value_of_another_type_is_refused(kind: str, given: object, expected: str) -> None:
    with pytest.raises(QueryError, match=re.escape(expected)):
        convert(param(kind), given)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("text", ""),
        ("entity", ""),
        ("date", ""),
        ("country", ""),
        ("choice a|b", ""),
        ("int", None),
        ("float", None),
        ("bool", None),
    ],
)
def test_an_empty_default_means_none_given(kind: str, expected: object) -> None:
    assert convert(param(kind, default=""), "") == expected


def test_usage_can_be_copied_to_a_command_line() -> None:
    assert param("int").usage == "--x 5"
    spaced = parse_param('min_value: entity | Who | e.g. "Federale Politie"')
    assert spaced.usage == '--min-value "Federale Politie"'
