"""A notice of many lots is told with work in step with their number."""

from cProfile import Profile
from pstats import Stats

from tests.ingest.eforms.cast import ALL, Hear
from tests.notices.eforms_sample import bid, contract, lot, party, result


def lots(number: int) -> list[str]:
    parts = [*ALL, party("TPA-0001", "ORG-0002"), party("TPA-0002", "ORG-0004")]
    for at in range(number):
        id_ = f"{at:04}"
        parts += [
            lot(f"LOT-{id_}", f"Lot {at}"),
            result(f"LOT-{id_}", f"CON-{id_}", bids=f"TEN-{id_}"),
            bid(f"TEN-{id_}", "TPA-0001", f"LOT-{id_}", f"{at + 100} EUR"),
            bid(f"LOST-{id_}", "TPA-0002", f"LOT-{id_}", f"{at + 900} EUR"),
            contract(f"CON-{id_}", f"TEN-{id_}"),
        ]
    return parts


def work(hear: Hear, number: int) -> int:
    with Profile() as profile:
        heard = hear(*lots(number))
    assert len(heard.of("WON")) == len(heard.of("BID_ON")) == number
    return int(Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_four_times_the_lots_are_no_more_than_about_four_times_the_work(hear: Hear) -> None:
    work(hear, 1)  # what is read once and kept
    assert work(hear, 400) < 5 * work(hear, 100)
