import pytest

from kg.facts.codes import LANGUAGE_CODES
from kg.notices.words import Table, known, language, meaning

TABLES: tuple[Table, ...] = (
    "methods",
    "reasons",
    "changes",
    "counts",
    "outcomes",
    "not_awarded",
    "withheld",
    "withheld_because",
)


@pytest.mark.parametrize("table", TABLES)
def test_every_code_has_words_that_fit_a_qualifier(table: Table) -> None:
    assert known(table)
    for code, words in known(table).items():
        assert words == " ".join(words.split())
        assert code.strip() == code
        assert not set(words) & set(";|=")


def test_both_formats_say_a_direct_award_in_the_same_words() -> None:
    found = {meaning("methods", code) for code in ("neg-wo-call", "PT_AWARD_CONTRACT_WITHOUT_CALL")}
    assert found == {"negotiated procedure without competition"}


def test_a_code_that_is_not_known_stands_for_itself() -> None:
    assert meaning("reasons", "new-code") == "new-code"


@pytest.mark.parametrize(
    ("code", "found"), [("NLD", "nl"), ("FR", "fr"), ("deu", "de"), ("XYZ", ""), ("", "")]
)
def test_a_language_has_two_letters(code: str, found: str) -> None:
    assert language(code) == found


def test_all_languages_of_the_union_are_known() -> None:
    union = (
        "BUL CES DAN DEU ELL ENG EST FIN FRA GLE HRV HUN ITA LAV LIT MLT NLD POL POR RON SLK SLV "
    )
    found = [language(code) for code in (union + "SPA SWE").split()]
    assert len(set(found)) == 24
    assert set(found) <= LANGUAGE_CODES
