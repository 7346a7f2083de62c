from dataclasses import replace

import pytest

from kg.answers.contradictions import as_data, as_text
from kg.answers.terminal import width
from kg.reading.conflicts import Group, conflicts
from kg.schema import LANGUAGES
from kg.store.bolt import Store
from tests.reading import samples
from tests.reading.conftest import small

__all__ = ["small"]


@pytest.fixture
def groups(small: Store) -> list[Group]:
    return conflicts(small)


def test_a_conflict_shows_its_note_and_both_sides(groups: list[Group]) -> None:
    shown, _, sources = as_text(groups, "en").partition("\n\n")

    assert shown.splitlines() == [
        "How many zones? (conflict) [zones]",
        "  Nobody counted.",
        *sorted(shown.splitlines()[2:], key=lambda line: line[-2]),
    ]
    assert "    - Orbit has the figure more than 100: police zones [1]" in shown
    assert "    - Orbit has the figure almost 100: police zones (according to Orbit) [2]" in shown
    assert sources.startswith("Sources\n[1] Le Soir: «Maps» (2025-06)")


def test_a_conflict_without_a_note_has_no_empty_line(groups: list[Group]) -> None:
    bare = [replace(group, conflict=replace(group.conflict, note="")) for group in groups]

    assert as_text(bare, "en").splitlines()[1].startswith("    - Orbit")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "No conflicts."),
        ("nl", "Geen tegenspraak."),
        ("fr", "Aucune contradiction."),
        ("de", "Kein Widerspruch."),
        ("es", "Ninguna contradicción."),
    ],
)
def test_no_conflict_is_said_in_words(lang: str, words: str) -> None:
    assert as_text([], lang) == words + "\n"
    assert as_data([]) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_kind_is_shown_in_the_language(small: Store, lang: str) -> None:
    kinds = {
        "en": "(conflict)",
        "nl": "(tegenspraak)",
        "fr": "(contradiction)",
        "de": "(Widerspruch)",
        "es": "(contradicción)",
    }

    assert kinds[lang] in as_text(conflicts(small, lang=lang), lang).splitlines()[0]


def test_no_line_is_wider_than_the_terminal(groups: list[Group]) -> None:
    assert max(map(width, as_text(groups, "en", 40).splitlines())) <= 40


def test_the_data_name_both_claims_with_source_and_locator(groups: list[Group]) -> None:
    (found,) = as_data(groups)

    assert {key: found[key] for key in ("id", "title", "about", "kind", "note")} == {
        "id": "zones",
        "title": "How many zones?",
        "about": "value",
        "kind": "conflict",
        "note": "Nobody counted.",
    }
    claims = {claim["id"]: claim for claim in found["claims"]}
    assert claims.keys() == {samples.ALMOST.id, samples.MORE.id}
    almost = claims[samples.ALMOST.id]
    assert (almost["source"], almost["locator"], almost["title"]) == (
        "report",
        "p. 27, l. 1",
        "Report",
    )
    assert (almost["said_by"], almost["said_by_name"]) == ("orbit", "Orbit")
    assert almost["sentence"] == "Orbit has the figure almost 100: police zones"
