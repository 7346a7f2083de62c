"""A contract that a later notice repeats is one; what only looks alike stays two."""

from itertools import permutations

import pytest

from kg.resolve.corrections import repeated
from kg.statements import Entity

FIRST, SECOND, THIRD = "in_notice:aa-01/con-1", "in_notice:bb-01/con-1", "in_notice:cc-01/con-1"


def contract(id_: str, *ids: str, label: str = "Contract") -> Entity:
    return Entity(id=id_, label=label, name=f"Cameras {id_}", ids=("contract_no:7", *ids))


def heads(*contracts: Entity, apart: tuple[tuple[str, str], ...] = ()) -> dict[str, str]:
    """Who stands for each contract that is another one once more."""
    return {one.id: one.into for one in repeated({one.id: one for one in contracts}, apart)}


CHAIN = (
    contract("z", FIRST),
    contract("b", FIRST, SECOND),
    contract("c", SECOND, THIRD),
)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_correction_of_a_correction_leads_to_the_first(order: tuple[int, ...]) -> None:
    assert heads(*(CHAIN[place] for place in order)) == {"b": "z", "c": "z"}


def test_without_the_one_between_nothing_is_known() -> None:
    assert heads(CHAIN[0], CHAIN[2]) == {}


def test_two_corrections_of_one_notice_are_that_contract() -> None:
    assert heads(
        contract("a", FIRST), contract("b", FIRST, SECOND), contract("c", FIRST, THIRD)
    ) == {
        "b": "a",
        "c": "a",
    }


def test_two_contracts_of_one_notice_are_two() -> None:
    other = "in_notice:aa-01/con-2"
    assert heads(contract("a", FIRST), contract("b", other)) == {}
    assert heads(
        contract("a", FIRST),
        contract("b", other),
        contract("c", FIRST, SECOND),
        contract("d", other, "in_notice:bb-01/con-2"),
    ) == {"c": "a", "d": "b"}


@pytest.mark.parametrize("shared", ["contract_no:7", "procedure:aa", "file_no:in_notice"])
def test_another_number_that_both_have_joins_nothing(shared: str) -> None:
    assert heads(contract("a", shared), contract("b", shared)) == {}


def test_what_is_no_contract_is_left_alone() -> None:
    assert heads(contract("a", FIRST, label="Tender"), contract("b", FIRST, label="Company")) == {}


@pytest.mark.parametrize("pair", [("z", "b"), ("b", "z"), ("b", "c")])
def test_what_a_person_judged_to_be_two_stays_two(pair: tuple[str, str]) -> None:
    assert heads(*CHAIN, apart=(pair,)) == {}


def test_a_judgement_on_others_changes_nothing() -> None:
    assert heads(*CHAIN, apart=(("z", "elsewhere"),)) == {"b": "z", "c": "z"}


def test_each_join_says_why() -> None:
    (join,) = repeated({one.id: one for one in CHAIN[:2]})
    assert (join.tier, join.name) == ("T1", "Cameras b")
    assert "corrects or changes" in join.why
