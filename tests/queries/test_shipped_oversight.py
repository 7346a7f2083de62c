"""The shipped queries on law, oversight, criticism, gaps, time and paths, one by one."""

from kg.session import OpenGraph
from tests.queries.promised import declared, query


def test_an_annulled_order_is_never_shown_without_the_ruling_that_annulled_it(
    shipped: OpenGraph,
) -> None:
    rows = shipped.query("rulings-on", of="BriefCam").rows
    order = "coeur-cote-fleurie-order"
    assert any(row["ruling_id"] == order and "unlawful" in str(row["outcome"]) for row in rows)
    assert any(row["on_id"] == order and row["outcome"] == "annulled" for row in rows)


def test_a_fine_is_told_by_every_source_with_its_own_figure(shipped: OpenGraph) -> None:
    rows = shipped.query("fines", of="Information Commissioner's Office").rows
    assert {row["value"] for row in rows} == {7_500_000.0, 7_552_800.0, 10_000_000.0}
    assert {row["status"] for row in rows} >= {"overturned on appeal", None}


def test_orbits_almost_hundred_and_more_than_hundred_stand_side_by_side(
    shipped: OpenGraph,
) -> None:
    rows = shipped.query("figures-claimed", of="Orbit").rows
    assert {(row["figure"], row["approx"]) for row in rows} == {
        ("100", "almost"),
        ("100", "more_than"),
    }
    assert all(row["certainty"] == "alleged" for row in rows)


def test_a_demand_for_safeguards_is_no_demand_for_a_ban(shipped: OpenGraph) -> None:
    kinds = {row["kind"] for row in shipped.query("demands-for-bans").rows}
    assert "ban" in kinds
    assert "safeguards" not in kinds
    assert "safeguards" in {row["kind"] for row in shipped.query("demands").rows}


def test_the_claims_of_a_conflict_stand_together(shipped: OpenGraph) -> None:
    titles = [row["conflict"] for row in shipped.query("conflicts").rows]
    blocks = [title for place, title in enumerate(titles) if titles[place - 1 : place] != [title]]
    assert len(blocks) == len(set(blocks))
    assert all(titles.count(title) > 1 for title in blocks)


def test_conflicts_are_cut_off_between_two_never_within_one(shipped: OpenGraph) -> None:
    every = shipped.query("conflicts").rows
    few = shipped.query("conflicts", limit=3).rows
    assert few == every[: len(few)]
    assert len({row["conflict"] for row in few}) == 3
    assert few[-1]["conflict"] != every[len(few)]["conflict"]


def test_what_others_say_too_is_not_vendor_only(shipped: OpenGraph) -> None:
    facts = {
        (row["subject_id"], row["fact"], row["object_id"])
        for row in shipped.query("vendor-only").rows
    }
    assert ("libourne", "USES", "smart-police-predictive-module") in facts
    assert ("edicia", "MAKES", "smart-police") not in facts
    assert ("sopra-steria", "WON", "i-police-contract") not in facts


def test_a_client_who_speaks_of_its_supplier_is_no_vendor(shipped: OpenGraph) -> None:
    facts = {(row["fact"], row["object_id"]) for row in shipped.query("vendor-only").rows}
    assert ("SUPPLIES", "secretaria-estado-seguridad") in facts
    assert ("SUPPLIES", "sncf") not in facts


def test_what_another_source_carries_stands_when_one_is_withdrawn(shipped: OpenGraph) -> None:
    rows = shipped.query("if-source-withdrawn", source="verlinden-ipolice").rows
    facts = {(row["subject_id"], row["fact"], row["object_id"]) for row in rows}
    said = shipped.query("said-in", source="verlinden-ipolice").rows
    assert ("sopra-steria", "WON", "i-police-contract") not in facts
    assert ("sopra-steria", "WON", "i-police-contract") in {
        (row["subject_id"], row["fact"], row["object_id"]) for row in said
    }


def test_an_unknown_source_has_nothing_to_lose(shipped: OpenGraph) -> None:
    answer = shipped.query("if-source-withdrawn", source="no-such-source")
    assert answer.rows == ()
    assert declared(answer) == query("if-source-withdrawn").returns


def test_a_timeline_runs_forward(shipped: OpenGraph) -> None:
    dates = [str(row["date"] or row["until"]) for row in shipped.query("timeline").rows]
    assert dates == sorted(dates)
    every = shipped.query("timeline", dated="all").rows
    assert len(every) > len(dates)
    assert "published" in {row["dated_by"] for row in every}


def test_the_matrix_has_a_cell_for_every_force_and_technology(shipped: OpenGraph) -> None:
    rows = shipped.query("force-technology", country="Netherlands").rows
    forces = {row["force_id"] for row in rows}
    technologies = {row["technology_id"] for row in rows}
    assert len(rows) == len(forces) * len(technologies)
    assert {"dutch-police", "kmar"} <= forces
    empty = [row for row in rows if row["used"] == "unknown"]
    assert empty
    assert all(not row["claims"] and row["certainty"] is None for row in empty)


def test_a_group_says_nothing_of_its_members(shipped: OpenGraph) -> None:
    rows = shipped.query("force-technology", technology="crime hotspot prediction").rows
    used = {row["force_id"]: row["used"] for row in rows}
    assert used["belgian-local-police"] == "yes"
    assert used["pz-gent"] == "unknown"


def test_a_plan_that_came_true_is_still_listed_as_a_plan(shipped: OpenGraph) -> None:
    rows = [row for row in shipped.query("plans").rows if row["what_id"] == "skala"]
    assert rows
    assert all(row["status"] == "planned" for row in rows)


def test_the_shortest_path_leads_from_one_end_to_the_other(shipped: OpenGraph) -> None:
    rows = shipped.query("shortest-path", **{"from": "unit-8200"}).rows
    assert [row["step"] for row in rows] == list(range(1, len(rows) + 1))
    assert rows[0]["from_id"] == "unit-8200"
    assert rows[-1]["to_id"] == "belgian-federal-police"
    assert [row["from_id"] for row in rows[1:]] == [row["to_id"] for row in rows[:-1]]


def test_to_share_a_technique_is_no_short_path(shipped: OpenGraph) -> None:
    rows = shipped.query("shortest-path", **{"from": "briefcam"}).rows
    assert "ai-video-surveillance" not in {row["to_id"] for row in rows}
    assert {row["over_shared"] for row in rows} == {None}


def test_a_long_path_over_a_technique_says_so(shipped: OpenGraph) -> None:
    rows = shipped.query("shortest-path", **{"from": "bosch", "to": "orbit"}).rows
    assert "ai-video-surveillance" in {row["to_id"] for row in rows}
    assert {row["over_shared"] for row in rows} == {True}
    assert {row["path_certainty"] for row in rows} == {"alleged"}


def test_a_path_to_itself_is_none(shipped: OpenGraph) -> None:
    assert shipped.query("shortest-path", **{"from": "palantir", "to": "palantir"}).rows == ()


def test_more_paths_are_equally_short(shipped: OpenGraph) -> None:
    rows = shipped.query("shortest-path", paths=3).rows
    steps = {number: [row for row in rows if row["path"] == number] for number in (1, 2, 3)}
    assert len({len(path) for path in steps.values()}) == 1
    assert steps[1] == list(shipped.query("shortest-path").rows)
