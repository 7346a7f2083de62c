import pytest

from kg.errors import QueryError, ViewError
from kg.schema import LANGUAGES
from kg.session import OpenGraph
from kg.views.draw import draw
from kg.views.lines import is_backward
from kg.views.marks import mark_of
from kg.views.picture import Mark, Picture
from kg.views.spec import find
from tests.views.samples import HOSTILE, OF_SELLER, VENDOR, said_by, write


def drawn(graph: OpenGraph, head: str = VENDOR, tables: str = OF_SELLER, **more: str) -> Picture:
    write(graph.case, "mine", head, tables)
    lang, as_of = more.pop("lang", "en"), more.pop("as_of", "")
    return draw(graph, find(graph.case, "mine"), more, lang, as_of)


def test_marks_are_the_entities_of_the_rows_and_lines_what_the_rows_rest_on(
    graph: OpenGraph,
) -> None:
    picture = drawn(graph)
    assert {"seller", "eye", "north", "south", "deal", "owner", "ann"} <= set(picture.by_id)
    assert said_by(picture, "seller", "MAKES", "eye").claims
    assert not [line for line in picture.lines if line.type == "DRAWS_ON"]


def test_every_claim_of_a_line_comes_with_its_source(graph: OpenGraph) -> None:
    picture = drawn(graph)
    line = said_by(picture, "south", "USES", "eye")
    claim = picture.claims[line.claims[0]]
    assert (claim.publisher, claim.locator, claim.certainty) == ("Paper", "p. 26, l. 713", "stated")
    assert picture.sources[claim.source].title == "News"
    assert {claim.source for claim in picture.claims.values()} == set(picture.sources)


def test_only_claims_that_something_rests_on_are_in_it(graph: OpenGraph) -> None:
    picture = drawn(graph)
    used = {claim for line in picture.lines for claim in line.claims}
    used |= {claim for mark in picture.marks for claim in mark.claims}
    assert set(picture.claims) == used


def test_a_plan_is_not_drawn_as_a_use(graph: OpenGraph) -> None:
    line = said_by(drawn(graph), "west", "USES", "eye")
    assert (line.style, line.status) == ("planned", "planned")


def test_what_has_ended_is_drawn_as_ended(graph: OpenGraph) -> None:
    line = said_by(drawn(graph), "south", "USES", "eye")
    assert (line.style, line.since, line.until) == ("ended", "2018", "2021-06")


def test_a_trial_that_became_a_use_is_a_use(graph: OpenGraph) -> None:
    line = said_by(drawn(graph), "north", "USES", "eye")
    assert (line.style, line.status, line.statuses) == ("used", "active", ("pilot", "active"))


def test_what_only_the_seller_says_of_its_clients_is_its_word(graph: OpenGraph) -> None:
    picture = drawn(graph)
    assert said_by(picture, "seller", "SUPPLIES", "south").style == "vendor"
    assert said_by(picture, "seller", "CONTRACTED_WITH", "west").style == "vendor"
    assert said_by(picture, "seller", "WON", "deal").style == "supplies"


def test_a_press_release_of_the_police_is_not_the_sellers_word(graph: OpenGraph) -> None:
    picture = drawn(graph, tables='[params]\nvendor = "helper"', head=VENDOR)
    assert said_by(picture, "helper", "SUPPLIES", "north").style == "ended"


def test_a_delivery_whose_last_day_has_passed_is_over(graph: OpenGraph) -> None:
    picture = drawn(graph, tables='[params]\nvendor = "helper"')
    line = said_by(picture, "helper", "SUPPLIES", "north")
    assert (line.style, line.until, line.status) == ("ended", "2018", "")


def test_a_former_role_is_drawn_as_former(graph: OpenGraph) -> None:
    picture = drawn(graph)
    assert said_by(picture, "ann", "HELD_ROLE", "spies").style == "former"
    assert said_by(picture, "ann", "HELD_ROLE", "seller").style == "role"


def test_an_alleged_subcontract_is_grey(graph: OpenGraph) -> None:
    picture = drawn(graph, tables='[params]\nvendor = "helper"')
    assert said_by(picture, "helper", "SUBCONTRACTED_ON", "deal").style == "alleged"


def test_a_contract_that_was_ended_says_so_with_its_claims(graph: OpenGraph) -> None:
    picture = drawn(graph)
    deal = picture.by_id["deal"]
    assert (deal.status, deal.note, deal.notes["fr"]) == ("ended", "ended", "terminé")
    assert len(deal.claims) == 3
    assert set(deal.claims) <= set(picture.claims)


def test_claims_that_contradict_each_other_mark_their_line(graph: OpenGraph) -> None:
    picture = drawn(graph)
    line = said_by(picture, "minister", "ENDED", "deal")
    assert line.conflict
    conflicts = {claim: picture.claims[claim].conflicts for claim in line.claims}
    assert ("When did the deal end?",) in conflicts.values()
    assert not said_by(picture, "seller", "MAKES", "eye").conflict


def test_the_chain_runs_from_seller_to_police(graph: OpenGraph) -> None:
    picture = drawn(graph)
    assert not said_by(picture, "seller", "MAKES", "eye").backward
    assert said_by(picture, "north", "USES", "eye").backward
    assert said_by(picture, "north", "AWARDED", "deal").backward
    assert said_by(picture, "lens", "BUILT_ON", "eye").backward


def test_who_rules_or_ends_points_at_what_it_is_about(graph: OpenGraph) -> None:
    ruled = drawn(graph, tables='[params]\nvendor = "seller"\nlaw = true')
    assert not said_by(ruled, "court", "RULED", "eye").backward
    assert not said_by(ruled, "minister", "ENDED", "deal").backward
    north = Mark("n", "n", "PoliceForce", "n", {}, role="force")
    system = Mark("s", "s", "Product", "s", {}, role="system")
    assert not is_backward("INVESTIGATES", north, system)
    assert not is_backward("ENDED", north, system)
    assert is_backward("USES", north, system)
    seller = Mark("v", "v", "Company", "v", {}, role="vendor")
    for tie in ("OWNS", "ACQUIRED"):
        assert not is_backward(tie, north, seller), "an arrow points at what is owned"


def test_a_line_is_told_both_ways_in_every_language(graph: OpenGraph) -> None:
    line = said_by(drawn(graph), "north", "USES", "eye")
    assert set(line.words) == set(line.inverse) == set(LANGUAGES)
    assert (line.words["nl"], line.inverse["en"]) == ("gebruikt", "is used by")


def test_what_a_line_names_beside_its_ends_is_named_by_name(graph: OpenGraph) -> None:
    line = said_by(drawn(graph), "seller", "SUPPLIES", "south")
    assert line.details == {"system": "Lens"}


def test_names_come_in_the_language_asked_for(graph: OpenGraph) -> None:
    picture = drawn(graph, lang="nl")
    north = picture.by_id["north"]
    assert (north.name, north.names["nl"], north.names["fr"]) == (
        "Politie Noord",
        "Politie Noord",
        "North police",
    )
    assert north.aliases == ("North police",)


FULL = "European Union Agency for Law Enforcement Cooperation"


@pytest.mark.parametrize(
    ("props", "shown", "aliases"),
    [
        ({"name": "Europol", "name_en": FULL}, "Europol", ("Europol", FULL)),
        ({"name": "Europol", "name_en": FULL, "label": "Law"}, FULL, ("Europol",)),
        ({"name": "Europol", "name_en": "EU police agency"}, "EU police agency", ("Europol",)),
        ({"name": "The European police", "name_en": FULL}, FULL, ("The European police",)),
        ({"name": "", "name_en": FULL}, FULL, ()),
        ({"name": "Europol", "name_nl": FULL}, "Europol", ("Europol", FULL)),
        ({"name": "Europol", "name_en": FULL, "aliases": ["EPO"]}, "Europol",
         ("EPO", "Europol", FULL)),
    ],
)  # fmt: skip
def test_a_long_name_gives_way_to_the_short_one_that_all_know(
    props: dict[str, object], shown: str, aliases: tuple[str, ...]
) -> None:
    found = mark_of({"id": "europol", "label": "PublicBody", **props}, "en")
    assert (found.name, found.names["en"]) == (shown, shown)
    assert found.aliases == tuple(sorted(aliases))


def test_hops_count_from_the_focus(graph: OpenGraph) -> None:
    picture = drawn(graph)
    hops = {id_: picture.by_id[id_].hops for id_ in ("seller", "eye", "lens", "ann", "spies")}
    assert hops == {"seller": 0, "eye": 1, "lens": 2, "ann": 1, "spies": 2}
    assert picture.focus == ("seller",)


def test_without_a_focus_there_are_no_hops(graph: OpenGraph) -> None:
    picture = drawn(graph, VENDOR.replace('focus = ["seller"]', ""))
    assert {mark.hops for mark in picture.marks} == {-1}


def test_between_draws_every_tie_among_the_marks(graph: OpenGraph) -> None:
    head = 'query = "used-by"\nlayout = "force"\nfocus = ["files"]\n'
    some = drawn(graph, head, '[params]\nforce = "north"')
    every = drawn(graph, head + "between = true", '[params]\nforce = "north"')
    assert {line.type for line in some.lines} == {"USES"}
    assert {line.type for line in every.lines} == {"USES", "DRAWS_ON"}


def test_derived_ties_come_only_when_asked_for(graph: OpenGraph) -> None:
    plain, derived = drawn(graph), drawn(graph, VENDOR + "\nderived = true\nbetween = true")
    assert not [line for line in plain.lines if line.derived]
    assert [line for line in derived.lines if line.type == "CLIENT_OF"]


def test_a_derived_tie_is_no_better_than_the_facts_behind_it(graph: OpenGraph) -> None:
    head = 'query = "supply-network"\nlayout = "force"\ntypes = ["CLIENT_OF"]\n'
    picture = drawn(graph, head + 'columns = ["vendor", "client"]', "")
    through = {
        (line.start, line.details.get("through", "")): line
        for line in picture.lines
        if line.end == "seller"
    }
    assert through["north", "Eye"].style == "supplies"
    assert through["south", "Eye"].style == "ended"
    assert through["south", "Lens"].style == "vendor"
    assert ("west", "Eye") not in through


def test_a_client_by_an_ended_contract_was_a_client(graph: OpenGraph) -> None:
    head = 'query = "supply-network"\nlayout = "force"\ntypes = ["CLIENT_OF"]\n'
    picture = drawn(graph, head + 'columns = ["vendor", "client"]', "")
    line = next(x for x in picture.lines if x.details.get("through") == "The deal")
    assert (line.style, line.status) == ("ended", "ended")
    assert {picture.claims[claim].locator for claim in line.claims} >= {"para 1", "p. 3"}


def test_only_the_types_named_are_drawn(graph: OpenGraph) -> None:
    picture = drawn(graph, VENDOR + '\ntypes = ["MAKES", "USES"]')
    assert {line.type for line in picture.lines} == {"MAKES", "USES"}
    assert "ann" not in picture.by_id


def test_who_is_left_out_takes_its_lines_along(graph: OpenGraph) -> None:
    picture = drawn(graph, VENDOR + '\nwithout = ["eye", "hostile"]')
    assert "eye" not in picture.by_id
    assert not [line for line in picture.lines if "eye" in (line.start, line.end)]


def test_a_mark_without_a_line_is_kept_only_if_the_view_wants_it(graph: OpenGraph) -> None:
    head = 'query = "contested-ties"\nlayout = "force"\ntypes = ["MAKES"]'
    assert drawn(graph, head, "").marks == ()
    kept = drawn(graph, head + "\nlone = true", "")
    assert {mark.id for mark in kept.marks} == {"minister", "deal"}
    assert all(mark.claims for mark in kept.marks)


def test_a_service_that_is_no_client_stands_beside_the_chain(graph: OpenGraph) -> None:
    marks = drawn(graph).by_id
    assert (marks["spies"].role, marks["north"].role) == ("side", "force")


def test_other_parameters_take_the_finding_from_the_title(graph: OpenGraph) -> None:
    write(graph.case, "mine", VENDOR, OF_SELLER)
    view = find(graph.case, "mine")
    own = draw(graph, view, {"vendor": "seller", "around": None})
    other = draw(graph, view, {"vendor": "helper"})
    assert own.title == "The finding"
    assert other.title.startswith("How does this vendor reach police forces")
    assert other.title.endswith("(vendor helper)")
    assert other.params == {"vendor": "helper"}


def test_who_is_asked_for_instead_is_what_the_picture_is_about(graph: OpenGraph) -> None:
    picture = drawn(graph, vendor="Helper")
    assert picture.focus == ("helper",)
    assert picture.by_id["helper"].hops == 0
    assert "seller" not in picture.focus


def test_a_neutral_title_stands_in_where_there_is_one(graph: OpenGraph) -> None:
    neutral = "\n".join(f'{lang} = "Any seller"' for lang in LANGUAGES)
    picture = drawn(graph, tables=f"{OF_SELLER}\n[neutral]\n{neutral}", vendor="helper")
    assert picture.title == "Any seller (vendor helper)"


def test_hostile_names_stay_what_they_are(graph: OpenGraph) -> None:
    mark = drawn(graph).by_id["hostile"]
    assert mark.name == HOSTILE
    line = said_by(drawn(graph), "hostile", "USES", "eye")
    assert drawn(graph).claims[line.claims[0]].says == HOSTILE


def test_groups_are_those_that_occur_in_the_order_of_the_vocabulary(graph: OpenGraph) -> None:
    picture = drawn(graph, VENDOR + '\ngrouping = "role"')
    assert [group.id for group in picture.groups] == [
        "vendor", "contract", "system", "force", "side",
    ]  # fmt: skip
    assert {mark.group for mark in picture.marks} == {group.id for group in picture.groups}


@pytest.mark.parametrize("grouping", ["label", "country", "kind", "status", "none"])
def test_every_group_has_a_name_in_every_language(graph: OpenGraph, grouping: str) -> None:
    picture = drawn(graph, f'{VENDOR}\ngrouping = "{grouping}"')
    assert {mark.group for mark in picture.marks} == {group.id for group in picture.groups}
    assert all(set(group.names) == set(LANGUAGES) for group in picture.groups)


def test_an_unknown_language_is_refused(graph: OpenGraph) -> None:
    with pytest.raises(ViewError, match=r"^no language 'it'; one of en, nl, fr, de, es$"):
        drawn(graph, lang="it")


def test_a_date_that_is_none_is_refused(graph: OpenGraph) -> None:
    with pytest.raises(ViewError, match="'31/03/2019' is no date as we write it"):
        drawn(graph, as_of="31/03/2019")


def test_an_unknown_parameter_is_refused(graph: OpenGraph) -> None:
    with pytest.raises(QueryError, match=r"no parameter 'vender' \(did you mean 'vendor'\?\)"):
        drawn(graph, vender="seller")


def test_a_column_without_entities_is_refused(graph: OpenGraph) -> None:
    with pytest.raises(ViewError, match=r"columns: column 'tie' of chains-of-vendor holds no ent"):
        drawn(graph, VENDOR + '\ncolumns = ["tie"]')
