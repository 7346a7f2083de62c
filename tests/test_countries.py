import pytest

from kg.countries import alpha2, by_name


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *[("FRA", "FR"), ("fr", "FR"), (" BEL ", "BE"), ("UK", "GB"), ("EL", "GR"), ("XI", "GB")],
        *[("1A0", "XK"), ("EU", "EU"), ("", ""), ("XX", ""), ("France", ""), ("ZZZ", "")],
    ],
)
def test_a_country_has_one_code_however_it_is_written(written: str, code: str) -> None:
    assert alpha2(written) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *[("Belgique", "BE"), ("ÖSTERREICH", "AT"), (" united kingdom ", "GB"), ("England", "GB")],
        *[("DEU", "DE"), ("UK", "GB"), ("Atlantis", ""), ("", "")],
    ],
)
def test_a_country_may_be_named_in_several_languages(written: str, code: str) -> None:
    assert by_name(written) == code
