"""The words and the code of the page: complete in every language, and nothing twice."""

import re
from collections import Counter
from pathlib import Path

import pytest

import kg.explore
from kg.answers.headings import headings
from kg.explore.page import _NOT_OURS, _SCRIPTS, home
from kg.explore.words import by_key, by_lang, words
from kg.pages import parts
from kg.schema import LANGUAGES

FOLDER = Path(kg.explore.__file__).parent
SCRIPTS = sorted((FOLDER / "js").glob("*.js"))
_PLACE = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_word(lang: str) -> None:
    assert list(words()[lang]) == list(words()["en"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_same_places_for_values(lang: str) -> None:
    for key, word in words()["en"].items():
        own = words()[lang][key]
        assert isinstance(own, str) is isinstance(word, str), key
        assert set(_PLACE.findall(str(own))) == set(_PLACE.findall(str(word))), key


def test_no_word_is_said_in_english_everywhere() -> None:
    same = [key for key, texts in by_key().items() if len(set(map(str, texts))) == 1]
    assert set(same) & set(words()["en"]) <= {"as_csv", "as_xlsx"}


def test_every_word_that_the_code_says_is_there() -> None:
    known = by_key()
    for path in SCRIPTS:
        for key in re.findall(r'\bt\(\s*"(\w+)"', path.read_text("utf-8")):
            assert key in known, f"{path.name}: {key}"


def test_every_kind_of_conflict_has_a_word() -> None:
    assert {f"kind_{kind}" for kind in headings("en").conflict} <= set(by_key())


def test_titles_come_in_every_language() -> None:
    assert set(by_lang("title")) == set(LANGUAGES)


def test_every_script_is_in_the_page() -> None:
    assert {path.stem for path in SCRIPTS} == set(_SCRIPTS)


def test_what_is_left_out_of_a_picture_page_exists() -> None:
    whole = parts.pieces()
    assert len(parts.pieces(_NOT_OURS)) == len(whole) - len(_NOT_OURS)


def test_no_name_is_defined_twice() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SCRIPTS)
    names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", code, re.MULTILINE)
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_script_makes_markup_out_of_text(path: Path) -> None:
    code = path.read_text("utf-8")
    for way in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
    ):
        assert way not in code


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_fits_a_few_screens(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 200


def test_the_page_is_the_same_every_time() -> None:
    about = {"case": "x", "counts": {}, "forms": []}
    assert home("nl", about) == home("nl", about)


def test_hostile_names_stay_inside_their_block() -> None:
    page = home("en", {"case": "</script><script>alert(1)</script>", "counts": {}, "forms": []})
    assert b"<script>alert" not in page.body
