"""Things and their ids. The ids are those that followthemoney 4.11 makes of the same cells."""

from dataclasses import replace

import pytest

from kg.ftm.fragment import Fragment
from kg.mapping.cells import Columns, Place
from kg.mapping.making import Ids, Maker, entity_key
from kg.mapping.spec import Cells, Manner, Number, Thing
from tests.mapping.tables import Told

NAMED = Thing("a", 1, "Company", ("A",), properties={"name": Cells(columns=("A",))})


def maker(thing: Thing) -> tuple[Maker, Columns]:
    columns = Columns({"A": 0, "B": 1})
    place = Place(Told(), 2, "t.csv\x1frow 2")
    return Maker(thing, "d", columns, Manner(), place), columns


def made(thing: Thing, *cells: str, ids: Ids | None = None) -> Fragment | None:
    make, columns = maker(thing)
    return make.make([cells[at] for at in columns.numbers()], {} if ids is None else ids)


def values(thing: Thing, *cells: str, ids: Ids | None = None) -> dict[str, list[str]]:
    found = made(thing, *cells, ids=ids)
    assert found is not None
    return {name: [*held] for name, held in found.values.items()}


@pytest.mark.parametrize(
    ("prefix", "literal", "cells", "id_"),
    [
        ("donations", "", ["MLPD"], "6d03aec76fdeec8f9697d8b19954ab6fc2568bc8"),
        ("donations", "", ["Frau Lina Dachner"], "f9c295f21b233ac878fbac4d271bb6fd13d7952a"),
        (
            "donations",
            "",
            ["MLPD", "Frau Lina Dachner", "2011-12-29", "100000"],
            "2216b422a31242fe204654ce194864661f515921",
        ),
    ],
)
def test_an_id_is_that_of_the_reference(
    prefix: str, literal: str, cells: list[str], id_: str
) -> None:
    assert entity_key(prefix, literal, cells) == id_


def test_the_order_of_keys_and_empty_cells_do_not_count() -> None:
    assert entity_key("d", "", ["b", "", "a"]) == entity_key("d", "", ["a", "b"])


def test_a_literal_and_the_dataset_are_part_of_an_id() -> None:
    found = {entity_key("d", "", ["a"]), entity_key("e", "", ["a"]), entity_key("d", "x", ["a"])}
    assert len(found) == 3


def test_without_a_cell_in_its_keys_nothing_is_made() -> None:
    assert made(NAMED, "", "b") is None
    assert entity_key("d", "literal", ["", ""]) == ""


def test_a_column_of_ids_gives_the_id() -> None:
    found = made(replace(NAMED, keys=(), id_column="B"), "x", "NK-7")
    assert found is not None
    assert found.id == "NK-7"


def test_other_keys_stand_in_where_all_are_empty() -> None:
    thing = replace(NAMED, keys=("B",), keys_else=("A",))
    first, other = made(thing, "x", "7"), made(thing, "x", "")
    assert first is not None
    assert other is not None
    assert (first.id, other.id) == (entity_key("d", "", ["7"]), entity_key("d", "", ["x"]))


@pytest.mark.parametrize(
    "number",
    ["U00000000", "***2707**", "000000001", "AB000000", "---------------", "XXXXXXXXX", "n/a"],
)
def test_a_number_that_only_fills_the_cell_makes_no_two_things_one(number: str) -> None:
    numbers = (Number(Cells(), Cells(columns=("B",)), Cells()),)
    for own in (
        replace(NAMED, numbers=numbers),
        replace(NAMED, properties={"dunsCode": Cells(columns=("B",))}),
    ):
        thing = replace(own, keys=("B",), keys_else=("A",))
        found = [made(thing, name, number) for name in ("UTE Norte", "UTE Sur")]
        assert [one.id for one in found if one] == [
            entity_key("d", "", ["UTE Norte"]),
            entity_key("d", "", ["UTE Sur"]),
        ]


def test_beside_a_sound_number_one_that_only_fills_the_cell_does_not_count() -> None:
    numbers = tuple(Number(Cells(), Cells(columns=(name,)), Cells()) for name in "AB")
    thing = replace(NAMED, keys=("A", "B"), keys_else=("A",), numbers=numbers)
    found = made(thing, "A81638108", "000000000")
    assert found is not None
    assert found.id == entity_key("d", "", ["A81638108"])


@pytest.mark.parametrize("property_", ["name", "callId", "caseNumber"])
def test_a_key_that_is_no_number_of_a_register_counts_as_it_is(property_: str) -> None:
    held = {property_: Cells(columns=("A",))}
    thing = replace(NAMED, keys=("A",), keys_else=("B",), properties=held)
    found = made(thing, "Axon", "7")
    assert found is not None
    assert found.id == entity_key("d", "", ["Axon"])


def test_without_other_keys_ids_are_those_of_other_tools() -> None:
    thing = replace(NAMED, keys=("B",), properties={"dunsCode": Cells(columns=("B",))})
    found = made(thing, "x", "000000000")
    assert found is not None
    assert found.id == entity_key("d", "", ["000000000"])


def test_a_thing_has_the_values_of_its_row_and_their_place() -> None:
    found = made(NAMED, "Axon", "")
    assert found is not None
    assert (found.schema, found.at, found.values) == (
        "Company",
        "t.csv\x1frow 2",
        {"name": {"Axon": "t.csv\x1frow 2"}},
    )


def test_without_what_is_required_nothing_is_made() -> None:
    thing = replace(NAMED, properties={"name": Cells(columns=("B",), is_required=True)})
    assert made(thing, "Axon", "") is None


def test_a_thing_names_another_by_its_id() -> None:
    thing = replace(NAMED, properties={"parent": Cells(entity="p")})
    assert values(thing, "x", "", ids={"p": "7"}) == {"parent": ["7"]}
    assert values(thing, "x", "", ids={}) == {}


def test_without_the_thing_that_it_must_name_nothing_is_made() -> None:
    thing = replace(NAMED, properties={"parent": Cells(entity="p", is_required=True)})
    assert made(thing, "x", "", ids={}) is None


def test_a_thing_of_the_same_cells_is_made_once_and_its_id_is_there_again() -> None:
    make, columns = maker(NAMED)
    row = ["Axon"]
    assert columns.numbers() == [0]
    first: Ids = {}
    again: Ids = {}
    assert make.make(row, first) is not None
    assert make.make(row, again) is None
    assert first == again == {"a": entity_key("d", "", ["Axon"])}


def test_a_number_of_a_register_keeps_its_scheme_and_country() -> None:
    number = Number(Cells(literals=("NIF",)), Cells(columns=("B",)), Cells(literals=("ES",)))
    thing = replace(NAMED, numbers=(number,))
    assert values(thing, "x", "A81638108")["x:id"] == ["NIF|A81638108|ES"]
    assert "x:id" not in values(thing, "x", "")


def test_a_thing_is_called_by_the_first_of_its_names() -> None:
    contract = Thing(
        "c",
        1,
        "Contract",
        ("A",),
        properties={"name": Cells(columns=("A",)), "title": Cells(columns=("B",))},
    )
    make, _ = maker(contract)
    assert (make.called(["x", "Cameras"]), make.called(["x", ""])) == ("Cameras", "x")
