from dataclasses import replace

import pytest

from kg.answers.bibliography import as_data, as_text, one_as_data, one_as_text
from kg.answers.terminal import width
from kg.reading.sources import Cited, holdings, sources
from kg.schema import LANGUAGES, source_kinds
from kg.store.bolt import Store
from tests.reading import samples
from tests.reading.conftest import small

__all__ = ["small"]


@pytest.fixture
def listed(small: Store) -> list[Cited]:
    return sources(small)


def test_sources_are_listed_with_what_rests_on_them(listed: list[Cited]) -> None:
    assert as_text(listed, "en") == (
        "press: 7 claims, 7 entities, 5 facts rest on it alone\n"
        "    Le Soir, «Maps» (2025-06), news article, https://example.org/a\n"
        "report: 4 claims, 4 entities, 2 facts rest on it alone\n"
        "    Statewatch, «Report» (2025), NGO report, read 2026-11-25\n"
        "unread: 0 claims, 0 entities\n"
        "    «Nothing», news article, https://example.org/b\n"
    )


def test_one_of_a_thing_is_said_in_the_singular(listed: list[Cited]) -> None:
    one = replace(listed[0], claims=1, entities=1, alone=1)

    assert as_text([one], "en").startswith("press: 1 claim, 1 entity, 1 fact rests on it alone\n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_kind_is_named_in_the_language(listed: list[Cited], lang: str) -> None:
    assert source_kinds()["news"].names[lang] in as_text(listed, lang)
    assert as_data(listed, lang)[1]["kind_name"] == source_kinds()["ngo_report"].names[lang]


def test_a_kind_that_is_not_of_the_list_stays(listed: list[Cited]) -> None:
    assert as_data([replace(listed[0], kind="leaflet")], "nl")[0]["kind_name"] == "leaflet"


def test_one_source_shows_its_passages_and_everybody_in_them(small: Store) -> None:
    shown = one_as_text(holdings(small, "report"), "en", 120)

    assert shown == (
        "report: 4 claims, 4 entities, 2 facts rest on it alone\n"
        "    Statewatch, «Report» (2025), NGO report, read 2026-11-25\n"
        "\n"
        "  p. 9, l. 4: Orbit GIS is used in Flanders (status: pilot)\n"
        f"{by_id(small)}"
        "  p. 27, l. 1: Orbit has the figure almost 100: police zones (according to Orbit)\n"
        "\n"
        "Entities\n"
        "  Belgian local police [be-local]; Flanders [flanders]; Orbit [orbit];"
        " Orbit GIS [orbit-gis]\n"
    )


def by_id(small: Store) -> str:
    """The two claims of one place come by their ids."""
    lines = {
        samples.MAKES.id: "  p. 26, l. 713: Orbit makes Orbit GIS\n",
        samples.USES.id: (
            "  p. 26, l. 713: Belgian local police uses Orbit GIS (number: almost 100 police zones;"
            " status: active; reservation: so\n    called; alleged; according to Orbit)\n"
        ),
    }
    return "".join(lines[id_] for id_ in sorted(lines))


def test_a_source_that_carries_nothing_says_so(small: Store) -> None:
    assert one_as_text(holdings(small, "unread"), "en").endswith("This source carries nothing.\n")
    assert one_as_text(holdings(small, "unread"), "de").endswith("stützt sich nichts.\n")


def test_hostile_titles_cannot_act(listed: list[Cited]) -> None:
    shown = as_text([replace(listed[0], title="\x1b[2J\u202e", url="javascript:\x07")], "en")

    assert not set(shown) & {"\x1b", "\x07", "\u202e"}


def test_no_line_is_wider_than_the_terminal(small: Store, listed: list[Cited]) -> None:
    for shown in (as_text(listed, "en", 60), one_as_text(holdings(small, "press"), "en", 60)):
        assert max(map(width, shown.splitlines())) <= 60


def test_the_data_of_the_list_have_the_documented_shape(listed: list[Cited]) -> None:
    assert as_data(listed, "en")[1] == {
        "id": "report",
        "title": "Report",
        "publisher": "Statewatch",
        "url": "",
        "published": "2025",
        "language": "nl",
        "kind": "ngo_report",
        "read": "2026-11-25",
        "reread": "",
        "claims": 4,
        "entities": 4,
        "alone": 2,
        "kind_name": "NGO report",
    }


def test_the_data_of_one_source_have_every_claim_whole(small: Store) -> None:
    data = one_as_data(holdings(small, "report"), "en")

    assert list(data) == ["source", "claims", "entities"]
    assert data["source"]["id"] == "report"
    assert data["entities"][0] == {
        "id": "be-local",
        "name": "Belgian local police",
        "label": "PoliceForce",
    }
    first = data["claims"][0]
    assert (first["id"], first["locator"], first["alone"]) == (samples.PILOT.id, "p. 9, l. 4", True)
    assert (first["predicate"], first["subject"], first["object"]) == (
        "USED_IN",
        "orbit-gis",
        "flanders",
    )
    assert (first["sentence"], first["details"], first["qualifiers"]) == (
        "Orbit GIS is used in Flanders",
        ["status: pilot"],
        {"status": "pilot"},
    )
