"""The shipped queries on systems, supply, contracts, money, ownership and people, one by one."""

from kg.session import OpenGraph


def test_ta9s_contract_subcontract_and_partnership_are_three_statements(
    shipped: OpenGraph,
) -> None:
    rows = shipped.query("routes-to-forces", vendor="TA9").rows
    cited = {
        str(row["route"]): set(row["claims"]) for row in rows if isinstance(row["claims"], list)
    }
    contract = cited["contract"]
    subcontract = cited["subcontract for a system in use"]
    partnership = cited["partnership for a system in use"]
    assert not contract & subcontract
    assert not contract & partnership
    assert partnership - subcontract
    assert subcontract - partnership


def test_suppliers_cite_page_42_and_the_annual_report_of_the_police(shipped: OpenGraph) -> None:
    answer = shipped.query("suppliers", force="Federale Politie")
    ta9 = {
        claim
        for row in answer.rows
        if row["supplier_id"] == "ta9" and isinstance(row["claims"], list)
        for claim in row["claims"]
    }
    notes = [note for note in answer.notes if ta9 & set(note.claims)]
    assert any(note.locator.startswith("p. 42") for note in notes)
    assert any(note.source.startswith("fedpol-jaarverslag") for note in notes)


def test_the_tie_of_ta9_and_rayzone_makes_every_route_of_rayzone_inferred(
    shipped: OpenGraph,
) -> None:
    rows = shipped.query("suppliers", force="belgian-federal-police").rows
    assert {row["certainty"] for row in rows if row["supplier_id"] == "rayzone"} == {"inferred"}


def test_depth_one_gives_only_those_who_deal_with_the_force_itself(shipped: OpenGraph) -> None:
    every = shipped.query("suppliers", force="belgian-federal-police").rows
    direct = shipped.query("suppliers", force="belgian-federal-police", depth=1).rows
    assert direct == tuple(row for row in every if row["tier"] == 1)
    assert len(direct) < len(every)


def test_who_only_plans_to_use_a_system_is_no_client_of_its_maker(shipped: OpenGraph) -> None:
    users = shipped.query("users-of", system="palantir-systems-germany").rows
    planned = {row["user_id"] for row in users if row["status"] == "planned"}
    clients = {row["client_id"] for row in shipped.query("clients-of", vendor="Palantir").rows}
    assert "police-bw" in planned
    assert not planned & clients


def test_who_uses_a_technique_is_no_client_of_all_who_sell_it(shipped: OpenGraph) -> None:
    used = shipped.query("used-by", force="belgian-federal-police").rows
    clients = {row["client_id"] for row in shipped.query("clients-of", vendor="BriefCam").rows}
    assert "ai-video-surveillance" in {row["system_id"] for row in used}
    assert "pz-gent" in clients
    assert "belgian-federal-police" not in clients


def test_active_systems_are_those_whose_latest_status_is_active(shipped: OpenGraph) -> None:
    rows = shipped.query("systems-by-status", status="active").rows
    assert {row["status"] for row in rows} == {"active"}
    assert any(len(list(row["history"])) > 1 for row in rows if isinstance(row["history"], list))


def test_every_price_said_of_a_takeover_keeps_its_own_row(shipped: OpenGraph) -> None:
    rows = shipped.query("takeovers", party="Ordina").rows
    said = {(row["status"], row["price"], row["approx"], row["contested"]) for row in rows}
    assert said == {
        ("announced", 518_000_000.0, None, True),
        ("announced", 518_000_000.0, "about", True),
        ("announced", 528_000_000.0, None, True),
        ("closed", 480_000_000.0, "almost", True),
    }


def test_an_investor_is_no_owner(shipped: OpenGraph) -> None:
    investors = {row["funder_id"] for row in shipped.query("funders-of", thing="XXII").rows}
    owners = {row["owner_id"] for row in shipped.query("owners", vendor="XXII").rows}
    assert "kima-ventures" in investors
    assert not investors & owners


def test_budget_award_invoiced_and_paid_stand_side_by_side(shipped: OpenGraph) -> None:
    rows = shipped.query("amounts", thing="i-police-contract").rows
    kinds = {row["kind"]: row["amount"] for row in rows}
    assert {"budget", "award", "invoiced", "paid", "funding"} <= set(kinds)
    assert kinds["invoiced"] == 84_400_000.0
    assert all(row["says"] and row["said_by"] for row in rows)


def test_figures_of_a_month_are_not_ranked_with_whole_contracts(shipped: OpenGraph) -> None:
    monthly = shipped.query("amounts", thing="cometa-contract").rows
    ranked = shipped.query("contracts-by-value", min_value=1_000_000).rows
    assert 1_174_000.0 in {row["amount"] for row in monthly}
    assert 1_174_000.0 not in {row["value"] for row in ranked}


def test_values_fall_within_each_currency(shipped: OpenGraph) -> None:
    rows = shipped.query("contracts-by-value", min_value=0).rows
    ranked = [(str(row["currency"]), -float(str(row["value"]))) for row in rows]
    assert ranked == sorted(ranked)


def test_contracts_without_a_date_come_only_when_asked_for(shipped: OpenGraph) -> None:
    dated = shipped.query("contracts-by-year").rows
    every = shipped.query("contracts-by-year", undated="yes").rows
    assert every[: len(dated)] == dated
    assert {row["date"] for row in every[len(dated) :]} == {None}


def test_what_is_over_exposes_nobody_unless_the_past_is_asked_for(shipped: OpenGraph) -> None:
    over = {"ended", "suspended", "ruled_unlawful", "cancelled", "contract ended"}
    now = shipped.query("exposed-if", vendor="BriefCam").rows
    ever = shipped.query("exposed-if", vendor="BriefCam", past="yes").rows
    assert not over & {row["status"] for row in now}
    assert {row["exposed_id"] for row in ever} - {row["exposed_id"] for row in now} == {
        "gendarmerie-nationale",
        "moirans",
        "police-nationale-fr",
    }


def test_only_vendors_of_both_forces_are_shared(shipped: OpenGraph) -> None:
    left, right = "danish-police", "swedish-police"
    rows = shipped.query("shared-vendors", left=left, right=right).rows
    shared = {row["vendor_id"] for row in rows}
    behind = [
        {row["supplier_id"] for row in shipped.query("suppliers", force=force).rows}
        for force in (left, right)
    ]
    assert shared == behind[0] & behind[1] == {"palantir"}


def test_no_door_revolves_between_two_offices_or_two_firms(shipped: OpenGraph) -> None:
    people = {row["person_id"] for row in shipped.query("revolving-doors").rows}
    assert people == {
        "agnes-diallo",
        "annelies-verlinden",
        "mario-venturi",
        "matan-caspy",
        "ta9-ceo",
        "thierry-breton",
    }
