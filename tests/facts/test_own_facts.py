"""A person's own facts beside the shipped ones: hers count first, and hers are the ones to mend."""

from pathlib import Path

from kg.case import Case
from kg.dossier import Dossier, gather
from tests.facts.tables import CLAIM, ENTITY, JUDGEMENT, saved

OWN = {"source": "report", "locator": "p. 1", "qualifiers": "", "says": "In her words."}


def gathered(folder: Path) -> tuple[Dossier, list[str]]:
    dossier = gather(Case(folder))
    return dossier, [str(problem) for problem in dossier.problems]


def test_an_own_judgement_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    own = JUDGEMENT | {"left": "orbit-gt", "right": "orbit", "judgement": "same"}
    saved(tmp_path / "data", "same_or_not.csv", own)
    dossier, problems = gathered(tmp_path)
    assert problems == []
    assert {"orbit", "orbit-gt"} & set(dossier.entities) in ({"orbit"}, {"orbit-gt"})
    assert ("orbit", "orbit-gt") not in {(pair.left, pair.right) for pair in dossier.review}


def test_an_own_claim_that_closes_a_circle_with_shipped_ones_is_the_one_to_mend(
    tmp_path: Path,
) -> None:
    circle = {"subject": "belgium", "predicate": "PART_OF", "object": "brussels"}
    saved(tmp_path / "data", "claims.csv", CLAIM | OWN | circle)
    assert gathered(tmp_path)[1] == [
        "claims.csv, row 2, column object: belgium > brussels > belgium goes in a circle of "
        "PART_OF; a part cannot be its whole"
    ]


def test_an_own_entity_and_claim_stand_beside_the_shipped_ones(tmp_path: Path) -> None:
    saved(tmp_path / "data", "entities.csv", ENTITY | {"id": "own-company", "name": "Own"})
    own = {"subject": "own-company", "predicate": "SUPPLIES", "object": "belgian-federal-police"}
    saved(tmp_path / "data", "claims.csv", CLAIM | OWN | own)
    dossier, problems = gathered(tmp_path)
    assert problems == []
    assert dossier.entities["own-company"].name == "Own"
    assert [one.subject for one in dossier.statements if one.says == "In her words."] == [
        "own-company"
    ]


def test_a_broken_own_table_costs_only_itself(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "entities.csv").write_bytes(b"id;label\nx;Company\n")
    saved(data, "claims.csv", CLAIM | OWN | {"subject": "palentir"})
    dossier, problems = gathered(tmp_path)
    assert [problem.split(":")[0] for problem in problems] == [
        "entities.csv, row 1",
        "claims.csv, row 2, column subject",
    ]
    assert len(dossier.entities) > 870
