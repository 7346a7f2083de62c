"""Which properties a query can ask for, and which label is a kind of which."""

import pytest

from kg.errors import SchemaError
from kg.schema import (
    edge_properties,
    edge_types,
    fits,
    is_a,
    labels,
    lineage,
    node_properties,
    predicates,
    qualifiers,
)

EVIDENCE = {"SUBJECT", "OBJECT", "INVOLVES", "CITES", "CONFLICTS_WITH"}
ENTITY_TEXTS = "id label name name_en name_nl name_fr name_de name_es kind notes case_name"
ENTITY_LISTS = "names aliases country ids redirects joined"
EVERYWHERE = {"eid", "claims", "cite", "certainty", "n_sources", "topic", "walk"}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Company", "Company Organization Entity"),
        ("PublicBody", "PublicBody Organization Entity"),
        ("PoliceForce", "PoliceForce PublicBody Organization Entity"),
        ("Intelligence", "Intelligence PublicBody Organization Entity"),
        ("Court", "Court PublicBody Organization Entity"),
        ("Oversight", "Oversight PublicBody Organization Entity"),
        ("Prison", "Prison PublicBody Organization Entity"),
        ("Municipality", "Municipality PublicBody Organization Entity"),
        ("Institution", "Institution Organization Entity"),
        ("Person", "Person Entity"),
        ("Product", "Product System Entity"),
        ("Database", "Database System Entity"),
        ("Technology", "Technology Entity"),
        ("Contract", "Contract Entity"),
        ("Tender", "Tender Entity"),
        ("Project", "Project Entity"),
        ("Law", "Law Entity"),
        ("Finding", "Finding Entity"),
        ("Place", "Place Entity"),
        ("Claim", "Claim"),
        ("Source", "Source"),
    ],
)
def test_a_label_descends_from(label: str, expected: str) -> None:
    assert lineage(label) == tuple(expected.split())


@pytest.mark.parametrize(
    ("label", "ancestor", "expected"),
    [
        ("PoliceForce", "PublicBody", True),
        ("PoliceForce", "PoliceForce", True),
        ("PublicBody", "PoliceForce", False),
        ("Institution", "PublicBody", False),
        ("Claim", "Entity", False),
    ],
)
def test_a_label_is_a_kind_of_another(label: str, ancestor: str, expected: bool) -> None:
    assert is_a(label, ancestor) is expected


def test_a_police_force_may_stand_where_an_organization_may() -> None:
    assert fits("PoliceForce", predicates()["USES"].subject)
    assert not fits("Place", predicates()["USES"].subject)
    assert not fits("Company", ())


def test_a_misspelt_label_gets_a_hint() -> None:
    with pytest.raises(SchemaError) as caught:
        lineage("Compny")
    assert str(caught.value) == "no label 'Compny' (did you mean 'Company'?)"


def test_a_label_has_the_properties_of_its_ancestors() -> None:
    own = {"public_basis": "text"}
    assert node_properties("Person") == {**node_properties("Entity"), **own}
    assert node_properties("Court") == node_properties("Entity")


def test_an_entity_has_these_properties() -> None:
    assert node_properties("Entity") == {
        **dict.fromkeys(ENTITY_TEXTS.split(), "text"),
        **dict.fromkeys(ENTITY_LISTS.split(), "text[]"),
        "collective": "bool",
        "unnamed": "bool",
    }


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("number", "number"),
        ("qualifiers", "text[]"),
        ("via", "text[]"),
        ("value", "number"),
        ("since", "date"),
        ("date_lo", "date"),
        ("status", "text"),
        ("approx", "text"),
    ],
)
def test_a_claim_has_its_own_properties_and_its_qualifiers(name: str, type_: str) -> None:
    assert node_properties("Claim")[name] == type_


def test_every_qualifier_is_a_property_of_a_claim_and_hides_none() -> None:
    own = labels()["Claim"].properties
    assert own.keys() & qualifiers().keys() == set()
    assert node_properties("Claim").keys() == own.keys() | qualifiers().keys()


def test_a_relationship_is_a_predicate_with_an_entity_or_an_evidence_edge() -> None:
    walked = {name for name, predicate in predicates().items() if predicate.object}
    assert edge_types() == walked | EVIDENCE
    assert {"NAMED", "STATED", "HAS_AMOUNT"} & edge_types() == set()


@pytest.mark.parametrize("type_", sorted(edge_types() - EVIDENCE))
def test_a_relationship_between_entities_names_its_evidence(type_: str) -> None:
    assert edge_properties(type_).keys() >= EVERYWHERE


def test_only_a_derived_relationship_rests_on_others() -> None:
    derived = [type_ for type_ in sorted(edge_types()) if "rests_on" in edge_properties(type_)]
    assert derived == ["CLIENT_OF", "SUBCONTRACTS_TO", "SUPPLIES_VIA"]


@pytest.mark.parametrize(
    ("type_", "name", "property_type"),
    [
        ("SUPPLIES", "since_lo", "date"),
        ("SUPPLIES", "statuses", "text[]"),
        ("USES", "conflict", "bool"),
        ("MAYBE_SAME", "claims", "text[]"),
        ("SUBCONTRACTS_TO", "contract", "text"),
        ("SUPPLIES_VIA", "client", "text"),
        ("CLIENT_OF", "through", "text"),
        ("INVOLVES", "as", "text"),
        ("CITES", "locator", "text"),
        ("CONFLICTS_WITH", "note", "text"),
    ],
)
def test_a_relationship_has_this_property(type_: str, name: str, property_type: str) -> None:
    assert edge_properties(type_)[name] == property_type


def test_what_tells_two_facts_apart_is_a_property_of_the_relationship() -> None:
    apart = {key for key, qualifier in qualifiers().items() if qualifier.tells_apart}
    assert apart <= edge_properties("SUPPLIES").keys()


def test_a_misspelt_relationship_gets_a_hint() -> None:
    with pytest.raises(SchemaError) as caught:
        edge_properties("SUPPLYS")
    assert str(caught.value) == "no relationship 'SUPPLYS' (did you mean 'SUPPLIES'?)"


def test_nobody_can_change_the_vocabulary_by_accident() -> None:
    for words in (labels(), predicates(), qualifiers(), node_properties("Claim")):
        with pytest.raises(TypeError):
            words["New"] = ""  # type: ignore[index]
