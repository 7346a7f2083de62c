"""Paths: meaning first, each hop with its claims, and nothing implied that no source says."""

from typing import TYPE_CHECKING

import pytest

from kg.reading.paths import Hop, Path

if TYPE_CHECKING:
    from kg.session import OpenGraph

UNIT, POLICE = "unit-8200", "belgian-federal-police"


def ids(path: Path) -> list[str]:
    return [path.hops[0].start, *(hop.end for hop in path.hops)]


def pages(hop: Hop) -> set[str]:
    return {str(claim["locator"]).split(",")[0] for tie in hop.ties for claim in tie.claims}


@pytest.fixture(scope="module")
def found(shipped: "OpenGraph") -> list[Path]:
    return shipped.path(UNIT, "Federale Politie")


def test_unit_8200_is_tied_to_the_belgian_police_over_the_i_police_contract(
    found: list[Path],
) -> None:
    assert ids(found[0]) == [UNIT, "ta9-ceo", "ta9", "i-police-contract", "i-police", POLICE]


def test_each_hop_of_it_names_its_page(found: list[Path]) -> None:
    assert [pages(hop) for hop in found[0].hops[:3]] == [
        {"p. 19", "p. 42"},
        {"p. 19", "p. 42"},
        {"p. 42"},
    ]


def test_the_police_s_own_annual_report_stands_beside_it(found: list[Path]) -> None:
    ties = [
        (hop.start, hop.end, claim["source"])
        for path in found
        for hop in path.hops
        for tie in hop.ties
        for claim in tie.claims
    ]
    assert ("ta9", "sopra-steria", "fedpol-jaarverslag-2021-fr") in ties


def test_an_inferred_tie_is_called_one(found: list[Path]) -> None:
    assert "TA9 and Rayzone Group: their tie is inferred, no source explains it." in (
        found[0].remarks
    )


def test_contract_subcontract_and_partnership_are_three_statements(found: list[Path]) -> None:
    (remark,) = [remark for remark in found[0].remarks if remark.startswith("TA9 has a contract")]
    for words in ("has a contract with", "is a partner of", "is a subcontractor on"):
        assert words in remark


def test_paths_come_cheapest_first_and_none_is_a_detour_of_one_before(found: list[Path]) -> None:
    assert [path.cost for path in found] == sorted(path.cost for path in found)
    for number, path in enumerate(found):
        assert not any(set(ids(before)) <= set(ids(path)) for before in found[:number])


def test_a_shared_country_is_no_short_cut(shipped: "OpenGraph") -> None:
    for path in shipped.path("palantir", "hesse-police"):
        assert "germany" not in ids(path)


def test_the_same_entity_twice_has_no_path(shipped: "OpenGraph") -> None:
    assert shipped.path(UNIT, UNIT) == []


def test_no_path_is_longer_than_asked(shipped: "OpenGraph") -> None:
    assert all(len(path.hops) <= 3 for path in shipped.path(UNIT, POLICE, longest=3))


def test_names_and_remarks_come_in_the_language_asked_for(shipped: "OpenGraph") -> None:
    from kg.reading.paths import paths

    (path,) = paths(shipped.store, UNIT, POLICE, most=1, lang="fr")
    assert path.names[-1] == "Police fédérale"
    assert any("leur lien est déduit" in remark for remark in path.remarks)


def test_a_path_is_the_same_from_both_ends(shipped: "OpenGraph") -> None:
    there, back = shipped.path(UNIT, POLICE, most=1), shipped.path(POLICE, UNIT, most=1)
    assert ids(there[0]) == ids(back[0])[::-1]
