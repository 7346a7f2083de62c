import pytest

from kg import cpv
from kg.schema import LANGUAGES


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *[("35125300-2", "35125300"), ("35125300", "35125300"), (" 35125300; ", "35125300")],
        *[("CPV 35125300 - 2", "35125300"), ("3111000", "03111000"), ("3111000-7", "03111000")],
        *[("35125399", ""), ("29861000", ""), ("", ""), ("n/a", ""), ("351253", "")],
    ],
)
def test_a_code_is_known_however_it_is_written(written: str, code: str) -> None:
    assert cpv.code(written) == code


def test_a_code_has_its_text_in_every_language() -> None:
    assert dict(cpv.names("35125300")) == {
        "en": "Security cameras",
        "nl": "Veiligheidscamera's",
        "fr": "Caméras de sécurité",
        "de": "Sicherheitskameras",
        "es": "Cámaras de seguridad",
    }
    assert tuple(cpv.names("75241100")) == LANGUAGES


def test_an_unknown_code_has_no_text() -> None:
    assert not cpv.names("99999999")


@pytest.mark.parametrize(
    ("code", "broader"),
    [
        ("35125300", ("35125000", "35120000", "35100000", "35000000")),
        ("35000000", ()),
        ("45310000", ("45300000", "45000000")),
    ],
)
def test_a_code_is_a_kind_of_the_codes_above_it(code: str, broader: tuple[str, ...]) -> None:
    assert cpv.broader(code) == broader


def test_no_text_of_the_vocabulary_is_missing() -> None:
    table = cpv._table()
    assert len(table) == 9454
    assert all(all(texts.values()) for texts in table.values())
