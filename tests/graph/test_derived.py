import pytest

from kg.graph.derived import derive
from kg.graph.model import Edge
from kg.graph.relationships import edge, facts
from kg.schema import certainties, edge_properties
from kg.statements import Entity, Source, Statement
from tests.reading.samples import said

SOURCES = {"report": Source("report", "", "R", "R", "2025"), "press": Source("press", "", "P", "P")}
LABELS = {
    "prime": "Company",
    "sub": "Company",
    "other": "Company",
    "shop": "Company",
    "uni": "Institution",
    "force": "PoliceForce",
    "city": "Municipality",
    "deal": "Contract",
    "tool": "Product",
    "method": "Technology",
}
ENTITIES = {id_: Entity(id_, label, id_) for id_, label in LABELS.items()}


def derived(*statements: Statement) -> list[Edge]:
    return derive(facts(statements), ENTITIES, SOURCES)


def told(*statements: Statement) -> list[tuple[str, str, str, str]]:
    """Type, start, end and own property of each edge."""
    return [
        (found.type, found.start[1], found.end[1], _own(found)) for found in derived(*statements)
    ]


def _own(found: Edge) -> str:
    own = {"SUBCONTRACTS_TO": "contract", "SUPPLIES_VIA": "client", "CLIENT_OF": "through"}
    return str(found.props.get(own[found.type], ""))


# SUBCONTRACTS_TO


def test_who_won_a_contract_subcontracts_to_who_works_on_it() -> None:
    found = told(said("prime WON @deal"), said("sub SUBCONTRACTED_ON @deal"))
    assert found == [("SUBCONTRACTS_TO", "prime", "sub", "deal")]


@pytest.mark.parametrize(("role", "is_prime"), [("prime", True), ("lead", True), ("member", False)])
def test_a_mere_member_of_the_winning_group_is_no_prime(role: str, is_prime: bool) -> None:
    found = told(said(f"prime WON @deal | role={role}"), said("sub SUBCONTRACTED_ON @deal"))
    assert bool(found) is is_prime


def test_a_prime_that_is_named_counts_before_the_winner() -> None:
    found = told(said("prime WON @deal"), said("sub SUBCONTRACTED_ON @deal | prime=other"))
    assert found == [("SUBCONTRACTS_TO", "other", "sub", "deal")]


def test_a_prime_that_only_a_weaker_claim_names_is_no_surer_than_that_claim() -> None:
    named = said("sub SUBCONTRACTED_ON @deal | prime=other", certainty="alleged")
    (found,) = derived(said("sub SUBCONTRACTED_ON @deal", "press"), named)
    assert (found.props["certainty"], found.props["claims"]) == ("alleged", [named.id])


def test_nobody_subcontracts_to_oneself() -> None:
    assert told(said("prime WON @deal"), said("prime SUBCONTRACTED_ON @deal")) == []
    assert told(said("sub SUBCONTRACTED_ON @deal | prime=sub")) == []


# SUPPLIES_VIA


def test_a_delivery_through_others_ties_the_supplier_to_each_of_them() -> None:
    claim = said("prime SUPPLIES @force | via=shop|other")
    via = [one for one in told(claim) if one[0] == "SUPPLIES_VIA"]
    assert via == [
        ("SUPPLIES_VIA", "prime", "other", "force"),
        ("SUPPLIES_VIA", "prime", "shop", "force"),
    ]


def test_the_channel_rests_on_the_claims_that_name_it() -> None:
    named = said("prime SUPPLIES @force | via=shop", certainty="reported")
    found = derived(said("prime SUPPLIES @force", "press"), named)
    (via,) = [one for one in found if one.type == "SUPPLIES_VIA"]
    assert (via.props["claims"], via.props["certainty"]) == ([named.id], "reported")


# CLIENT_OF


def test_who_awarded_a_contract_is_a_client_of_who_won_it() -> None:
    found = told(said("city AWARDED @deal"), said("prime WON @deal"))
    assert found == [("CLIENT_OF", "city", "prime", "deal")]


@pytest.mark.parametrize(
    ("claim", "through"),
    [
        ("prime SUPPLIES @force", ""),
        ("prime SUPPLIES @force | contract=deal;system=tool", "deal"),
        ("prime SUPPLIES @force | system=tool", "tool"),
        ("prime CONTRACTED_WITH @force", ""),
    ],
)
def test_who_is_supplied_is_a_client(claim: str, through: str) -> None:
    assert told(said(claim)) == [("CLIENT_OF", "force", "prime", through)]


@pytest.mark.parametrize("made", ["MAKES", "SELLS"])
def test_who_uses_a_product_is_a_client_of_its_vendor(made: str) -> None:
    found = told(said("force USES @tool"), said(f"prime {made} @tool"))
    assert found == [("CLIENT_OF", "force", "prime", "tool")]


def test_who_uses_a_technique_is_no_client_of_all_who_sell_it() -> None:
    assert told(said("force USES @method"), said("prime SELLS @method")) == []


def test_a_university_that_made_a_system_is_no_vendor() -> None:
    assert told(said("force USES @tool"), said("uni MAKES @tool")) == []


@pytest.mark.parametrize("role", ["research", "co-inventor", "data provider", "tested it"])
def test_a_firm_that_only_helped_to_make_it_is_no_vendor(role: str) -> None:
    assert told(said("force USES @tool"), said(f"prime MAKES @tool | role={role}")) == []


@pytest.mark.parametrize("status", ["planned", "tender", "announced"])
@pytest.mark.parametrize(
    "claim", ["force USES @tool", "prime SUPPLIES @force", "prime CONTRACTED_WITH @force"]
)
def test_a_plan_makes_no_client(claim: str, status: str) -> None:
    assert told(said(f"{claim} | status={status}"), said("prime MAKES @tool")) == []


def test_a_system_that_was_only_attempted_has_no_vendor() -> None:
    found = told(said("force USES @tool"), said("prime MAKES @tool | status=attempted"))
    assert found == []


def test_a_use_that_was_first_planned_rests_on_what_came_of_it() -> None:
    plan = said("force USES @tool | status=planned", certainty="stated")
    use = said("force USES @tool | status=active", "press", certainty="alleged")
    made = said("prime MAKES @tool")
    (found,) = derived(plan, use, made)
    assert (found.props["claims"], found.props["certainty"]) == ([use.id, made.id], "alleged")


def test_who_uses_what_it_made_is_no_client_of_oneself() -> None:
    assert told(said("prime USES @tool"), said("prime MAKES @tool")) == []
    assert told(said("prime AWARDED @deal"), said("prime WON @deal")) == []


# What every derived relationship has


@pytest.mark.parametrize("weakest", certainties())
def test_it_is_never_surer_than_its_weakest_hop(weakest: str) -> None:
    used = said("force USES @tool", certainty=weakest)
    (found,) = derived(used, said("prime MAKES @tool"))
    assert found.props["certainty"] == weakest


def test_it_names_the_facts_and_claims_that_it_rests_on() -> None:
    statements = [said("city AWARDED @deal"), said("prime WON @deal", "press", "para 9")]
    (found,) = derived(*statements)
    below = [edge(fact, SOURCES, frozenset()).props["eid"] for fact in facts(statements)]
    assert found.props["rests_on"] == sorted(map(str, below))
    assert found.props["claims"] == [one.id for one in statements]
    assert (found.props["n_sources"], found.props["cite"]) == (2, "R, p. 26; P, para 9")
    assert found.props["derived"] is True
    assert set(found.props) <= set(edge_properties("CLIENT_OF"))


def test_two_ways_to_the_same_tie_are_one_that_rests_on_both() -> None:
    found = derived(
        said("prime WON @deal | role=lead"),
        said("prime WON @deal | role=prime", "press"),
        said("sub SUBCONTRACTED_ON @deal"),
    )
    assert [len(one.props["rests_on"]) for one in found] == [3]  # type: ignore[arg-type]


def test_the_order_of_the_claims_changes_nothing() -> None:
    claims = [
        said("city AWARDED @deal"),
        said("prime WON @deal | role=lead"),
        said("other WON @deal | role=member", "press"),
        said("sub SUBCONTRACTED_ON @deal"),
        said("force USES @tool"),
        said("prime MAKES @tool"),
    ]
    assert derived(*claims) == derived(*claims[::-1])
    assert len({one.props["eid"] for one in derived(*claims)}) == 4


# What has ended


def client_status(*statements: Statement) -> list[object]:
    found = derived(*statements)
    return [edge.props.get("status") for edge in found if edge.type == "CLIENT_OF"]


def test_a_client_whose_use_has_ended_is_one_that_ended() -> None:
    made = said("prime MAKES @tool")
    assert client_status(made, said("force USES @tool | status=ended")) == ["ended"]
    assert client_status(made, said("force USES @tool | status=suspended")) == ["suspended"]
    assert client_status(made, said("force USES @tool | status=active")) == [None]
    assert client_status(made, said("force USES @tool")) == [None]


def test_a_client_whose_contract_was_ended_is_one_that_ended() -> None:
    deal = said("force AWARDED @deal"), said("prime WON @deal")
    assert client_status(*deal) == [None]
    assert client_status(*deal, said("force ENDED @deal")) == ["ended"]
    assert client_status(*deal, said("force ENDED @deal | status=planned")) == [None]


def test_a_delivery_under_a_contract_that_was_ended_has_ended() -> None:
    supplied = said("prime SUPPLIES @force | contract=deal")
    assert client_status(supplied, said("force ENDED @deal")) == ["ended"]
