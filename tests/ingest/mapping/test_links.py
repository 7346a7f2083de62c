"""What FollowTheMoney says by itself, and what rows say of one thing together."""

from pathlib import Path

from tests.ingest.mapping.cast import ties
from tests.ingest.said import Say
from tests.mapping.tables import mapping, table

LINKS = """\
owner: {schema: LegalEntity, key: Owner, properties: {name: {column: Owner}}}
firm: {schema: Company, key: Firm, properties: {name: {column: Firm}}}
owns:
  schema: Ownership
  keys: [Owner, Firm]
  properties:
    owner: {entity: owner}
    asset: {entity: firm}
    percentage: {column: Share}
    startDate: {column: Since}
"""


def test_a_link_of_followthemoney_is_said_in_our_words(said: Say, tmp_path: Path) -> None:
    text = "Owner,Firm,Share,Since\nHolding BV,Axon,25-50 %,2019\nHolding BV,Bosch,75%,\n"
    heard = said("mapping", table(tmp_path, text), mapping=str(mapping(tmp_path, LINKS)))
    assert ties(heard) == [("Holding BV", "OWNS", "Axon"), ("Holding BV", "OWNS", "Bosch")]
    assert [one.qualifiers for one in heard.statements] == [
        (("max", "50"), ("min", "25"), ("since", "2019")),
        (("share", "75"),),
    ]


def test_a_link_may_be_turned_renamed_and_graded(said: Say, tmp_path: Path) -> None:
    entities = LINKS + (
        "  x: {direction: reversed, predicate: ACQUIRED, certainty: alleged, as_of: {column: Since}"
        ", source_url: 'https://x.eu/p.pdf#page=4'}\n"
    )
    text = "Owner,Firm,Share,Since\nHolding BV,Axon,,2019\n"
    heard = said("mapping", table(tmp_path, text), mapping=str(mapping(tmp_path, entities)))
    (one,) = heard.statements
    assert ties(heard) == [("Axon", "ACQUIRED", "Holding BV")]
    assert (one.certainty, one.get("as_of"), one.locator) == (
        "alleged",
        "2019",
        "p. 4; t.csv, row 2",
    )


def test_what_rows_say_of_one_thing_is_gathered(said: Say, tmp_path: Path) -> None:
    entities = """\
    firm:
      schema: LegalEntity
      key: Nr
      properties: {name: {column: Firm}, country: {column: Land}, registrationNumber: {column: Nr}}
    """
    text = "Nr,Firm,Land\n7,Axon,\n8,Bosch,DE\n7,Axon Enterprise,NL\n7,Axon,BE\n"
    heard = said("mapping", table(tmp_path, text), mapping=str(mapping(tmp_path, entities)))
    assert [(e.name, e.aliases, e.countries) for e in heard.entities] == [
        ("Axon", ("Axon Enterprise",), ("NL", "BE")),
        ("Bosch", (), ("DE",)),
    ]


def test_of_two_queries_on_one_thing_the_narrower_schema_counts(said: Say, tmp_path: Path) -> None:
    path = tmp_path / "m.yml"
    path.write_text(
        "d:\n  queries:\n"
        "  - {csv_url: t.csv, entities: {a: {schema: LegalEntity, key: A, "
        "properties: {name: {column: A}}}}}\n"
        "  - {csv_url: t.csv, filters: {K: p}, entities: {a: {schema: Person, key: A}}}\n",
        "utf-8",
    )
    heard = said("mapping", table(tmp_path, "A,K\nAnna,p\nAxon,\n"), mapping=str(path))
    assert [(e.name, e.label) for e in heard.entities] == [("Anna", "Person"), ("Axon", "Company")]


def test_a_thing_of_two_kinds_is_told_and_the_first_believed(said: Say, tmp_path: Path) -> None:
    path = tmp_path / "m.yml"
    path.write_text(
        "d:\n  queries:\n"
        "  - {csv_url: t.csv, entities: {a: {id_column: A, schema: Company, "
        "properties: {name: {column: A}}}}}\n"
        "  - {csv_url: t.csv, entities: {a: {id_column: A, schema: Person}}}\n",
        "utf-8",
    )
    heard = said("mapping", table(tmp_path, "A\nanna\n"), mapping=str(path))
    assert [e.label for e in heard.entities] == ["Company"]
    assert [str(problem) for problem in heard.problems] == [
        "t.csv, column schema: 'anna' is a Company and a Person; the first is believed"
    ]


def test_many_things_of_two_kinds_are_a_few_lines(said: Say, tmp_path: Path) -> None:
    lines = [
        f'{{"id": "t{n}", "schema": "{kind}"}}' for kind in ("Company", "Person") for n in range(90)
    ]
    path = tmp_path / "torn.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    heard = said("ftm", path)
    assert {entity.label for entity in heard.entities} == {"Company"}
    told = [problem.message for problem in heard.problems]
    assert told[:2] == [
        f"'t{n}' is a Company and a Person; the first is believed" for n in range(2)
    ]
    assert told[5:] == ["and 85 more rows like these (a Company and a Person)"]
