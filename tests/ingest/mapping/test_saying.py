"""What rows say by a mapping, with what narrows it and where it stands."""

from pathlib import Path

import pytest

from tests.ingest.mapping.cast import DEALS, PARTIES, SUPPLIES, ties
from tests.ingest.said import Say
from tests.mapping.tables import mapping, table


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
