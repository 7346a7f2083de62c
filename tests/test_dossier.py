"""What a case's own tables do to the shipped facts."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.case import Case
from kg.dossier import Dossier, gather
from kg.facts.references import fit_together
from kg.ledger import FILE, Ledger
from tests.cases import claim, entity, judged, made, source


def problems(dossier: Dossier) -> list[str]:
    return [str(problem) for problem in dossier.problems]


def verdicts(dossier: Dossier, *ids: str) -> list[str]:
    return [pair.verdict for pair in dossier.judgements if {pair.left, pair.right} == set(ids)]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return gather(Case(tmp_path_factory.mktemp("nothing-own")))


# What is shipped


def test_everything_shipped_is_gathered_without_a_problem(shipped: Dossier) -> None:
    assert problems(shipped) == []
    assert (shipped.unread, shipped.shortfalls) == ({}, 0)


def test_every_shipped_row_is_there_and_every_tie_between_names_is_a_claim(
    shipped: Dossier,
) -> None:
    ties = [pair for pair in shipped.judgements if pair.verdict in ("related", "unsure")]
    assert len(shipped.statements) == 968 + 1985 + len(ties)
    assert len(shipped.sources) == 459 + 1
    assert len(shipped.entities) == 877 - len(shipped.clusters.heads)


def test_everything_comes_sorted_and_every_id_once(shipped: Dossier) -> None:
    claims = [statement.id for statement in shipped.statements]
    assert claims == sorted(set(claims))
    assert list(shipped.entities) == sorted(shipped.entities)
    assert list(shipped.sources) == sorted(shipped.sources)


def test_the_review_list_has_the_pairs_that_are_unsure(shipped: Dossier) -> None:
    unsure = [pair for pair in shipped.judgements if pair.verdict == "unsure"]
    assert len(unsure) == 43
    assert shipped.review == unsure


# A person's own tables


def test_own_rows_stand_beside_the_shipped_ones(tmp_path: Path) -> None:
    case = made(
        tmp_path,
        entities=[entity("my-firm", name="My firm")],
        sources=[source()],
        claims=[claim("my-firm SUPPLIES belgian-federal-police")],
    )
    dossier = gather(case)
    assert problems(dossier) == []
    assert (len(dossier.entities), len(dossier.sources)) == (878, 461)
    assert [one.source for one in dossier.statements if one.subject == "my-firm"] == ["my-notes"]


def test_an_own_entity_row_corrects_a_shipped_one(tmp_path: Path) -> None:
    dossier = gather(made(tmp_path, entities=[entity("ta9", name="TA-9 Ltd", country="CY")]))
    assert problems(dossier) == []
    assert (dossier.entities["ta9"].name, dossier.entities["ta9"].countries) == (
        "TA-9 Ltd",
        ("CY",),
    )
    assert len(dossier.entities) == 877


def test_an_own_source_row_corrects_a_shipped_one(tmp_path: Path) -> None:
    dossier = gather(made(tmp_path, sources=[source("report", title="The report")]))
    assert problems(dossier) == []
    assert dossier.sources["report"].title == "The report"


def test_claims_may_lie_in_several_files(tmp_path: Path) -> None:
    case = made(tmp_path, sources=[source()], claims=[claim("ta9 SUPPLIES belgian-federal-police")])
    more = made(tmp_path / "more", claims=[claim("ta9 PARTNER_OF rayzone")])
    (case.root / "data" / "claims").mkdir()
    (more.root / "data" / "claims.csv").rename(case.root / "data" / "claims" / "more.csv")
    dossier = gather(case)
    assert problems(dossier) == []
    assert sum(1 for one in dossier.statements if one.source == "my-notes") == 2


def test_a_claim_that_is_shipped_already_changes_nothing(tmp_path: Path, shipped: Dossier) -> None:
    first = next(one for one in shipped.statements if one.object and not one.said_by)
    again = claim(
        f"{first.subject} {first.predicate} {first.object}",
        qualifiers=";".join(f"{key}={value}" for key, value in first.qualifiers),
        source=first.source,
        locator=first.locator,
        certainty=first.certainty,
        says="In other words.",
    )
    dossier = gather(made(tmp_path, claims=[again]))
    assert problems(dossier) == []
    assert [one.says for one in dossier.statements if one.id == first.id] == ["In other words."]
    assert len(dossier.statements) == len(shipped.statements)


# Who is who


def test_same_makes_one_entity_with_both_names(tmp_path: Path) -> None:
    dossier = gather(made(tmp_path, same_or_not=[judged("orbit", "same", "orbit-gt")]))
    assert problems(dossier) == []
    assert "orbit-gt" not in dossier.entities
    assert "Orbit GT" in " ".join(dossier.entities["orbit"].aliases)
    assert dossier.clusters.members() == {"orbit": ("orbit-gt",)}


def test_claims_keep_their_ids_through_a_merge(tmp_path: Path, shipped: Dossier) -> None:
    dossier = gather(made(tmp_path, same_or_not=[judged("orbit", "same", "orbit-gt")]))
    gone = {one.id for one in shipped.statements} - {one.id for one in dossier.statements}
    assert [one.predicate for one in shipped.statements if one.id in gone] == ["MAYBE_SAME"]


@pytest.mark.parametrize(
    ("verdict", "predicate"), [("related", "RELATED_TO"), ("unsure", "MAYBE_SAME")]
)
def test_related_and_unsure_pairs_become_ties(tmp_path: Path, verdict: str, predicate: str) -> None:
    dossier = gather(made(tmp_path, same_or_not=[judged("ta9", verdict, "palantir", "Because.")]))
    assert problems(dossier) == []
    tie = next(one for one in dossier.statements if one.says == "Because.")
    assert (tie.subject, tie.predicate, tie.object) == ("ta9", predicate, "palantir")
    assert tie.source == "judgements"
    assert [pair.reason == "Because." for pair in dossier.review].count(True) == (
        verdict == "unsure"
    )


def test_an_own_judgement_settles_a_pair_that_is_shipped_as_unsure(tmp_path: Path) -> None:
    dossier = gather(made(tmp_path, same_or_not=[judged("orbit-gt", "different", "orbit")]))
    assert problems(dossier) == []
    assert verdicts(dossier, "orbit", "orbit-gt") == ["different"]
    assert len(dossier.review) == 42


@pytest.mark.parametrize("same_comes_first", [True, False])
def test_a_same_that_contradicts_a_different_is_refused(
    tmp_path: Path, same_comes_first: bool
) -> None:
    rows = [judged("ta9", "same", "rayzone"), judged("rayzone", "different", "ta9")]
    dossier = gather(made(tmp_path, same_or_not=rows if same_comes_first else rows[::-1]))
    here, there = (2, 3) if same_comes_first else (3, 2)
    assert problems(dossier) == [
        f"same_or_not.csv, row {here}, column judgement: same, but the pair is judged different in "
        f"same_or_not.csv, row {there}; keep one"
    ]
    assert {"ta9", "rayzone"} <= set(dossier.entities)


def test_a_same_that_contradicts_a_shipped_different_is_refused(tmp_path: Path) -> None:
    dossier = gather(made(tmp_path, same_or_not=[judged("acus", "same", "pol-intel")]))
    assert problems(dossier) == [
        "same_or_not.csv, row 2, column judgement: same, but the pair is judged different in "
        "shipped same_or_not.csv, row 2; keep one"
    ]
    assert {"acus", "pol-intel"} <= set(dossier.entities)


def test_the_ledger_is_read_before_the_tables(tmp_path: Path) -> None:
    case = made(tmp_path, same_or_not=[judged("orbit", "same", "orbit-gt")])
    Ledger.open(tmp_path / FILE).say([("orbit", "orbit-gt", "different")], "Two firms", "tess")
    dossier = gather(case)
    assert problems(dossier) == []
    assert verdicts(dossier, "orbit", "orbit-gt") == ["different"]
    assert {"orbit", "orbit-gt"} <= set(dossier.entities)


def test_a_ledger_that_is_merely_supposed_takes_its_place(tmp_path: Path, shipped: Dossier) -> None:
    case = made(tmp_path)
    ledger = Ledger.open(tmp_path / FILE)
    supposed = gather(case, ledger.supposing([("orbit", "orbit-gt", "same")]))
    assert "orbit-gt" not in supposed.entities
    assert gather(case).entities == shipped.entities
    assert not (tmp_path / FILE).exists()


def test_what_was_merged_is_known_as_it_was_before(tmp_path: Path, shipped: Dossier) -> None:
    dossier = gather(made(tmp_path, same_or_not=[judged("orbit", "same", "orbit-gt")]))
    assert dossier.unmerged == shipped.unmerged
    assert dossier.unmerged["orbit-gt"] == shipped.entities["orbit-gt"]


@pytest.mark.parametrize("verdict", ["same", "different", "related"])
def test_every_pair_that_is_shipped_as_unsure_can_be_decided_and_reopened(
    tmp_path: Path, shipped: Dossier, verdict: str
) -> None:
    """All at once: none of them contradicts another, whichever way it is decided."""
    case, ledger = made(tmp_path), Ledger.open(tmp_path / FILE)
    pairs = [(pair.left, pair.right) for pair in shipped.review]
    labels = {id_: entity.label for id_, entity in shipped.unmerged.items()}
    fit = [pair for pair in pairs if fit_together(*map(labels.__getitem__, pair))]
    ledger.say([(*pair, verdict) for pair in fit], "Tried", "tess")
    dossier = gather(case)
    open_now = {(pair.left, pair.right) for pair in dossier.review}
    assert open_now <= set(pairs) - set(fit)
    ledger.undo()
    assert replace(gather(case), families=shipped.families) == shipped


def test_a_chain_of_same_that_joins_what_is_different_is_refused(tmp_path: Path) -> None:
    rows = [
        judged("ta9", "same", "rayzone"),
        judged("rayzone", "same", "interionet"),
        judged("ta9", "different", "interionet"),
    ]
    dossier = gather(made(tmp_path, same_or_not=rows))
    assert problems(dossier) == [
        "same_or_not.csv, row 2, column judgement: ta9 and rayzone cannot be the same: ta9 and "
        "interionet are judged different (row 4 of same_or_not.csv); mend one of the two"
    ]
    assert {"ta9", "rayzone"} <= set(dossier.entities)
    assert "interionet" not in dossier.entities


def test_a_merge_that_makes_other_pairs_superfluous_leaves_no_tie_to_oneself(
    tmp_path: Path,
) -> None:
    dossier = gather(made(tmp_path, same_or_not=[judged("orbit-i-police", "same", "orbit-gt")]))
    assert problems(dossier) == []
    heads = dossier.clusters.head
    ties = [one for one in dossier.statements if one.source == "judgements"]
    assert [one.id for one in ties if heads(one.subject) == heads(one.object)] == []
