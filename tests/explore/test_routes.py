"""What the page is given: each question over HTTP, on the shipped graph."""

import csv
import io
import zipfile

import pytest

from tests.explore.visitor import Visitor

QUERY = {"query": "suppliers", "params": {"force": "Federale Politie"}}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("palantir", "palantir"),
        ("Palantr", "palantir"),
        ("Federale Politie", "belgian-federal-police"),
        ("police federale", "belgian-federal-police"),
        ("unit 8200", "unit-8200"),
    ],
)
def test_names_are_found_in_every_spelling(visitor: Visitor, typed: str, found: str) -> None:
    assert found in [hit["id"] for hit in visitor.get("/search", q=typed).data["hits"][:5]]


def test_a_search_may_ask_for_a_kind(visitor: Visitor) -> None:
    hits = visitor.get("/search", q="palantir", label="Product").data["hits"]
    assert hits
    assert {hit["label"] for hit in hits} == {"Product"}


def test_a_profile_has_numbered_sources_in_words(visitor: Visitor) -> None:
    profile = visitor.get("/entity", id="palantir").data
    numbers = [note["number"] for note in profile["sources"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(note["passage"] for note in profile["sources"])
    cited = {
        claim["note"]
        for topic in profile["topics"]
        for fact in topic["facts"]
        for claim in fact["claims"]
    }
    assert cited <= set(numbers)


def test_a_profile_speaks_the_language_of_the_page(visitor: Visitor) -> None:
    names = {
        lang: visitor.get("/entity", id="belgian-federal-police", lang=lang).data["name"]
        for lang in ("nl", "fr")
    }
    assert names == {"nl": "Federale Politie", "fr": "Police fédérale"}


def test_a_picture_holds_who_was_asked_for_and_their_ties(visitor: Visitor) -> None:
    found = visitor.get("/picture", ids="palantir,gotham,nobody").data
    assert found["graph"]["marks"]["id"] == ["gotham", "palantir"]
    assert found["graph"]["lines"]["eid"]
    assert found["evidence"]["claims"]["id"]


def test_a_picture_of_nobody_is_empty(visitor: Visitor) -> None:
    assert visitor.get("/picture").data["graph"]["marks"]["id"] == []


def test_what_follows_from_others_is_drawn_on_demand(visitor: Visitor) -> None:
    ids = "ta9,rayzone,belgian-federal-police,i-police,i-police-framework,sopra-steria,orbit"
    plain = visitor.get("/picture", ids=ids).data["graph"]["lines"]["eid"]
    whole = visitor.get("/picture", ids=ids, derived="yes").data["graph"]["lines"]["eid"]
    assert set(plain) < set(whole)


def test_too_many_for_a_picture_is_said_in_one_line(visitor: Visitor) -> None:
    reply = visitor.get("/picture", ids=",".join(f"n{n}" for n in range(1001)))
    assert (reply.status, reply.error) == (
        400,
        "1001 entities are too many for one picture (1000)",
    )


def test_many_are_drawn_as_crowds(visitor: Visitor) -> None:
    answer = visitor.post({"cypher": "MATCH (e:Entity) RETURN e AS entity ORDER BY e.id LIMIT 600"})
    placed = visitor.get("/picture", ids=",".join(answer.data["entities"])).data["graph"]["placed"]
    assert len(placed["crowds"]["x"]) <= 300


def test_a_path_has_the_sources_of_each_hop(visitor: Visitor) -> None:
    found = visitor.get("/path", **{"from": "unit-8200", "to": "Federale Politie"}).data
    first = found["paths"][0]
    assert first["hops"][0]["from"]["id"] == "unit-8200"
    assert first["hops"][-1]["to"]["id"] == "belgian-federal-police"
    claims = [claim["id"] for hop in first["hops"] for claim in hop["claims"]]
    listed = {note["number"] for note in found["sources"]}
    assert {found["numbers"][claim] for claim in claims} <= listed


def test_conflicts_and_sources_are_listed(visitor: Visitor) -> None:
    conflicts = visitor.get("/conflicts").data
    assert conflicts["count"] >= len(conflicts["conflicts"]) > 0
    assert len(conflicts["conflicts"][0]["claims"]) >= 2
    sources = visitor.get("/sources").data["sources"]
    one = visitor.get("/source", id=sources[0]["id"]).data
    assert one["count"] == sources[0]["claims"]


def test_an_answer_has_rows_entities_and_notes(visitor: Visitor) -> None:
    found = visitor.post(QUERY).data
    assert found["count"] == len(found["rows"]) > 0
    assert found["columns"][0] == {"name": "supplier", "head": "supplier"}
    (name, id_), *_ = found["rows"][0]["cells"][0]["entities"]
    assert name
    assert id_ in found["entities"]
    assert set(found["rows"][0]["notes"]) <= {note["number"] for note in found["notes"]}


def test_an_answer_as_csv_is_that_of_the_command_line(visitor: Visitor) -> None:
    body = visitor.post({**QUERY, "format": "csv"})
    rows = list(csv.DictReader(io.StringIO(body.body.decode("utf-8-sig"))))
    assert len(rows) == visitor.post(QUERY).data["count"]
    assert body.headers["Content-Disposition"] == "attachment"


def test_an_answer_as_a_workbook_and_as_a_page(visitor: Visitor) -> None:
    workbook = visitor.post({**QUERY, "format": "xlsx"}).body
    assert zipfile.ZipFile(io.BytesIO(workbook)).testzip() is None
    page = visitor.post({**QUERY, "format": "html"})
    assert page.body.startswith(b"<!doctype html>")
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_the_picture_can_be_taken_along_as_one_page(visitor: Visitor) -> None:
    reply = visitor.get("/page", ids="palantir,gotham")
    assert reply.headers["Content-Disposition"] == "attachment"
    assert b"Palantir" in reply.body
    assert b"connect-src" not in reply.body


@pytest.mark.parametrize(
    ("path", "cells", "told"),
    [
        ("/entity", {"id": "palentir"}, "did you mean"),
        ("/entity", {}, "id: is missing"),
        ("/entity", {"id": "x" * 500}, "at most 400 characters"),
        ("/neighbours", {"id": "nobody"}, "no entity 'nobody'"),
        ("/neighbours", {"id": "palantir", "most": "-1"}, "is no whole number"),
        ("/neighbours", {"id": "palantir", "type": "OWNS]"}, "no relationship"),
        ("/path", {"from": "palantir"}, "to: is missing"),
        ("/source", {"id": "nothing"}, "no source 'nothing'"),
        ("/search", {"q": "a", "label": "Nonsense"}, "Nonsense"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    visitor: Visitor, path: str, cells: dict[str, str], told: str
) -> None:
    reply = visitor.get(path, **cells)
    assert reply.status == 400
    assert told in reply.error
    assert "\n" not in reply.error


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "write the name of a saved query"),
        ({"query": "supliers"}, "did you mean 'suppliers'"),
        ({"query": "suppliers", "params": []}, "params: names and values"),
        ({"query": "suppliers", "params": {"nothing": "1"}}, "no parameter 'nothing'"),
        ({"query": "suppliers", "cypher": "RETURN 1"}, "write the name of a saved query"),
        ({"query": 7}, "write the name of a saved query"),
        ({"cypher": "MATCH"}, ""),
        ({**QUERY, "format": "exe"}, "no format 'exe'"),
    ],
)
def test_a_wrong_question_is_told_in_one_line(
    visitor: Visitor, form: dict[str, object], told: str
) -> None:
    reply = visitor.post(form)
    assert reply.status == 400
    assert told in reply.error
    assert "\n" not in reply.error
