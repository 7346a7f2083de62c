"""The table: the same as the picture, to sort and to take along, and nothing in it acts."""

import csv
import io
from dataclasses import replace

import pytest

from kg.pages import page
from tests.pages.conftest import Open
from tests.pages.samples import MARKS, placed, small
from tests.pages.tab import Tab


@pytest.fixture
def tab(show: Open) -> Tab:
    return show(page(small(), placed()), "view=table")


def test_the_table_holds_every_tie_and_every_entity_shown(tab: Tab) -> None:
    ties = tab.rows()
    assert len(ties) == 8
    assert ties[0] == [
        "Acme",
        "makes",
        "Eye",
        "",
        "",
        "stated",
        "",
        "The Herald, p. 42, l. 7",
    ]
    assert [row[0] for row in tab.rows("marks")][:2] == ["A law", "Acme"]


def test_a_filter_holds_for_the_table_too(tab: Tab) -> None:
    tab.tick("statuses", "ended")
    assert [row[:3] for row in tab.rows()] == [["Brïght Cam", "supplies", "Lyon police"]]


def test_a_head_sorts_and_says_so(tab: Tab) -> None:
    tab.page.get_by_role("button", name="To", exact=True).click()
    assert [row[2] for row in tab.rows()][:2] == ["Acme", "Eye"]
    tab.page.get_by_role("button", name="To", exact=True).click()
    assert [row[2] for row in tab.rows()][:2] == ["Lyon police", "Ghent police"]
    head = tab.page.locator("#table-ties th[aria-sort]")
    assert head.get_attribute("aria-sort") == "descending"
    assert tab.page.evaluate("document.activeElement.textContent").startswith("To")


def test_a_row_leads_to_its_evidence(tab: Tab) -> None:
    tab.page.locator("#table-ties tbody button").first.click()
    tab.settle()
    assert "It says c-r-acme-MAKES-eye." in tab.evidence


def test_the_file_holds_what_is_shown_with_its_claims_and_runs_nothing(show: Open) -> None:
    names = {"acme": '=HYPERLINK("x")', "gent": "-2+3", "lyon": "+32 2 555", "eye": 'a "b", c'}
    marks = [
        replace(
            each, name=names.get(each.id, each.name), names={"en": names.get(each.id, each.name)}
        )
        for each in MARKS
    ]
    tab = show(page(small(marks=tuple(sorted(marks, key=lambda each: each.id))), placed()))
    tab.tick("certainties", "stated")
    text = tab.saved("Table (CSV)").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][:3] == ["From", "Tie", "To"]
    assert ['\'=HYPERLINK("x")', "makes", 'a "b", c'] in [row[:3] for row in rows]
    assert {row[0] for row in rows[1:]} == {'\'=HYPERLINK("x")', "'-2+3", "Brïght Cam", "Watchers"}
    assert len(rows) == 7
    made = next(row for row in rows if row[1] == "makes")
    assert made[-2:] == ["https://example.org/herald", "c-r-acme-MAKES-eye"]
