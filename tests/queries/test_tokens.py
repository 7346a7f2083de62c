import pytest

from kg.errors import QueryError
from kg.queries.tokens import END, Tokens, readings


def texts(cypher: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in Tokens(cypher)]


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("n.set", [("word", "n"), ("sign", "."), ("word", "set")]),
        (
            "*1..3",
            [("sign", "*"), ("number", "1"), ("sign", ".."), ("number", "3")],
        ),
        ("1.5SET", [("number", "1.5SET")]),
        ("1.SET", [("number", "1"), ("sign", "."), ("word", "SET")]),
        ("x$ SET", [("word", "x$"), ("word", "SET")]),
        ("$x", [("sign", "$"), ("word", "x")]),
        (r"'it\'s' x", [("string", r"'it\'s'"), ("word", "x")]),
        (r"'\\' x", [("string", r"'\\'"), ("word", "x")]),
        ('"a\'b"', [("string", '"a\'b"')]),
        ("`a``b`x", [("name", "a`b"), ("word", "x")]),
        ("`a\\` x", [("name", "a\\"), ("word", "x")]),
        ("a // b\nc", [("word", "a"), ("word", "c")]),
        ("a // b\rc", [("word", "a"), ("word", "c")]),
        ("a // b\u2028c", [("word", "a")]),
        ("a /* 'b */ c", [("word", "a"), ("word", "c")]),
        ("a /* /* */ c", [("word", "a"), ("word", "c")]),
        ("a/**/b", [("word", "a"), ("word", "b")]),
        ("a\u00a0b", [("word", "a"), ("word", "b")]),
        ("'// no' x", [("string", "'// no'"), ("word", "x")]),
        ("België", [("word", "België")]),
        ("a<>b", [("word", "a"), ("sign", "<>"), ("word", "b")]),
        ("", []),
    ],
)
def test_a_text_is_cut_as_the_stores_cut_it(cypher: str, expected: list[tuple[str, str]]) -> None:
    assert texts(cypher) == expected


def test_every_token_knows_its_line() -> None:
    tokens = Tokens("a\n/* b\n */ 'c\n' d\r\ne")
    assert [(token.text, token.line) for token in tokens] == [
        ("a", 1),
        ("'c\n'", 3),
        ("d", 4),
        ("e", 5),
    ]


def test_only_bare_words_and_signs_are_keywords() -> None:
    assert [token.key for token in Tokens("set `set` 'set' 1 =")] == ["SET", "", "", "", "="]


def test_outside_the_text_there_is_the_end() -> None:
    tokens = Tokens("a")
    assert tokens[-1] is END
    assert tokens[1] is END
    assert tokens.keys(-1, 2) == ("", "A", "")


def test_an_empty_name_is_not_the_end() -> None:
    assert Tokens("``")[0] is not END


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("a\nb 'c", "line 2: a string that never ends: '"),
        ('a "b', 'line 1: a string that never ends: "'),
        (r"'a\'", "line 1: a string that never ends: '"),
        ("a `b", "line 1: a name in backticks that never ends: `"),
        ("a\n\n/* b", "line 3: a comment that never ends: /*"),
    ],
)
def test_what_never_ends_is_told_with_its_line(cypher: str, expected: str) -> None:
    with pytest.raises(QueryError) as caught:
        Tokens(cypher)
    assert str(caught.value) == expected


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("SET", ("SET",)),
        (r"S\u0045T", (r"S\u0045T", "SET")),
        (r"'\u0027'", (r"'\u0027'", "'''")),
        (r"'\\u0041'", (r"'\\u0041'", r"'\A'")),
        (r"\\u0041\u0042", (r"\\u0041\u0042", r"\\u0041B", r"\AB")),
        (r"\\\u0041", (r"\\\u0041", r"\\A")),
        (r"\u00zz \uu0041", (r"\u00zz \uu0041",)),
    ],
)
def test_escapes_are_read_both_ways(cypher: str, expected: tuple[str, ...]) -> None:
    assert readings(cypher) == expected


def test_a_long_text_is_read_in_one_pass() -> None:
    assert len(Tokens("x = '" + "a\\'" * 100_000 + "' /* " + "*" * 100_000 + "*/ y")) == 4
