"""Every view that is shipped draws, rests on claims, and says in its title what it shows."""

from collections import Counter

import pytest

from kg.case import Case
from kg.layout import scene
from kg.layout.sizes import sizes_of
from kg.resources import folder
from kg.schema import LANGUAGES, labels, predicates
from kg.session import OpenGraph
from kg.views.aggregate import LIMIT, aggregate
from kg.views.draw import draw
from kg.views.picture import LAYOUTS, Line, Picture
from kg.views.spec import find, load
from kg.views.styles import styles
from tests.layout.boxes import overlapping
from tests.views.samples import said_by

VIEWS, PROBLEMS = load(Case(folder("visualizations").parent))
NAMES = sorted(VIEWS)


@pytest.fixture(scope="module")
def pictures(shipped: OpenGraph) -> dict[str, Picture]:
    return {name: draw(shipped, view) for name, view in VIEWS.items()}


def test_none_is_broken_and_there_are_at_least_15() -> None:
    assert PROBLEMS == []
    assert len(VIEWS) >= 15


def test_every_layout_is_shown() -> None:
    assert {view.layout for view in VIEWS.values()} == set(LAYOUTS)


@pytest.mark.parametrize("name", NAMES)
def test_it_says_something_and_all_of_it_rests_on_claims(
    pictures: dict[str, Picture], name: str
) -> None:
    picture = pictures[name]
    touched = {end for line in picture.lines for end in (line.start, line.end)}
    assert len(picture.marks) >= 9
    assert all(line.claims for line in picture.lines)
    assert all(mark.claims for mark in picture.marks if mark.id not in touched)
    used = {claim for line in picture.lines for claim in line.claims}
    used |= {claim for mark in picture.marks for claim in mark.claims}
    assert set(picture.claims) == used
    assert all(claim.says and claim.locator for claim in picture.claims.values())
    assert {claim.source for claim in picture.claims.values()} == set(picture.sources)


@pytest.mark.parametrize("name", NAMES)
def test_it_holds_together(pictures: dict[str, Picture], name: str) -> None:
    picture = pictures[name]
    marks = picture.by_id
    assert len(marks) == len(picture.marks)
    assert len({line.eid for line in picture.lines}) == len(picture.lines)
    assert {end for line in picture.lines for end in (line.start, line.end)} <= set(marks)
    assert set(VIEWS[name].focus) == set(picture.focus)
    assert {mark.group for mark in picture.marks} == {group.id for group in picture.groups}
    assert all(mark.label in labels() and mark.name for mark in picture.marks)
    assert all(line.type in predicates() for line in picture.lines)
    assert all(line.style in styles() for line in picture.lines)


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_never_drawn_as_a_fact_nor_an_end_as_a_use(
    pictures: dict[str, Picture], name: str
) -> None:
    for line in pictures[name].lines:
        if line.status in ("planned", "tender", "announced"):
            assert line.style == "planned", line
        if line.status in ("ended", "suspended"):
            assert line.style in ("ended", "unlawful"), line
        if line.status == "ruled_unlawful":
            assert line.style == "unlawful", line
        if line.certainty in ("alleged", "disputed"):
            assert line.style not in ("supplies", "used", "contract", "subcontract"), line


@pytest.mark.parametrize("name", NAMES)
def test_its_words_are_its_own_in_each_language(name: str) -> None:
    view = VIEWS[name]
    for words in (view.titles, view.captions):
        assert set(words) == set(LANGUAGES)
        assert len(set(words.values())) == len(LANGUAGES)
        assert all(text == text.strip() and "Draft" not in text for text in words.values())
    assert all(len(title) <= 120 for title in view.titles.values())
    assert not any(title.endswith(".") for title in view.titles.values())
    assert all(len(caption) >= 60 for caption in view.captions.values())
    assert set(view.neutral) == set(LANGUAGES)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_lies_over_anything(pictures: dict[str, Picture], name: str) -> None:
    picture = aggregate(pictures[name])
    assert len(picture.marks) <= LIMIT
    assert overlapping(scene(picture).points, sizes_of(picture)) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("as_of", ["2012", "2019-06", "2024"])
def test_it_can_be_drawn_as_of_any_day(shipped: OpenGraph, name: str, as_of: str) -> None:
    picture = draw(shipped, VIEWS[name], as_of=as_of)
    for line in picture.lines:
        assert not line.since_lo or line.since_lo <= f"{as_of}-12-31"
        assert not line.until_hi or line.until_hi >= as_of
    scene(picture)


@pytest.mark.parametrize("name", NAMES)
def test_dutch_is_not_english(shipped: OpenGraph, name: str) -> None:
    picture = draw(shipped, VIEWS[name], lang="nl")
    assert picture.title == VIEWS[name].titles["nl"]
    assert {mark.name for mark in picture.marks} == {mark.names["nl"] for mark in picture.marks}


def lines(pictures: dict[str, Picture], name: str, **wanted: object) -> list[Line]:
    return [
        line
        for line in pictures[name].lines
        if all(getattr(line, key) == value for key, value in wanted.items())
    ]


TOLD = [
    ("i-police", "sopra-steria", "WON", "i-police-contract", "supplies"),
    ("i-police", "interionet", "SUBCONTRACTED_ON", "i-police-contract", "subcontract"),
    ("i-police", "bernard-quintin", "ENDED", "i-police-contract", "ended"),
    ("unit-8200", "ta9-ceo", "HELD_ROLE", "unit-8200", "former"),
    ("unit-8200", "ta9", "SUBCONTRACTED_ON", "i-police-contract", "subcontract"),
    ("briefcam-courts", "moirans", "USES", "briefcam-software", "unlawful"),
    ("briefcam-courts", "pz-brussel-west", "USES", "briefcam-software", "used"),
    ("palantir", "hessendata", "BUILT_ON", "gotham", "directed"),
    ("palantir", "pol-intel", "BUILT_ON", "gotham", "directed"),
    ("palantir", "omnia", "BUILT_ON", "gotham", "directed"),
    ("germany", "police-bw", "USES", "vera", "planned"),
    ("germany", "bavaria-police", "USES", "vera", "used"),
    ("germany", "police-nrw", "USES", "dar", "used"),
    ("germany", "hesse-police", "USES", "hessendata", "used"),
    ("spain", "spanish-national-police", "USES", "veripol", "ended"),
    ("spain", "spanish-police", "USES", "viogen", "used"),
    ("france", "gendarmerie-nationale", "USES", "paved", "ended"),
    ("france", "gendarmerie-nationale", "USES", "predvol", "ended"),
    ("eurocop", "pl-rivas", "USES", "eurocop-pred-crime", "ended"),
    ("edicia", "ville-marseille", "USES", "smart-police", "vendor"),
    ("orbit", "orbit", "MAYBE_SAME", "orbit-gt", "other"),
    ("databases", "cas", "DRAWS_ON", "cbs-nl", "data"),
]


@pytest.mark.parametrize(("name", "start", "type_", "end", "style"), TOLD)
def test_what_the_title_says_is_in_the_picture(
    pictures: dict[str, Picture], name: str, start: str, type_: str, end: str, style: str
) -> None:
    wanted = {"start": start, "type": type_, "end": end}
    assert style in {line.style for line in lines(pictures, name, **wanted)}


def test_the_end_of_i_police_is_shown_in_every_picture_of_its_contract(
    pictures: dict[str, Picture],
) -> None:
    for name in ("i-police", "belgium", "unit-8200", "contracts-by-value"):
        assert pictures[name].by_id["i-police-contract"].status == "ended", name
    assert said_by(pictures["i-police"], "belgian-federal-police", "USES", "i-police").unclear


def test_palantir_and_briefcam_have_the_most_clients(pictures: dict[str, Picture]) -> None:
    pairs = {(line.end, line.start) for line in pictures["who-supplies-whom"].lines}
    most = Counter(vendor for vendor, _ in pairs).most_common(3)
    assert [vendor for vendor, _ in most[:2]] == ["palantir", "briefcam"]
    assert most[1][1] > most[2][1]


def test_the_largest_sums_are_those_of_eu_lisa_and_of_i_police(
    pictures: dict[str, Picture],
) -> None:
    sums = [mark for mark in pictures["contracts-by-value"].marks if mark.value]
    largest = sorted(sums, key=lambda mark: -(mark.value or 0))[:4]
    assert "i-police-contract" in {mark.id for mark in largest}
    assert {mark.country for mark in largest} == {("EU",), ("BE",)}
    assert all(mark.currency == "EUR" and mark.note for mark in sums)


def test_location_based_prediction_is_known_at_the_most_forces(
    pictures: dict[str, Picture],
) -> None:
    known = Counter(line.end for line in pictures["forces-and-techniques"].lines)
    assert known.most_common(1)[0][0] == "location-based-predictive-policing"


def test_most_clients_of_israeli_vendors_are_belgian_or_french(
    pictures: dict[str, Picture],
) -> None:
    picture = pictures["israeli-vendors"]
    clients = {line.start for line in picture.lines}
    countries = Counter(picture.by_id[client].country[0] for client in clients)
    assert [country for country, _ in countries.most_common(2)] == ["BE", "FR"]
    assert countries["BE"] + countries["FR"] > len(clients) / 2


def test_people_through_the_revolving_doors_have_stood_on_both_sides(
    pictures: dict[str, Picture],
) -> None:
    picture = pictures["revolving-doors"]
    for person in (mark for mark in picture.marks if mark.label == "Person"):
        ends = {picture.by_id[line.end] for line in picture.lines if line.start == person.id}
        assert "Company" in {mark.label for mark in ends}, person.name
        assert {mark.label for mark in ends} - {"Company"}, person.name


def test_every_conflict_in_the_picture_is_told(pictures: dict[str, Picture]) -> None:
    picture = pictures["conflicts"]
    assert all(line.conflict for line in picture.lines)
    claims = [picture.claims[id_] for line in picture.lines for id_ in line.claims]
    assert any("i-Police" in title for claim in claims for title in claim.conflicts)


def test_events_stand_at_their_date_or_with_none(pictures: dict[str, Picture]) -> None:
    dated = [mark for mark in pictures["ends-and-bans"].marks if mark.date]
    assert len(dated) >= 35
    assert all(mark.note and mark.notes["nl"] != mark.notes["en"] for mark in dated)
    (end,) = [m for m in dated if m.entity == "i-police-contract"]
    assert end.date.startswith("2025-12")
    assert "also dated 2018, 2024" in end.note


def test_a_country_can_be_asked_for(shipped: OpenGraph) -> None:
    picture = draw(shipped, find(shipped.case, "belgium"), {"country": "Netherlands"})
    assert picture.title.startswith("Police technology in one country")
    assert "dutch-police" in picture.by_id
    assert "pz-gent" not in picture.by_id
