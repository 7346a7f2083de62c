"""All that is known of an entity: its names, its facts from both sides, and what is not known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import QueryError
from kg.reading.cited import cited, name_of
from kg.reading.claims import Claim, Party, around, named, parties, props, these
from kg.reading.conflicts import Conflict, by_claim, contradictions
from kg.reading.essentials import Essential, Known, essentials
from kg.reading.facts import Fact, Told, Topic, by_topic, facts, flagged, order
from kg.reading.phrases import phrases
from kg.schema import LANGUAGES, predicates, qualifiers
from kg.store.bolt import Store

_ENTITY = "MATCH (e:Entity {id: $entity}) RETURN e"
_DERIVED_OUT = """
MATCH (e:Entity {id: $entity})
WITH e
MATCH (e)-[r]->(o:Entity)
WHERE r.derived = true
RETURN type(r) AS predicate, o.id AS other, r.certainty AS certainty, r.claims AS claims,
       r.contract AS contract, r.client AS client, r.through AS through, 'out' AS direction
ORDER BY r.eid
"""
_DERIVED_IN = _DERIVED_OUT.replace("-[r]->", "<-[r]-").replace("'out'", "'in'")
_SAME = "MAYBE_SAME"
_TIES = ("contract", "client", "through")


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity as it can be shown.

    ``names`` are (language, name) pairs, ``redirects`` the ids of what was merged into it,
    ``joined`` why that was done without a person.
    ``topics`` hold the facts of which it is an end, ``mentions`` those that only name it.
    ``not_known`` are the keys of the essentials without an answer. ``cited`` has, by claim id, what
    a source note prints.
    """

    id: str
    label: str
    name: str
    own_name: str
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    redirects: tuple[str, ...]
    joined: tuple[str, ...]
    country: tuple[str, ...]
    ids: tuple[str, ...]
    kind: str
    collective: bool
    unnamed: bool
    public_basis: str
    notes: str
    essentials: tuple[Essential, ...]
    topics: tuple[Topic, ...]
    mentions: tuple[Fact, ...]
    maybe_same: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]
    cited: Mapping[str, Mapping[str, object]]
    lang: str

    @property
    def not_known(self) -> tuple[str, ...]:
        """What is asked first and nobody has said."""
        return tuple(each.key for each in self.essentials if not each.values)

    @property
    def facts(self) -> Iterator[Fact]:
        """Every fact, in the order in which it is shown."""
        for topic in self.topics:
            yield from topic.facts
        yield from self.mentions
        yield from self.maybe_same


def profile(store: Store, entity_id: str, lang: str = "en", most: int | None = None) -> Profile:
    """Read all that a store knows of an entity; with ``most``, of no more than so many claims.

    Raises:
        QueryError: There is no such entity.
    """
    _, rows = store.read(_ENTITY, {"entity": entity_id})
    if not rows:
        raise QueryError(f"no entity {entity_id!r}; kg search finds entities by their names")
    found = around(store, entity_id, most)
    names = parties(store, (claim for _, claim in found), lang)
    known = sorted(
        [*facts(entity_id, found, names, lang), *_derived(store, entity_id, lang)], key=order
    )
    claims = {claim for fact in known for claim in fact.claims}
    disputes = contradictions(store, claims)
    return _profile(
        props(rows[0]["e"]),
        flagged(known, by_claim(disputes)),
        names,
        disputes,
        cited(store, claims, lang),
        lang,
    )


def _profile(
    node: Mapping[str, object],
    known: Sequence[Fact],
    names: Mapping[str, Party],
    disputes: Iterable[Conflict],
    evidence: Mapping[str, Mapping[str, object]],
    lang: str,
) -> Profile:
    label, country = str(node["label"]), _list(node, "country")
    told = [fact for fact in known if fact.predicate != _SAME]
    return Profile(
        id=str(node["id"]),
        label=label,
        name=name_of(node, lang),
        own_name=str(node["name"]),
        names=tuple(
            (language, str(node[f"name_{language}"]))
            for language in LANGUAGES
            if node.get(f"name_{language}")
        ),
        aliases=_list(node, "aliases"),
        redirects=_list(node, "redirects"),
        joined=_list(node, "joined"),
        country=country,
        ids=_list(node, "ids"),
        kind=_text(node, "kind"),
        collective=bool(node.get("collective")),
        unnamed=bool(node.get("unnamed")),
        public_basis=_text(node, "public_basis"),
        notes=_text(node, "notes"),
        essentials=essentials(Known(label, country, told, names, lang)),
        topics=by_topic(told),
        mentions=tuple(fact for fact in told if fact.direction == "named"),
        maybe_same=tuple(fact for fact in known if fact.predicate == _SAME),
        conflicts=tuple(disputes),
        cited=evidence,
        lang=lang,
    )


def _derived(store: Store, entity: str, lang: str) -> list[Fact]:
    """What follows from facts of others in one hop: a client, a subcontractor, a reseller."""
    asked = {"entity": entity}
    rows = [*store.read(_DERIVED_OUT, asked)[1], *store.read(_DERIVED_IN, asked)[1]]
    ids = {str(row[key]) for row in rows for key in ("other", *_TIES) if row[key]}
    names = named(store, ids, lang)
    claims = these(store, (claim for row in rows for claim in _list(row, "claims")))
    return [_hop(row, names, claims, lang) for row in rows]


def _hop(
    row: Mapping[str, object], names: Mapping[str, Party], claims: Mapping[str, Claim], lang: str
) -> Fact:
    predicate = predicates()[str(row["predicate"])]
    is_out = row["direction"] == "out"
    return Fact(
        predicate=predicate.name,
        direction="out" if is_out else "in",
        words=(predicate.names if is_out else predicate.inverse)[lang],
        other=names[str(row["other"])],
        text=_tie(row, names, lang),
        certainty=str(row["certainty"]),
        told=tuple(Told(claims[id_], (), "") for id_ in _list(row, "claims") if id_ in claims),
        derived=True,
    )


def _tie(row: Mapping[str, object], names: Mapping[str, Party], lang: str) -> str:
    """What ties the two ends: ``through Gotham``, ``contract: i-Police``, ``for a force``."""
    key = next((key for key in _TIES if str(row[key]) in names), "")
    name = names[str(row[key])].name if key else ""
    match key:
        case "client":
            return phrases(lang).client.format(n=name)
        case "contract":
            return f"{qualifiers()['contract'].names[lang]}: {name}"
        case "through":
            return f"{qualifiers()['via'].names[lang]} {name}"
        case _:
            return ""


def _text(node: Mapping[str, object], key: str) -> str:
    return str(node.get(key) or "")


def _list(node: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = node.get(key)
    return tuple(map(str, value)) if isinstance(value, list) else ()
