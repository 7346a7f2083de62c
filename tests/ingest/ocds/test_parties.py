"""Who buys, tenders and supplies in OCDS, whatever way a publisher refers to them."""

from tests.ingest.ocds.cast import CAMERA, TENDER, Hear, names
from tests.notices.ocds_sample import award, package, release, supplier


def test_who_procures_tenders_and_who_buys_awards(hear: Hear) -> None:
    tender = {"title": "Bodycams", "procuringEntity": {"name": "Aankoopcentrale"}}
    heard = hear(release(tender=tender, awards=[award(supplier())]))
    assert names(heard, "TENDERED") == ["Aankoopcentrale", "Federale Politie"]
    assert names(heard, "AWARDED") == ["Federale Politie"]


def test_how_it_was_put_out_is_told(hear: Hear) -> None:
    tender = {
        "title": "Bodycams",
        "procurementMethod": "limited",
        "procurementMethodDetails": "onderhandelingsprocedure",
        "procurementMethodRationale": "Eén leverancier; technische redenen",
    }
    (said,) = hear(release(tender=tender, awards=[award(supplier())])).of("AWARDED")
    assert said.get("method") == "limited procedure, onderhandelingsprocedure"
    assert said.get("reason") == "Eén leverancier, technische redenen"


def test_titles_in_other_languages_are_names(hear: Hear) -> None:
    tender = {"title": "Bodycams", "title_fr": "Caméras-piétons", "title_de": "Körperkameras"}
    heard = hear(release(tender=tender))
    assert heard.entity(TENDER).names == (
        ("nl", "Bodycams"),
        ("fr", "Caméras-piétons"),
        ("de", "Körperkameras"),
    )


def test_a_supplier_that_the_parties_do_not_list_is_still_one(hear: Hear) -> None:
    parties = [{"id": "BE-BCE_KBO-0308357159", "name": "Federale Politie", "roles": ["buyer"]}]
    heard = hear(
        release(parties=parties, awards=[award({"id": "s9", "name": "Soft BV"}, {"id": "s10"})])
    )
    assert names(heard, "WON") == ["Soft BV"]
    assert heard.skipped == {"organisation that the parties do not list (awards[].suppliers[])": 1}


def test_a_number_without_a_scheme_is_recognised_by_the_country(hear: Hear) -> None:
    own = {
        "name": "Camera NV",
        "identifier": {"id": "0461.145.522"},
        "address": {"countryName": "BE"},
    }
    assert {one.subject for one in hear(release(awards=[award(own)])).of("WON")} == {CAMERA}


def test_a_number_without_scheme_and_country_is_kept_and_identifies_nobody(hear: Hear) -> None:
    own = {"name": "Camera NV", "identifier": {"id": "461145522-X"}}
    heard = hear(release(awards=[award(own)]))
    (entity,) = [one for one in heard.entities if one.name == "Camera NV"]
    assert (entity.ids, entity.notes) == ((), "number as written: 461145522-X")


def test_a_partys_own_id_may_be_its_number(hear: Hear) -> None:
    parties = [{"id": "GB-COH-09506232", "name": "Open Data Ltd"}]
    heard = hear(release(parties=parties, awards=[award({"id": "GB-COH-09506232"})]))
    assert {one.subject for one in heard.of("WON")} == {"org-gb-coh-09506232"}
    assert heard.entity("org-gb-coh-09506232").countries == ("GB",)


def test_how_to_reach_people_is_nobodys_business(hear: Hear) -> None:
    own = supplier(contactPoint={"name": "Jan Jansen", "email": "jan@example.org"})
    heard = hear(release(awards=[award(own)]))
    assert "Jansen" not in repr((heard.entities, heard.statements, heard.unread))


def test_what_nobody_read_is_told_by_its_path(hear: Hear) -> None:
    documents = [{"id": "1", "title": "Bestek"}, {"id": "2", "title": "Bijlage"}]
    heard = hear(package(release(awards=[award(supplier(), documents=documents)]), license="CC BY"))
    assert heard.unread == {
        "awards[].documents[].id": 2,
        "awards[].documents[].title": 2,
        "license": 1,
    }
