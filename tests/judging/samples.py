"""A small case of who may be who: firms under several names, police forces, and a product."""

from pathlib import Path

from kg.case import Case
from kg.judging import Bench, sit
from kg.ledger import FILE, Ledger
from tests.cases import alone, claim, entity, judged, source

ENTITIES = [
    entity("acme", name="Acme Security NV", country="BE", aliases="Acme", ids="kbo:0123456749"),
    entity("acme-belgium", name="Acme Belgium", country="BE", names="nl=Acme België"),
    entity("acme-uk", name="Acme UK", country="GB", aliases="Acme"),
    entity("acme-fr", name="Acme France", country="FR"),
    entity("beta", name="Beta AG", country="DE", ids="wikidata:Q1 | wikidata:Q2"),
    entity("beta-2", name="Beta", country="DE"),
    entity("watcher", name="Watcher", label="Product"),
    entity("gent", name="Ghent police", names="nl=Politie Gent", label="PoliceForce", country="BE"),
    entity("pz-gent", name="Politiezone Gent", label="PublicBody", country="BE"),
    entity("stad-gent", name="Stad Gent", label="Municipality", country="BE"),
]
CLAIMS = [
    claim("acme SUPPLIES gent", locator="p. 1"),
    claim("acme SUPPLIES gent", locator="p. 2"),
    claim("acme-belgium SUPPLIES gent", locator="p. 3"),
    claim("acme-uk SUPPLIES pz-gent", locator="p. 4", qualifiers="via=acme-fr"),
    claim("acme-uk NAMED x", object="", text="Old Acme", locator="p. 5"),
    claim("beta MAKES watcher", locator="p. 6"),
    claim("beta-2 OWNS beta", locator="p. 7"),
]


def small(folder: Path, *judgements: str) -> Case:
    """The case, with shipped judgements as ``a same b``."""
    rows = [judged(*pair.split()) for pair in judgements]
    return alone(folder, entities=ENTITIES, sources=[source()], claims=CLAIMS, same_or_not=rows)


def bench(folder: Path, *judgements: str) -> Bench:
    """The bench of a new small case."""
    return sit(small(folder, *judgements))


def ledger(case: Case) -> Ledger:
    """The ledger of a case."""
    return Ledger.open(case.root / FILE)


def again(made: Bench) -> Bench:
    """The bench as a command that comes later finds it."""
    return sit(made.case)
