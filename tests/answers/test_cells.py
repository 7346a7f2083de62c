import pytest

from kg.answers.cells import id_of, is_number, one_line, shown, visible, written


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("text", "text"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (2**70, str(2**70)),
        (12500000.0, "12500000"),
        (-3.0, "-3"),
        (0.1, "0.1"),
        (1e300, "1e+300"),
        (float("nan"), "nan"),
        (["a", "b"], "a|b"),
        (["a", None, 2.0], "a||2"),
        ([], ""),
        ({"a": ["é"]}, '{"a": ["é"]}'),
    ],
)
def test_a_value_is_written_as_a_person_would(value: object, text: str) -> None:
    assert written(value) == text


def test_a_list_is_joined_as_the_format_likes() -> None:
    assert written(["a", ["b", "c"]], ", ") == "a, b, c"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x00\x07\x08", "␀␇␈"),
        ("\x7f", "␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("\u202egpj", "<U+202E>gpj"),
        ("a\u2028b", "a<U+2028>b"),
        ("a\u200bb\ufeff", "a<U+200B>b<U+FEFF>"),
        ("\ud800", "<U+D800>"),
        ("a\tb", "a    b"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
    ],
)
def test_what_would_act_instead_of_being_read_is_spelt_out(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "Ελλάδα Straße İstanbul",
        "\u05de\u05e9\u05d8\u05e8\u05d4\u200f",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\u0928\u092e\u0938\u094d\u0924\u0947",
        "\u8b66\u5bdf\u3000\u5e81",
        "e\u0301",
    ],
)
def test_text_in_any_script_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_one_line_has_no_line_breaks_and_no_double_spaces() -> None:
    assert one_line(" a \n\n b\tc \x1b") == "a b c ␛"


def test_ids_are_hidden_where_the_name_stands_beside_them() -> None:
    columns = ("supplier", "supplier_id", "systems", "systems_ids", "claims")
    assert shown(columns) == ("supplier", "systems", "claims")


def test_an_id_without_a_name_beside_it_is_shown() -> None:
    assert shown(("source_id", "grids", "id", "_id")) == ("source_id", "grids", "id", "_id")


@pytest.mark.parametrize(
    ("column", "stem"),
    [("a_id", "a"), ("a_b_ids", "a_b"), ("a", ""), ("paid", ""), ("id", ""), ("a_idea", "")],
)
def test_the_column_of_an_id_is_known_by_its_name(column: str, stem: str) -> None:
    assert id_of(column) == stem


@pytest.mark.parametrize(
    ("value", "is_one"), [(1, True), (1.5, True), (True, False), ("1", False), (None, False)]
)
def test_only_numbers_are_numbers(value: object, is_one: bool) -> None:
    assert is_number(value) is is_one
