"""Acronyms: whom they may stand for, and where nobody can know."""

import pytest

from kg.resolve.acronyms import acronyms, initials, spells
from kg.resolve.names import parse
from kg.resolve.record import record


def meant(*names: str, country: str = "") -> dict[str, set[str]]:
    """Each acronym and what it may stand for in a table of these names."""
    records = [record(str(at), name, country) for at, name in enumerate(names)]
    found = acronyms([one.name for one in records], list(range(len(records))), records)
    return {names[at]: {names[long] for long in told} for at, told in found.meant.items()}


def unclear(*names: str, country: str = "") -> set[str]:
    records = [record(str(at), name, country) for at, name in enumerate(names)]
    found = acronyms([one.name for one in records], list(range(len(records))), records)
    return {names[at] for at in found.unclear}


@pytest.mark.parametrize(
    ("acronym", "long", "country"),
    [
        ("IBM", "International Business Machines", "US"),
        ("I.B.M.", "International Business Machines", "US"),
        ("BLKA", "Bayerisches Landeskriminalamt", "DE"),
        ("PMBA", "Polícia Militar da Bahia", "BR"),
        ("PMPB", "Polícia Militar da Paraíba", "BR"),
        ("CNP", "Cuerpo Nacional de Policía", "ES"),
        ("GMP", "Greater Manchester Police", "GB"),
        ("BTP", "British Transport Police", "GB"),
        ("DGSN", "Direction générale de la Sûreté nationale", "DZ"),
        ("NYSP", "New York State Police", "US"),
        ("SPS", "Scottish Prison Service", "GB"),
    ],
)
def test_an_acronym_stands_for_the_only_name_that_it_fits(
    acronym: str, long: str, country: str
) -> None:
    assert meant(long, acronym, country=country) == {acronym: {long}}
    assert meant(acronym, long, country=country) == {acronym: {long}}
    assert not unclear(acronym, long, country=country)


@pytest.mark.parametrize(
    ("acronym", "names", "country"),
    [
        ("LKA", ["Landeskriminalamt Bremen", "Landeskriminalamt Saarland"], "DE"),
        ("ISP", ["Illinois State Police", "Iowa State Police"], "US"),
        ("MSP", ["Maryland State Police", "Michigan State Police"], "US"),
        ("UR", ["Umbra Rockets", "Ultra Robots"], ""),
    ],
)
def test_an_acronym_of_two_names_stands_for_neither(
    acronym: str, names: list[str], country: str
) -> None:
    assert unclear(*names, acronym, country=country) == {acronym}
    assert acronym not in meant(*names, acronym, country=country)


@pytest.mark.parametrize(
    ("acronym", "long", "country"),
    [
        ("IBM", "Umbra Rockets", "US"),
        ("BKA", "Landeskriminalamt Bremen", "DE"),
        ("ABCDEFG", "Alpha Beta Gamma", ""),
        ("A", "Alpha", ""),
        ("Gent", "Grand entrepôt", "BE"),
    ],
)
def test_other_letters_stand_for_nobody(acronym: str, long: str, country: str) -> None:
    assert acronym not in meant(acronym, long, country=country)


def test_an_acronym_of_another_country_stands_for_nobody() -> None:
    records = [record("0", "Cuerpo Nacional de Policía", "ES"), record("1", "CNP", "FR")]
    found = acronyms([one.name for one in records], [0, 1], records)
    assert not found.meant


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("International Business Machines", "ibm"),
        ("Bayerisches Landeskriminalamt", "blka"),
        ("Polícia Militar da Bahia", "pmb"),
    ],
)
def test_initials_leave_small_words_out_and_take_compounds_apart(name: str, letters: str) -> None:
    assert initials(parse(name)) == letters


@pytest.mark.parametrize(
    ("acronym", "name", "fits"),
    [
        ("pmpb", "Polícia Militar da Paraíba", True),
        ("pmba", "Polícia Militar da Bahia", True),
        ("pmxx", "Polícia Militar da Bahia", False),
        ("p", "Polícia Militar da Bahia", False),
        ("mpba", "Polícia Militar da Bahia", False),
    ],
)
def test_an_acronym_is_made_of_beginnings_in_order(acronym: str, name: str, *, fits: bool) -> None:
    assert spells(acronym, parse(name)) is fits


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("LKA", True),
        ("IBM", True),
        ("BPOL", True),
        ("Ibm", True),
        ("THALES", True),
        ("Thales", False),
        ("Bosch", False),
        ("DSM N.V.", False),
        ("Umbra Rockets", False),
        ("ABCDEFGH", False),
    ],
)
def test_a_short_name_in_capitals_may_be_an_acronym(name: str, *, is_one: bool) -> None:
    assert parse(name).is_acronym is is_one
