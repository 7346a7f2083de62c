"""From a dossier to the graph that a store holds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.dossier import Dossier
from kg.graph import claims, entities, relationships
from kg.graph.conflicts import Conflict, find_conflicts
from kg.graph.derived import derive
from kg.graph.model import Edge, Graph
from kg.judgements import Clusters
from kg.schema import qualifiers
from kg.statements import Statement


@dataclass(frozen=True, slots=True)
class Built:
    """A graph, and what was found while it was built."""

    graph: Graph
    conflicts: tuple[Conflict, ...]


def build_graph(dossier: Dossier) -> Built:
    """Entities, claims and sources as nodes; relationships, derived ones and evidence as edges."""
    said = [as_merged(statement, dossier.clusters) for statement in dossier.statements]
    names = {entity.id: entity.name for entity in dossier.entities.values()}
    noted = [row.merged(dossier.clusters.head) for row in dossier.noted]
    conflicts = find_conflicts(said, noted, dossier.sources, names)
    contested = [conflict for conflict in conflicts if conflict.kind == "conflict"]
    disputed = frozenset(claim for conflict in contested for claim in conflict.claims)
    known = relationships.facts(said)
    nodes = [
        *entities.nodes(dossier.entities.values(), dossier.clusters.members(), dossier.joined.same),
        *claims.claim_nodes(said, dossier.sources),
        *claims.source_nodes(dossier.sources.values()),
    ]
    edges = [
        *(relationships.edge(fact, dossier.sources, disputed) for fact in known),
        *derive(known, dossier.entities, dossier.sources),
        *claims.evidence(said, dossier.entities.keys()),
        *_contradictions(conflicts),
    ]
    return Built(Graph(tuple(nodes), tuple(edges)), tuple(conflicts))


def as_merged(statement: Statement, clusters: Clusters) -> Statement:
    """The statement, speaking of what its entities were merged into. Its id stays."""
    if not clusters.heads:
        return statement
    types = qualifiers()
    merged = replace(
        statement,
        subject=clusters.head(statement.subject),
        object=clusters.head(statement.object),
        said_by=clusters.head(statement.said_by),
        qualifiers=tuple(
            (key, "|".join(map(clusters.head, value.split("|"))))
            if types[key].type == "entity"
            else (key, value)
            for key, value in statement.qualifiers
        ),
    )
    merged.__dict__["id"] = statement.id
    return merged


def _contradictions(conflicts: Sequence[Conflict]) -> list[Edge]:
    return [
        Edge(
            "CONFLICTS_WITH",
            ("Claim", left),
            ("Claim", right),
            {
                "id": conflict.id,
                "title": conflict.title,
                "about": conflict.about,
                "kind": conflict.kind,
                **({"note": conflict.note} if conflict.note else {}),
            },
        )
        for conflict in conflicts
        for position, left in enumerate(conflict.claims)
        for right in conflict.claims[position + 1 :]
    ]
