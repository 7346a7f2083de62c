import pytest

from kg.errors import QueryError
from kg.reading.conflicts import by_claim
from kg.reading.facts import Fact
from kg.reading.profile import Profile, profile
from kg.session import OpenGraph
from kg.store.bolt import Store
from tests.reading import samples
from tests.store.samples import Fill


def answers(shown: Profile) -> dict[str, list[str]]:
    return {each.key: [value.text for value in each.values] for each in shown.essentials}


def told(shown: Profile) -> list[str]:
    return [f"{fact.words} {fact.other.name if fact.other else fact.text}" for fact in shown.facts]


def facts(shown: Profile, predicate: str) -> list[Fact]:
    return [fact for fact in shown.facts if fact.predicate == predicate]


def test_a_profile_has_everything_that_the_entity_is_called(small: Store) -> None:
    shown = profile(small, "be-local", "nl")

    assert (shown.id, shown.label) == ("be-local", "PoliceForce")
    assert (shown.name, shown.own_name) == ("Belgische lokale politie", "Belgian local police")
    assert shown.names == (("en", "Belgian local police"), ("nl", "Belgische lokale politie"))
    assert (shown.country, shown.collective, shown.unnamed) == (("BE",), True, False)


def test_a_profile_has_kind_notes_aliases_and_public_basis(small: Store) -> None:
    firm, person = profile(small, "orbit"), profile(small, "ann")

    assert (firm.kind, firm.notes, firm.aliases) == ("vendor", "as written", ("Orbit NV",))
    assert person.public_basis == "chair of a firm"


def test_facts_come_by_topic_from_both_sides(small: Store) -> None:
    assert told(profile(small, "orbit")) == [
        "makes Orbit GIS",
        "won Orbit framework",
        "resells for Orbit GT",
        "has as a client Belgian local police",
        "has as a client Ministry",
        "has or had in a role Ann",
        "has the figure almost 100: police zones",
        "has the figure more than 100: police zones",
        "through Orbit GT",
        "said by Belgian local police",
        "may be the same as Orbit GT",
    ]


def test_what_may_be_the_same_stands_apart_with_its_reason(small: Store) -> None:
    for entity, other in (("orbit", "orbit-gt"), ("orbit-gt", "orbit")):
        (same,) = profile(small, entity).maybe_same
        assert same.other is not None
        assert (same.other.id, same.told[0].claim.says) == (other, "Much alike.")


def test_what_follows_from_others_is_marked_as_derived(small: Store) -> None:
    shown = profile(small, "be-local")
    derived = {
        (fact.words, fact.other.id, fact.text)
        for fact in shown.facts
        if fact.derived and fact.other
    }

    assert derived == {
        ("is a client of", "orbit", "through Orbit GIS"),
        ("is a client of", "orbit-gt", "through Orbit GIS"),
    }
    client = next(fact for fact in shown.facts if fact.derived and fact.claims[0] != samples.VIA.id)
    assert set(client.claims) <= {samples.USES.id, samples.ENDED.id, samples.MAKES.id}


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "for Belgian local police"), ("nl", "voor Belgische lokale politie")],
)
def test_a_reseller_is_tied_by_the_client(small: Store, lang: str, words: str) -> None:
    (sale,) = facts(profile(small, "orbit", lang), "SUPPLIES_VIA")

    assert (sale.direction, sale.other and sale.other.id, sale.text) == ("in", "orbit-gt", words)


def test_every_claim_about_an_entity_is_in_its_profile(small: Store) -> None:
    for entity in samples.ENTITIES:
        shown = profile(small, entity.id)
        about = {
            said.id for said in samples.STATEMENTS if entity.id in samples.claim(said).entities()
        }
        assert about <= {claim for fact in shown.facts for claim in fact.claims}


def test_a_conflict_is_flagged_at_each_of_its_facts(small: Store) -> None:
    shown = profile(small, "orbit")

    assert [conflict.id for conflict in shown.conflicts] == ["zones"]
    assert [fact.conflicts for fact in facts(shown, "HAS_METRIC")] == [("zones",), ("zones",)]
    assert facts(shown, "MAKES")[0].conflicts == ()
    assert by_claim(shown.conflicts) == {samples.ALMOST.id: ["zones"], samples.MORE.id: ["zones"]}


def test_what_is_not_known_is_named(small: Store) -> None:
    assert profile(small, "nobody").not_known == ("maker", "operator", "status", "country", "page")
    assert profile(small, "orbit").not_known == ("owner", "country")
    assert profile(small, "orbit-gis").not_known == ()


def test_statuses_of_a_system_are_all_there_with_their_claims(small: Store) -> None:
    shown = profile(small, "orbit-gis")

    assert answers(shown)["status"] == ["ended (2025-03)", "active", "pilot"]
    assert answers(shown)["operator"] == ["Belgian local police (ended, until 2025-03, active)"]
    assert answers(shown)["page"] == ["p. 9", "p. 26"]


def test_a_profile_cites_every_claim_it_shows(small: Store) -> None:
    shown = profile(small, "orbit")
    claims = {claim for fact in shown.facts for claim in fact.claims}

    assert shown.cited.keys() == claims
    assert shown.cited[samples.ALMOST.id]["said_by_name"] == "Orbit"
    assert shown.cited[samples.MORE.id]["url"] == "https://example.org/a"


def test_who_is_no_entity_is_still_named_as_the_source_does(small: Store) -> None:
    (role,) = facts(profile(small, "ann"), "HELD_ROLE")

    assert role.told[0].said_by == "a neighbour"
    assert role.told[0].details == ("title: chair", "former")


def test_an_entity_that_is_not_there_is_an_error(small: Store) -> None:
    with pytest.raises(QueryError, match="no entity 'orbitt'; kg search finds"):
        profile(small, "orbitt")


def test_both_stores_show_the_same_profiles(fill: Fill, small: Store) -> None:
    store = fill(samples.world())

    for entity in samples.ENTITIES:
        for lang in ("en", "nl"):
            assert profile(store, entity.id, lang) == profile(small, entity.id, lang)


@pytest.mark.parametrize(
    ("id_", "known"),
    [
        (
            "predvol",
            {
                "operator": ["French National Gendarmerie (ended)"],
                "country": ["FR"],
            },
        ),
        ("paved", {"country": ["FR"]}),
        ("delia", {"maker": ["KeyCrime"]}),
        ("orbit-gis", {"maker": ["Orbit"], "page": ["p. 26", "p. 27"]}),
        ("briefcam-software", {"maker": ["BriefCam"]}),
    ],
)
def test_a_shipped_system_shows_what_the_report_has(
    shipped: OpenGraph, id_: str, known: dict[str, list[str]]
) -> None:
    found = answers(shipped.show(id_))

    for key, texts in known.items():
        assert [text for text in texts if text not in found[key]] == []


@pytest.mark.parametrize("id_", ["predvol", "paved"])
def test_predvol_and_paved_have_ended(shipped: OpenGraph, id_: str) -> None:
    found = answers(shipped.show(id_))

    assert any("ended" in status for status in found["status"])
    assert "p. 26" in found["page"]


def test_both_figures_of_orbit_are_there_and_attributed(shipped: OpenGraph) -> None:
    shown = shipped.show("Orbit Geographic Information System")
    said = [
        (detail, each.claim.certainty, each.said_by)
        for fact in facts(shown, "USES")
        for each in fact.told
        for detail in each.details
        if detail.startswith("number: ")
    ]

    assert ("number: almost 100 police zones", "alleged", "Orbit") in said
    assert any(detail.startswith("number: more than 100") for detail, _, _ in said)
    assert any("Belgian police zones" in conflict.title for conflict in shown.conflicts)


def test_every_shipped_system_says_what_is_known_of_it(shipped: OpenGraph) -> None:
    """Maker, operator, status, country and page: each is answered or named as not known."""
    _, rows = shipped.store.read("MATCH (e:System) RETURN e.id AS id ORDER BY id")
    for row in rows[::6]:
        shown = shipped.show(str(row["id"]))
        found = answers(shown)
        assert {"maker", "operator", "status", "country", "page"} <= found.keys()
        assert shown.not_known == tuple(key for key, texts in found.items() if not texts)
        makers = [f for f in facts(shown, "MAKES") if f.direction == "in"]
        assert bool(found["maker"]) == bool(makers)
