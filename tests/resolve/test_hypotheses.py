"""What a name says of itself: another name, or a tie to somebody else; never a merge."""

import pytest

from kg.resolve.hypotheses import Hypothesis, Kind, read
from kg.resolve.names import parse
from kg.resolve.record import record
from kg.resolve.tiers import certain

SAID: list[tuple[str, tuple[str, ...], list[tuple[Kind, str]]]] = [
    ("X Corp (formerly Twitter Inc)", ("x",), [("formerly", "Twitter Inc")]),
    ("Geolitica, formerly PredPol", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica, formerly known as PredPol", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica (previously PredPol)", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica f.k.a. PredPol", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica (fka PredPol)", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica, voorheen PredPol", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica (vroeger PredPol)", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica, anciennement PredPol", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica (ehemals PredPol)", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica, vormals PredPol", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica (früher PredPol)", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica, antes PredPol", ("geolitica",), [("formerly", "PredPol")]),
    ("Geolitica (ex-PredPol)", ("geolitica",), [("formerly", "PredPol")]),
    ("Verint, part of Acme Group", ("verint",), [("part_of", "Acme Group")]),
    ("Verint, a division of Acme", ("verint",), [("part_of", "Acme")]),
    ("Verint (onderdeel van Acme)", ("verint",), [("part_of", "Acme")]),
    ("Verint, fait partie de Acme", ("verint",), [("part_of", "Acme")]),
    ("Verint (Teil der Acme)", ("verint",), [("part_of", "Acme")]),
    ("Verint, parte de Acme", ("verint",), [("part_of", "Acme")]),
    ("Briefcam, a subsidiary of Canon", ("briefcam",), [("subsidiary_of", "Canon")]),
    ("Briefcam (subsidiary of Canon)", ("briefcam",), [("subsidiary_of", "Canon")]),
    ("Briefcam, filiale de Canon", ("briefcam",), [("subsidiary_of", "Canon")]),
    ("Briefcam (dochter van Canon)", ("briefcam",), [("subsidiary_of", "Canon")]),
    ("Briefcam, dochteronderneming van Canon", ("briefcam",), [("subsidiary_of", "Canon")]),
    ("Briefcam (Tochter von Canon)", ("briefcam",), [("subsidiary_of", "Canon")]),
    ("Briefcam, filial de Canon", ("briefcam",), [("subsidiary_of", "Canon")]),
    ("EuroCop-systeem", ("eurocop", "systeem"), [("product_of", "EuroCop")]),
    ("EuroCop system", ("eurocop", "system"), [("product_of", "EuroCop")]),
    ("EuroCop-Software", ("eurocop", "software"), [("product_of", "EuroCop")]),
    ("EuroCop sistema", ("eurocop", "sistema"), [("product_of", "EuroCop")]),
    ("Risk Terrain Modelling (RTM)", ("risk", "terrain", "modelling"), [("alias", "RTM")]),
    ("Umbra Rockets (Shadow Boats)", ("umbra", "rockets"), [("alias", "Shadow Boats")]),
    ("TA9/Rayzone", ("ta9", "rayzone"), [("alias", "TA9"), ("alias", "Rayzone")]),
    ("TA9 / Rayzone", ("ta9", "rayzone"), [("alias", "TA9"), ("alias", "Rayzone")]),
]


@pytest.mark.parametrize(("name", "words", "said"), SAID)
def test_what_a_name_says_of_itself_is_read(
    name: str, words: tuple[str, ...], said: list[tuple[Kind, str]]
) -> None:
    found = parse(name)
    assert found.words == words
    assert list(found.hypotheses) == [Hypothesis(kind, text) for kind, text in said]
    assert found.raw == name


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Görlitzer Park/Wrangelkiez", "a spot on the map"),
        ("Alexanderplatz/Mitte", "a spot on the map"),
        ("Rue Neuve/Nieuwstraat", "a spot on the map"),
        ("Milestone Systems A/S", "a legal form"),
        ("AKZO NOBEL N.V., ARNHEM/ARNHEM, NL", "a seat"),
        ("Deutsche Bank (Schweiz) AG", "a place"),
        ("Amnesty (UK)", "a place"),
        ("Umbra (unnamed)", "a remark in small letters"),
        ("Umbra (2)", "a number"),
        ("Partisan Games", "part is only the beginning of a word"),
        ("Exeter Boats", "ex is only the beginning of a word"),
        ("Antesala", "antes is only the beginning of a word"),
        ("Formerly", "nothing was before"),
        ("Ex Libris", "nothing was before"),
        ("Software", "nothing was before"),
        ("Systems", "nothing was before"),
        ("Umbra/", "nothing after the slash"),
        ("()", "nothing in the brackets"),
        ("(Umbra)", "nothing before the brackets"),
        ("((((", "brackets that are never closed"),
    ],
)
def test_what_only_looks_like_it_says_nothing(name: str, why: str) -> None:
    assert parse(name).hypotheses == (), why


@pytest.mark.parametrize("name", [name for name, _, said in SAID if said[0][0] != "alias"])
def test_a_hypothesis_is_never_a_merge(name: str) -> None:
    text = parse(name).hypotheses[0].text
    assert not list(certain([record("0", name), record("1", text)]))


def test_a_part_in_brackets_in_the_middle_leaves_the_rest_whole() -> None:
    bare, found = read("Umbra (Shadow Boats) Rockets")
    assert bare.split() == ["Umbra", "Rockets"]
    assert found == (Hypothesis("alias", "Shadow Boats"),)


def test_a_name_that_says_two_things_says_both() -> None:
    found = parse("Umbra (formerly Alpha), a subsidiary of Beta")
    assert {(said.kind, said.text) for said in found.hypotheses} == {
        ("formerly", "Alpha"),
        ("subsidiary_of", "Beta"),
    }
