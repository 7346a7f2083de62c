from kg.ftm.fragment import TORN, Fragment
from kg.ftm.gathered import Gathered
from tests.ftm.things import fragment


def parts() -> list[Fragment]:
    """Fragments of four things, in an order of their own."""
    return [
        fragment("b", "LegalEntity", name="Bosch"),
        fragment("a", "Person", name="Anna"),
        fragment("b", "Company", country="DE", name=["Bosch", "Robert Bosch"]),
        fragment("c", "Thing"),
        fragment("a", "Company", name="Anna BV"),
        fragment("d", "Address", city="Gent"),
        fragment("b", "LegalEntity", country=["DE", "NL"]),
    ]


def things(
    largest: int,
) -> tuple[list[tuple[str, str, dict[str, list[str]]]], dict[str, list[str]]]:
    with Gathered(largest) as gathered:
        for one in parts():
            gathered.add(one)
        found = [
            (one.id, one.schema, {key: [*held] for key, held in one.values.items() if key != TORN})
            for one in gathered
        ]
        again = [gathered.get(id_) for id_, *_ in found]
        assert [one.schema for one in again if one] == [schema for _, schema, _ in found]
        assert gathered.get("nobody") is None
        torn = {one.id: [*one.values[TORN]] for one in gathered if TORN in one.values}
        return found, torn


IN_MEMORY = things(100)


def test_what_fragments_say_is_gathered_in_the_order_of_first_meeting() -> None:
    assert IN_MEMORY[0] == [
        ("b", "Company", {"name": ["Bosch", "Robert Bosch"], "country": ["DE", "NL"]}),
        ("a", "Person", {"name": ["Anna", "Anna BV"]}),
        ("c", "Thing", {}),
        ("d", "Address", {"city": ["Gent"]}),
    ]


def test_a_thing_of_two_kinds_is_torn_and_the_first_is_believed() -> None:
    assert IN_MEMORY[1] == {"a": ["Company"]}


def test_on_disk_the_same_is_gathered() -> None:
    for largest in (1, 2, 3):
        assert things(largest) == IN_MEMORY


def test_a_value_keeps_the_place_where_it_was_met_first() -> None:
    for largest in (1, 100):
        with Gathered(largest) as gathered:
            gathered.add(fragment("a", "Company", "row 2", name="A"))
            gathered.add(fragment("z", "Company", "row 3"))
            gathered.add(fragment("a", "Company", "row 4", name="A", country="DE"))
            (first, _) = gathered
            assert first.at == "row 2"
            assert first.values == {"name": {"A": "row 2"}, "country": {"DE": "row 4"}}


def test_nothing_gathered_is_nothing() -> None:
    with Gathered() as gathered:
        assert list(gathered) == []
