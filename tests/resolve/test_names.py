from pathlib import Path

import pytest

from kg.resolve.hypotheses import Hypothesis
from kg.resolve.names import parse

SHARED = Path(__file__).resolve().parents[3] / "shared"
ELF = SHARED / "er" / "elf_iso20275_2023-09-28.csv"


@pytest.mark.parametrize(
    ("name", "country", "words", "form"),
    [
        ("Siemens Aktiengesellschaft", "DE", ("siemens",), "ag"),
        ("Siemens Aktiengeselschaft", "", ("siemens",), "ag"),
        ("SiemensAG", "", ("siemens",), "ag"),
        ("NV.NUTRICIA", "", ("nutricia",), "nv"),
        ("NAAMLOZE VENNOOTSCHAP NUTRICIA, ZOETERMEER, NL", "", ("nutricia",), "nv"),
        ("AKZO NOBEL N.V., ARNHEM/ARNHEM, NL", "", ("akzo", "nobel"), "nv"),
        ("OAO Gazprom", "", ("gazprom",), "jsc"),
        ("Milestone Systems A/S", "DK", ("milestone", "systems"), "as"),
        ("FABERLIC EUROPE Sp. z o.o.", "", ("faberlic", "europe"), "sp zoo"),
        ("Samsung Electronics Co., Ltd.", "", ("samsung", "electronics"), "ltd"),
        ("NV", "BE", ("nv",), ""),
    ],
)
def test_a_legal_form_is_no_part_of_a_name(
    name: str, country: str, words: tuple[str, ...], form: str
) -> None:
    parsed = parse(name, country)
    assert (parsed.words, parsed.legal_form) == (words, form)


@pytest.mark.parametrize(
    "name", ["Palantir", "Police nationale", "Gemeente Utrecht", "Top400", "VioGén", "Bosch", "CAS"]
)
def test_a_name_without_a_legal_form_has_none(name: str) -> None:
    assert parse(name).words
    assert parse(name).legal_form == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Polizei Bayern", "Bavarian Police"),
        ("Police of Lower Saxony", "Polizei Niedersachsen"),
        ("Politie Noordrijn-Westfalen", "North Rhine-Westphalia Police"),
        ("Rijsel", "Lille"),
        ("Beieren", "Bayern"),
        ("Kantonspolizei Bern", "Police cantonale de Berne"),
        ("Gemeente Gent", "Gemeinde Gent"),
        ("Ministère de la Justice", "Ministerie van Justitie"),
    ],
)
def test_a_public_body_has_the_same_tokens_in_every_language(one: str, other: str) -> None:
    assert set(parse(one).tokens) == set(parse(other).tokens)


@pytest.mark.parametrize(
    ("name", "words", "hypotheses"),
    [
        ("TA9/Rayzone", ("ta9", "rayzone"), [("alias", "TA9"), ("alias", "Rayzone")]),
        ("Görlitzer Park/Wrangelkiez", ("gorlitzer", "park", "wrangelkiez"), []),
        ("Milestone Systems A/S", ("milestone", "systems"), []),
        ("X Corp (formerly Twitter Inc)", ("x",), [("formerly", "Twitter Inc")]),
        ("Geolitica, voorheen PredPol", ("geolitica",), [("formerly", "PredPol")]),
        ("Verint, part of Acme Group", ("verint",), [("part_of", "Acme Group")]),
        ("Briefcam, a subsidiary of Canon", ("briefcam",), [("subsidiary_of", "Canon")]),
        ("EuroCop-systeem", ("eurocop", "systeem"), [("product_of", "EuroCop")]),
        ("Risk Terrain Modelling (RTM)", ("risk", "terrain", "modelling"), [("alias", "RTM")]),
        ("Deutsche Bank (Schweiz) AG", ("deutsche", "bank", "schweiz"), []),
    ],
)
def test_what_a_name_says_of_itself_is_a_hypothesis_and_no_merge(
    name: str, words: tuple[str, ...], hypotheses: list[tuple[str, str]]
) -> None:
    parsed = parse(name)
    assert parsed.words == words
    assert list(parsed.hypotheses) == [Hypothesis(kind, text) for kind, text in hypotheses]  # type: ignore[arg-type]


def test_digits_and_kind_and_level_are_read() -> None:
    assert parse("Top400").numbers == {"400"}
    assert parse("Kantonspolizei Zürich").level == {"=canton"}
    assert parse("Kantonspolizei Zürich").domain == "=police"
    assert parse("Ministerie van Defensie").domain == "=ministry"
    assert parse("LKA").is_acronym
    assert not parse("DSM N.V.").is_acronym


def test_the_forms_of_the_elf_list_are_recognised() -> None:
    """Goals of issue 6: 95 % of the abbreviations, 90 % of the full names."""
    if not ELF.exists():
        pytest.skip("the ELF list lies in ../shared/er")
    import csv

    from benchmarks.resolution.derive_forms import COUNTRIES

    with ELF.open(encoding="utf-8", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["Country Code (ISO 3166-1)"] in COUNTRIES
            and row["ELF Status ACTV/INAC"] == "ACTV"
        ]
    names: list[bool] = []
    short: list[bool] = []
    for row in rows:
        country = row["Country Code (ISO 3166-1)"]
        names.append(
            bool(parse(f"Acme Rockets {row['Entity Legal Form name Local name']}", country).form)
        )
        for text in filter(None, map(str.strip, row["Abbreviations Local language"].split(";"))):
            short.append(bool(parse(f"Acme Rockets {text}", country).form))
    assert sum(short) / len(short) >= 0.95
    assert sum(names) / len(names) >= 0.90
