"""Notices in several languages in the older TED XML: one original, and its names in the others."""

from tests.ingest.ted.cast import CAMERAS, Hear, names
from tests.notices.ted_sample import award, contractor, form


def test_translations_say_nothing_more(hear: Hear) -> None:
    other = form(award(contractor("Caméra SA")), language="FR", category="TRANSLATION")
    heard = hear(form(award(CAMERAS)), other)
    assert names(heard, "WON") == ["Camera NV"]
    assert heard.skipped["the same form in another language"] == 1


def test_a_second_original_gives_names_and_no_second_award(hear: Hear) -> None:
    other = form(award(contractor("Caméra SA")), language="FR", buyer="Police fédérale")
    heard = hear(form(award(CAMERAS)), other)
    assert len(heard.of("WON")) == 1
    assert dict(heard.entity("org-be-kbo-0461145522").names) == {
        "en": "Camera NV",
        "fr": "Caméra SA",
    }


def test_a_file_of_translations_only_says_nothing(hear: Hear) -> None:
    (problem,) = hear(form(award(CAMERAS), category="TRANSLATION")).problems
    assert str(problem) == "notice.xml: has no form in its original language"


def test_originals_that_list_other_contractors_share_no_names(hear: Hear) -> None:
    other = form(award(contractor("Caméra SA"), contractor("Logiciel SA")), language="FR")
    heard = hear(form(award(CAMERAS)), other)
    assert heard.entity("org-be-kbo-0461145522").names == ()


def test_a_title_is_kept_in_both_original_languages(hear: Hear) -> None:
    other = form(award(CAMERAS), language="FR", title="Caméras-piétons")
    (tendered,) = (heard := hear(form(award(CAMERAS)), other)).of("TENDERED")
    assert heard.entity(tendered.object).names == (
        ("en", "Body cameras"),
        ("fr", "Caméras-piétons"),
    )
