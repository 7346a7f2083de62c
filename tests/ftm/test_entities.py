import pytest

from kg.ftm.entities import EITHER, entity, label, name
from kg.ftm.fragment import Fragment
from kg.ftm.words import is_document, is_link, rule_of_label
from kg.schema import labels
from tests.ftm.things import fragment


@pytest.mark.parametrize(
    ("schema", "called", "country", "found"),
    [
        ("Company", "Polizei Software GmbH", "DE", "Company"),
        ("Person", "Anna", "", "Person"),
        ("PublicBody", "Politie Oost-Nederland", "NL", "PoliceForce"),
        ("PublicBody", "Ministerie van Justitie", "NL", "PublicBody"),
        ("PublicBody", "Stadtwerke GmbH", "DE", "PublicBody"),
        ("LegalEntity", "Axon", "US", "Company"),
        ("LegalEntity", "Ayuntamiento de Lloseta", "ES", "Municipality"),
        ("Organization", "Amnesty International", "", "Institution"),
        ("Organization", "Axon B.V.", "NL", "Company"),
        ("Contract", "Cameras", "", "Contract"),
        ("License", "Mine", "", "Contract"),
        ("CallForTenders", "Cameras", "", "Tender"),
        ("Project", "iBorderCtrl", "", "Project"),
        ("Address", "Gent", "", "Place"),
        ("CourtCase", "A v B", "", "Finding"),
        ("Vessel", "Sea", "", ""),
        ("BankAccount", "x", "", ""),
    ],
)
def test_a_schema_and_a_name_give_a_label(
    schema: str, called: str, country: str, found: str
) -> None:
    thing = fragment("1", schema, name=called, title=called, full=called, country=country or [])
    assert label(thing) == found


def test_every_label_that_a_schema_gives_is_one() -> None:
    for schema in ("Company", "Person", "Contract", "Address", "CourtCase", "Project"):
        assert rule_of_label(schema) in labels()


@pytest.mark.parametrize(
    ("called", "found"),
    [("KIM SOO IN", "Person"), ("ORION NOMINEES LIMITED", "Company"), ("Polizei Bremen",
                                                                       "PoliceForce")],
)  # fmt: skip
def test_where_the_file_does_not_say_the_name_tells_a_person_from_a_company(
    called: str, found: str
) -> None:
    assert label(fragment("1", "LegalEntity", name=called, x_label=EITHER)) == found


def test_a_label_of_ours_goes_before() -> None:
    assert label(fragment("1", "Asset", name="VSA", x_label="Technology")) == "Technology"


@pytest.mark.parametrize(
    ("thing", "found"),
    [
        (fragment("1", "Company", name=["A", "B"]), "A"),
        (fragment("1", "Company", name="A", x_name="Better"), "Better"),
        (fragment("1", "Contract", name="No 7", title="Cameras"), "Cameras"),
        (fragment("1", "Person", title="Dr", name="Anna"), "Anna"),
        (fragment("1", "Person", firstName="Anna", lastName="Smith"), "Anna Smith"),
        (fragment("1", "Address", street="A 1", city="Gent"), "A 1, Gent"),
        (fragment("1", "Company", registrationNumber="0807"), "0807"),
        (fragment("1", "Company"), "1"),
    ],
)
def test_a_thing_is_called_by_the_best_of_its_names(thing: Fragment, found: str) -> None:
    assert name(thing) == found


def test_an_entity_has_its_names_countries_and_numbers() -> None:
    found = entity(
        fragment(
            "1",
            "Company",
            name=["Securitas NV", "Securitas"],
            alias="Securitas Belgium",
            previousName="Group 4",
            jurisdiction="be",
            country=["BE", "gb-sct", "suhh"],
            vatCode="BE0807497383",
            leiCode="213800KUD8LAJWSQ9D15",
            registrationNumber="nonsense",
            summary="A firm",
            keywords=["guards", "cameras"],
        ),
        "Company",
        "deals.csv",
    )
    assert (found.name, found.aliases, found.countries) == (
        "Securitas NV",
        ("Securitas", "Securitas Belgium", "Group 4"),
        ("BE", "GB"),
    )
    assert found.ids == ("be-kbo:0807497383", "vat:BE0807497383", "lei:213800KUD8LAJWSQ9D15")
    assert found.notes == "A firm; guards; cameras; number as written: nonsense"


def test_a_name_that_goes_over_lines_is_one_line() -> None:
    thing = fragment("1", "Company", name="Polizei\n  Software\tGmbH", alias="PS\r\nGmbH")
    found = entity(thing, "Company", "t.csv")
    assert (found.name, found.aliases) == ("Polizei Software GmbH", ("PS GmbH",))
    assert name(thing) == "Polizei Software GmbH"


def test_a_thing_without_a_name_is_marked() -> None:
    found = entity(fragment("1", "Company"), "Company", "deals.csv")
    assert (found.name, found.notes) == ("1", "unnamed=yes")


@pytest.mark.parametrize(
    ("values", "basis"),
    [
        ({}, "named in deals.csv"),
        ({"position": "Minister"}, "Minister"),
        ({"topics": "role.pep"}, "politically exposed person"),
        ({"position": "Minister", "x_public_basis": "Owner"}, "Owner"),
    ],
)
def test_a_person_is_there_for_a_public_role(values: dict[str, str], basis: str) -> None:
    found = entity(fragment("1", "Person", name="Anna", **values), "Person", "deals.csv")
    assert found.public_basis == basis


def test_the_number_of_a_procedure_is_kept_as_such() -> None:
    found = entity(fragment("1", "Contract", procedureNumber="7/2021"), "Contract", "deals.csv")
    assert found.ids == ("procedure_no:7/2021",)


@pytest.mark.parametrize(
    ("schema", "link", "document"),
    [
        ("Ownership", True, False),
        ("UnknownLink", True, False),
        ("Sanction", True, False),
        ("Mention", True, False),
        ("Company", False, False),
        ("Project", False, False),
        ("CallForTenders", False, False),
        ("Pages", False, True),
    ],
)
def test_things_links_and_documents_are_told_apart(schema: str, link: bool, document: bool) -> None:
    assert (is_link(schema), is_document(schema)) == (link, document)
