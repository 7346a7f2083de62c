"""How the releases and records of a process become one."""

from pathlib import Path

import pytest

from tests.ingest.ocds.cast import CONTRACT, LOSER, Hear, amounts, names
from tests.ingest.said import Say
from tests.notices.ocds_sample import (
    OCID,
    award,
    money,
    package,
    record_package,
    release,
    save,
    supplier,
)


def test_a_cancelled_tender_was_not_lost_by_those_who_bid(hear: Hear) -> None:
    heard = hear(release(tender={"title": "Bodycams", "status": "cancelled", "tenderers": [LOSER]}))
    assert [one.get("status") for one in heard.of("BID_ON")] == ["no award"]
    assert [(one.text, one.get("reason")) for one in heard.of("HAS_STATUS")] == [
        ("closed without a winner", "the tender was cancelled")
    ]


def test_statistics_of_bids_are_figures(hear: Hear) -> None:
    statistics = [
        {"id": "1", "measure": "bids", "value": 4},
        {"id": "2", "measure": "x", "value": 1},
    ]
    heard = hear(release(bids={"statistics": statistics}, awards=[award(supplier())]))
    assert [(one.get("measure"), one.text) for one in heard.of("HAS_METRIC")] == [
        ("tenders received", "4")
    ]
    assert heard.unread["bids.statistics[].id"] == 1


def test_the_releases_of_a_record_become_one(hear: Hear) -> None:
    first = release(awards=[award(supplier())])
    second = release(id="2", date="2024-05-01", awards=[award(id_="a1", value=money(5))])
    heard = hear(record_package({"ocid": OCID, "releases": [first, second]}))
    assert names(heard, "WON") == ["Camera NV"]
    assert amounts(heard, CONTRACT) == [("award", "5", "EUR")]
    assert heard.records == 1


def test_a_compiled_release_stands_for_the_releases_of_its_record(hear: Hear) -> None:
    whole = release(tag=["compiled"], awards=[award(supplier())])
    old = release(awards=[award({"name": "Iemand anders"})])
    heard = hear(record_package({"ocid": OCID, "releases": [old], "compiledRelease": whole}))
    assert names(heard, "WON") == ["Camera NV"]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (
            {"releases": [{"url": "https://x", "date": "2024"}]},
            "record with nothing but links to its releases",
        ),
        ({"releases": ["https://x"]}, "record with nothing but links to its releases"),
        ({"releases": []}, "record without releases"),
        ({}, "record without releases"),
    ],
)
def test_a_record_without_a_release_is_skipped(
    hear: Hear, record: dict[str, object], reason: str
) -> None:
    heard = hear(record_package({"ocid": OCID, **record}))
    assert (heard.records, heard.skipped, heard.problems) == (0, {reason: 1}, [])


def test_releases_without_an_ocid_take_that_of_their_record(hear: Hear) -> None:
    own = release(awards=[award(supplier())])
    del own["ocid"]
    heard = hear(record_package({"ocid": OCID, "releases": [own]}))
    assert {one.object for one in heard.of("WON")} == {CONTRACT}


def test_a_release_without_an_ocid_is_skipped(hear: Hear) -> None:
    heard = hear(package({"id": "1", "date": "2024"}, release()))
    assert (heard.records, heard.skipped) == (1, {"release without an ocid": 1})


def test_releases_far_apart_and_in_other_files_are_one_process(said: Say, tmp_path: Path) -> None:
    early = release(awards=[award(supplier())])
    others = [release(ocid=f"ocds-abc123-x{number}") for number in range(20)]
    late = release(id="9", date="2024-09-09", awards=[award(id_="a1", status="cancelled")])
    first = save(tmp_path, early, *others, name="one.jsonl")
    second = save(tmp_path, late, name="two.jsonl")
    heard = said("ocds", first, second)
    assert heard.records == 21
    assert [one.get("note") for one in heard.of("WON")] == ["the award was cancelled"]


def test_the_same_files_say_the_same_in_any_order_of_lines(hear: Hear) -> None:
    lines = [
        release(awards=[award(supplier())]),
        release(id="2", date="2024-05-01", awards=[award(id_="a1", value=money(5))]),
        release(ocid="ocds-abc123-0002"),
    ]
    forth, back = hear(*lines), hear(*reversed(lines))
    assert [one.id for one in forth.statements] == [one.id for one in back.statements]
    assert forth.entities == back.entities
