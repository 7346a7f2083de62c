"""Mappings run over tables: what they make and say, and where they are looked for."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from kg.case import Case
from kg.ftm.gathered import Gathered
from kg.ingesting import ingest, recognise, suggest
from kg.inputs import inputs
from tests.ingest.said import Said, Samples, Say, hear_files
from tests.mapping.tables import mapping, table

DEALS = """\
Firm,Force,Value,Day,Page,Kind,Remark
Axon,Politie Oost,1000.50,2021-03-31,https://x.eu/a.pdf#page=3,supply,hello
Bosch,Politie Oost,7,2021-04-01,,lease,
Axon,Politie West,,,,supply,
"""
PARTIES = """\
firm:
  schema: Company
  key: Firm
  properties:
    name: {column: Firm}
force:
  schema: PublicBody
  key: Force
  properties:
    name: {column: Force}
    country: {literal: NL}
"""
SUPPLIES = """\
say:
  - subject: firm
    predicate: SUPPLIES
    object: force
    qualifiers:
      value: {column: Value}
      date: {column: Day}
"""


def by_name(said: Said) -> dict[str, str]:
    return {entity.id: entity.name for entity in said.entities}


def ties(said: Said) -> list[tuple[str, str, str]]:
    names = by_name(said)
    return [
        (names.get(one.subject, one.subject), one.predicate, names.get(one.object, one.text))
        for one in said.statements
    ]


def test_a_table_says_what_its_mapping_says(said: Say, tmp_path: Path) -> None:
    heard = said(
        "mapping",
        table(tmp_path, DEALS),
        mapping=str(mapping(tmp_path, PARTIES, SUPPLIES)),
    )
    assert ties(heard) == [
        ("Axon", "SUPPLIES", "Politie Oost"),
        ("Bosch", "SUPPLIES", "Politie Oost"),
        ("Axon", "SUPPLIES", "Politie West"),
    ]
    first = heard.statements[0]
    assert first.qualifiers == (("date", "2021-03-31"), ("value", "1000.50"))
    assert (first.source, first.locator, first.certainty) == ("file-d-t-csv", "row 2", "reported")
    assert first.says == "Axon supplies Politie Oost, 1000.50, 2021-03-31."
    assert [(e.name, e.label, e.countries) for e in heard.entities] == [
        ("Axon", "Company", ()),
        ("Politie Oost", "PoliceForce", ("NL",)),
        ("Bosch", "Company", ()),
        ("Politie West", "PoliceForce", ("NL",)),
    ]
    assert (heard.problems, heard.records) == ([], 3)
    assert heard.unread == {"Page": 1, "Kind": 3, "Remark": 1}


def test_the_file_is_a_source_with_what_the_mapping_says_of_it(said: Say, tmp_path: Path) -> None:
    x = "title: Deals\npublisher: Court of Audit\nsource_url: https://x.eu\npublished: '2021'\n"
    path = mapping(tmp_path, PARTIES, x + "certainty: stated\nas_of: 2021-06\n" + SUPPLIES)
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(path))
    (source,) = heard.sources[:1]
    assert (source.title, source.publisher, source.url, source.published, source.kind) == (
        "Deals (t.csv)",
        "Court of Audit",
        "https://x.eu",
        "2021",
        "data",
    )
    assert {(one.certainty, one.get("as_of")) for one in heard.statements} == {
        ("stated", "2021-06")
    }


def test_a_page_that_the_row_names_is_the_source(said: Say, tmp_path: Path) -> None:
    path = mapping(tmp_path, PARTIES, SUPPLIES + "    source_url: {column: Page}\n")
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(path))
    first, second, _ = heard.statements
    (source,) = [one for one in heard.sources if one.id == first.source]
    assert (source.url, source.title, source.publisher) == (
        "https://x.eu/a.pdf",
        "x.eu/a.pdf",
        "x.eu",
    )
    assert first.locator == "p. 3; t.csv, row 2"
    assert (second.source, second.locator) == ("file-d-t-csv", "row 3")


def test_direction_predicate_and_certainty_may_hang_on_a_column(said: Say, tmp_path: Path) -> None:
    x = """\
    say:
      - subject: firm
        object: force
        predicate: {column: Kind, map: {supply: SUPPLIES, lease: CONTRACTED_WITH}}
        direction: {column: Kind, map: {lease: reversed, "*": ""}}
        certainty: {column: Kind, map: {lease: alleged, "*": stated}}
    """
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(mapping(tmp_path, PARTIES, x)))
    assert ties(heard)[:2] == [
        ("Axon", "SUPPLIES", "Politie Oost"),
        ("Politie Oost", "CONTRACTED_WITH", "Bosch"),
    ]
    assert [one.certainty for one in heard.statements] == ["stated", "alleged", "stated"]


def test_a_word_that_the_map_lacks_is_told_and_nothing_is_said(said: Say, tmp_path: Path) -> None:
    x = """\
    say:
      - subject: firm
        object: force
        predicate: {column: Kind, map: {supply: SUPPLIES}}
    """
    path = mapping(tmp_path, PARTIES, x)
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(path))
    assert len(heard.statements) == 2
    assert [str(problem) for problem in heard.problems] == [
        "t.csv, row 3, column Kind: 'lease' is not in the map of row 7; nothing is said"
    ]


def test_the_same_is_said_once_where_the_mapping_wants_it_so(said: Say, tmp_path: Path) -> None:
    text = "Firm,Force\nAxon,P\nAxon,P\nAxon,P\n"
    x = "say: [{subject: firm, predicate: SUPPLIES, object: force, once: %s}]"
    counts = [
        len(
            said(
                "mapping",
                table(tmp_path, text),
                mapping=str(mapping(tmp_path, PARTIES, x % once)),
            ).statements
        )
        for once in ("true", "false")
    ]
    assert counts == [1, 3]


def test_what_is_to_be_said_once_is_remembered_for_the_last_rows_of_a_large_table(
    said: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twins beside each other are one, wherever in the file; far apart they may be two."""
    monkeypatch.setattr("kg.mapping.stating._REMEMBERED", 20)
    rows = [f"Firm {number},P\n" * 2 for number in range(200)] + ["Firm 0,P\n", "Firm 190,P\n"]
    x = "say: [{subject: firm, predicate: SUPPLIES, object: force, once: true}]"
    heard = said(
        "mapping",
        table(tmp_path, "Firm,Force\n" + "".join(rows)),
        mapping=str(mapping(tmp_path, PARTIES, x)),
    )
    places = [one.locator for one in heard.statements]
    assert places == [*(f"row {2 * number + 2}" for number in range(200)), "row 402"]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("qualifiers: {currency: EUR, kind: award}", {"currency": "EUR", "kind": "award"}),
        ("qualifiers: {kind: {literals: [award, final]}}", {"kind": "award; final"}),
        (
            "qualifiers: {kind: {columns: [Kind, Remark]}, currency: EUR}",
            {"currency": "EUR", "kind": "supply; hello"},
        ),
        ("qualifiers: {kind: {column: Kind, map: {lease: loan}}}", {"kind": "supply"}),
        ("as_of: '2020-05', qualifiers: {kind: award}", {"as_of": "2020-05", "kind": "award"}),
    ],
)
def test_words_of_a_mapping_and_cells_narrow_a_statement(
    own: str, expected: dict[str, str], said: Say, tmp_path: Path
) -> None:
    x = f"say: [{{subject: firm, predicate: SUPPLIES, object: force, {own}}}]"
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(mapping(tmp_path, PARTIES, x)))
    assert not heard.problems
    assert dict(heard.statements[0].qualifiers) == expected
    assert [*heard.statements[0].qualifiers] == sorted(expected.items())


def test_every_page_that_a_row_names_is_a_source_of_what_it_says(said: Say, tmp_path: Path) -> None:
    text = "Firm,Force,Page\nAxon,P,https://x.eu/a.pdf#page=3 https://y.eu/b\nBosch,P,\n"
    x = """\
    say:
      - subject: firm
        predicate: SUPPLIES
        object: force
        source_url: {column: Page, split: " "}
    """
    heard = said("mapping", table(tmp_path, text), mapping=str(mapping(tmp_path, PARTIES, x)))
    urls = {one.id: one.url for one in heard.sources}
    assert [(urls[one.source], one.locator) for one in heard.statements] == [
        ("https://x.eu/a.pdf", "p. 3; t.csv, row 2"),
        ("https://y.eu/b", "t.csv, row 2"),
        ("", "row 3"),
    ]


def test_only_rows_with_a_value_for_it_say_it(said: Say, tmp_path: Path) -> None:
    x = SUPPLIES + "    when: {column: Remark}\n"
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(mapping(tmp_path, PARTIES, x)))
    assert [one.locator for one in heard.statements] == ["row 2"]


def test_nothing_is_said_of_a_thing_and_itself(said: Say, tmp_path: Path) -> None:
    both = PARTIES.replace("PublicBody", "Company").replace("  key: Force", "  key: Force")
    heard = said(
        "mapping",
        table(tmp_path, "Firm,Force\nAxon,Axon\nAxon,Bosch\n"),
        mapping=str(mapping(tmp_path, both, "say: [{subject: firm, predicate: OWNS, "
                                            "object: force}]")),
    )  # fmt: skip
    assert ties(heard) == [("Axon", "OWNS", "Bosch")]


def test_a_thing_that_is_only_named_is_left_to_another_file(said: Say, tmp_path: Path) -> None:
    entities = PARTIES + "  x: {reference: true}\n"
    heard = said(
        "mapping", table(tmp_path, DEALS), mapping=str(mapping(tmp_path, entities, SUPPLIES))
    )
    assert [entity.name for entity in heard.entities] == ["Axon", "Bosch"]
    assert len(heard.statements) == 3


# Rows that are let through


def test_filters_let_rows_through(said: Say, tmp_path: Path) -> None:
    path = mapping(tmp_path, PARTIES, SUPPLIES, "filters: {Kind: supply}\n")
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(path))
    assert [one.locator for one in heard.statements] == ["row 2", "row 4"]
    assert heard.skipped == {"row that no query of the mapping lets through": 1}


def test_filters_may_keep_rows_out_and_empty_is_a_value(said: Say, tmp_path: Path) -> None:
    path = mapping(tmp_path, PARTIES, SUPPLIES, "filters_not: {Kind: [lease], Day: }\n")
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(path))
    assert [one.locator for one in heard.statements] == ["row 2"]


def test_a_filter_on_a_column_that_is_not_there_lets_nothing_through(
    said: Say, tmp_path: Path
) -> None:
    path = mapping(tmp_path, PARTIES, SUPPLIES, "filters: {Kinds: supply}\n")
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(path))
    assert heard.statements == []
    assert [str(problem) for problem in heard.problems] == [
        "t.csv: has no column 'Kinds' (did you mean 'Kind'?); it counts as empty"
    ]


def test_rows_are_passed_over_with_a_reason(said: Say, tmp_path: Path) -> None:
    x = "skip: [{column: Kind, is: lease, reason: no supply}]\n" + SUPPLIES
    heard = said("mapping", table(tmp_path, DEALS), mapping=str(mapping(tmp_path, PARTIES, x)))
    assert (len(heard.statements), heard.skipped) == (2, {"no supply": 1})


# What FollowTheMoney says by itself

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


# Kinds of table


@pytest.mark.parametrize("kind", ["jsonl", "json", "tsv", "gz", "zip"])
def test_a_table_of_any_kind_says_the_same(said: Say, tmp_path: Path, kind: str) -> None:
    path = mapping(tmp_path, PARTIES, SUPPLIES)
    heard = said("mapping", _as(kind, tmp_path), mapping=str(path))
    assert ties(heard) == [
        ("Axon", "SUPPLIES", "Politie Oost"),
        ("Bosch", "SUPPLIES", "Politie Oost"),
        ("Axon", "SUPPLIES", "Politie West"),
    ]
    assert heard.unread == {"Page": 1, "Kind": 3, "Remark": 1}


def _as(kind: str, folder: Path) -> Path:
    rows = [line.split(",") for line in DEALS.splitlines()]
    records = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    path = folder / f"t.{kind}"
    if kind == "jsonl":
        path.write_text("\n".join(map(json.dumps, records)), "utf-8")
    elif kind == "json":
        path.write_text(json.dumps(records), "utf-8")
    elif kind == "tsv":
        path.write_text(DEALS.replace(",", "\t"), "utf-8")
    elif kind == "gz":
        path = folder / "t.csv.gz"
        path.write_bytes(gzip.compress(DEALS.encode()))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("in/t.csv", DEALS)
    return path


# Where mappings are found


def test_a_mapping_given_as_the_file_reads_the_table_beside_it(said: Say, tmp_path: Path) -> None:
    table(tmp_path, DEALS)
    heard = said("mapping", mapping(tmp_path, PARTIES, SUPPLIES))
    assert len(heard.statements) == 3


def test_a_mapping_of_the_case_knows_its_columns(tmp_path: Path) -> None:
    folder = tmp_path / "ingest" / "mappings"
    folder.mkdir(parents=True)
    mapping(folder, PARTIES, "recognise: [Firm, Force]\n" + SUPPLIES)
    heard = hear_files(Case(tmp_path), "mapping", (table(tmp_path, DEALS),), {})
    assert len(heard.statements) == 3


def test_a_mapping_is_found_by_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "ingest" / "mappings"
    folder.mkdir(parents=True)
    mapping(folder, PARTIES, SUPPLIES, name="deals.yml")
    for options in ({"mapping": "deals"}, {"preset": "deals"}):
        heard = hear_files(Case(tmp_path), "mapping", (table(tmp_path, DEALS),), options)
        assert len(heard.statements) == 3


def test_the_command_line_can_say_how_a_table_is_written(said: Say, tmp_path: Path) -> None:
    text = "Firm|Force|Value\nAxon|Straße|1.000,50\n"
    heard = said(
        "mapping",
        table(tmp_path, text.encode("cp1252")),
        mapping=str(mapping(tmp_path, PARTIES, SUPPLIES)),
        delimiter="pipe",
        encoding="cp1252",
        number_locale="de",
        certainty="alleged",
    )
    (one,) = heard.statements
    assert (one.get("value"), one.certainty) == ("1000.50", "alleged")
    assert [e.name for e in heard.entities] == ["Axon", "Straße"]


def test_of_a_mapping_of_several_tables_each_query_reads_its_own(said: Say, tmp_path: Path) -> None:
    path = tmp_path / "m.yml"
    path.write_text(
        "d:\n  queries:\n"
        "  - {csv_url: firms.csv, entities: {a: {schema: Company, key: Nr, "
        "properties: {name: {column: Firm}}}}}\n"
        "  - {csv_url: links.csv, entities: {a: {schema: Company, key: A}, "
        "b: {schema: Company, key: B}, "
        "l: {schema: Ownership, keys: [A, B], "
        "properties: {owner: {entity: a}, asset: {entity: b}}}}}\n",
        "utf-8",
    )
    firms = table(tmp_path, "Nr,Firm\n1,Axon\n2,Bosch\n", "firms.csv")
    links = table(tmp_path, "A,B\n1,2\n", "links.csv")
    heard = said("mapping", firms, links, mapping=str(path))
    assert ties(heard) == [("Axon", "OWNS", "Bosch")]
    assert heard.unread == {}
    assert ties(said("mapping", path)) == [("Axon", "OWNS", "Bosch")]


# Into a case


def test_the_format_of_a_table_and_of_a_mapping_is_recognised(
    tmp_path: Path, samples: Samples
) -> None:
    files = [
        table(tmp_path, DEALS),
        table(tmp_path, "A;B\n1;2\n", "u.txt"),
        mapping(tmp_path, PARTIES),
        *samples("placsp").glob("*.xlsx"),
    ]
    for path in files:
        (part,) = inputs([str(path)])
        assert recognise(Case(tmp_path), part).name == "mapping", path.name


def test_a_changed_mapping_reads_the_table_anew(tmp_path: Path) -> None:
    case = Case(tmp_path)
    path, data = mapping(tmp_path, PARTIES, SUPPLIES), table(tmp_path, DEALS)
    first, again = (
        next(ingest(case, [str(data)], "mapping", {"mapping": str(path)})) for _ in range(2)
    )
    mapping(tmp_path, PARTIES, SUPPLIES.replace("SUPPLIES", "CONTRACTED_WITH"))
    changed = next(ingest(case, [str(data)], "mapping", {"mapping": str(path)}))
    assert [getattr(one, "is_new", None) for one in (first, again, changed)] == [True, False, True]


def test_a_changed_table_is_read_anew_where_the_mapping_is_the_file(tmp_path: Path) -> None:
    case, path = Case(tmp_path), mapping(tmp_path, PARTIES, SUPPLIES)
    table(tmp_path, DEALS)
    first = next(ingest(case, [str(path)]))
    table(tmp_path, DEALS + "Sony,Politie Oost,,,,supply,\n")
    second = next(ingest(case, [str(path)]))
    counts = [getattr(one, "taken", None) for one in (first, second)]
    assert [taken.statements for taken in counts if taken] == [3, 4]


def test_things_that_do_not_fit_into_memory_say_the_same(
    said: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, data = str(mapping(tmp_path, PARTIES + LINKS_OF_DEALS)), table(tmp_path, DEALS)
    small = said("mapping", data, mapping=path)
    monkeypatch.setattr(Gathered, "__init__", _tiny(Gathered.__init__))
    assert said("mapping", data, mapping=path) == small
    assert len(small.statements) == 3


LINKS_OF_DEALS = """\
link:
  schema: UnknownLink
  keys: [Firm, Force]
  properties: {subject: {entity: firm}, object: {entity: force}}
"""


def _tiny(init: object) -> object:
    def small(self: Gathered) -> None:
        assert callable(init)
        init(self, 1)

    return small


# A first mapping


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl"])
def test_a_suggested_mapping_runs(said: Say, tmp_path: Path, name: str) -> None:
    path = table(tmp_path, DEALS) if name == "t.csv" else _as("jsonl", tmp_path)
    text = suggest(Case(tmp_path), str(path))
    made = tmp_path / "made.yml"
    made.write_text(text, "utf-8")
    heard = said("mapping", path, mapping=str(made))
    assert heard.problems == []
    assert {one.predicate for one in heard.statements} == {"AWARDED", "WON", "HAS_AMOUNT"}
    assert [one.text for one in heard.of("HAS_AMOUNT")] == ["1000.50", "7"]


def test_a_suggestion_says_what_to_check(tmp_path: Path) -> None:
    data = "Koper;Leverancier;Bedrag;Datum;Noot\nPolitie;Axon;1.000,5;01/02/2021;x\n"
    text = suggest(Case(tmp_path), str(table(tmp_path, data)))
    assert "number_locale: de  # check" in text
    assert 'date_format: "%d/%m/%Y"  # check: day or month first? no cell tells' in text
    assert "predicate: WON  # check: supplier WON contract" in text
    assert text.splitlines()[-1] == "# Columns to look at: Datum, Noot"


def test_every_real_table_has_a_suggestion_that_runs(
    said: Say, samples: Samples, tmp_path: Path
) -> None:
    for file in [
        *samples("placsp").glob("*.xlsx"),
        samples("ftm-aleph") / "donations.csv",
        *samples("atlas").glob("*.csv"),
        samples("usaspending-ice") / "fy13.csv",
    ]:
        made = tmp_path / "made.yml"
        made.write_text(suggest(Case(tmp_path), str(file)), "utf-8")
        heard = said("mapping", file, mapping=str(made))
        assert heard.entities, file.name
        assert heard.statements, file.name
