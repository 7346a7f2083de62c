"""What is told of a merge is what a build would do."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.dossier import Dossier, gather
from kg.graph.build import Built, build_graph
from kg.judgements import cluster, merge
from kg.review.moves import Moves, moves
from kg.statements import Judgement
from tests.review.samples import small

if TYPE_CHECKING:
    from kg.session import OpenGraph

SHIPPED = [
    ("palantir-software", "gotham"),
    ("city-zen", "smart-police"),
    ("french-communes-cnil-2024", "moirans"),
]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, Built]:
    dossier = gather(small(tmp_path_factory.mktemp("case") / "small"))
    return dossier, build_graph(dossier)


@pytest.fixture(scope="module")
def all_shipped(shipped: "OpenGraph") -> tuple[Dossier, Built]:
    dossier = gather(shipped.case)
    return dossier, build_graph(dossier)


def merged(dossier: Dossier, kept: str, gone: str) -> Built:
    """The graph of a dossier with one more pair judged the same."""
    clusters, refused = cluster([*dossier.judgements, Judgement(kept, gone, "same", "")])
    assert refused == []
    entities = merge(dossier.entities.values(), clusters)
    said = [
        statement
        for statement in dossier.statements
        if statement.source != "judgements"
        or clusters.head(statement.subject) != clusters.head(statement.object)
    ]
    return build_graph(
        replace(dossier, entities=entities, clusters=clusters, statements=tuple(said))
    )


def relationships(built: Built) -> dict[str, tuple[str, str]]:
    """The ends of every relationship that a source says, by eid."""
    return {
        str(edge.props["eid"]): (edge.start[1], edge.end[1])
        for edge in built.graph.edges
        if "eid" in edge.props and not edge.props.get("derived")
        and edge.type not in ("MAYBE_SAME", "RELATED_TO")
    }  # fmt: skip


def conflicts(built: Built) -> set[tuple[str, ...]]:
    """Those that comparing finds by their claims; those that a person noted by their ids."""
    return {(one.id,) if one.noted else one.claims for one in built.conflicts}


def agrees(dossier: Dossier, before: Built, told: Moves) -> None:
    """Compare what is told with what a build does."""
    after = merged(dossier, told.kept, told.gone)
    was, now = relationships(before), relationships(after)
    assert len(was) - len(now) == len(told.joined)
    loops = [ends for ends in now.values() if ends == (told.kept, told.kept)]
    assert len(loops) == len(told.loops)
    assert len(conflicts(after) - conflicts(before)) == len(told.conflicts)
    claims = [node for node in after.graph.nodes if node.ref[0] == "Claim"]
    assert told.gone not in {str(node.props["subject"]) for node in claims}


# The small case


def test_relationships_that_are_said_of_both_would_be_one(graph: "OpenGraph") -> None:
    assert moves(graph.store, "acme", "acme-belgium") == Moves(
        kept="acme",
        gone="acme-belgium",
        claims=3,
        alone=0,
        joined=("supplies Ghent police", "supplies Lyon police"),
        conflicts=(),
        loops=(),
    )


def test_a_tie_between_the_two_and_a_figure_that_differs_speak_against(graph: "OpenGraph") -> None:
    told = moves(graph.store, "parent", "child")
    assert told.loops == ("Parent SA owns Parent SA France",)
    assert told.conflicts == ("Parent SA, cameras: 60 or 90",)
    assert (told.claims, told.alone, told.joined) == (2, 0, ())


def test_the_other_way_round_the_other_moves(graph: "OpenGraph") -> None:
    told = moves(graph.store, "child", "parent")
    assert (told.kept, told.gone) == ("child", "parent")
    assert (told.claims, told.alone) == (3, 1)


def test_one_of_whom_nothing_is_said_moves_nothing(graph: "OpenGraph") -> None:
    told = moves(graph.store, "alpha", "alfa")
    assert told == Moves("alpha", "alfa", 0, 0, (), (), ())


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", "levert aan Politie Gent"),
        ("fr", "fournit Ghent police"),
        ("de", "beliefert Ghent police"),
        ("es", "suministra a Ghent police"),
    ],
)
def test_what_is_joined_is_told_in_the_language_of_the_reader(
    graph: "OpenGraph", lang: str, words: str
) -> None:
    assert words in moves(graph.store, "acme", "acme-belgium", lang).joined


@pytest.mark.parametrize(
    ("kept", "gone"),
    [
        ("acme", "acme-belgium"),
        ("acme-belgium", "acme"),
        ("parent", "child"),
        ("child", "parent"),
        ("alpha", "alfa"),
        ("markup", "turned"),
        ("acme", "parent"),
        ("acme", "alpha"),
        ("markup", "acme"),
    ],
)
def test_a_build_does_what_was_told(
    graph: "OpenGraph", own: tuple[Dossier, Built], kept: str, gone: str
) -> None:
    agrees(*own, moves(graph.store, kept, gone))


# The shipped graph


@pytest.mark.parametrize(("kept", "gone"), SHIPPED)
def test_a_build_of_what_is_shipped_does_what_was_told(
    shipped: "OpenGraph", all_shipped: tuple[Dossier, Built], kept: str, gone: str
) -> None:
    agrees(*all_shipped, moves(shipped.store, kept, gone))


def test_the_case_is_left_as_it_is(graph: "OpenGraph", tmp_path: Path) -> None:
    before = sorted(path.name for path in graph.case.root.iterdir())
    moves(graph.store, "acme", "acme-belgium")
    assert sorted(path.name for path in graph.case.root.iterdir()) == before
