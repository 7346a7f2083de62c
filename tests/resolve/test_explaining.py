import tomllib
from pathlib import Path

import pytest

import kg.resolve.explaining as explaining
from kg.judgements import cluster
from kg.resolve.asked import Known, why
from kg.resolve.features import FEATURES
from kg.resolve.joining import Join
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
    told = why(Known(entities, judged), "top600", "top400").splitlines()
    assert told[:3] == [
        "different: Two lists",
        "Top600 / Top400",
        "Cannot be one: the number in the name differs.",
    ]


def test_why_speaks_the_language_of_the_reader() -> None:
    told = why(Known({}), "Polizei Niedersachsen", "Police of Lower Saxony", "nl")
    assert "dezelfde woorden" in told
    assert "kans dat het er één is" in told


FIRMS = {
    id_: Entity(id_, "Company", name, countries=("BE",))
    for id_, name in {
        "acme": "Acme NV",
        "acme-be": "Akme",
        "acme-fr": "Acmé SA",
        "acme-uk": "Old Acme Ltd",
        "beta": "Beta BV",
    }.items()
}
JUDGED = [
    Judgement("acme", "acme-be", "same", "One number"),
    Judgement("acme-be", "acme-fr", "same", "Told by the firm"),
    Judgement("acme-fr", "beta", "different", "Two owners"),
    Judgement("acme-uk", "acme-be", "unsure", "Not known"),
]


def firms(*joined: Join) -> Known:
    clusters, _ = cluster(JUDGED)
    clusters.heads |= {join.id: join.into for join in joined}
    return Known(FIRMS, JUDGED, clusters, joined)


def head(told: str) -> list[str]:
    """What stands before the comparison of names, and the names that are compared."""
    lines = told.splitlines()
    return lines[: next(at for at, line in enumerate(lines) if " / " in line.split(":")[0]) + 1]


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("acme", "acme-be", ["same: One number", "Acme NV / Akme"]),
        ("acme-be", "acme", ["same: One number", "Akme / Acme NV"]),
        (
            "acme",
            "acme-fr",
            [
                "same: acme / acme-be: One number",
                "same: acme-be / acme-fr: Told by the firm",
                "Acme NV / Acmé SA",
            ],
        ),
        ("acme", "beta", ["different: acme-fr / beta: Two owners", "Acme NV / Beta BV"]),
        ("beta", "acme-fr", ["different: Two owners", "Beta BV / Acme NV"]),
        ("acme-uk", "acme", ["unsure: acme-uk / acme-be: Not known", "Old Acme Ltd / Acme NV"]),
        ("beta", "acme-uk", ["Beta BV / Old Acme Ltd"]),
        ("acme", "Acme", ["Acme NV / Acme"]),
    ],
)
def test_why_follows_what_was_merged(left: str, right: str, told: list[str]) -> None:
    assert head(why(firms(), left, right)) == told


def test_why_tells_what_was_joined_without_a_person() -> None:
    known = firms(Join("acme-uk", "acme", "Old Acme Ltd", "T2", "same name"))
    assert head(why(known, "acme-uk", "acme-be")) == [
        "T2: acme / acme-uk: same name",
        "same: acme / acme-be: One number",
        "Old Acme Ltd / Akme",
    ]


def test_all_names_of_what_is_one_count_against_another() -> None:
    """Akme is a name of Acme by now, so a firm that is called so has the same name."""
    assert "T3: " not in why(Known(FIRMS), "acme", "Akme")
    assert why(firms(), "acme", "Akme") != why(Known(FIRMS), "acme", "Akme")
