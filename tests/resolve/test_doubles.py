"""Contracts that two sources may tell of: suggested with what agrees, never merged."""

from collections.abc import Collection
from pathlib import Path

import pytest

from kg.case import Case
from kg.dossier import gather
from kg.ingesting import ingest
from kg.resolve.doubles import doubles
from kg.resolve.suggestion import Suggestion
from kg.statements import Entity, Statement

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
BODYCAMS = "Fourniture de caméras-piétons pour la police municipale de Nice"

Told = tuple[Entity, list[Statement]]


def told(
    id_: str,
    title: str = BODYCAMS,
    *,
    buyer: str = "ville-nice",
    winner: str = "axon",
    amount: str = "250000",
    day: str = "2024-03-01",
    ids: str = "",
    label: str = "Contract",
    lot: str = "",
    source: str = "",
    note: str = "",
) -> Told:
    """A contract, and what a source of its own says of it; what is empty is not said."""
    contract = Entity(id_, label, title, ids=tuple(filter(None, ids.split("|"))))
    of = source or f"source-of-{id_}"
    verb = "AWARDED" if label == "Contract" else "TENDERED"
    said = [said_of(buyer, verb, id_, of, date=day)] if buyer else []
    said += [said_of(winner, "WON", id_, of, date=day, lot=lot)] if winner else []
    more = {"currency": "EUR", "kind": "award", "note": note}
    said += [said_of(id_, "HAS_AMOUNT", "", of, amount, **more)] if amount else []
    return contract, said


def said_of(
    subject: str, predicate: str, object_: str, source: str, text: str = "", **how: str
) -> Statement:
    qualifiers = tuple(sorted((key, value) for key, value in how.items() if value))
    return Statement(subject, predicate, object_, text, qualifiers, source, "p. 1", "stated")


def found(*contracts: Told, shipped: Collection[str] = ()) -> list[Suggestion]:
    entities = {entity.id: entity for entity, _ in contracts}
    statements = [one for _, said in contracts for one in said]
    return doubles(entities, statements, lambda id_: id_.removeprefix("old-"), shipped)


def ends(*contracts: Told, shipped: Collection[str] = ()) -> list[tuple[str, str]]:
    return [(one.left, one.right) for one in found(*contracts, shipped=shipped)]


# Suggested


def test_what_agrees_is_told_with_how_likely_it_makes_the_pair() -> None:
    (only,) = found(told("decp-1", ids="decp_uid:X"), told("ted-1", day="2024-03-04"))
    assert (only.left, only.right, only.score) == ("decp-1", "ted-1", 0.95)
    assert only.why == (
        "perhaps one: the same buyer, the same winner, the same amount 250000.00 EUR, "
        "titles alike (100%), 3 days apart"
    )


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(told("b", amount=""), id="without an amount"),
        pytest.param(told("b", winner=""), id="without a winner"),
        pytest.param(told("b", "Body cameras"), id="with a title in another language"),
        pytest.param(told("b", day=""), id="without a date"),
        pytest.param(told("b", amount="300000"), id="with another amount"),
        pytest.param(told("b", winner="motorola"), id="with another firm named for the same sum"),
        pytest.param(told("b", buyer="old-ville-nice"), id="by a buyer that was merged"),
        pytest.param(told("b", amount="250000.00"), id="with the amount written otherwise"),
        pytest.param(told("b", BODYCAMS.upper().replace("É", "E")), id="in capitals"),
    ],
)
def test_what_one_source_leaves_out_or_tells_otherwise_is_made_up_by_the_rest(other: Told) -> None:
    assert ends(told("a"), other) == [("a", "b")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "decp_uid:200013183000212018MAPA20180500",
            "procedure:ocds-78apv2-200013183000212018MAPA20180500",
        ),
        (
            "procedure:18D27A53-0109-4f93-9231-6659d931bce0",
            "file_no:18d27a53 0109 4f93 9231 6659d931bce0",
        ),
    ],
)
def test_a_long_number_in_common_makes_up_for_a_buyer_that_is_not_named(one: str, two: str) -> None:
    (only,) = found(told("a", ids=one, buyer="", amount=""), told("b", ids=two, amount=""))
    assert "both have the number" in only.why
    assert "buyer" not in only.why


def test_a_short_number_counts_with_its_buyer() -> None:
    one = told("a", "Lot unique", ids="contract_no:2024/017", amount="", winner="")
    two = told("b", "Marché 2024-017", ids="contract_no:2024-017", winner="")
    assert ends(one, two) == []
    three = told("c", "Lot unique", ids="contract_no:2024-017", winner="")
    assert ends(one, three) == [("a", "c")]
    assert ends(one, told("d", "Lot unique", ids="contract_no:2024-017", buyer="lyon")) == []


def test_tenders_are_paired_as_contracts_are_but_not_with_them() -> None:
    tender = told("a", winner="", label="Tender")
    assert ends(tender, told("b", winner="", label="Tender")) == [("a", "b")]
    assert ends(tender, told("b")) == []


def test_a_shipped_contract_is_paired_with_a_notice_of_it() -> None:
    assert ends(told("a"), told("b"), shipped=["a"]) == [("a", "b")]
    assert ends(told("a"), told("b"), shipped=["a", "b"]) == []


# Not suggested


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(told("b", source="source-of-a"), id="told by the same source"),
        pytest.param(told("b", buyer="ville-lyon"), id="of another buyer"),
        pytest.param(told("b", "Assurances", winner="", amount=""), id="only the buyer agrees"),
        pytest.param(
            told("b", "Assurances", amount="9000"), id="only the buyer and the winner agree"
        ),
        pytest.param(told("b", winner="motorola", amount="9000"), id="another firm, another sum"),
        pytest.param(
            told("b", amount="", day="2019-03-01"), id="the same bought again five years later"
        ),
        pytest.param(told("b", buyer="", winner="", amount=""), id="only the title agrees"),
    ],
)
def test_what_is_likely_another_contract_is_not_suggested(other: Told) -> None:
    assert ends(told("a"), other) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("call_no:7891373", "call_no:7890959"),
        ("procedure_no:2021/008765", "procedure_no:2021/008832"),
        ("decp_uid:20001318300021A1", "decp_uid:20001318300021A2"),
        ("procedure:ocds-78apv2-A00000000001", "procedure:ocds-78apv2-A00000000002"),
    ],
)
def test_two_numbers_of_one_register_are_two_contracts(one: str, two: str) -> None:
    assert ends(told("a", ids=one), told("b", ids=two)) == []


def test_two_registers_and_the_parties_own_numbers_do_not_tell_contracts_apart() -> None:
    one = told("a", ids="procedure:ocds-78apv2-A1|contract_no:2024/1")
    assert ends(one, told("b", ids="procedure:ocds-b5fd17-Z9|contract_no:LOT-A-77")) == [("a", "b")]


def test_two_lots_of_one_procedure_are_two_contracts() -> None:
    number = "procedure:18d27a53-0109-4f93-9231-6659d931bce0"
    assert ends(told("a", ids=number, lot="1"), told("b", ids=number, lot="2")) == []
    assert ends(told("a", ids=number, lot="1"), told("b", ids=number, lot="1")) == [("a", "b")]


def test_who_has_a_partner_by_number_gets_no_other_from_the_same_register() -> None:
    """Another bus route of the firm, at the same price, is not offered beside the right one."""
    ours = told("ours", ids="decp_uid:2000131830002118A0")
    theirs = told("theirs", ids="procedure:ocds-78apv2-2000131830002118A0")
    another = told("zzz", ids="procedure:ocds-78apv2-2000131830002118B7")
    assert ends(ours, theirs, another) == [("ours", "theirs")]
    assert ends(ours, another) == [("ours", "zzz")]


@pytest.mark.parametrize(
    ("text", "note"),
    [("9999999.99", "looks like a filler"), ("12", ""), ("n.v.t.", ""), ("nan", ""), ("inf", "")],
)
def test_a_filler_a_trifle_or_no_number_agrees_with_nothing(text: str, note: str) -> None:
    one = told("a", "Caméras", amount=text, winner="", note=note)
    assert ends(one, told("b", "Caméras", amount=text, winner="", note=note)) == []


def test_a_key_of_too_many_contracts_is_no_sign() -> None:
    """A buyer that gives the same firm a thousand contracts: not half a million pairs."""
    many = [told(f"c{at:03}", f"Order {at}", amount=str(5_000 + at)) for at in range(40)]
    assert ends(*many) == []
    assert ends(
        *many,
        told("x", "Caméras", ids="contract_no:A77", amount="77777", buyer="lyon"),
        told("y", "Caméras", amount="77777", buyer="lyon"),
    ) == [("x", "y")]


@pytest.mark.parametrize("day", ["2024", "2024-03", "soon", "2024-02-31", "0000-00-00"])
def test_a_date_that_is_no_day_says_nothing_of_the_time_between(day: str) -> None:
    (only,) = found(told("a", day=day), told("b"))
    assert "days apart" not in only.why


def test_the_order_of_what_is_said_changes_nothing() -> None:
    contracts = [told("a"), told("b"), told("c", amount=""), told("d", winner="")]
    assert found(*contracts) == found(*reversed(contracts))
    scores = [one.score for one in found(*contracts)]
    assert scores == sorted(scores, reverse=True)


# Real files


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples lie beside the checkout only")
def test_french_contracts_in_the_format_of_the_country_and_in_ocds_are_paired(
    tmp_path: Path,
) -> None:
    """The same awards as DECP, and as the OCDS made of them: offered as pairs, kept as two."""
    case = Case(tmp_path)
    folder = SAMPLES / "decp"
    list(ingest(case, [str(folder)]))
    dossier = gather(case)
    pairs = {
        (one.left, one.right): one.why
        for one in dossier.joined.suggestions
        if one.why.startswith("perhaps one")
    }
    left = "contract-decp-200013183000212018mapa20180500"
    right = "contract-ocds-78apv2-200013183000212018mapa20180500-award-1"
    assert "both have the number 200013183000212018mapa20180500" in pairs[left, right]
    assert "the same winner" in pairs[left, right]
    assert {left, right} <= dossier.entities.keys()
    assert not [pair for pair in pairs if left in pair and right not in pair]
