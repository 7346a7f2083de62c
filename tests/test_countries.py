import pytest

from kg.countries import alpha2


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *[("FRA", "FR"), ("fr", "FR"), (" BEL ", "BE"), ("UK", "GB"), ("EL", "GR"), ("XI", "GB")],
        *[("1A0", "XK"), ("EU", "EU"), ("", ""), ("XX", ""), ("France", ""), ("ZZZ", "")],
    ],
)
def test_a_country_has_one_code_however_it_is_written(written: str, code: str) -> None:
    assert alpha2(written) == code
