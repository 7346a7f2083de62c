"""What is handed on: entities, relationships, and the claims and sources they rest on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.reading.cited import name_of
from kg.schema import Label, labels, predicates
from kg.views.picture import Line, Picture

Props = Mapping[str, Any]

FLAGS = ("collective", "unnamed", "former", "conflict", "derived")
"""Columns that are true or absent."""

DOUBTS = ("inferred", "alleged", "disputed")
"""Certainties that are drawn with a broken line."""

EDGE_COLUMNS = (
    *("eid", "relationship", "words", "certainty", "status", "statuses", "since", "until", "date"),
    *(
        "since_lo",
        "until_hi",
        "value",
        "currency",
        "role",
        "title",
        "relation",
        "relation_kind",
        "outcome",
    ),
    *("place", "contract", "system", "product", "lot", "through", "client", "topic"),
    *("former", "conflict", "derived", "rests_on", "said_by", "n_sources", "claims", "cite"),
    "evidence",
)
"""Not ``type``, ``kind`` or ``label``: Gephi, sigma and others take those for their own."""

NODE_COLUMNS = (
    *("id", "entity_type", "name", "aliases", "country", "kind", "ids", "public_basis"),
    *("collective", "unnamed", "notes", "claims", "evidence"),
)


@dataclass(frozen=True, slots=True)
class Handed:
    """The whole graph, or the part of it that a view shows, in a fixed order.

    ``own`` are the claims that no relationship rests on, by the entity that they speak of: an
    amount, a description, an event. With them, every format can hold every claim.
    """

    entities: tuple[Props, ...]
    relationships: tuple[Props, ...]
    claims: Mapping[str, Props] = field(hash=False)
    sources: Mapping[str, Props] = field(hash=False)
    conflicts: tuple[Props, ...] = ()
    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    title: str = "surveillance-kg"
    lang: str = "en"

    @classmethod
    def of(cls, whole: Mapping[str, Iterable[Props]], title: str, lang: str = "en") -> "Handed":
        """From what kg.reading.whole reads out of a store."""
        relationships = tuple(whole["relationships"])
        claims = {claim["id"]: claim for claim in whole["claims"]}
        tied = {claim for edge in relationships for claim in edge["claims"]}
        own: dict[str, tuple[str, ...]] = {}
        for id_, claim in claims.items():
            if id_ not in tied:
                own[claim["subject"]] = (*own.get(claim["subject"], ()), id_)
        return cls(
            entities=tuple(whole["entities"]),
            relationships=relationships,
            claims=claims,
            sources={source["id"]: source for source in whole["sources"]},
            conflicts=tuple(whole.get("conflicts", ())),
            own=own,
            title=title,
            lang=lang,
        )

    def shown(self, picture: Picture) -> "Handed":
        """The part that a picture shows, and what it rests on.

        Lines that stand for rows of an answer are relationships too, and marked as derived.
        """
        stored = {edge["eid"]: edge for edge in self.relationships}
        own: dict[str, tuple[str, ...]] = {}
        for mark in picture.marks:
            own[mark.entity] = tuple(dict.fromkeys((*own.get(mark.entity, ()), *mark.claims)))
        claims = {key: claim for key, claim in self.claims.items() if key in picture.claims}
        cited = {claim["source"] for claim in claims.values()}
        return Handed(
            entities=tuple(entity for entity in self.entities if entity["id"] in own),
            relationships=tuple(
                _as_drawn(stored[line.eid], line) if line.eid in stored else _made(line, self.lang)
                for line in picture.lines
            ),
            claims=claims,
            sources={key: source for key, source in self.sources.items() if key in cited},
            conflicts=tuple(_among(self.conflicts, claims)),
            own=own,
            title=picture.titles[self.lang],
            lang=self.lang,
        )

    def name(self, entity: Props) -> str:
        """What an entity is called in the language of the file."""
        return name_of(entity, self.lang)

    def words(self, edge: Props) -> str:
        """The relationship as a verb, read from its start to its end."""
        return edge.get("words") or predicates()[edge["type"]].names[self.lang]

    def evidence(self, claims: Iterable[str]) -> list[str]:
        """A line a claim: who says it, where, how surely, and what."""
        return [self._line(self.claims[claim]) for claim in claims if claim in self.claims]

    def node(self, entity: Props) -> dict[str, Any]:
        """An entity by ``NODE_COLUMNS``, with the name in the language of the file."""
        claims = self.own.get(entity["id"], ())
        told = {"claims": list(claims), "evidence": self.evidence(claims)} if claims else {}
        named = {"entity_type": entity["label"], "name": self.name(entity)}
        known = {**entity, **named, **told}
        return {column: known[column] for column in NODE_COLUMNS if column in known}

    def edge(self, edge: Props) -> dict[str, Any]:
        """A relationship by ``EDGE_COLUMNS``."""
        kind = {"relation_kind": edge["kind"]} if "kind" in edge else {}
        told = {"words": self.words(edge), "evidence": self.evidence(edge["claims"])}
        more = {**edge, "relationship": edge["type"], **kind, **told}
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


def _as_drawn(edge: Props, line: Line) -> Props:
    """A relationship with what the view has found out about it: that it ended, and who says so."""
    claims = list(dict.fromkeys((*edge["claims"], *line.claims)))
    told = {"status": line.status, "until_hi": line.until_hi} if line.derived else {}
    return {**edge, **{key: value for key, value in told.items() if value}, "claims": claims}


def _made(line: Line, lang: str) -> dict[str, Any]:
    """A line that no relationship of the store is behind."""
    told = {"status": line.status, "since": line.since, "until": line.until, "topic": line.topic}
    return {
        "start": line.start,
        "end": line.end,
        "type": line.type,
        "eid": line.eid,
        "words": line.words[lang],
        "certainty": line.certainty,
        "derived": True,
        "claims": list(line.claims),
        **{key: value for key, value in told.items() if value},
    }


def _among(conflicts: Iterable[Props], claims: Mapping[str, Props]) -> Iterator[Props]:
    """Contradictions of which at least two sides are there."""
    for conflict in conflicts:
        sides = [claim for claim in conflict["claims"] if claim in claims]
        if len(sides) > 1:
            yield {**conflict, "claims": sides}
