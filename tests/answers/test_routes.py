"""Paths as text and as data: numbered sources, hops once, in the direction they are said."""

import re
from typing import TYPE_CHECKING

import pytest

from kg.answers.routes import as_data, as_text

if TYPE_CHECKING:
    from kg.reading.paths import Path
    from kg.session import OpenGraph


@pytest.fixture(scope="module")
def found(shipped: "OpenGraph") -> "list[Path]":
    return shipped.path("unit-8200", "Federale Politie")


def test_a_sentence_runs_in_the_direction_in_which_it_is_said(found: "list[Path]") -> None:
    text = as_text(found)
    assert "Chief executive of TA9 holds or held a role at Unit 8200" in text
    assert "deputy director" in text


def test_every_number_in_the_text_has_its_source_once(found: "list[Path]") -> None:
    body, _, sources = as_text(found).partition("Sources:\n")
    used = set(re.findall(r"^ +\[(\d+)\]", body, re.MULTILINE))
    listed = re.findall(r"^\[(\d+)\]", sources, re.MULTILINE)
    assert sorted(used, key=int) == listed


def test_a_hop_that_was_shown_is_not_shown_again(found: "list[Path]") -> None:
    text = as_text(found[:2])
    assert text.count("was formerly deputy director of Unit 8200") == 1
    assert "as above" in text


@pytest.mark.parametrize("width", [60, 100])
def test_no_line_is_wider_than_asked_for(found: "list[Path]", width: int) -> None:
    lines = as_text(found, width=width).split("\n")
    wide = [line.strip() for line in lines if len(line) > width]
    assert [line for line in wide if " " in line or not line.startswith("https://")] == []


def test_what_wraps_stands_further_to_the_right(found: "list[Path]") -> None:
    wide, narrow = (as_text(found, width=width) for width in (10_000, 80))
    assert " ".join(narrow.split()) != narrow
    assert re.sub(r"\s+", "", narrow) == re.sub(r"\s+", "", wide)
    heads = [line for line in narrow.split("\n") if not line.startswith("    ") and line]
    starts = [line for line in wide.split("\n") if not line.startswith("    ") and line]
    assert len(heads) == len(starts)


def test_data_has_source_and_locator_of_every_claim(found: "list[Path]") -> None:
    claims = [claim for path in as_data(found) for hop in path["hops"] for claim in hop["claims"]]
    assert claims
    assert all(claim["source"] and claim["locator"] and claim["id"] for claim in claims)


def test_data_says_which_hop_is_inferred(found: "list[Path]") -> None:
    assert {hop["inferred"] for path in as_data(found) for hop in path["hops"]} == {False}
    assert as_data(found)[0]["hops"][0]["ties"][0]["type"] == "HELD_ROLE"


def test_text_speaks_the_language_asked_for(shipped: "OpenGraph") -> None:
    from kg.reading.paths import paths

    found = paths(shipped.store, "unit-8200", "belgian-federal-police", most=1, lang="de")
    text = as_text(found, "de")
    assert "Quellen:" in text
    assert "Zu beachten:" in text
