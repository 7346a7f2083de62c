"""The list and the evidence: what a reader finds and reads."""

import pytest

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import placed, small
from tests.pages.tab import Tab


@pytest.fixture
def tab(show: Open) -> Tab:
    return show(page(small(), placed()))


def test_every_entity_stands_in_the_list_by_name(tab: Tab) -> None:
    names = ["A law", "Acme", "Brïght Cam", "Eye", "Ghent police", "Lyon police", "Watchers"]
    assert tab.names == names


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("heldercam", "Brïght Cam"),
        ("BRIGHTCAM", "Brïght Cam"),
        ("cam bright", "Brïght Cam"),
        ("acme sys", "Acme"),
        ("watchrs", "Watchers"),
        ("politie", "Ghent police"),
    ],
)
def test_a_name_is_found_in_any_language_and_spelling(tab: Tab, typed: str, found: str) -> None:
    assert tab.search(typed)[0] == found


def test_what_is_not_there_is_not_found(tab: Tab) -> None:
    assert tab.search("zebra") == []
    assert "Nothing found." in tab.page.locator("#list").inner_text()


def test_the_evidence_says_who_says_it_where_when_and_how_sure(tab: Tab) -> None:
    tab.choose("Ghent police")
    text = tab.evidence
    assert "It says c-r-gent-USES-eye." in text
    assert "p. 42, l. 7" in text
    assert "The Post" in text
    assert "2021-05" in text
    assert "read 2026-01-02" in text
    assert "said by a spokesman" in text
    assert "Sources disagree: Did Ghent ever use it?" in text
    assert "? alleged" in text
    assert "since 2019" in text
    assert "role: prime" in text


def test_a_source_is_a_link_only_if_a_browser_may_follow_it(tab: Tab) -> None:
    tab.choose("Ghent police")
    links = tab.page.locator("#panel a").evaluate_all("links => links.map((link) => link.href)")
    assert set(links) == {"https://example.org/herald"}
    rel = tab.page.locator("#panel a").first.get_attribute("rel")
    assert rel == "noopener noreferrer"


def test_from_the_evidence_one_goes_on_to_the_next(tab: Tab) -> None:
    tab.choose("Watchers")
    tab.page.locator("#panel .mark", has_text="Eye").click()
    tab.settle()
    assert "reads number plates" in tab.evidence
    assert tab.page.locator("#list [aria-selected=true] .name").inner_text() == "Eye"


def test_an_event_says_when_and_what(tab: Tab) -> None:
    tab.choose("A law")
    assert "2019-03 · ended" in tab.evidence
    assert "No claim recorded." not in tab.evidence


def test_with_nothing_chosen_the_signs_are_explained(tab: Tab) -> None:
    assert "owns or took over" in tab.evidence
    assert "said by the vendor only" in tab.evidence
    assert "police force" in tab.evidence
    assert "planned only" not in tab.evidence
