import pytest

from kg.facts.cells import id_fault, is_id, pairs, parts
from kg.facts.codes import COUNTRIES, LANGUAGE_CODES, country_fault, language_fault


@pytest.mark.parametrize("text", ["ta9", "i-police", "199a-dgsi-2025", "a"])
def test_small_letters_digits_and_hyphens_are_an_id(text: str) -> None:
    assert is_id(text)
    assert id_fault(text) == ""


@pytest.mark.parametrize("text", ["", "TA9", "a--b", "-a", "a-", "a_b", "a b", "café", "a\n"])
def test_anything_else_is_no_id(text: str) -> None:
    assert not is_id(text)
    assert "is no id" in id_fault(text)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Café Zürich", "'cafe-zurich'"),
        ("Unit_8200", "'unit-8200'"),
        ("Страж", "'strazh'"),
        ("x" * 500 + "!", repr("x" * 40)),
    ],
)
def test_a_name_is_shown_as_the_id_it_could_be(text: str, near: str) -> None:
    assert id_fault(text).endswith(f"e.g. {near}")


def test_parts_stand_between_bars() -> None:
    assert parts(" a | b||c, d ") == ("a", "b", "c, d")
    assert parts("") == ()


def test_pairs_keep_their_order_and_lose_their_blanks() -> None:
    assert pairs(" since = 2019 ; note=a = b ;", ";") == (
        [("since", "2019"), ("note", "a = b")],
        [],
    )


def test_the_good_pairs_of_a_bad_cell_still_come() -> None:
    found, faults = pairs("a=1;b;=2;c=;a=3;d=4", ";")
    assert found == [("a", "1"), ("d", "4")]
    assert len(faults) == 4


def test_a_long_wrong_pair_is_clipped() -> None:
    _, faults = pairs("x" * 5000, ";")
    assert len(faults[0]) < 200


@pytest.mark.parametrize("code", ["BE", "GB", "EU", "XK", "IL"])
def test_these_are_countries(code: str) -> None:
    assert country_fault(code) == ""


@pytest.mark.parametrize(
    ("code", "meant"), [("UK", "GB"), ("EL", "GR"), ("be", "BE"), ("uk", "GB"), ("USA", "US")]
)
def test_a_usual_slip_is_told_its_country(code: str, meant: str) -> None:
    assert country_fault(code) == f"{code!r} is no country code; write {meant}"


def test_the_lists_of_codes_are_whole() -> None:
    assert len(COUNTRIES) == 249 + len(("EU", "XK"))
    assert len(LANGUAGE_CODES) == 183
    assert language_fault("nl") == ""
