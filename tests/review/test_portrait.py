"""A pair as it is drawn: who they are, what is said of them where, what their names say."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from kg.reading.profile import profile
from kg.resolve.explaining import explained
from kg.resolve.record import of_entity
from kg.review import words as room
from kg.review.lines import in_common, moved, reason, said_of_both, weighed
from kg.review.moves import Moves
from kg.review.portrait import Portrait, Portraits, portraits
from kg.review.queue import OpenPair, Waiting
from kg.review.sides import Said, Side, side
from kg.review.words import word, words
from kg.schema import LANGUAGES
from kg.statements import Entity
from tests.review.conftest import AtDesk
from tests.review.samples import HEBREW, MARKUP, ORDER

if TYPE_CHECKING:
    from kg.session import OpenGraph

ACTIVE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def pairs(at_desk: AtDesk, drawn: Portraits) -> dict[str, Portrait]:
    """The portraits of all pairs by the left id."""
    return {each.pair.left: drawn(each) for each in at_desk().waiting}


# The sides


def test_a_side_says_who_it_is(pairs: dict[str, Portrait]) -> None:
    left = pairs["acme"].left
    assert (left.id, left.name, left.label) == ("acme", "Acme Security NV", "company")
    assert left.about == (("also called", "Acme; ACME Sec"), ("country", "BE"))


def test_a_side_says_what_is_said_of_it_with_the_page(pairs: dict[str, Portrait]) -> None:
    first = pairs["acme"].left.said[0]
    assert (first.text, first.aside) == ("supplies Ghent police", "(since: 2019)")
    assert (first.other, first.other_name) == ("gent", "Ghent police")
    assert [place.short for place in first.places] == ["Le Soir, p. 7"]
    assert first.places[0].full.startswith("Le Soir: «Cameras in Ghent» (2024-03-01), p. 7")


def test_where_it_is_only_named_the_whole_sentence_stands(pairs: dict[str, Portrait]) -> None:
    named = pairs["acme"].right.said[-1]
    assert named.text == "through: Acme Security NV supplies Lyon police"
    assert named.other == ""


def test_too_many_facts_are_counted(graph: "OpenGraph") -> None:
    whole = side(profile(graph.store, "acme-belgium", "en"), 40)
    cut = side(profile(graph.store, "acme-belgium", "en"), 1)
    assert (len(whole.said), whole.more) == (3, 0)
    assert (cut.said, cut.more) == (whole.said[:1], 2)


def test_names_are_in_the_language_of_the_reader(graph: "OpenGraph", at_desk: AtDesk) -> None:
    current = at_desk().current
    assert current
    found = portraits(graph.store, "nl", 40)(current)
    assert found.right.name == "Acme België"
    assert found.left.label == "bedrijf"
    assert found.shared == ("Lyon police", "Politie Gent")


def test_what_is_said_of_both_is_marked_on_both(pairs: dict[str, Portrait]) -> None:
    left, right = pairs["acme"].left, pairs["acme"].right
    both = {"supplies Ghent police", "supplies Lyon police"}
    assert said_of_both(left, right) == said_of_both(right, left) == both
    assert said_of_both(pairs["parent"].left, pairs["parent"].right) == frozenset()


def test_whom_both_are_tied_to_is_told(pairs: dict[str, Portrait]) -> None:
    assert list(in_common(pairs["acme"], "en")) == [
        "Both are tied to: Ghent police; Lyon police",
        "Named in the same source, perhaps as two: Le Soir: «Cameras in Ghent» (2024-03-01)",
    ]
    assert list(in_common(pairs["alpha"], "en")) == ["They have no neighbour in common."]


def test_many_in_common_are_counted(pairs: dict[str, Portrait]) -> None:
    crowded = replace(pairs["acme"], shared=tuple("abcdefghi"), sources=())
    assert list(in_common(crowded, "en")) == ["Both are tied to: a; b; c; d; e; f; and 3 more"]


def test_of_many_that_would_be_one_the_first_are_told() -> None:
    told = bare(Moves("a", "b", 9, 0, tuple("abcdefgh"), (), ()))
    assert told[2] == "8 relationships are said of both and would be one each:"
    assert told[3:] == [*(f"- {each}" for each in "abcdef"), "- and 2 more", told[-1]]


@pytest.mark.parametrize("key", ORDER)
def test_no_text_of_a_source_can_act(pairs: dict[str, Portrait], key: str) -> None:
    found = pairs[key]
    texts = [found.verdict, *found.shared, *(line.text for line in moved(found.moves, "en"))]
    for one in (found.left, found.right):
        texts += [one.name, *(text for _, text in one.about)]
        texts += [text for said in one.said for text in (said.text, said.aside)]
        texts += [
            p for said in one.said for place in said.places for p in (place.short, place.full)
        ]
    assert not [
        text for text in texts if re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    ]


def test_hostile_names_are_shown_as_they_are_spelt(pairs: dict[str, Portrait]) -> None:
    found = pairs["markup"]
    assert found.left.name == MARKUP
    assert found.right.name == "Red<U+202E>evil<U+2066>"
    assert ("also called", HEBREW) in found.right.about
    assert found.left.said[0].places[0].short == "Pa<U+202E>per, <b>p. 1</b>"


# The names


@pytest.mark.parametrize("key", ORDER)
def test_the_steps_add_up_to_the_last(pairs: dict[str, Portrait], key: str) -> None:
    *steps, total = pairs[key].steps
    assert sum(step.adds for step in steps) == pytest.approx(total.adds)


def test_the_steps_are_those_of_kg_why(pairs: dict[str, Portrait]) -> None:
    one = Entity("alpha", "Company", "Alpha BV", countries=("NL",))
    two = Entity("alfa", "Company", "Alfa BV", countries=("NL",))
    told = explained(of_entity(one), of_entity(two)).splitlines()
    assert pairs["alpha"].verdict == told[1]
    shown = [f"{adds:>7}  {what}" for adds, what in weighed(pairs["alpha"])]
    assert shown == told[2:]


# Sentences


def bare(moves: Moves, lang: str = "en") -> list[str]:
    return [("- " if line.is_item else "") + line.text for line in moved(moves, lang)]


def test_what_would_move_is_told_in_sentences() -> None:
    told = Moves("a", "b", 3, 1, ("supplies Ghent",), ("A, cameras: 60 or 90",), ("A owns B",))
    assert bare(told) == [
        "b would lead to a; its names stay as other names.",
        "3 claims would move.",
        "1 relationship would move as it is.",
        "1 relationship is said of both and would be one:",
        "- supplies Ghent",
        "1 conflict would arise:",
        "- A, cameras: 60 or 90",
        "Against it: the two are tied to each other.",
        "- A owns B",
    ]


def test_what_does_not_move_is_not_told() -> None:
    assert bare(Moves("a", "b", 0, 0, (), (), ())) == [
        "b would lead to a; its names stay as other names.",
        "No conflict would arise.",
    ]


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        (OpenPair("a", "b", "unsure", "Nobody says so"), "Nobody says so"),
        (OpenPair("a", "b", "suggested", "a rare word", 0.812), "a rare word; 81%"),
        (OpenPair("a", "b", "suggested", "", 0.5), "50%"),
        (OpenPair("a", "b", "", ""), ""),
        (OpenPair("a", "b", "unsure", "\x1b[31mred\nblue"), "␛[31mred blue"),
    ],
)
def test_why_a_pair_is_open_is_one_safe_line(pair: OpenPair, told: str) -> None:
    assert reason(Waiting(pair, "a", "b", 0, ("A", "B"))) == told


def test_a_neighbour_is_told_once() -> None:
    said = side_of("a", ("supplies X", "x"), ("owns X", "x"), ("is large", ""))
    assert said.neighbours() == {"x": "X"}
    assert replace(said, said=()).neighbours() == {}


def side_of(id_: str, *facts: tuple[str, str]) -> Side:
    said = tuple(Said(text, "", other, other.upper(), ()) for text, other in facts)
    return Side(id_, id_, "company", (), said, 0)


# The words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_word_with_the_same_places(lang: str) -> None:
    english, own = words()["en"], words()[lang]
    assert own.keys() == english.keys()
    for key, text in own.items():
        assert type(text) is type(english[key])
        assert fields(text) == fields(english[key]), key


def fields(text: object) -> list[set[str | None]]:
    forms = [text] if isinstance(text, str) else text
    assert isinstance(forms, list)
    return [{name for _, name, _, _ in Formatter().parse(form) if name} for form in forms]


def test_languages_are_those_of_the_project() -> None:
    raw = tomllib.loads(Path(room.__file__).with_suffix(".toml").read_text("utf-8"))
    assert tuple(raw) == LANGUAGES


@pytest.mark.parametrize(
    ("n", "told"), [(0, "0 pairs wait"), (1, "1 pair waits"), (2, "2 pairs wait")]
)
def test_one_and_many_have_forms_of_their_own(n: int, told: str) -> None:
    assert word("waiting", "en", n=n) == told


def test_no_word_is_left_unused() -> None:
    """A word that nothing shows would be translated for nobody."""
    folder = Path(room.__file__).parent
    code = "".join(path.read_text("utf-8") for path in sorted(folder.glob("*.[pj][ys]")))
    code += folder.parent.joinpath("cli", "review.py").read_text("utf-8")
    of_verdict = re.compile("(same|different|related|unsure)_means|why_(?!open|undo).*")
    keys = [key for key in words()["en"] if not of_verdict.fullmatch(key)]
    assert [key for key in keys if not re.search(f"[\"'.]{key}\\b", code)] == []
