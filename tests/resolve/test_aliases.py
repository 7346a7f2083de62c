"""The shipped tables of other names, and what they join in a list."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.resolve.aliases import SHORTEST, Aliases, aliases
from kg.resolve.called import Row
from kg.resolve.clusters import clash, marks
from kg.resolve.known import both
from kg.resolve.names import parse
from kg.resolve.record import Record, record
from kg.resolve.resolving import resolve

ROOT = Path(__file__).resolve().parents[2]
COUNTRIES = {"BE", "NL", "FR", "DE", "ES", "GB", "IT", "CH", "AT"}


def rows(path: str) -> list[dict[str, str]]:
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


AUTHORITIES = rows("data/aliases/authorities.csv")
ENTITIES = rows("data/entities.csv")
REFUSED = rows("benchmarks/reference/authorities_refused.csv")


def named(*pairs: tuple[str, str]) -> list[Record]:
    return [record(str(at), name, country) for at, (name, country) in enumerate(pairs)]


def merged(*pairs: tuple[str, str]) -> Iterator[tuple[int, int, str]]:
    found = resolve(named(*pairs), known=aliases())
    return ((edge.left, edge.right, edge.tier) for edge in found.merged)


def are_one(name: str, other: str, country: str, elsewhere: str | None = None) -> bool:
    where = country if elsewhere is None else elsewhere
    return bool(both(aliases(), *named((name, country), (other, where))))


def test_every_row_has_a_country_a_source_and_a_place_in_it() -> None:
    for row in AUTHORITIES:
        assert row["country"] in COUNTRIES
        assert row["level"] in ("national", "regional", "local")
        assert row["alias_kind"] in ("name", "acronym", "former")
        assert all(row[column] for column in ("kind", "name", "alias", "source", "locator")), row
        assert row["wikidata"] == "" or row["wikidata"][1:].isdecimal()


def test_the_table_is_in_order_and_says_each_name_once() -> None:
    keys = [(row["country"], row["name"], row["alias"].casefold()) for row in AUTHORITIES]
    assert keys == sorted(set(keys))
    assert {row["country"] for row in AUTHORITIES} == COUNTRIES


def test_one_wikidata_item_is_one_body() -> None:
    bodies = {(row["wikidata"], row["country"], row["name"]) for row in AUTHORITIES}
    items = Counter(wikidata for wikidata, _, _ in bodies if wikidata)
    assert [item for item, count in items.items() if count > 1] == []


def test_no_acronym_of_three_letters_is_shipped() -> None:
    for row in AUTHORITIES:
        name = parse(row["alias"], row["country"])
        assert not name.is_acronym or len(name.squeezed) >= SHORTEST, row


@pytest.mark.parametrize("row", AUTHORITIES, ids=lambda row: f"{row['country']}-{row['alias']}")
def test_every_row_joins_its_alias_and_its_name_and_nothing_keeps_them_apart(
    row: dict[str, str],
) -> None:
    one, two = named((row["name"], row["country"]), (row["alias"], row["country"]))
    found = both(aliases(), one, two)
    assert found is not None
    assert {alias.of for alias in found} == {row["name"]}
    assert not clash(marks(one), marks(two))


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: f"{row['wikidata']}-{row['alias']}")
def test_what_was_refused_is_not_shipped_and_says_why(row: dict[str, str]) -> None:
    assert row["reason"]
    shipped = [one for one in AUTHORITIES if one["wikidata"] == row["wikidata"]]
    if row["alias"] in ("*", ""):
        assert shipped == []
    else:
        assert row["alias"] not in [one["alias"] for one in shipped]


@pytest.mark.parametrize(
    ("name", "other", "country"),
    [
        ("Polizei Bayern", "Bavarian Police", "DE"),
        ("Policía de Baviera", "Polizei Bayern", "DE"),
        ("POLIZEI BAYERN", "bavarian police", "DE"),
        ("Bundespolizei", "Bundesgrenzschutz", "DE"),
        ("Bundespolizei", "BPOL", "DE"),
        ("Bundespolizei", "Federal Police of Austria", "AT"),
        ("Kantonspolizei Bern", "Police cantonale bernoise", "CH"),
        ("Polizia cantonale dei Grigioni", "Polizia chantunala dal Grischun", "CH"),
        ("Heddlu Gogledd Cymru", "North Wales Police", "GB"),
        ("Policía Nacional", "Cuerpo Nacional de Policía", "ES"),
        ("Veiligheid van de Staat", "Sûreté de l'État", "BE"),
        ("ZP 5339", "Politiezone Brussel HOOFDSTAD Elsene", "BE"),
        ("AIVD", "General Intelligence and Security Service", "NL"),
        ("Carabinieri", "Arma dei Carabinieri", "IT"),
        ("France Travail", "Pôle emploi", "FR"),
        ("Politiezone Luik", "Zone de police de Liège", "BE"),
        ("Polizeizone Lüttich", "Liège police zone", "BE"),
        ("Quästur Mailand", "Questura di Milano", "IT"),
        ("Bundesverwaltungsamt", "Office fédéral d'administration allemand", "DE"),
        ("Garde civile espagnole", "Civil Guard", "ES"),
        ("politie van Hessen", "Hesse State Police", "DE"),
        ("Belgacom", "Proximus", "BE"),
        ("Belgacom NV", "Proximus N.V.", "BE"),
        ("GDF Suez", "Engie", "FR"),
        ("Finmeccanica S.p.A.", "Leonardo", "IT"),
        ("PredPol, Inc.", "Geolitica", "US"),
        ("ShotSpotter", "SoundThinking, Inc.", "US"),
    ],
)
def test_two_names_of_one_body_are_one_by_their_source(name: str, other: str, country: str) -> None:
    assert list(merged((name, country), (other, country))) == [(0, 1, "T3")]
    assert list(merged((other, country), (name, country))) == [(0, 1, "T3")]


@pytest.mark.parametrize(
    ("name", "other", "country", "elsewhere"),
    [
        ("Bundespolizei", "BPOL", "AT", "AT"),
        ("Bundespolizei", "BPOL", "AT", "DE"),
        ("Federal Police of Germany", "Bundespolizei", "DE", "AT"),
        ("Federal Criminal Police Office", "Bundeskriminalamt", "DE", "AT"),
        ("Federal Intelligence Service", "Nachrichtendienst des Bundes", "DE", "CH"),
        ("National Police Corps", "Cuerpo Nacional de Policía", "NL", "ES"),
        ("Polizei Bayern", "Bavarian Police", "", ""),
        ("Polizei Bayern", "Bavarian Police", "DE", ""),
        ("Polizei Bayern", "Bayerisches Landeskriminalamt", "DE", "DE"),
        ("LKA", "Landeskriminalamt Berlin", "DE", "DE"),
        ("LKA", "LKA NRW", "DE", "DE"),
        ("BKA", "Bundeskriminalamt", "DE", "DE"),
        ("PN", "Police nationale", "FR", "FR"),
        ("GC", "Guardia Civil", "ES", "ES"),
        ("DJI", "Dienst Justitiële Inrichtingen", "NL", "NL"),
        ("CGPJ", "Comisaría General de Policía Judicial", "ES", "ES"),
        ("Ministerio de Defensa", "Guardia Civil", "ES", "ES"),
        ("Polizia Stradale", "Polizia di Stato", "IT", "IT"),
        ("Gendarmerie", "Gendarmerie nationale", "FR", "FR"),
        ("Préfecture de police", "Préfecture de police de Paris", "FR", "FR"),
        ("Verfassungsschutz", "Bundesamt für Verfassungsschutz", "DE", "DE"),
        ("Zürcher Polizei", "Stadtpolizei Zürich", "CH", "CH"),
        ("Kantonspolizei Zürich", "Stadtpolizei Zürich", "CH", "CH"),
        ("Belgian police", "Federale Politie", "BE", "BE"),
        ("Marseille", "Ville de Marseille", "FR", "FR"),
        ("Policía Nacional", "Police nationale", "ES", "FR"),
        ("Freistaat Bayern", "Bavaria", "DE", "DE"),
        ("Polizei Bayern GmbH", "Bavarian Police", "DE", "DE"),
        ("PredPol", "Geolitica", "US", "US"),
        ("Iberia", "SAS Institute", "US", "US"),
        ("Keenfinity", "Bosch Security Systems", "DE", "DE"),
        ("Verint", "Cognyte", "IL", "IL"),
        ("Palantir", "Palantir Gotham", "US", "US"),
        ("Engie SA", "GDF Suez SARL", "FR", "FR"),
        ("Finmeccanica S.r.l.", "Leonardo", "IT", "IT"),
        ("Belgacom", "Proximus", "NL", "NL"),
    ],
)
def test_other_countries_levels_and_acronyms_of_many_are_not_one(
    name: str, other: str, country: str, elsewhere: str
) -> None:
    assert not are_one(name, other, country, elsewhere)
    assert "T3" not in [tier for _, _, tier in merged((name, country), (other, elsewhere))]


def row(body: str, name: str, country: str = "DE", **more: bool) -> Row:
    return Row(country, body, body, name, "a list, p. 1", **more)


def bodies(rows: list[Row], *names: str) -> list[str | None]:
    found = Aliases(rows)
    told = (found.of(record("0", name, "DE")) for name in names)
    return [alias.body if alias else None for alias in told]


def test_a_name_of_two_bodies_is_nobodys_however_often_it_is_met() -> None:
    rows = [row("North", "Blue Watch"), row("South", "Blue Watch"), row("North", "Blue Watch")]
    assert bodies([*rows, row("North", "Blue Watch North")], "Blue Watch", "Blue Watch North") == [
        None,
        "North",
    ]


def test_an_entity_that_shares_a_name_with_an_authority_is_that_authority() -> None:
    rows = [
        row("Polizei Nordland", "Northland Force"),
        row("nordland", "Northland Force", is_entity=True),
        row("nordland", "Guardia Norlandesa", is_entity=True),
    ]
    assert bodies(rows, "Northland Force", "Guardia Norlandesa") == ["Polizei Nordland"] * 2


def test_a_spelling_tells_which_authority_an_entity_is_and_is_not_looked_up() -> None:
    rows = [
        row("Polizei Nordland", "Northland Force"),
        row("nordland", "Northland Force", is_entity=True, is_spelling=True),
        row("nordland", "The Watch", is_entity=True, is_spelling=True),
        row("nordland", "Guardia Norlandesa", is_entity=True),
    ]
    assert bodies(rows, "Guardia Norlandesa", "The Watch") == ["Polizei Nordland", None]


def test_two_entities_that_share_names_with_one_authority_stay_two() -> None:
    rows = [
        row("Polizei Nordland", "Northland Force"),
        row("Polizei Nordland", "Nordland Watch"),
        row("one", "Northland Force", is_entity=True),
        row("one", "Guardia Azul", is_entity=True),
        row("two", "Nordland Watch", is_entity=True),
        row("two", "Guardia Roja", is_entity=True),
    ]
    assert bodies(rows, "Guardia Azul", "Guardia Roja", "Northland Force") == ["one", "two", None]


def test_an_entity_between_two_authorities_is_neither() -> None:
    rows = [
        row("North", "Northland Force"),
        row("South", "Southland Force"),
        row("both", "Northland Force", is_entity=True),
        row("both", "Southland Force", is_entity=True),
        row("both", "Guardia Mixta", is_entity=True),
    ]
    assert bodies(rows, "Guardia Mixta", "Northland Force") == ["both", None]


def test_a_record_whose_names_are_two_bodies_is_neither() -> None:
    known = Aliases([row("North", "Northland Force"), row("South", "Southland Force")])
    one = record("0", "Northland Force", "DE")._replace(aliases=(parse("Southland Force", "DE"),))
    assert known.of(one) is None
    assert known.of(one._replace(aliases=())) is not None
    assert known.of(one._replace(aliases=(), label="Product")) is None


def test_no_two_entities_of_data_are_one_by_their_names() -> None:
    found = aliases()
    bodies: dict[str, set[str]] = {}
    for one in ENTITIES:
        if len(one["country"]) == len("BE") and one["label"] != "Company":
            alias = found.of(record(one["id"], one["name"], one["country"]))
            if alias and alias.source.startswith("data/") and one["name"] == alias.name:
                bodies.setdefault(alias.body, set()).add(one["id"])
    assert bodies
    assert [ids for ids in bodies.values() if len(ids) > 1] == []


def test_without_the_tables_the_rules_alone_count() -> None:
    pair = named(("Polizei Bayern", "DE"), ("Heddlu Gwent", "GB"), ("Gwent Police", "GB"))
    assert resolve(pair).merged == []
    assert [edge.tier for edge in resolve(pair, known=aliases()).merged] == ["T3"]


def test_what_was_judged_different_stays_apart() -> None:
    pair = named(("Belgacom", "BE"), ("Proximus", "BE"))
    assert resolve(pair, different=[(0, 1)], known=aliases()).merged == []


def test_the_reason_names_the_alias_and_its_source() -> None:
    pair = named(("Belgacom", "BE"), ("Proximus", "BE"))
    assert [edge.why for edge in resolve(pair, known=aliases()).merged] == [
        "alias 'Belgacom' of 'Proximus' by data/entities.csv, proximus"
    ]


def test_the_readme_names_every_source_and_its_licence() -> None:
    said = (ROOT / "data" / "aliases" / "README.md").read_text("utf-8")
    for source in {row["source"] for row in AUTHORITIES if not row["source"].startswith("http")}:
        assert source.rpartition(" in ")[2] in said or source.rpartition(" ")[2] in said
    assert "BSD-3-Clause" in said
    assert "CC0" in said
    assert (ROOT / "data" / "aliases" / "LICENSE.name-suggestion-index.md").is_file()
