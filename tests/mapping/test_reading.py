"""Mappings read and checked: what is wrong in one is a line each, and the rest of it runs."""

from textwrap import dedent, indent

import pytest

from kg.errors import DataError
from kg.mapping.reading import read
from kg.mapping.spec import Mapping, Query, Thing

GOOD = """\
a:
  schema: Company
  key: A
  properties:
    name: {column: A}
"""


def query(entities: str, more: str = "") -> str:
    """A mapping of one query."""
    body = f"csv_url: t.csv\n{dedent(more)}entities:\n{indent(dedent(entities), '  ')}"
    return "d:\n  queries:\n    -\n" + indent(body, "      ")


def faults(text: str) -> list[str]:
    return [str(fault).partition(": ")[2] for fault in read(text, "m.yml")[1]]


def only(mapping: Mapping) -> Query:
    (dataset,) = mapping.datasets
    (found,) = dataset.queries
    return found


def thing(entities: str) -> Thing:
    mapping, wrong = read(query(entities), "m.yml")
    assert wrong == []
    return only(mapping).things[-1]


def test_a_query_is_read_as_aleph_writes_it() -> None:
    mapping, wrong = read(query(GOOD, "filters: {K: [x, y]}\nfilters_not: {L: }\n"), "m.yml")
    found = only(mapping)
    assert wrong == []
    assert (found.files, found.filters, found.filters_not) == (
        ("t.csv",),
        {"K": frozenset({"x", "y"})},
        {"L": frozenset({""})},
    )
    assert [(one.name, one.schema, one.keys) for one in found.things] == [("a", "Company", ("A",))]


def test_one_key_and_several_are_the_same_list() -> None:
    assert thing("a: {schema: Company, key: A, keys: [B, C]}").keys == ("A", "B", "C")


def test_an_id_column_stands_in_for_keys() -> None:
    assert thing("a: {schema: Company, id_column: ID}").id_column == "ID"


def test_a_template_reads_the_columns_in_it() -> None:
    found = thing("a: {schema: Company, key: A, properties: {name: {template: '{{A}}, {{B C}}'}}}")
    assert found.properties["name"].columns == ("A", "B C")


@pytest.mark.parametrize(
    ("written", "cells"),
    [
        ("{columns: [A, B], join: ' '}", {"columns": ("A", "B"), "join": " "}),
        ("{column: A, split: ';'}", {"columns": ("A",), "split": ";"}),
        ("{literals: [x, y]}", {"literals": ("x", "y")}),
        ("{column: A, format: '%Y'}", {"columns": ("A",), "forms": ("%Y",)}),
        ("{column: A, required: true}", {"columns": ("A",), "is_required": True}),
        ("{column: A, required: 'no'}", {"columns": ("A",), "is_required": False}),
        ("{column: A, x: {map: {M: B}}}", {"columns": ("A",), "changes": {"M": "B"}}),
        ("{column: A, x: {number_locale: de}}", {"columns": ("A",), "number_locale": "de"}),
        ("{column: A, x: {date_format: ['%d', '%m']}}", {"columns": ("A",), "forms": ("%d", "%m")}),
    ],
)
def test_a_property_says_where_its_value_comes_from(written: str, cells: dict[str, object]) -> None:
    found = thing(f"a: {{schema: Company, key: A, properties: {{name: {written}}}}}")
    own = found.properties["name"]
    assert {key: getattr(own, key) for key in cells} == cells


def test_entities_come_in_the_order_in_which_they_can_be_made() -> None:
    entities = """\
    own: {schema: Ownership, key: A, properties: {owner: {entity: b}, asset: {entity: a}}}
    a: {schema: Company, key: A, properties: {parent: {entity: b}}}
    b: {schema: Company, key: B}
    """
    mapping, wrong = read(query(entities), "m.yml")
    names = [one.name for one in only(mapping).things]
    assert wrong == []
    assert names.index("b") < names.index("a") < names.index("own")


def test_a_dataset_may_say_other_things_of_itself() -> None:
    text = "d:\n  label: Deals\n  info_url: https://x\n" + query(GOOD).removeprefix("d:\n")
    assert read(text, "m.yml")[1] == []


def test_a_single_query_needs_no_list() -> None:
    text = "d:\n  query:\n    csv_url: t.csv\n    entities: {a: {schema: Company, key: A}}"
    assert only(read(text, "m.yml")[0]).files == ("t.csv",)


# What is wrong is left out


@pytest.mark.parametrize(
    ("entities", "message"),
    [
        (
            "b: {schema: Compny, key: A}",
            "'Compny' is no schema of FollowTheMoney (did you mean 'Company'?)",
        ),
        ("b: {key: A}", "entity 'b' has no schema; write schema: Company, or another"),
        (
            "b: {schema: Company}",
            "entity 'b' has no key; write key: COLUMN, or id_column: COLUMN",
        ),
        (
            "b: {schema: Company, key: A, id_column: B}",
            "entity 'b' has keys and an id_column; use one, not both",
        ),
        (
            "b: {schema: Company, key: A, properties: {nme: {column: A}}}",
            "Company has no property 'nme' (did you mean 'name'?)",
        ),
        (
            "b: {schema: Company, key: A, properties: {name: {colum: A}}}",
            "a property has no key 'colum' (did you mean 'column'?)",
        ),
        (
            "b: {schema: Company, key: A, properties: {name: {}}}",
            "says nothing; write column:, literal:, template: or entity:",
        ),
        (
            "b: {schema: Company, key: A, properties: {name: {column: A, required: perhaps}}}",
            "required is true or false, not 'perhaps'",
        ),
        (
            "b: {schema: Company, key: A, properties: {parent: {entity: aa}}}",
            "parent names no entity of this query: 'aa'",
        ),
        (
            "b: {schema: Ownership, key: A, properties: {asset: {entity: c}}}\n"
            "c: {schema: Person, key: A}",
            "asset must be a Asset, and entity 'c' is a Person",
        ),
        (
            "b: {schema: Company, key: A, properties: {name: {entity: a}}}",
            "name of a Company takes a value, not an entity",
        ),
        (
            "b: {schema: Company, key: A, propertys: {}}",
            "entity 'b' has no key 'propertys' (did you mean 'properties'?)",
        ),
        ("b: Company", "entity 'b' takes keys with values below it, not 'Company'"),
        (
            "b: {schema: Company, key: A, x: {label: Compny}}",
            "'Compny' is no label (did you mean 'Company'?)",
        ),
        (
            "b: {schema: UnknownLink, key: A, x: {predicate: OWN}}",
            "'OWN' is no predicate (did you mean 'OWNS'?)",
        ),
        (
            "b: {schema: Company, key: A, x: {identifiers: [{scheme: NIF}]}}",
            "an identifier needs a number; write number: {column: ...}",
        ),
        (
            "b: {schema: Company, key: A, properties: {name: {column: A, x: {number_locale: du}}}}",
            "no number locale 'du'; write one of plain, en, ie, mt, de, nl, es, it, pt, da, el, "
            "hr, ro, sl, fr, bg, cs, et, fi, hu, lt, lv, no, pl, sk, sv, ch",
        ),
    ],
)
def test_one_mistake_is_one_line_and_the_rest_runs(entities: str, message: str) -> None:
    mapping, wrong = read(query(GOOD + entities), "m.yml")
    assert [str(fault).partition(": ")[2] for fault in wrong] == [message]
    assert "a" in [one.name for one in only(mapping).things]


def test_every_fault_names_the_file_and_the_row() -> None:
    text = query(GOOD + "b: {schema: Compny, key: A}")
    (fault,) = read(text, "m.yml")[1]
    row = next(n for n, line in enumerate(text.splitlines(), 1) if "Compny" in line)
    assert str(fault).startswith(f"m.yml, row {row}: ")


def test_a_query_that_goes_in_a_circle_is_left_out_and_the_others_run() -> None:
    circle = """\
    a: {schema: Company, key: A, properties: {parent: {entity: b}}}
    b: {schema: Company, key: B, properties: {parent: {entity: a}}}
    """
    text = query(GOOD) + "\n    -\n" + query(circle).partition("    -\n")[2]
    mapping, wrong = read(text, "m.yml")
    assert [one.name for one in only(mapping).things] == ["a"]
    assert "name each other in a circle: a -> b -> a" in str(wrong[0])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "m.yml: no queries in it; a mapping says dataset: queries: - entities:"),
        ("d: 3", "m.yml, row 1: a dataset takes keys with values below it, not '3'"),
        ("d: {queries: []}", "m.yml: no queries in it"),
        (
            "d: {queries: [{database: x, entities: {a: {schema: Company, key: A}}}]}",
            "reads a database; export the table as CSV, and write csv_url: FILE",
        ),
        ("d: {queries: [{csv_url: t.csv}]}", "no entities in this query"),
        (
            "d: {queries: [{csv_ul: t.csv}]}",
            r"a query has no key 'csv_ul' \(did you mean 'csv_url'",
        ),
        ("d: {x: {certainty: sure}, queries: []}", "'sure' is no certainty"),
    ],
)
def test_a_mapping_without_a_query_that_runs_is_refused(text: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read(text, "m.yml")


# Ours


def said(words: str, more: str = "") -> list[str]:
    ours = f"x:\n  say:\n    - {{{words}}}\n{more}"
    entities = GOOD + "b: {schema: PublicBody, key: B}\n"
    return faults(query(entities, ours))


def test_a_statement_of_ours_is_read() -> None:
    assert (
        said("subject: a, predicate: SUPPLIES, object: b, qualifiers: {since: {column: S}}") == []
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("subject: a, object: b", "a statement needs a predicate"),
        ("predicate: SUPPLIES, object: b", "a statement needs a subject"),
        (
            "subject: a, predicate: SUPPLIES",
            "a statement needs an object or a text, and not both",
        ),
        (
            "subject: a, predicate: SUPPLYS, object: b",
            "'SUPPLYS' is no predicate (did you mean 'SUPPLIES'?)",
        ),
        (
            "subject: a, predicate: CLIENT_OF, object: b",
            "CLIENT_OF is worked out from other claims; say those instead",
        ),
        (
            "subject: a, predicate: {column: K, map: {x: SUPPLYS}}, object: b",
            "'SUPPLYS' is no predicate (did you mean 'SUPPLIES'?)",
        ),
        (
            "subject: a, predicate: SUPPLIES, object: b, qualifiers: {sinse: x}",
            "'sinse' is no qualifier (did you mean 'since'?)",
        ),
        (
            "subject: supplier, predicate: SUPPLIES, object: b",
            "say names no entity of this query: 'supplier'",
        ),
        (
            "subject: a, predicate: SUPPLIES, object: b, qualifiers: {via: {entity: c}}",
            "say names no entity of this query: 'c'",
        ),
        (
            "subject: a, predicate: SUPPLIES, object: b, once: perhaps",
            "once is true or false, not 'perhaps'",
        ),
        (
            "subject: a, predicate: COVERS, text: {column: C, as: naics}",
            "no kind of code 'naics'; write as: cpv",
        ),
    ],
)
def test_a_wrong_statement_is_left_out(words: str, message: str) -> None:
    assert said(words) == [message]


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("number_locale: xx", "no number locale 'xx'"),
        ("certainty: sure", "'sure' is no certainty"),
        ("short_rows: yes", "'yes' is no word for short_rows; write one of allowed"),
        ("invisible: gone", "'gone' is no word for invisible; write one of kept"),
        ("skip: [{column: A}]", "skip needs is:, reason:"),
        ("join: {sheet: S}", "join needs on:"),
        ("explode: [{columns: [A]}]", "explode needs columns: and at:"),
        ("delimeter: ';'", "x has no key 'delimeter' (did you mean 'delimiter'?)"),
    ],
)
def test_a_wrong_word_on_how_a_table_is_written_is_told(key: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        read(query(GOOD, f"x: {{{key}}}\n"), "m.yml")
    assert message in str(caught.value)


def test_a_query_says_less_than_its_dataset_and_has_the_rest_from_it() -> None:
    text = query(GOOD, "x: {sheet: S}\n").replace("d:\n", "d:\n  x: {title: T, sheet: R}\n")
    manner = only(read(text, "m.yml")[0]).manner
    assert (manner.title, manner.sheet) == ("T", "S")


def test_a_value_of_ours_is_a_word_or_says_where_it_comes_from() -> None:
    found = thing("a: {schema: Company, key: A, x: {label: Prison, notes: {column: N}}}")
    assert (found.own["x:label"].literals, found.own["x:notes"].columns) == (("Prison",), ("N",))
