import tomllib
from pathlib import Path

import pytest

import kg.resolve.explaining as explaining
from kg.resolve.asked import why
from kg.resolve.features import FEATURES
from kg.resolve.record import record
from kg.resolve.score import score, waterfall, weights
from kg.schema import LANGUAGES
from kg.statements import Entity, Judgement


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_has_words_in_every_language(lang: str) -> None:
    told = explaining.words(lang)
    assert set(FEATURES) <= set(told)
    raw = tomllib.loads(Path(explaining.__file__).with_suffix(".toml").read_text("utf-8"))
    assert all(set(found) == set(LANGUAGES) for found in raw.values())


def test_the_steps_add_up_to_the_score() -> None:
    from math import exp

    found = waterfall(record("0", "Milestone Systems"), record("1", "Milestone System Europe"))
    total = found.start + sum(step.adds for step in found.steps)
    assert found.score == pytest.approx(1 / (1 + exp(-total)))


def test_a_score_does_not_depend_on_who_comes_first() -> None:
    one, two = record("0", "Polizei Hessen", "DE"), record("1", "Hesse State Police", "DE")
    assert score(one, two) == pytest.approx(score(two, one))


def test_what_speaks_against_never_speaks_for() -> None:
    against = {name for name in FEATURES if name.endswith("differs")}
    assert all(weights().of[name] <= 0 for name in against)
    assert weights().of["same_words"] > 0


def test_why_tells_what_was_judged_then_what_the_names_say() -> None:
    entities = {
        "top400": Entity("top400", "Product", "Top400", countries=("NL",)),
        "top600": Entity("top600", "Product", "Top600", countries=("NL",)),
    }
    judged = [Judgement("top400", "top600", "different", "Two lists")]
    told = why(entities, judged, "top600", "top400").splitlines()
    assert told[:3] == [
        "different: Two lists",
        "Top600 / Top400",
        "Cannot be one: the number in the name differs.",
    ]


def test_why_speaks_the_language_of_the_reader() -> None:
    told = why({}, [], "Polizei Niedersachsen", "Police of Lower Saxony", "nl")
    assert "dezelfde woorden" in told
    assert "kans dat het er één is" in told
