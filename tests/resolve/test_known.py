"""What the tables of other names join in a build, and how ``kg why`` and ``kg resolve`` tell it."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.schema import LANGUAGES
from kg.statements import Entity
from tests.resolve.parties import entity, joined, pairs, suggested

BAVARIA = entity(
    "bavaria-police", "Bayerische Polizei", "DE", "PoliceForce", aliases="Polizei Bayern"
)
PROXIMUS = entity("proximus", "Proximus", "BE", "Company")


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def party(id_: str, name: str, country: str, label: str = "PublicBody") -> Entity:
    return entity(id_, name, country, label)


def test_a_party_that_a_table_calls_as_a_row_is_that_row_and_the_reason_says_who_says_so() -> None:
    found = joined(party("org-x", "Bavarian Police", "DE"), shipped=[BAVARIA])
    assert pairs(found) == {("bavaria-police", "org-x", "T3")}
    assert found.same[0].why == (
        "alias 'Bavarian Police' of 'Polizei Bayern' by "
        "Wikidata label in name-suggestion-index 8.0.20260918, Q471333"
    )
    assert found.suggestions == ()


def test_two_parties_of_files_are_one_by_the_table() -> None:
    bern = party("a", "Kantonspolizei Bern", "CH"), party("b", "Police cantonale bernoise", "CH")
    assert pairs(joined(*bern)) == {("a", "b", "T3")}


def test_a_vendor_under_its_former_name_is_the_row() -> None:
    found = joined(entity("org-x", "Belgacom NV", "BE", "Company"), shipped=[PROXIMUS])
    assert pairs(found) == {("proximus", "org-x", "T3")}


@pytest.mark.parametrize(
    ("name", "country", "label"),
    [
        ("Bavarian Police", "AT", "PublicBody"),
        ("Bavarian Police", "", "PublicBody"),
        ("Bavarian Police", "DE", "Product"),
        ("Bavarian Police GmbH", "DE", "Company"),
        ("Belgacom", "NL", "Company"),
        ("Belgacom", "BE", "Product"),
        ("Belgacom", "BE", "PublicBody"),
    ],
)
def test_another_country_or_kind_of_thing_is_not_joined(
    name: str, country: str, label: str
) -> None:
    found = joined(party("org-x", name, country, label), shipped=[BAVARIA, PROXIMUS])
    assert pairs(found) == set()


def test_two_rows_of_tables_are_never_joined_nor_a_party_with_either() -> None:
    rows = [BAVARIA, entity("other", "Bavarian Police", "DE", "PoliceForce")]
    assert pairs(joined(shipped=rows)) == set()
    assert pairs(joined(shipped=rows[:1], own=rows[1:])) == set()
    bern = [party("a", "Kantonspolizei Bern", "CH"), party("b", "Police cantonale bernoise", "CH")]
    third = party("c", "Cantonal police of the canton of Bern", "CH")
    assert pairs(joined(third, shipped=bern)) == set()


def test_what_stands_for_many_or_was_judged_apart_is_not_joined() -> None:
    many = entity("many", "Polizei Bayern", "DE", "PoliceForce", notes="collective=yes")
    one = party("org-x", "Bavarian Police", "DE")
    assert pairs(joined(one, shipped=[many])) == set()
    assert pairs(joined(one, shipped=[BAVARIA], apart=[("bavaria-police", "org-x")])) == set()
    assert suggested(joined(one, shipped=[BAVARIA], apart=[("bavaria-police", "org-x")])) == {}


def test_a_list_is_joined_by_the_tables_and_by_rules_without_them(tmp_path: Path) -> None:
    buyers, out = tmp_path / "buyers.csv", tmp_path / "out.csv"
    buyers.write_text("buyer,country\nHesse State Police,DE\nPolizei Hessen,DEU\n", "utf-8")
    words = ("resolve", buyers, "--column", "buyer", "--country", "country", "-o", out)
    assert run(*words).exit_code == 0
    with out.open(encoding="utf-8", newline="") as file:
        assert [(row["cluster"], row["tier"]) for row in csv.DictReader(file)] == [
            ("1", "T3"),
            ("1", "T3"),
        ]
    assert run(*words, "--by-rules").exit_code == 0
    assert "T3" not in out.read_text("utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_why_names_the_alias_and_its_source_in_every_language(lang: str) -> None:
    told = run("why", "Belgacom", "Proximus N.V.", "--country", "BE", "--lang", lang).stdout
    line = told.splitlines()[1]
    assert line.startswith("T3: ")
    assert "Proximus" in line
    assert "Belgacom" in line
    assert line.endswith("data/entities.csv, proximus")


def test_the_score_of_the_letters_is_told_to_be_no_more_than_that() -> None:
    told = run("why", "Heddlu Gwent", "Gwent Police", "--country", "GB").stdout.splitlines()
    assert told[1].startswith("T3: both are names of Gwent Police: Heddlu Gwent by ")
    assert told[2] == "By their letters alone:"
    assert told[-1].endswith("likely to be one")


def test_the_five_languages_say_it_differently() -> None:
    said = {
        run("why", "BPOL", "Bundespolizei", "--country", "DE", "--lang", lang).stdout.splitlines()[
            1
        ]
        for lang in LANGUAGES
    }
    assert len(said) == len(LANGUAGES)


def test_names_without_a_country_are_nobody_the_tables_know() -> None:
    told = run("why", "BPOL", "Bundespolizei").stdout
    assert "T3" not in told
    assert "alias" not in told
