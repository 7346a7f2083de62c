import pytest

from kg.errors import DataError
from kg.ftm.model import narrower, schema, schemata


def test_a_schema_inherits_from_all_that_it_extends() -> None:
    company = schema("Company")
    assert company.lineage == {"Company", "Organization", "LegalEntity", "Thing", "Asset", "Value"}
    assert company.properties["name"].type == "name"
    assert company.properties["addressEntity"].range == "Address"
    assert (company.is_a("Asset"), company.is_a("Person")) == (True, False)


def test_a_link_runs_from_one_property_to_another() -> None:
    assert schema("Ownership").edge == ("owner", "asset")
    assert schema("Ownership").properties["asset"].range == "Asset"
    assert schema("Person").edge is None


def test_every_range_and_edge_names_what_there_is() -> None:
    for one in schemata().values():
        for found in one.properties.values():
            assert not found.range or found.range in schemata()
        assert set(one.edge or ()) <= one.properties.keys()
        assert set(one.required) <= one.properties.keys()


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("LegalEntity", "Company", "Company"),
        ("Company", "LegalEntity", "Company"),
        ("Company", "Company", "Company"),
        ("Company", "Person", ""),
        ("Thing", "Address", "Address"),
    ],
)
def test_of_two_schemata_the_narrower_says_more(left: str, right: str, found: str) -> None:
    assert narrower(left, right) == found


def test_an_unknown_schema_comes_with_the_near_one() -> None:
    with pytest.raises(DataError, match=r"'Compny' is no schema .* \(did you mean 'Company'\?\)"):
        schema("Compny")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("nme", r"\(did you mean 'name'\?\)"), ("zzzzz", "; it has abbreviation, address")],
)
def test_an_unknown_property_comes_with_a_hint(name: str, hint: str) -> None:
    with pytest.raises(DataError, match=f"Person has no property '{name}'.*{hint}|{hint}"):
        schema("Person").property(name)
