"""A notice that corrects another repeats its contracts: they are those, and nothing is doubled."""

from pathlib import Path

import pytest

from kg.case import new
from kg.dossier import Dossier, gather
from kg.ingesting import ingest
from tests.ingest.eforms.cast import ALL, ONE_LOT, Hear
from tests.notices.eforms_sample import notice, save

SENDERS = "dddddddd-0000-4000-8000-00000000000{}"
AWARDED_IN = "contract-ted-1-2024-lot-0001-con-0001"


def changes(earlier: str, code: str = "cor-buy") -> str:
    """What a correction says of itself; ``earlier`` is the notice whose place it takes."""
    named = f"<efbc:ChangedNoticeIdentifier>{earlier}</efbc:ChangedNoticeIdentifier>"
    return f"""<efac:Changes>{named if earlier else ""}
      <efac:Change><efbc:ChangeDescription>A sum; mended</efbc:ChangeDescription></efac:Change>
      <efac:ChangeReason><cbc:ReasonCode listName="change-corrig-justification">{code}
      </cbc:ReasonCode></efac:ChangeReason></efac:Changes>"""


def sent(number: int, extension: str = "", *, value: str = "1000", kind: str = "") -> str:
    """An award with an id of its sender's own."""
    text = notice(
        *(part.replace("1000", value) for part in (*ALL, *ONE_LOT)),
        number=f"{number:08}-2024",
        extension=extension,
        **({"type_": kind} if kind else {}),
    )
    return text.replace("bbbbbbbb-0000-4000-8000-000000000002", SENDERS.format(number))


def built(folder: Path, *texts: str) -> Dossier:
    """What a case holds that took these notices in, one after the other."""
    case = new(folder / "case")
    paths = [save(case.root, text, f"{place}.xml") for place, text in enumerate(texts)]
    assert all(not found.problems for found in ingest(case, [str(path) for path in paths]))  # type: ignore[union-attr]
    return gather(case)


def contracts(found: Dossier) -> set[str]:
    return {id_ for id_ in found.entities if id_.startswith("contract-ted-")}


def amounts(found: Dossier) -> list[tuple[str, str, str]]:
    """Whose sums they are in the graph, how much, and by which notice."""
    return sorted(
        (found.clusters.head(one.subject), one.text, one.source)
        for one in found.statements
        if one.predicate == "HAS_AMOUNT" and one.subject.startswith("contract-ted-")
    )


def test_a_correction_by_the_senders_id_is_of_the_same_contract(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        sent(1),
        sent(3, changes(f"{SENDERS.format(1)}-01"), value="1100"),
        sent(4, changes(f"{SENDERS.format(3)}-01"), value="1200"),
    )
    assert contracts(found) == {AWARDED_IN}
    assert amounts(found) == [
        (AWARDED_IN, "1000", "ted-1-2024"),
        (AWARDED_IN, "1100", "ted-3-2024"),
        (AWARDED_IN, "1200", "ted-4-2024"),
    ]


def test_a_change_of_a_contract_by_the_senders_id_is_of_the_same_contract(tmp_path: Path) -> None:
    modified = f"""<efac:ContractModification>
      <efbc:ChangedNoticeIdentifier>{SENDERS.format(1)}-01</efbc:ChangedNoticeIdentifier>
      <efac:ChangeReason><cbc:ReasonCode>mod-repl</cbc:ReasonCode></efac:ChangeReason>
      </efac:ContractModification>"""
    found = built(tmp_path, sent(1), sent(3, modified, kind="cont-modif=can-modif", value="1500"))
    assert contracts(found) == {AWARDED_IN}
    assert [(id_, text) for id_, text, _ in amounts(found)] == [
        (AWARDED_IN, "1000"),
        (AWARDED_IN, "1500"),
    ]


def test_another_award_of_the_same_procedure_is_another_contract(tmp_path: Path) -> None:
    assert len(contracts(built(tmp_path, sent(1), sent(3)))) == 2


def test_a_correction_of_another_issue_of_the_notice_joins_nothing(tmp_path: Path) -> None:
    assert (
        len(contracts(built(tmp_path, sent(1), sent(3, changes(f"{SENDERS.format(1)}-02"))))) == 2
    )


@pytest.mark.parametrize("earlier", ["00000001-2024", "2024/S 001-000001"])
def test_a_correction_by_the_journals_number_is_of_the_same_contract(
    earlier: str, hear: Hear
) -> None:
    heard = hear(*ALL, *ONE_LOT, extension=changes(earlier), number="00000003-2024")
    (won,) = heard.of("WON")
    assert won.object == AWARDED_IN


@pytest.mark.parametrize("earlier", [f"{SENDERS.format(1)}-01", ""])
def test_a_correction_says_that_it_is_one_and_why(earlier: str, hear: Hear) -> None:
    heard = hear(*ALL, *ONE_LOT, extension=changes(earlier))
    (said,) = heard.of("HAS_STATUS", text="notice corrected")
    assert heard.entity(said.subject).label == "Tender"
    assert (said.get("reason"), said.get("note"), said.locator) == (
        "the buyer corrects it",
        "A sum, mended",
        "//efac:Changes",
    )
    assert not [path for path in heard.unread if path.startswith("Changes")]


@pytest.mark.parametrize("root", ["ContractAwardNotice", "ContractNotice"])
def test_what_a_cancelled_notice_said_does_not_count(root: str, hear: Hear) -> None:
    is_call = root == "ContractNotice"
    heard = hear(
        *ALL,
        *(() if is_call else ONE_LOT),
        root=root,
        type_="competition=cn-standard" if is_call else "result=can-standard",
        extension=changes(f"{SENDERS.format(1)}-01", "cancel"),
    )
    assert [one.text for one in heard.of("HAS_STATUS")] == ["notice cancelled"]
    acts = [one for one in heard.statements if one.predicate in ("TENDERED", "AWARDED", "WON")]
    assert len(acts) == (1 if is_call else 3)
    assert {one.get("status") for one in acts} == {"cancelled"}
