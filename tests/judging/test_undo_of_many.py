"""Three hundred that were one firm, and are three hundred again: nothing of the merge is left."""

from pathlib import Path

from click.testing import CliRunner

from kg.building import assemble
from kg.case import Case
from kg.cli import cli
from kg.dossier import gather
from kg.judgements import cluster
from kg.ledger import Ledger
from tests.cases import alone, claim, entity, source
from tests.judging.samples import ledger

MANY = 300
FIRMS = [f"firm-{at:03}" for at in range(MANY)]


def many(folder: Path) -> Case:
    """Three hundred firms, each with a claim, a name and a number of its own."""
    return alone(
        folder,
        entities=[
            *(entity(id_, name=f"Firm {id_[5:]}", ids=f"kvk:{id_[5:]}") for id_ in FIRMS),
            entity("gent", name="Ghent police", label="PoliceForce"),
        ],
        sources=[source()],
        claims=[claim(f"{id_} SUPPLIES gent", locator=f"p. {id_[5:]}") for id_ in FIRMS],
    )


def exported(case: Case) -> str:
    """What ``kg export json`` says of it."""
    run = CliRunner().invoke(cli, ["export", "json", "--case", str(case.root)])
    assert run.exit_code == 0
    return run.stdout


def merge_all(found: Ledger) -> str:
    return found.say([(FIRMS[0], id_, "same") for id_ in FIRMS[1:]], "One firm", "tess")


def test_undo_of_a_merge_of_many_gives_back_the_same_graph_to_the_byte(tmp_path: Path) -> None:
    case = many(tmp_path / "case")
    before = exported(case)
    merge_all(ledger(case))
    merged = exported(case)
    ledger(case).undo()
    assert merged != before
    assert len(merged) < len(before)
    assert exported(case) == before


def test_one_who_is_parted_from_many_takes_only_what_is_its_own(tmp_path: Path) -> None:
    case = many(tmp_path / "case")
    merge_all(ledger(case))
    ledger(case).say([(FIRMS[150], FIRMS[0], "different")], "Another firm", "tess")
    dossier, built = assemble(case)
    assert dossier.problems == ()
    assert set(dossier.entities) == {"firm-000", "firm-150", "gent"}
    one = dossier.entities["firm-150"]
    assert (one.name, one.aliases, one.ids) == ("Firm 150", (), ("kvk:150",))
    assert len(dossier.entities["firm-000"].ids) == MANY - 1
    edges = [edge for edge in built.graph.edges if edge.type == "SUPPLIES"]
    assert sorted((edge.start[1], len(edge.props["claims"])) for edge in edges) == [  # type: ignore[arg-type]
        ("firm-000", MANY - 1),
        ("firm-150", 1),
    ]


def test_many_merges_one_by_one_are_undone_one_by_one(tmp_path: Path) -> None:
    case = many(tmp_path / "case")
    found = ledger(case)
    clusters = [cluster(found.judgements())[0].heads]
    for id_ in FIRMS[1:30]:
        found.say([(FIRMS[0], id_, "same")], "One firm", "tess")
        clusters.append(cluster(found.judgements())[0].heads)
    for earlier in clusters[-2::-1]:
        found.undo()
        assert cluster(found.judgements())[0].heads == earlier
    assert gather(case).clusters.heads == {}


def test_no_claim_and_no_name_is_lost_while_they_are_one(tmp_path: Path) -> None:
    case = many(tmp_path / "case")
    before = gather(case)
    merge_all(ledger(case))
    after = gather(case)
    assert [one.id for one in after.statements] == [one.id for one in before.statements]
    whole = after.entities[FIRMS[0]]
    assert {whole.name, *whole.aliases} == {before.entities[id_].name for id_ in FIRMS}
    assert after.clusters.members() == {FIRMS[0]: tuple(FIRMS[1:])}
