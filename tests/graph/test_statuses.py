from itertools import permutations

import pytest

from kg.graph.statuses import statuses
from kg.statements import Source, Statement
from tests.reading.samples import said

SOURCES = {
    name: Source(name, "", name, name, published)
    for name, published in (("report", "2025"), ("press", "2024-01"), ("older", "2019"), ("no", ""))
}


def use(pairs: str, source: str = "report", certainty: str = "stated") -> Statement:
    return said(f"force USES @tool | {pairs}", source, pairs, certainty=certainty)


def found(*claims: Statement) -> tuple[object, object]:
    every = [statuses(order, SOURCES) for order in permutations(claims)]
    assert every == [every[0]] * len(every)
    return every[0]["status"], every[0]["statuses"]


def test_without_a_status_there_is_none() -> None:
    assert found(use("since=2019")) == ("", [])


def test_the_latest_known_counts_and_the_others_are_history() -> None:
    assert found(use("status=active", "older"), use("status=ended", "report")) == (
        "ended",
        ["active", "ended"],
    )


def test_an_end_holds_from_its_day_whenever_it_is_told() -> None:
    ended, taken_up = use("status=ended;until=2018"), use("status=active;as_of=2019", "older")
    assert found(ended, taken_up) == ("active", ["ended", "active"])


def test_a_use_since_a_year_still_held_when_its_source_came_out() -> None:
    assert found(use("status=active;since=2012"), use("status=suspended", "older")) == (
        "active",
        ["suspended", "active"],
    )


def test_a_source_that_tells_the_end_speaks_of_the_use_before_it() -> None:
    assert found(
        use("status=active;since=2018", "press"), use("status=suspended;date=2019", "press")
    ) == ("suspended", ["active", "suspended"])


def test_of_a_trial_only_the_start_is_sure() -> None:
    assert found(use("status=pilot;since=2016"), use("status=active;as_of=2020", "older")) == (
        "active",
        ["pilot", "active"],
    )


def test_a_plan_is_known_when_it_is_told_and_not_when_it_is_for() -> None:
    assert found(use("status=planned;date=2030", "older"), use("status=active", "press")) == (
        "active",
        ["planned", "active"],
    )


def test_a_use_that_is_said_to_end_later_held_when_its_source_came_out() -> None:
    assert found(use("status=pilot;until=2030", "older"), use("status=active", "press")) == (
        "active",
        ["pilot", "active"],
    )


def test_a_use_that_was_over_held_until_then() -> None:
    assert found(use("status=pilot;until=2018"), use("status=active", "older")) == (
        "active",
        ["pilot", "active"],
    )


def test_of_one_time_the_better_evidence_counts() -> None:
    assert found(use("status=ended", certainty="alleged"), use("status=active")) == (
        "active",
        ["ended", "active"],
    )


def test_of_one_time_and_one_evidence_the_one_further_on_counts() -> None:
    assert found(use("status=active;as_of=2020"), use("status=planned;as_of=2020")) == (
        "active",
        ["planned", "active"],
    )


def test_that_a_source_leaves_it_open_counts_only_where_no_other_says_more() -> None:
    assert found(use("status=pilot", "older"), use("status=unknown")) == (
        "pilot",
        ["pilot", "unknown"],
    )
    assert found(use("status=unknown")) == ("unknown", ["unknown"])


def test_an_undated_claim_is_the_oldest() -> None:
    assert found(use("status=active", "no"), use("status=pilot;date=2015")) == (
        "pilot",
        ["active", "pilot"],
    )


def test_a_status_that_is_said_twice_is_listed_once() -> None:
    assert found(use("status=active", "older"), use("status=active", "press")) == (
        "active",
        ["active"],
    )


@pytest.mark.parametrize("status", ["approved", "appeal pending"])
def test_words_of_a_source_are_dated_alike(status: str) -> None:
    assert found(use(f"status={status};as_of=2023"), use("status=overturned;date=2022")) == (
        status,
        ["overturned", status],
    )


def test_a_plan_to_extend_what_is_in_use_leaves_it_in_use() -> None:
    assert found(use("status=active;as_of=2018", "older"), use("status=planned;scope=all")) == (
        "active",
        ["active", "planned"],
    )


def test_a_plan_after_the_end_is_a_plan_again() -> None:
    assert found(use("status=ended;until=2018"), use("status=planned")) == (
        "planned",
        ["ended", "planned"],
    )
