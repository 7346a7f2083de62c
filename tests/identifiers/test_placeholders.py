import pytest

from kg.identifiers import identify, is_masked, is_placeholder

FILLERS = [
    *["n/a", "N.A.", "-", "", "  ", "none", "nicht angegeben", "keine Angabe", "onbekend", "NC"],
    *["000000000", "00", "0", "99999999999", "111111111", "111 222 333", "222 333 444"],
    *["123456789", "123 456 789", "0123456789", "987654321", "12345678900022", "12345678901234"],
    *["123456", "12345", "1223456789", "123123123", "DE000000000", "DE999999999", "ABCDEFGH"],
    *["XAXX010101000", "XEXX010101000"],
]
MASKED = ["***4567**", "XXXXXXX", "XXX4567XX", "B••••6130", "####", "B844…", "54362XXXX", "???"]
REAL = ["0308357852", "41146432400028", "B84416130", "12862140154", "DE121288955", "00681156"]


@pytest.mark.parametrize("written", FILLERS)
def test_what_only_fills_the_field_identifies_nobody(written: str) -> None:
    assert is_placeholder(written)
    for hint, country in [("", "BE"), ("SIRET", "FR"), ("DUNS", "US"), ("VAT", "DE"), ("", "NL")]:
        found = identify(hint, written, country)
        assert (found.identifies, found.is_valid, found.raw) == (False, False, written)


@pytest.mark.parametrize("written", MASKED)
def test_a_masked_number_identifies_nobody(written: str) -> None:
    assert is_masked(written)
    assert not identify("NIF", written, "ES").identifies


@pytest.mark.parametrize("written", REAL)
def test_a_real_number_is_neither_masked_nor_a_filler(written: str) -> None:
    assert not is_masked(written)
    assert not is_placeholder(written)
