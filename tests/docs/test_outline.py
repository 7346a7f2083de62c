import pytest

from docs.generator.outline import outline


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("a", "text"),
        (1, "number"),
        (True, "true or false"),
        (None, "null"),
        ([], "[]"),
        ({}, "{}"),
        (["a", None], "[text or null, ...]"),
        ([1, 2.5], "[number, ...]"),
        ({"id": "a"}, '{\n  "id": text\n}'),
        ([{"id": "a", "n": 1}, {"id": "b"}], '[{\n  "id": text\n  "n"?: number\n}, ...]'),
        ([{"a": "x"}, {"b": "y"}], "[{KEY: text, ...}, ...]"),
        ({"in": {"a": [None, ["b"]]}}, '{\n  "in": {\n    "a": [[text, ...] or null, ...]\n  }\n}'),
    ],
)
def test_an_outline_tells_keys_and_kinds(value: object, told: str) -> None:
    assert outline(value) == told


def test_a_table_from_many_names_to_numbers_is_told_in_short() -> None:
    assert outline({f"k{n}": n for n in range(20)}) == "{KEY: number, ...}"
