import tomllib
from pathlib import Path

import pytest

import kg.reading.essentials as module
from kg.answers.headings import headings
from kg.reading.essentials import Essential, Known, Value, asked, essentials
from kg.schema import LANGUAGES, labels, predicates, qualifiers
from kg.statements import Statement
from tests.reading.samples import said
from tests.reading.test_facts import NAMES, seen

RULES: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(module.__file__).with_name("essentials.toml").read_text("utf-8")
)


def answers(
    label: str, entity: str, *statements: Statement, **more: object
) -> dict[str, list[str]]:
    """The texts of the answers, by question."""
    countries = more.get("countries", ())
    assert isinstance(countries, tuple)
    known = Known(label, countries, seen(entity, *statements), NAMES, "en")
    return {each.key: [value.text for value in each.values] for each in essentials(known)}


def test_a_product_of_which_nothing_is_known_says_so() -> None:
    assert answers("Product", "gis") == {
        "maker": [],
        "operator": [],
        "status": [],
        "country": [],
        "page": [],
    }


def test_a_product_shows_maker_operator_status_country_and_page() -> None:
    found = answers(
        "Product",
        "gis",
        said("orbit MAKES @gis", locator="p. 26, l. 713"),
        said("force USES @gis | status=active", locator="p. 9-10, l. 1"),
        said("gis USED_IN @town | status=pilot;date=2030", "press"),
        countries=("BE",),
    )

    assert found == {
        "maker": ["Orbit"],
        "operator": ["The force (active)"],
        "place": ["The town (pilot)"],
        "status": ["active", "pilot"],
        "country": ["BE"],
        "page": ["p. 9-10", "p. 26"],
    }


def test_a_company_shows_owner_clients_and_products() -> None:
    found = answers(
        "Company",
        "orbit",
        said("force OWNS @orbit | until=2019"),
        said("orbit SUPPLIES @force | system=gis"),
        said("orbit CONTRACTED_WITH @force", "press"),
        said("orbit MAKES @gis"),
    )

    assert found["owner"] == ["The force (until 2019)"]
    assert found["clients"] == ["The force"], "named once, however many ways it is a client"
    assert found["products"] == ["Orbit GIS"]


def test_a_contract_shows_buyer_supplier_value_and_dates() -> None:
    found = answers(
        "Contract",
        "deal",
        said("force AWARDED @deal | date=2021-12-06;supplier=orbit"),
        said("orbit WON @deal | value=1000;currency=EUR;since=2022"),
        said("deal HAS_AMOUNT 1250 | kind=paid;currency=EUR;approx=more_than"),
        said("force ENDED @deal | date=2025-12;date_kind=reported"),
    )

    assert found["buyer"] == ["The force"]
    assert found["supplier"] == ["Orbit"]
    assert found["value"] == ["EUR 1,000 (was won by Orbit)", "more than EUR 1,250 (paid)"]
    assert found["dates"] == [
        "2021-12-06 (was awarded by The force)",
        "since 2022 (was won by Orbit)",
    ], "the date of a report on it is no date of the contract"


def test_a_force_shows_its_systems_and_suppliers() -> None:
    found = answers("PoliceForce", "force", said("force USES @gis"), said("orbit SUPPLIES @force"))

    assert (found["systems"], found["suppliers"]) == (["Orbit GIS"], ["Orbit"])


def test_a_person_shows_the_role_with_its_title() -> None:
    found = answers("Person", "ann", said("ann HELD_ROLE @orbit | title=chair;former=yes"))

    assert found["role"] == ["Orbit (chair, former)"]


def test_statuses_stand_in_the_order_of_time() -> None:
    """Nothing picks one: what was said of the latest time stands last."""
    found = answers(
        "Product",
        "gis",
        said("force USES @gis | status=ended;until=2025-03", "press"),
        said("force USES @gis | status=active;since=2019"),
        said("gis HAS_STATUS abandoned | date=2024"),
        said("force USES @gis | status=pilot;since=2017"),
    )

    assert found["status"] == ["pilot", "active", "abandoned", "ended (2025-03)"]
    assert found["operator"] == ["The force (pilot, active, ended, until 2025-03)"]


def test_an_operator_in_two_places_keeps_the_status_of_both() -> None:
    found = answers(
        "Product",
        "gis",
        said("force USES @gis | status=pilot;place=town;since=2017"),
        said("force USES @gis | status=ended;place=orbit;until=2020"),
    )

    assert found["operator"] == ["The force (pilot, ended, until 2020)"]


def test_the_same_answer_carries_all_claims_that_give_it() -> None:
    one, two = said("orbit MAKES @gis"), said("orbit MAKES @gis", "press")
    known = Known("Product", (), seen("gis", one, two), NAMES, "en")

    assert essentials(known)[0] == Essential("maker", (Value("Orbit", "orbit", (two.id, one.id)),))


def test_pages_are_sorted_as_numbers_and_only_of_the_report() -> None:
    found = answers(
        "Product",
        "gis",
        said("gis HAS_FEATURE a", locator="p. 10, l. 1"),
        said("gis HAS_FEATURE b", locator="p. 9, l. 1"),
        said("gis HAS_FEATURE c", locator="p. 9, l. 7"),
        said("gis HAS_FEATURE d", locator="figure 2"),
        said("gis HAS_FEATURE e", "press", locator="p. 3"),
    )

    assert found["page"] == ["p. 9", "p. 10"]


@pytest.mark.parametrize("label", [name for name in labels() if name not in ("Claim", "Source")])
def test_every_label_has_its_questions_in_every_language(label: str) -> None:
    for lang in LANGUAGES:
        for question in asked(label):
            assert headings(lang).essential[question.removesuffix("?")]


@pytest.mark.parametrize("label", RULES)
def test_every_place_for_an_answer_exists(label: str) -> None:
    assert label in labels()
    for places in RULES[label].values():
        for place in places:
            kind, _, word = place.partition(" ")
            assert kind in ("in", "out", "named", "said", *module.THINGS)
            assert not word or word in predicates() or word in qualifiers()
            assert answers(label, "gis") is not None
