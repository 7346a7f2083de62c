"""Entries of one list that share an id, ids that only fill the field, and parties by role alone."""

from typing import Any

import pytest

from kg.notices.ocds_compile import SHARED
from tests.ingest.ocds.cast import CONTRACT, Hear, amounts, names
from tests.notices.ocds_sample import OCID, award, money, package, release, supplier


def party(id_: object, name: str, *roles: str) -> dict[str, Any]:
    return {"id": id_, "name": name, "roles": list(roles)}


@pytest.mark.parametrize("id_", [None, "", "0", 0, "N/A", "-", "000", "same"])
def test_suppliers_that_share_an_id_all_win(hear: Hear, id_: object) -> None:
    listed = [{"id": id_, "name": name} for name in ("Alpha SA", "Beta SA", "Gamma SA")]
    heard = hear(package(release(awards=[award(*listed)])))
    assert sorted(names(heard, "WON")) == ["Alpha SA", "Beta SA", "Gamma SA"]
    assert heard.skipped == {f"{SHARED} (awards.suppliers)": 1}


@pytest.mark.parametrize("is_turned", [True, False])
def test_suppliers_that_share_an_id_stay_who_they_are_in_later_releases(
    hear: Hear, is_turned: bool
) -> None:
    listed: list[dict[str, Any]] = [
        {"id": "0", "name": "Alpha SA", "identifier": {"scheme": "BE-BCE_KBO", "id": "0461145522"}},
        {"id": "0", "name": "Beta SA"},
    ]
    later = release(id="2", date="2024-02-02", awards=[award(*listed[:: -1 if is_turned else 1])])
    heard = hear(package(release(awards=[award(*listed)]), later))
    found = {entity.name: entity.ids for entity in heard.entities}
    assert (found["Alpha SA"], found["Beta SA"]) == (("be-kbo:0461145522",), ())
    assert sorted(names(heard, "WON")) == ["Alpha SA", "Beta SA"]


def test_parties_that_share_an_id_are_told_apart_by_name(hear: Hear) -> None:
    heard = hear(
        package(
            release(
                parties=[party("P", "Stad Gent", "buyer"), party("P", "Camera BV", "supplier")],
                buyer={"id": "P", "name": "Stad Gent"},
                awards=[award({"id": "P", "name": "Camera BV"})],
            )
        )
    )
    assert (names(heard, "AWARDED"), names(heard, "WON")) == (["Stad Gent"], ["Camera BV"])


def test_an_id_of_zeros_is_nobodys(hear: Hear) -> None:
    heard = hear(
        release(
            parties=[party("0", "Stad Gent", "buyer")],
            buyer={"id": "0", "name": "Stad Gent"},
            awards=[award({"id": "0", "name": "Camera BV"})],
        )
    )
    assert (names(heard, "AWARDED"), names(heard, "WON")) == (["Stad Gent"], ["Camera BV"])


def test_an_award_that_is_listed_once_a_supplier_is_one_award(hear: Hear) -> None:
    rows = [award({"name": name}, value=money(500)) for name in ("Alpha SA", "Beta SA")]
    heard = hear(release(awards=rows))
    assert sorted(names(heard, "WON")) == ["Alpha SA", "Beta SA"]
    assert amounts(heard, CONTRACT) == [("award", "500", "EUR")]


def test_an_entry_that_stands_twice_word_for_word_is_one(hear: Hear) -> None:
    heard = hear(release(awards=[award(supplier(), value=money(500))] * 2))
    assert names(heard, "WON") == ["Camera NV"]
    assert [one.text for one in heard.of("HAS_AMOUNT")] == ["500"]


def test_two_awards_of_one_id_that_differ_are_two(hear: Hear) -> None:
    heard = hear(
        release(
            awards=[
                award({"name": "Alpha SA"}, value=money(500)),
                award({"name": "Beta SA"}, value=money(700)),
            ]
        )
    )
    assert len({one.object for one in heard.of("WON")}) == 2
    assert sorted(one.text for one in heard.of("HAS_AMOUNT")) == ["500", "700"]


def test_documents_of_one_id_say_nothing_of_suppliers(hear: Hear) -> None:
    documents = [{"id": "1", "title": title} for title in "ab"]
    heard = hear(release(tender={"title": "x", "documents": documents}, awards=[award(supplier())]))
    assert names(heard, "WON") == ["Camera NV"]
    assert heard.skipped == {f"{SHARED} (tender.documents)": 1}


@pytest.mark.parametrize("written", ["Camera BV", ["Camera BV"], ["Camera BV", "Lens BV"]])
def test_suppliers_may_be_bare_names(hear: Hear, written: object) -> None:
    heard = hear(release(awards=[award() | {"suppliers": written}]))
    assert names(heard, "WON") == ([written] if isinstance(written, str) else written)
    assert not [path for path in heard.unread if "suppliers" in path]


def test_of_one_award_those_in_the_role_of_supplier_won_it(hear: Hear) -> None:
    parties = [party("1", "Camera BV", "supplier", "tenderer"), party("2", "Lens BV", "tenderer")]
    heard = hear(release(parties=parties, awards=[award()]))
    assert names(heard, "WON") == ["Camera BV"]
    assert names(heard, "BID_ON") == ["Lens BV"]


def test_where_the_award_names_its_suppliers_a_role_wins_nothing(hear: Hear) -> None:
    parties = [party("1", "Lens BV", "supplier")]
    heard = hear(release(parties=parties, awards=[award(supplier())]))
    assert names(heard, "WON") == ["Camera NV"]
    (one,) = heard.of("RELATED_TO")
    assert heard.entity(one.subject).name == "Lens BV"
    assert one.get("relation") == "supplier on one of its contracts"


def test_of_several_awards_it_is_not_known_which_a_role_won(hear: Hear) -> None:
    awards = [award(), award(id_="a2")]
    heard = hear(release(parties=[party("1", "Lens BV", "supplier")], awards=awards))
    assert heard.of("WON") == []
    assert names(heard, "RELATED_TO") == ["Lens BV"]


def test_an_unsuccessful_award_was_not_won_by_a_role(hear: Hear) -> None:
    parties = [party("1", "Lens BV", "supplier")]
    heard = hear(release(parties=parties, awards=[award(status="unsuccessful")]))
    assert heard.of("WON") == []


@pytest.mark.parametrize("ids", [(None, None), ("a1", None), (None, ""), ("a1", "a1")])
def test_the_only_contract_is_that_of_the_only_award(
    hear: Hear, ids: tuple[object, object]
) -> None:
    contract = {"id": "c1", "awardID": ids[1], "value": money(500)}
    heard = hear(
        release(awards=[award(supplier(), id_=ids[0], value=money(500))], contracts=[contract])
    )
    assert len({one.object for one in heard.of("AWARDED")}) == 1
    assert [one.text for one in heard.of("HAS_AMOUNT")] == ["500"]


def test_a_contract_that_names_another_award_is_not_that_of_the_only_one(hear: Hear) -> None:
    contract = {"id": "c1", "awardID": "elsewhere", "value": money(700)}
    heard = hear(release(awards=[award(supplier(), value=money(500))], contracts=[contract]))
    assert {one.object for one in heard.of("AWARDED")} == {CONTRACT, f"contract-{OCID}-elsewhere"}


def test_a_list_of_subcontracts_may_stand_where_their_object_should(hear: Hear) -> None:
    listed = [{"subcontractor": {"name": name}} for name in ("Lens BV", "Kabel BV")]
    heard = hear(release(awards=[award(supplier(), subcontracting=listed)]))
    assert sorted(names(heard, "SUBCONTRACTED_ON")) == ["Kabel BV", "Lens BV"]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: {"results": [one]},
        lambda one: {"data": [one], "count": 1},
        lambda one: {"results": [package(one)]},
        lambda one: {"data": package(one)},
        lambda one: {"links": {"next": "x"}, "results": [{"compiledRelease": one, "ocid": OCID}]},
    ],
)
def test_what_a_service_answers_is_read(hear: Hear, wrap: Any) -> None:
    heard = hear(wrap(release(awards=[award(supplier())])))
    assert names(heard, "WON") == ["Camera NV"]
    assert (heard.records, heard.problems) == (1, [])
