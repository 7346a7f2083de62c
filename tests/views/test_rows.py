from kg.schema import LANGUAGES
from kg.session import OpenGraph
from kg.views.draw import draw
from kg.views.picture import Mark, Picture
from kg.views.spec import find
from tests.views.samples import write

EVENTS = 'query = "ends-and-bans"\nlayout = "timeline"\n'
EVENT = '[event]\nof = "what"\ndate = "dates"\nnote = "event"\nat = "who"\n'
WORDS = "\n".join(f'{lang} = "uses"' for lang in LANGUAGES)
LINES = 'query = "used-by"\nlayout = "matrix"\n'
LINE = (
    '[line]\nstart = "user"\nend = "system"\nstatus = "status"\n'
    f"[line.words]\n{WORDS}\n[line.inverse]\n{WORDS}\n"
)
AMOUNTS = 'query = "contract-amounts"\nlayout = "layered"\n'
AMOUNT = '[amount]\nof = "contract"\nvalue = "value"\ncurrency = "currency"\nnote = "kind"\n'


def drawn(graph: OpenGraph, head: str, tables: str, lang: str = "en") -> Picture:
    write(graph.case, "mine", head, tables)
    return draw(graph, find(graph.case, "mine"), lang=lang)


def of(picture: Picture, entity: str) -> list[Mark]:
    return [mark for mark in picture.marks if mark.entity == entity]


def test_each_row_is_an_event_of_the_entity_that_it_happened_to(graph: OpenGraph) -> None:
    picture = drawn(graph, EVENTS, EVENT)
    (use,) = [mark for mark in of(picture, "eye") if mark.date == "2021-06"]
    assert (use.name, use.label, use.note) == ("Eye", "Product", "no longer used by South police")
    assert use.id != use.entity
    assert [picture.claims[claim].publisher for claim in use.claims] == ["Paper"]
    assert picture.lines == ()


def test_an_event_tells_which_other_years_sources_give(graph: OpenGraph) -> None:
    (end,) = of(drawn(graph, EVENTS, EVENT), "deal")
    assert end.note == "ended by The minister (also dated 2018)"
    assert end.notes["de"] == "beendet von The minister (auch auf 2018 datiert)"


def test_an_event_is_told_in_the_language_asked_for(graph: OpenGraph) -> None:
    (ruled,) = [m for m in of(drawn(graph, EVENTS, EVENT, "fr"), "eye") if m.date == "2022-03-01"]
    assert ruled.note == "condamné par High court"


def test_an_events_country_is_its_own_or_that_of_who_did_it(graph: OpenGraph) -> None:
    own = drawn(graph, EVENTS, EVENT)
    theirs = drawn(graph, EVENTS, EVENT + 'country = "at"\n')
    assert {mark.country for mark in of(own, "eye")} == {("IL",)}
    assert {mark.country for mark in of(theirs, "eye")} == {("BE",)}


def test_a_row_whose_party_is_left_out_is_left_out(graph: OpenGraph) -> None:
    picture = drawn(graph, EVENTS + 'without = ["court"]', EVENT)
    assert {mark.date for mark in of(picture, "eye")} == {"2021-06"}


def test_each_row_is_a_line_that_rests_on_the_claims_of_the_row(graph: OpenGraph) -> None:
    picture = drawn(graph, LINES, LINE + '\n[params]\nforce = "north"')
    (line,) = picture.lines
    assert (line.start, line.end, line.status, line.style) == ("north", "eye", "active", "used")
    assert len(line.claims) == 2
    assert line.derived
    assert line.words["en"] == "uses"


def test_a_line_of_a_row_has_the_style_of_its_status(graph: OpenGraph) -> None:
    ended = drawn(graph, LINES, LINE + '\n[params]\nforce = "south"')
    planned = drawn(graph, LINES, LINE + '\n[params]\nforce = "west"')
    assert [line.style for line in (*ended.lines, *planned.lines)] == ["ended", "planned"]


def test_an_amount_belongs_to_its_contract_and_rests_on_claims(graph: OpenGraph) -> None:
    picture = drawn(graph, AMOUNTS, AMOUNT)
    (deal,) = of(picture, "deal")
    assert (deal.value, deal.currency, deal.note) == (1000000.0, "EUR", "awarded; ended")
    assert deal.notes["es"] == "adjudicado; terminado"
    assert deal.status == "ended"
    said = {picture.claims[claim].locator for claim in deal.claims}
    assert "para 9" in said


def test_a_contract_below_the_sum_is_not_drawn(graph: OpenGraph) -> None:
    picture = drawn(graph, AMOUNTS, AMOUNT + "[params]\nmin_value = 2000000")
    assert picture.marks == ()
