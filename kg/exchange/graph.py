"""What is handed on: entities, relationships, and the claims and sources they rest on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.reading.cited import name_of
from kg.schema import Label, labels, predicates

Props = Mapping[str, Any]

DOUBTS = ("inferred", "alleged", "disputed")
"""Certainties that are drawn with a broken line."""

EDGE_COLUMNS = (
    *("eid", "type", "words", "certainty", "status", "statuses", "since", "until", "date"),
    *("since_lo", "until_hi", "value", "currency", "role", "title", "relation", "kind", "outcome"),
    *("place", "contract", "system", "product", "lot", "through", "client", "topic"),
    *("former", "conflict", "derived", "rests_on", "said_by", "n_sources", "claims", "cite"),
    "evidence",
)
NODE_COLUMNS = (
    *("id", "label", "name", "aliases", "country", "kind", "ids", "public_basis"),
    *("collective", "unnamed", "notes"),
)


@dataclass(frozen=True, slots=True)
class Handed:
    """The whole graph, or the part of it that a view shows, in a fixed order."""

    entities: tuple[Props, ...]
    relationships: tuple[Props, ...]
    claims: Mapping[str, Props] = field(hash=False)
    sources: Mapping[str, Props] = field(hash=False)
    title: str = "surveillance-kg"
    lang: str = "en"

    @classmethod
    def of(cls, whole: Mapping[str, Iterable[Props]], title: str, lang: str = "en") -> "Handed":
        """From what kg.reading.whole reads out of a store."""
        claims = {claim["id"]: claim for claim in whole["claims"]}
        sources = {source["id"]: source for source in whole["sources"]}
        return cls(
            tuple(whole["entities"]), tuple(whole["relationships"]), claims, sources, title, lang
        )

    def only(self, entities: Iterable[str], eids: Iterable[str]) -> "Handed":
        """The part with these entities and relationships, and what it rests on."""
        kept, drawn = set(entities), set(eids)
        edges = tuple(edge for edge in self.relationships if edge["eid"] in drawn)
        rests_on = {claim for edge in edges for claim in edge["claims"]}
        claims = {key: claim for key, claim in self.claims.items() if key in rests_on}
        cited = {claim["source"] for claim in claims.values()}
        return Handed(
            tuple(entity for entity in self.entities if entity["id"] in kept),
            edges,
            claims,
            {key: source for key, source in self.sources.items() if key in cited},
            self.title,
            self.lang,
        )

    def name(self, entity: Props) -> str:
        """What an entity is called in the language of the file."""
        return name_of(entity, self.lang)

    def words(self, edge: Props) -> str:
        """The relationship as a verb, read from its start to its end."""
        return predicates()[edge["type"]].names[self.lang]

    def evidence(self, edge: Props) -> list[str]:
        """A line a claim: who says it, where, how surely, and what."""
        return [self._line(self.claims[claim]) for claim in edge["claims"] if claim in self.claims]

    def node(self, entity: Props) -> dict[str, Any]:
        """An entity by ``NODE_COLUMNS``, with the name in the language of the file."""
        known = {column: entity[column] for column in NODE_COLUMNS if column in entity}
        return {**known, "name": self.name(entity)}

    def edge(self, edge: Props) -> dict[str, Any]:
        """A relationship by ``EDGE_COLUMNS``."""
        more = {**edge, "words": self.words(edge), "evidence": self.evidence(edge)}
        return {column: more[column] for column in EDGE_COLUMNS if column in more}

    def _line(self, claim: Props) -> str:
        source = self.sources.get(claim["source"], {})
        who = f", according to {claim['said_by']}" if claim.get("said_by") else ""
        parts = (
            f"{source.get('publisher', '')}: {source.get('title', claim['source'])}",
            claim.get("locator", ""),
            source.get("published", ""),
            source.get("url", ""),
        )
        place = ", ".join(part for part in parts if part)
        return f"{claim.get('says', '')} [{place}; {claim['certainty']}{who}]"


def label_of(entity: Props) -> Label:
    """The label of an entity, with its colour and shape."""
    return labels()[entity["label"]]


def texts(props: Mapping[str, Any], joiner: str = " | ") -> Iterator[tuple[str, Any]]:
    """Properties as files of one value a key take them: lists joined, the rest as it is."""
    for key, value in props.items():
        yield key, joiner.join(map(str, value)) if isinstance(value, list | tuple) else value
