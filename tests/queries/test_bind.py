import re
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.queries.bind import bind
from kg.queries.params import parse_param
from kg.queries.saved import Query

ENTITIES = {("Federale Politie", "PoliceForce"): "belgian-federal-police", ("TA9", ""): "ta9"}
FORCE = 'force: entity PoliceForce | The force | e.g. "Federale Politie"'
LIMIT = "limit: int = 200 | How many rows | e.g. 50"


def find_entity(text: str, label: str) -> str:
    ids = dict(ENTITIES) | {(known, label): known for known in ENTITIES.values()}
    if (text, label) not in ids:
        raise QueryError(f"no {label or 'entity'} called {text!r}")
    return ids[text, label]


def query(*params: str) -> Query:
    parsed = tuple(parse_param(text) for text in params)
    return Query("suppliers", "Who?", "", (), parsed, (), "RETURN 1", Path("suppliers.cypher"))


def refusal(asked: Query, **given: object) -> str:
    with pytest.raises(QueryError) as caught:
        bind(asked, given, find_entity)
    return str(caught.value)


def test_a_name_becomes_an_id_and_a_default_is_filled_in() -> None:
    bound = bind(query(FORCE, LIMIT), {"force": "Federale Politie"}, find_entity)
    assert bound == {"force": "belgian-federal-police", "limit": 200}


def test_an_id_stays_and_texts_are_converted() -> None:
    given = {"force": "belgian-federal-police", "limit": "50"}
    assert bind(query(FORCE, LIMIT), given, find_entity) == {**given, "limit": 50}


def test_a_default_entity_is_looked_up_too() -> None:
    asked = query("who: entity = TA9 | Who | e.g. TA9")
    assert bind(asked, {}, find_entity) == {"who": "ta9"}


def test_a_default_that_the_case_lacks_is_told() -> None:
    asked = query("who: entity = nobody | Who | e.g. TA9")
    assert refusal(asked) == "no entity called 'nobody'"


def test_an_optional_entity_may_be_left_out() -> None:
    asked = query('who: entity = "" | Who | e.g. TA9', 'from: int = "" | From | e.g. 2019')
    assert bind(asked, {}, find_entity) == {"who": "", "from": None}
    assert bind(asked, {"who": ""}, find_entity) == {"who": "", "from": None}


def test_none_counts_as_not_given() -> None:
    given = {"force": "TA9", "limit": None}
    asked = query("force: entity | Who | e.g. TA9", LIMIT)
    assert bind(asked, given, find_entity) == {"force": "ta9", "limit": 200}


@pytest.mark.parametrize("name", ["min_value", "min-value"])
def test_a_name_may_be_written_as_on_the_command_line(name: str) -> None:
    asked = query("min_value: float | At least | e.g. 1000")
    assert bind(asked, {name: "5"}, find_entity) == {"min_value": 5.0}


def test_a_text_may_be_blank_but_an_entity_may_not() -> None:
    assert bind(query("word: text | Which | e.g. cloud"), {"word": ""}, find_entity) == {"word": ""}
    told = refusal(query(FORCE), force="  ")
    assert told == 'suppliers needs --force, e.g. --force "Federale Politie"'


def test_what_is_missing_is_named_with_its_example() -> None:
    assert refusal(query(FORCE, LIMIT)) == (
        'suppliers needs --force, e.g. --force "Federale Politie"'
    )
    both = query(FORCE, LIMIT, "max_steps: int | How far | e.g. 4")
    assert refusal(both) == (
        'suppliers needs --force and --max-steps, e.g. --force "Federale Politie" --max-steps 4'
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("forse", "suppliers has no parameter 'forse' (did you mean 'force'?)"),
        ("vendor", "suppliers has no parameter 'vendor'; it has --force, --limit"),
    ],
)
def test_an_unknown_parameter_is_told_what_there_is(given: str, expected: str) -> None:
    assert refusal(query(FORCE, LIMIT), **{given: "x"}) == expected


def test_a_query_without_parameters_takes_none() -> None:
    assert bind(query(), {}, find_entity) == {}
    assert refusal(query(), force="x") == "suppliers has no parameter 'force'; it has none"


@pytest.mark.parametrize(
    ("param", "value", "expected"),
    [
        (LIMIT, "many", "suppliers --limit: must be a whole number such as 50, not 'many'"),
        ("s: choice pilot|active | State | e.g. pilot", "activ", "(did you mean 'active'?)"),
        ("c: country | Where | e.g. BE", "Belgin", "(did you mean 'belgien'?)"),
        (FORCE, 7, "suppliers --force: must be an id or a name, not 7"),
        (FORCE, "Nobody", "no PoliceForce called 'Nobody'"),
    ],
)
def test_a_wrong_value_names_query_and_option(param: str, value: object, expected: str) -> None:
    asked = query(param)
    with pytest.raises(QueryError, match=re.escape(expected)):
        bind(asked, {asked.params[0].name: value}, find_entity)
