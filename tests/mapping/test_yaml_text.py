import pytest

from kg.errors import DataError
from kg.mapping.yaml_text import LARGEST, Part, parse


def plain(part: Part) -> object:
    """A part without its lines."""
    if isinstance(part.held, dict):
        return {key: plain(value) for key, value in part.held.items()}
    return [plain(item) for item in part.held] if isinstance(part.held, list) else part.held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("a: no", {"a": "no"}),
        ("a: 01", {"a": "01"}),
        ("a: 1.50", {"a": "1.50"}),
        ("a: 2019-03-31", {"a": "2019-03-31"}),
        ("a: true", {"a": "true"}),
        ("a:", {"a": ""}),
        ("a: ~", {"a": ""}),
        ("a: null", {"a": ""}),
        ('a: "null"', {"a": "null"}),
        ("a: [x, 'y']", {"a": ["x", "y"]}),
        ("on: {1: b}", {"on": {"1": "b"}}),
        ("", {}),
    ],
)
def test_every_scalar_is_the_text_that_was_written(text: str, held: object) -> None:
    assert plain(parse(text, "m.yml")) == held


def test_an_anchor_stands_for_what_it_names() -> None:
    assert plain(parse("a: &x {k: v}\nb: *x", "m.yml")) == {"a": {"k": "v"}, "b": {"k": "v"}}


def test_a_part_knows_the_line_of_its_key() -> None:
    root = parse("a:\n  b:\n    - one\n    - two\n", "m.yml")
    b = root.table("it")["a"].table("it")["b"]
    assert (b.line, [item.line for item in b.items()]) == (2, [3, 4])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [", r"m\.yml, row 2: is no YAML \(while parsing a flow node"),
        ("a: b\n c: d", r"m\.yml, row 2: is no YAML"),
        ("a: 1\na: 2", r"m\.yml, row 2: 'a' stands here twice; delete one"),
        ("a: &x\n  b: *x", r"m\.yml, row 2: an alias that stands for itself goes in a circle"),
        ("a: \x01", r"m\.yml: is no YAML"),
        ("x" * (LARGEST + 1), r"m\.yml: has 1,000,001 characters; no mapping is so long"),
        ("[" * 5000 + "]" * 5000, r"m\.yml, row 1: is no YAML \(while increasing flow level"),
        ("a: *nowhere", r"m\.yml, row 1: is no YAML \(found undefined alias\)"),
    ],
)
def test_what_is_no_yaml_is_one_line_with_its_row(text: str, message: str) -> None:
    with pytest.raises(DataError, match=message) as caught:
        parse(text, "m.yml")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: {b: c}", "m.yml, row 1: 'a' takes one value, not a table"),
        ("a: [b]", "m.yml, row 1: 'a' takes one value, not a list"),
    ],
)
def test_a_table_in_the_place_of_a_text_is_told(text: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        parse(text, "m.yml").table("it")["a"].text("'a'")
    assert str(caught.value) == message


def test_a_text_in_the_place_of_a_table_is_told() -> None:
    with pytest.raises(DataError, match="it takes keys with values below it, not 'b'"):
        parse("a: b", "m.yml").table("it")["a"].table("it")


def test_an_unknown_key_comes_with_the_one_that_was_meant() -> None:
    part = parse("colum: A", "m.yml")
    with pytest.raises(DataError, match=r"a value has no key 'colum' \(did you mean 'column'\?\)"):
        part.only("a value", ("column", "literal"))


def test_an_unknown_key_without_a_near_one_comes_with_those_there_are() -> None:
    with pytest.raises(DataError, match="has no key 'xyz'; known are column, literal"):
        parse("xyz: A", "m.yml").only("a value", ("column", "literal"))


def test_one_text_is_a_list_of_one() -> None:
    assert parse("a: x", "m.yml").table("it")["a"].texts("it") == ("x",)
