from pathlib import Path

from kg.judging.moving import One, between, move, ones
from tests.judging.samples import bench


def test_nothing_moves_between_two_looks_at_the_same(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-uk")
    found = move(made.dossier, made.dossier)
    assert (found.before, found.after) == ((), ())


def test_an_entity_is_told_with_all_its_names_ids_and_claims(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-belgium")
    assert ones(made.dossier, "acme-belgium", "acme", "gent") == (
        One(
            "acme",
            "Company",
            "Acme Security NV",
            ("Acme België", "Acme", "Acme Belgium"),
            ("acme", "acme-belgium"),
            3,
        ),
        One("gent", "PoliceForce", "Ghent police", ("Politie Gent",), ("gent",), 3),
    )


def test_a_claim_speaks_of_its_ends_its_speaker_and_whom_it_names(tmp_path: Path) -> None:
    made = bench(tmp_path / "case")
    assert [one.claims for one in ones(made.dossier, "acme-fr", "pz-gent", "stad-gent")] == [
        1,
        1,
        0,
    ]


def test_a_tie_of_the_editors_is_no_claim(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme unsure stad-gent", "acme related acme-uk")
    assert [one.claims for one in ones(made.dossier, "acme", "stad-gent")] == [2, 0]


def test_claims_between_two_are_counted_over_all_their_ids(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "beta same acme", "acme-uk same acme-belgium")
    acme, uk, gent = ones(made.dossier, "beta", "acme-belgium", "gent")
    assert (between(made.dossier, acme, gent), between(made.dossier, uk, gent)) == (2, 1)
    assert between(made.dossier, acme, uk) == 0


def test_only_what_a_judgement_concerns_is_told(tmp_path: Path) -> None:
    made = bench(tmp_path / "case", "acme same acme-uk", "beta same beta-2")
    _, found = made.would([("acme", "acme-fr", "same")])
    assert [one.id for one in found.before] == ["acme", "acme-fr"]
    assert [one.ids for one in found.after] == [("acme", "acme-fr", "acme-uk")]


def test_what_changes_owner_is_told_on_both_sides(tmp_path: Path) -> None:
    """Acme UK was with Acme; now it is with Acme France, and no longer with Acme."""
    made = bench(tmp_path / "case", "acme same acme-uk")
    _, found = made.would([("acme", "acme-fr", "different"), ("acme-fr", "acme-uk", "same")])
    assert [one.ids for one in found.before] == [("acme", "acme-uk"), ("acme-fr",)]
    assert [one.ids for one in found.after] == [("acme",), ("acme-fr", "acme-uk")]
