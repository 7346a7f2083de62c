"""Filters, hiding, opening, paths, and taking any of it back."""

import pytest

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import placed, small
from tests.pages.tab import Tab


@pytest.fixture
def tab(show: Open) -> Tab:
    return show(page(small(), placed()))


@pytest.mark.parametrize(
    ("group", "choice", "left"),
    [
        ("kinds", "PoliceForce", ["Ghent police", "Lyon police"]),
        ("countries", "BE", ["Acme", "Brïght Cam", "Lyon police"]),
        ("statuses", "ended", ["Brïght Cam", "Lyon police"]),
        ("certainties", "alleged", ["Acme", "Ghent police"]),
        ("sources", "post", ["Eye", "Ghent police", "Lyon police"]),
    ],
)
def test_a_filter_leaves_what_fits_and_what_it_is_tied_to(
    tab: Tab, group: str, choice: str, left: list[str]
) -> None:
    tab.tick(group, choice)
    assert tab.names == left
    tab.press("Clear all filters")
    assert len(tab.names) == 7


def test_years_leave_what_held_then_and_what_has_no_date_if_wanted(tab: Tab) -> None:
    tab.tick("kinds")
    for field, year in (("#year-from", "2016"), ("#year-to", "2017")):
        tab.page.fill(field, year)
        tab.keys("Enter")
    assert tab.tally == "6 entities of 7, 6 ties"
    tab.page.locator("#undated").click()
    tab.settle()
    assert tab.names == ["Brïght Cam", "Lyon police"]


def test_a_starting_point_sets_the_filters(tab: Tab) -> None:
    tab.press("Forces only")
    assert tab.names == ["Ghent police", "Lyon police"]
    assert "Filters (1)" in tab.page.locator("#filters summary").inner_text()


def test_what_is_hidden_can_be_shown_again(tab: Tab) -> None:
    tab.choose("Eye")
    tab.press("Hide")
    assert "Eye" not in tab.names
    assert tab.tally == "6 entities of 7, 4 ties"
    tab.tick("kinds")
    tab.press("Show again: Eye")
    assert "Eye" in tab.names


def test_one_with_its_ties_alone_and_then_further(tab: Tab) -> None:
    tab.choose("Watchers")
    tab.press("Only this and its ties")
    assert tab.names == ["Eye", "Watchers"]
    tab.choose("Eye")
    tab.press("Show all its ties")
    assert tab.names == ["Acme", "Eye", "Ghent police", "Lyon police", "Watchers"]
    tab.press("Show the rest again")
    assert len(tab.names) == 7


def test_opening_one_shows_its_ties_whatever_the_filters_say(tab: Tab) -> None:
    tab.tick("statuses", "ended")
    tab.choose("Lyon police")
    tab.press("Show all its ties")
    assert tab.names == ["Brïght Cam", "Eye", "Lyon police"]


def test_a_path_names_each_step_with_its_evidence(tab: Tab) -> None:
    tab.choose("Brïght Cam")
    tab.press("Path from here")
    assert "Path from Brïght Cam: now choose where to." in tab.evidence
    tab.choose("Ghent police")
    steps = tab.page.locator("#panel ol > li .tie").all_inner_texts()
    assert [" ".join(step.split()).partition(" since")[0] for step in steps] == [
        "Brïght Cam owns Acme 2015",
        "Acme supplies Ghent police",
    ]
    assert "It says c-r-bright-OWNS-acme." in tab.evidence
    tab.press("Leave the path")
    assert "Choose a name" in tab.evidence


def test_without_a_way_there_is_no_path(tab: Tab) -> None:
    tab.choose("A law")
    tab.press("Path from here")
    tab.choose("Acme")
    assert "No path in this picture." in tab.evidence


def test_every_step_can_be_taken_back(tab: Tab) -> None:
    tab.tick("kinds", "PoliceForce", "Company")
    tab.choose("Acme")
    tab.press("Hide")
    assert tab.names == ["Brïght Cam", "Ghent police", "Lyon police"]
    tab.press("Undo")
    assert "Acme" in tab.names
    tab.press("Undo", "Undo")
    assert tab.names == ["Ghent police", "Lyon police"]
    tab.page.locator("#stage").focus()
    tab.keys("Control+z")
    assert len(tab.names) == 7
    assert tab.page.locator("#undo").is_disabled()
