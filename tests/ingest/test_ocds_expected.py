"""Real OCDS files come to the counts that were made by hand: ../shared/samples/EXPECTED."""

from collections import Counter
from pathlib import Path

import pytest

from kg.notices.json_pieces import Piece, pieces
from kg.notices.ocds_compile import compiled
from kg.notices.ocds_given import LINKED_ONLY, LISTS, given
from kg.notices.ocds_shelf import Given, Shelf
from tests.ingest.conftest import SAMPLES
from tests.ingest.said import Samples, Say

_TABLE = SAMPLES / "EXPECTED" / "expected_ocds.txt"
EXPECTED = {
    name: dict(zip(counts[::2], map(int, counts[1::2]), strict=True))
    for name, *counts in (
        line.split()
        for line in (_TABLE.read_text("utf-8").splitlines() if _TABLE.is_file() else ())
    )
}
REAL = sorted(name for name in EXPECTED if not name.startswith("1.1_"))


def find(samples: Samples, name: str) -> Path:
    folder = samples("ocds")
    return next(path for path in folder.rglob("*.json") if path.name == name)


def counted(path: Path) -> Counter[str]:
    """What a file holds: documents, processes, and what is in them when they are merged."""
    found: Counter[str] = Counter()
    with Shelf() as shelf:
        with path.open("rb") as stream:
            for piece in pieces(stream, LISTS, "ocid"):
                assert isinstance(piece, Piece), piece
                found["docs"] = piece.document + 1
                for one in given(piece, path.name):
                    found["linkedonly"] += one == LINKED_ONLY
                    if isinstance(one, Given):
                        shelf.lay(one)
        for ocid, parts in shelf.processes():
            release = compiled(ocid, parts).release
            found["compiled"] += 1
            for key in ("awards", "contracts", "parties"):
                found[key] += len(release.get(key, []))
            found["suppliers"] += sum(
                len(one.get("suppliers", [])) for one in release.get("awards", [])
            )
    return found


@pytest.mark.parametrize("name", sorted(EXPECTED) or ["none"])
def test_a_file_holds_what_was_counted_by_hand(samples: Samples, name: str) -> None:
    found = counted(find(samples, name))
    assert {key: found[key] for key in EXPECTED[name]} == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED) or ["none"])
def test_every_process_is_told_and_nothing_is_wrong(samples: Samples, said: Say, name: str) -> None:
    heard = said("ocds", find(samples, name))
    assert heard.problems == []
    assert heard.records == EXPECTED[name]["compiled"]
    assert len(heard.sources) == EXPECTED[name]["compiled"]


@pytest.mark.parametrize("name", sorted(EXPECTED) or ["none"])
def test_every_award_and_contract_is_one(samples: Samples, said: Say, name: str) -> None:
    """Awards and contracts that belong together are told once."""
    heard = said("ocds", find(samples, name))
    found = [one for one in heard.entities if one.label == "Contract" and one.id.count("ocds")]
    awarded = {one.object for one in heard.of("AWARDED")}
    expected = EXPECTED[name]
    assert len({one.id for one in found} & awarded) <= expected["awards"] + expected["contracts"]
    assert {one.object for one in heard.of("WON")} <= {one.id for one in found}
    if expected["awards"]:
        assert len({one.object for one in heard.of("WON")}) == expected["awards"]


def test_the_worked_example_is_told_as_the_standard_tells_it(samples: Samples, said: Say) -> None:
    name = "1.1_ocds-213czf-000-00001.json"
    heard = said("ocds", find(samples, name))
    names = {entity.id: entity.name for entity in heard.entities}
    told = {
        (names[one.subject], one.predicate, one.get("status"))
        for one in heard.of("WON") + heard.of("BID_ON") + heard.of("AWARDED")
    }
    assert told == {
        ("London Borough of Barnet", "AWARDED", ""),
        ("AnyCorp Cycle Provision", "WON", ""),
        ("Beta Corp Construction", "BID_ON", "lost"),
    }
    sums = [(one.get("kind"), one.text, one.get("currency")) for one in heard.of("HAS_AMOUNT")]
    assert sums == [
        ("award", "11000000", "GBP"),
        ("budget", "6700000", "GBP"),
        ("estimate", "1100000", "GBP"),
        ("estimate", "600000", "GBP"),
        ("paid", "50000", "GBP"),
        ("paid", "10000", "GBP"),
    ]


def test_a_record_and_its_releases_say_the_same_of_who_won(samples: Samples, said: Say) -> None:
    one = said("ocds", find(samples, "1.1_ocds-213czf-000-00001.json"))
    other = said("ocds", find(samples, "1.1_record_ocds-213czf-000-00001.json"))
    assert one.triples("AWARDED", "WON", "BID_ON") == other.triples("AWARDED", "WON", "BID_ON")


def test_compiled_and_versioned_releases_say_the_same(samples: Samples, said: Say) -> None:
    for number in (1, 2):
        compiled_, versioned = (
            said("ocds", find(samples, f"{kind}-release-{number}.json"))
            for kind in ("compiled", "versioned")
        )
        assert compiled_.triples() == versioned.triples()


def test_the_whole_folder_is_read_at_once(samples: Samples, said: Say) -> None:
    heard = said("ocds", samples("ocds") / "realdata")
    assert heard.problems == []
    assert len({source.id for source in heard.sources}) == len(heard.sources) == heard.records


def test_a_packages_hand_counted_supplier_is_told(samples: Samples, said: Say) -> None:
    """Read in the file: two awards of one insurance broker, 189,654 and 37,930.71 pesos."""
    heard = said("ocds", find(samples, "record-package-1.json"))
    winners = {heard.entity(one.subject).name for one in heard.of("WON")}
    assert winners == {"GLOBAL ASSURANCE BROKERS, AGENTE DE SEGUROS Y DE FIANZAS SA DE C"}
    assert [one.text for one in heard.of("HAS_AMOUNT", kind="award")] == ["189654", "37930.71"]
    assert {one.get("currency") for one in heard.of("HAS_AMOUNT", kind="award")} == {"MXN"}
