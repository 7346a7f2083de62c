import json
from dataclasses import replace

import pytest

from kg.answers.headings import headings
from kg.answers.json import data_json
from kg.answers.portraits import as_data, as_text
from kg.answers.terminal import width
from kg.reading.profile import Profile, profile
from kg.schema import LANGUAGES
from kg.store.bolt import Store
from tests.reading import samples
from tests.reading.conftest import small

__all__ = ["small"]

ORBIT = """\
Orbit [orbit], company
  also called: Orbit NV
  kind: vendor
  notes: as written

In short
  owner: not known
  country: not known
  clients: Belgian local police [1][2][3]; Ministry [4]
  products: Orbit GIS [3]
  page of the report: p. 26 [2][3]; p. 27 [5]

Supply
  makes Orbit GIS [3]
  won Orbit framework (date: 2021-12-06; value: EUR 1,250,000.5 (VAT excluded)) [4]
"""


@pytest.fixture
def orbit(small: Store) -> Profile:
    return profile(small, "orbit")


def test_a_profile_begins_with_who_it_is_and_what_is_asked_first(orbit: Profile) -> None:
    shown = as_text(orbit)

    assert shown.partition("  resells for")[0] == ORBIT


def test_what_is_not_known_is_said_twice_where_asked_and_at_the_end(orbit: Profile) -> None:
    shown = as_text(orbit)

    assert "  owner: not known\n" in shown
    assert "\nNot known\n  owner, country\n" in shown


def test_a_conflict_is_flagged_at_the_fact_and_explained_below(orbit: Profile) -> None:
    shown = as_text(orbit)

    assert "  has the figure almost 100: police zones (according to Orbit) [5] [!1]\n" in shown
    assert "  has the figure more than 100: police zones [8] [!1]\n" in shown
    assert "\nSources disagree\n  [!1] How many zones? (conflict): Nobody counted.\n" in shown


def test_what_may_be_the_same_and_what_is_derived_say_so(orbit: Profile) -> None:
    shown = as_text(orbit)

    assert "\nMay be the same as\n  Orbit GT [orbit-gt] (inferred) [9]\n" in shown
    assert "  has as a client Belgian local police (through Orbit GIS; derived; reported)" in shown


def test_sources_stand_at_the_end_each_number_once(orbit: Profile) -> None:
    sources = as_text(orbit).partition("\nSources\n")[2]

    assert sources.startswith("[1] Le Soir: «Maps» (2025-06), para 2, https://example.org/a")
    numbers = [line.split("]")[0] for line in sources.splitlines() if line.startswith("[")]
    assert numbers == [f"[{n}" for n in range(1, len(numbers) + 1)]


def test_several_ways_to_say_one_thing_stand_below_it(small: Store) -> None:
    shown = as_text(profile(small, "orbit-gis"))

    assert (
        "  is used by Belgian local police\n"
        "      (until: 2025-03; status: ended; reported) [3]\n"
        "      (number: almost 100 police zones; status: active; reservation: so called; alleged;"
        " according\n        to Orbit) [4]\n"
    ) in shown


def test_an_entity_without_claims_has_a_short_profile(small: Store) -> None:
    assert as_text(profile(small, "nobody")) == (
        "Nobody's tool [nobody], product\n\n"
        "In short\n  maker: not known\n  operator: not known\n  status: not known\n"
        "  country: not known\n  page of the report: not named in it\n\n"
        "Not known\n  maker, operator, status, country, page of the report\n"
    )


def test_marks_of_an_entity_stand_in_its_first_line(small: Store, orbit: Profile) -> None:
    assert as_text(profile(small, "be-local")).startswith(
        "Belgian local police [be-local], police force, a collective\n"
    )
    assert as_text(replace(orbit, unnamed=True)).startswith(
        "Orbit [orbit], company, not named by the sources\n"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_profile_speaks_every_language(small: Store, lang: str) -> None:
    shown = as_text(profile(small, "orbit", lang))
    word = headings(lang)

    for heading in (word.essentials, word.maybe_same, word.conflicts, word.missing, word.mentions):
        assert f"\n{heading}\n" in shown
    assert f"  {word.essential['owner']}: {word.not_known}\n" in shown


@pytest.mark.parametrize("limit", [40, 72, 100, 120])
def test_no_line_is_wider_than_the_terminal(orbit: Profile, limit: int) -> None:
    assert max(map(width, as_text(orbit, limit).splitlines())) <= limit


def test_hostile_names_and_notes_cannot_act(orbit: Profile) -> None:
    evil = "\x1b]0;owned\x07 \u202e a\nb"
    shown = as_text(replace(orbit, name=evil, notes=evil, aliases=(evil,)))

    assert not set(shown) & {"\x1b", "\x07", "\u202e"}
    assert shown.startswith("␛]0;owned␇ <U+202E> a b [orbit], company\n")


def test_the_data_have_the_documented_shape(orbit: Profile) -> None:
    data = as_data(orbit)

    assert list(data) == [
        *("id", "label", "name", "own_name", "kind", "collective", "unnamed", "public_basis"),
        *("notes", "names", "aliases", "redirects", "joined", "country", "ids"),
        *("essentials", "not_known", "topics", "mentions", "maybe_same", "conflicts", "sources"),
    ]
    assert data["not_known"] == ["owner", "country"]
    assert data["essentials"][0] == {"key": "owner", "name": "owner", "known": False, "values": []}
    assert data["essentials"][3]["values"] == [
        {"text": "Orbit GIS", "entity": "orbit-gis", "claims": [samples.MAKES.id]}
    ]
    assert [topic["topic"] for topic in data["topics"]] == ["supply", "people", "description"]
    assert data["conflicts"][0]["id"] == "zones"


def test_a_fact_in_the_data_has_its_claims_with_source_and_locator(orbit: Profile) -> None:
    fact = as_data(orbit)["topics"][0]["facts"][0]

    assert {key: fact[key] for key in ("predicate", "direction", "words", "text")} == {
        "predicate": "MAKES",
        "direction": "out",
        "words": "makes",
        "text": "",
    }
    assert fact["other"] == {"id": "orbit-gis", "name": "Orbit GIS", "label": "Product"}
    assert (fact["certainty"], fact["derived"], fact["conflicts"]) == ("stated", False, [])
    (claim,) = fact["claims"]
    assert (claim["id"], claim["source"], claim["locator"], claim["note"]) == (
        samples.MAKES.id,
        "report",
        "p. 26, l. 713",
        3,
    )


def test_every_claim_in_the_data_leads_to_a_note(orbit: Profile) -> None:
    data = as_data(orbit)
    known = {note["number"]: note for note in data["sources"]}
    facts = [fact for topic in data["topics"] for fact in topic["facts"]]

    for fact in [*facts, *data["mentions"], *data["maybe_same"]]:
        for claim in fact["claims"]:
            note = known[claim["note"]]
            assert claim["id"] in note["claims"]
            assert (note["source"], note["locator"]) == (claim["source"], claim["locator"])


def test_the_data_survive_json_unchanged(orbit: Profile) -> None:
    data = as_data(replace(orbit, notes="a \u202e\x1b b"))

    assert json.loads(data_json(data)) == json.loads(json.dumps(data))
    assert "\u202e" not in data_json(data)
    assert "\x1b" not in data_json(data)
