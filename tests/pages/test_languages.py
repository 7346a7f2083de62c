"""Five languages, changed in the page."""

import re
from pathlib import Path

import pytest

from kg.pages import page, words
from kg.schema import LANGUAGES
from tests.pages.conftest import Open
from tests.pages.samples import placed, small

_JS = sorted((Path(words.__file__).parent / "js").glob("*.js"))


def test_the_page_speaks_the_language_chosen(show: Open) -> None:
    tab = show(page(small(), placed()))
    tab.page.select_option("#language", "nl")
    tab.settle()
    assert tab.page.title() == "Wie verkoopt aan wie"
    assert tab.page.locator("html").get_attribute("lang") == "nl"
    assert tab.names == [
        "A law",
        "Acme",
        "Eye",
        "Heldercam",
        "Lyon police",
        "Politie Gent",
        "Watchers",
    ]
    assert tab.page.get_by_role("button", name="Ongedaan maken").count() == 1
    tab.choose("Politie Gent")
    assert "gebruikt" in tab.evidence.lower()
    assert "p. 42, r. 7" in tab.evidence
    assert "gelezen op 2026-01-02" in tab.evidence
    tab.page.select_option("#language", "de")
    tab.settle()
    assert "S. 42, Z. 7" in tab.evidence
    assert tab.address["lang"] == "de"


def test_a_page_starts_in_the_language_of_the_picture(show: Open) -> None:
    tab = show(page(small(lang="fr"), placed()))
    assert tab.tally == "7 noms, 8 liens"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_word_with_the_same_values(lang: str) -> None:
    english, own = words.words()["en"], words.words()[lang]
    assert own.keys() == english.keys()
    for key, word in own.items():
        assert _values(word) == _values(english[key]), key
        assert all(word), key


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    code = "\n".join(path.read_text("utf-8") for path in _JS)
    held = set(words.words()["en"])
    quoted = set(re.findall(r'"([a-z_]+)"', code))
    asked = set(re.findall(r'\bt\("([a-z_]+)"', code)) | set(
        re.findall(r'entry\("([a-z_]+)"', code)
    )
    built = {key for key in held if key.startswith("table_")}
    assert asked <= held
    assert held - quoted - built == {"no_script"}


def _values(word: words.Word) -> set[str]:
    texts = [word] if isinstance(word, str) else word
    return {name for text in texts for name in re.findall(r"\{(\w+)\}", text)}
