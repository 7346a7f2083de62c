"""The judged pairs of data/same_or_not.csv, the tricky cases, and the must and must-not lists."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from kg.case import Case
from kg.dossier import Dossier, gather
from kg.resolve.record import Record, of_entity, record
from kg.resolve.resolving import Resolution, resolve
from kg.resolve.tiers import certain


@dataclass(frozen=True)
class Shipped:
    dossier: Dossier
    ids: list[str]
    records: list[Record]
    found: Resolution

    def pairs(self, *verdicts: str) -> Iterator[tuple[str, str]]:
        for judgement in self.dossier.judgements:
            if judgement.verdict in verdicts:
                yield judgement.left, judgement.right


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    dossier = gather(Case(tmp_path_factory.mktemp("case")))
    ids = sorted(dossier.entities)
    records = [of_entity(dossier.entities[id_]) for id_ in ids]
    return Shipped(dossier, ids, records, resolve(records))


def merged(shipped: Shipped) -> set[frozenset[str]]:
    return {
        frozenset((shipped.ids[edge.left], shipped.ids[edge.right]))
        for edge in shipped.found.merged
    }


def test_no_pair_judged_different_or_related_merges_by_itself(shipped: Shipped) -> None:
    judged = [frozenset(pair) for pair in shipped.pairs("different", "related")]
    assert len(judged) > 500
    assert merged(shipped).isdisjoint(judged)


def test_names_alone_would_merge_only_pairs_that_an_editor_was_not_sure_of(
    shipped: Shipped,
) -> None:
    """Keenfinity and Orbit stand as aliases at another entity too."""
    assert merged(shipped) <= {frozenset(pair) for pair in shipped.pairs("unsure")}


def test_what_was_judged_is_neither_merged_nor_suggested_again(shipped: Shipped) -> None:
    place = {id_: at for at, id_ in enumerate(shipped.ids)}
    judged = [
        (place[left], place[right])
        for left, right in shipped.pairs("different", "related", "unsure")
        if left in place and right in place
    ]
    found = resolve(shipped.records, different=judged)
    said = {frozenset((edge.left, edge.right)) for edge in [*found.merged, *found.suggested]}
    assert not found.merged
    assert said.isdisjoint(map(frozenset, judged))
    for left, right in judged:
        assert found.cluster[left] != found.cluster[right]


APART = [
    ("PredPol", "US", "PredVol", "FR"),
    ("Top400", "NL", "Top600", "NL"),
    ("RADAR-iTE", "DE", "RADAR-rechts", "DE"),
    ("Delia", "IT", "KeyCrime", "IT"),
    ("Police Nationale", "FR", "Policía Nacional", "ES"),
    ("P3-DSS", "ES", "Smart Police", "FR"),
    ("PRECOBS", "DE", "PredPol", "US"),
    ("TA9", "IL", "Rayzone", "IL"),
    ("TA9", "IL", "TA9/Rayzone", "IL"),
    ("Amnesty International", "GB", "Amnesty International UK", "GB"),
    ("Technopolice België", "BE", "Technopolice Frankrijk", "FR"),
    ("Metropolitan Police", "GB", "Stop LAPD Spying", "US"),
    ("VN", "", "VK", ""),
    ("TES", "FR", "TAJ", "FR"),
    ("CAS", "NL", "COC", "BE"),
    ("AlgorithmWatch", "DE", "AlgoRace", "ES"),
    ("Securitas", "SE", "Securitas Direct", "SE"),
    ("ProKid", "NL", "ProKid 23-min", "NL"),
    ("VioGén", "ES", "VioGén 2", "ES"),
    ("Sopra Steria", "FR", "Sopra Steria Belgium", "BE"),
    ("Palantir Technologies UK", "GB", "Palantir Technologies France", "FR"),
    ("Bundespolizei", "AT", "Bundespolizei", "DE"),
    ("TA Grenoble", "FR", "TA Caen", "FR"),
    ("Telefónica", "ES", "Telefónica Soluciones", "ES"),
    ("Tikehau Capital", "FR", "Tikehau Ace Capital", "FR"),
    ("Federale Politie", "BE", "Federale gerechtelijke politie", "BE"),
    ("Bosch Security Systems", "DE", "Bosch Building Technologies", "DE"),
    ("HunchLab", "US", "ShotSpotter Missions", "US"),
    ("BriefCam", "IL", "BriefCam software", "IL"),
    ("EuroCop", "ES", "EuroCop-systeem", "ES"),
]


@pytest.mark.parametrize(("one", "at", "other", "there"), APART)
def test_what_must_not_merge_does_not(one: str, at: str, other: str, there: str) -> None:
    assert not list(certain([record("0", one, at), record("1", other, there)]))


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Briefcam", "BriefCam", "IL"),
        ("P3-DSS", "P3 DSS", "ES"),
        ("Pol-intel", "POL-INTEL", "DK"),
        ("TechnoPolice België", "Technopolice België", "BE"),
        ("Risk Terrain Modelling", "risk terrain modelling", ""),
        ("Görlitzer Park/Wrangelkiez", "Görlitzer Park / Wrangelkiez", "DE"),
    ],
)
def test_what_must_merge_by_its_letters_does(one: str, other: str, country: str) -> None:
    if not record("0", one, country).name.is_acronym:
        assert list(certain([record("0", one, country), record("1", other, country)]))


@pytest.mark.parametrize(
    ("name", "country", "entity"),
    [
        ("Palantir Deutschland GmbH", "DE", "palantir-gmbh"),
        ("Hesse", "DE", "hesse"),
        ("Noordrijn-Westfalen", "DE", "north-rhine-westphalia"),
        ("federale recherchebureau", "DE", "bka"),
        ("Smart Patrolling", "ES", "p3-dss"),
    ],
)
def test_a_curated_alias_leads_to_its_entity(
    shipped: Shipped, name: str, country: str, entity: str
) -> None:
    if entity not in shipped.ids:
        pytest.skip(f"no entity {entity}")
    known = shipped.records[shipped.ids.index(entity)]
    newcomer = Record("new", record("new", name, country).name, known.country, known.label)
    tiers = [edge.tier for edge in certain([known, newcomer])]
    assert tiers
    assert set(tiers) <= {"T2", "T3"}
