from pathlib import Path

import pytest

from kg.facts import entities
from kg.statements import Entity, Origin
from tests.facts.tables import ENTITY, lines, saved, values


def wrong(folder: Path, **changes: str) -> list[str]:
    return lines(entities(saved(folder, "entities.csv", ENTITY | changes)))


def test_a_row_becomes_an_entity(tmp_path: Path) -> None:
    (entity,) = entities(saved(tmp_path, "entities.csv", ENTITY))
    assert entity == Entity(
        id="ta9",
        label="Company",
        name="TA9",
        names=(("en", "TA9"), ("fr", "TÉA-9")),
        aliases=("T.A.9", "TA-9"),
        countries=("IL",),
        ids=("tender_ref:LISA/2019/RP/05",),
        public_basis="",
        notes="kind=software vendor",
    )


def test_an_entity_knows_its_file_and_row(tmp_path: Path) -> None:
    (entity,) = values(entities(saved(tmp_path, "entities.csv", ENTITY)))
    assert entity.origin == Origin("entities.csv", 2)


def test_most_cells_may_be_empty(tmp_path: Path) -> None:
    bare = dict.fromkeys(ENTITY, "") | {"id": "ta9", "label": "Company", "name": "TA9"}
    assert values(entities(saved(tmp_path, "entities.csv", bare))) == [
        Entity("ta9", "Company", "TA9")
    ]


@pytest.mark.parametrize(
    ("column", "value", "line"),
    [
        ("id", "", "column id: is empty, but every row needs it"),
        ("label", "", "column label: is empty, but every row needs it"),
        ("name", "", "column name: is empty, but every row needs it"),
        (
            "id",
            "Gemeente Zürich (ZH)",
            "column id: 'Gemeente Zürich (ZH)' is no id; write small letters a-z, digits and "
            "single hyphens, e.g. 'gemeente-zurich-zh'",
        ),
        (
            "id",
            "---",
            "column id: '---' is no id; write small letters a-z, digits and single hyphens",
        ),
        ("label", "Compny", "column label: 'Compny' is no label (did you mean 'Company'?)"),
        ("label", "company", "column label: 'company' is no label (did you mean 'Company'?)"),
        (
            "label",
            "System",
            "column label: System cannot be the label of an entity; write one of Database, Product",
        ),
        (
            "label",
            "Claim",
            "column label: Claim cannot be the label of an entity; it is made, not written",
        ),
        (
            "names",
            "Police",
            "column names: 'Police' is no key=value; a value cannot hold '|', "
            "so write a comma if this belongs to the value before it",
        ),
        ("names", "nl=", "column names: 'nl=' lacks its value; write key=value"),
        ("names", "=Politie", "column names: '=Politie' lacks its key; write key=value"),
        (
            "names",
            "nl=Politie|nl=Politiezone",
            "column names: nl is there twice; keep one, or write a second row",
        ),
        ("names", "NL=Politie", "column names: 'NL' is no language code; write nl"),
        (
            "names",
            "dutch=Politie",
            "column names: 'dutch' is no language code; "
            "write two small letters (ISO 639-1: nl, fr, de)",
        ),
        ("country", "UK", "column country: 'UK' is no country code; write GB"),
        ("country", "be", "column country: 'be' is no country code; write BE"),
        (
            "country",
            "Belgium",
            "column country: 'Belgium' is no country code; "
            "write two capitals (ISO 3166: BE, FR, GB), or EU",
        ),
        (
            "country",
            "BE|XX",
            "column country: 'XX' is no country code; "
            "write two capitals (ISO 3166: BE, FR, GB), or EU",
        ),
        (
            "ids",
            "2105328",
            "column ids: '2105328' is no scheme:value; write e.g. case_no:2105328",
        ),
    ],
)
def test_a_wrong_cell_is_one_line(tmp_path: Path, column: str, value: str, line: str) -> None:
    assert wrong(tmp_path, **{column: value}) == [f"entities.csv, row 2, {line}"]


@pytest.mark.parametrize("country", ["EU", "XK", "BE|NL", " BE | FR ", ""])
def test_country_codes_are_iso_and_the_union(tmp_path: Path, country: str) -> None:
    assert wrong(tmp_path, country=country) == []


def test_a_person_is_there_for_a_public_role_only(tmp_path: Path) -> None:
    assert wrong(tmp_path, label="Person") == [
        "entities.csv, row 2, column public_basis: is empty; "
        "say in which public role this person matters, or leave them out"
    ]
    assert wrong(tmp_path, label="Person", public_basis="minister") == []


def test_every_wrong_cell_of_a_row_has_its_line(tmp_path: Path) -> None:
    assert len(wrong(tmp_path, label="Compny", country="UK", name="")) == 3


def test_of_two_rows_with_one_id_the_first_counts(tmp_path: Path) -> None:
    path = saved(tmp_path, "entities.csv", ENTITY, ENTITY | {"name": "Other"})
    assert [entity.name for entity in entities(path) if isinstance(entity, Entity)] == ["TA9"]
    assert lines(entities(path)) == [
        "entities.csv, row 3, column id: 'ta9' is already in row 2; give this one another id"
    ]


def test_a_wrong_row_does_not_hold_its_id(tmp_path: Path) -> None:
    path = saved(tmp_path, "entities.csv", ENTITY | {"label": "Compny"}, ENTITY)
    assert [entity.origin.row for entity in values(entities(path))] == [3]


def test_hostile_names_come_back_unchanged(tmp_path: Path) -> None:
    hostile = '\'; MATCH (n) DETACH DELETE n // =HYPERLINK("x") \u202eabc\u202c 👮'
    row = ENTITY | {"name": hostile, "aliases": hostile, "names": f"en={hostile}"}
    (entity,) = values(entities(saved(tmp_path, "entities.csv", row)))
    assert isinstance(entity, Entity)
    assert (entity.name, entity.aliases, entity.names) == (
        hostile,
        (hostile,),
        (("en", hostile),),
    )
