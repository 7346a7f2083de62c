"""Who is meant: entities by id, name or alias, in any language and spelling."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.errors import QueryError
from kg.reading.nearness import Nearness
from kg.schema import is_a, lineage
from kg.spelling import folded, words
from kg.store.bolt import Store

_ENTITIES = """
MATCH (e:Entity)
WITH e ORDER BY e.id
RETURN collect([e.id, e.label, e.name, e.names, e.aliases, e.redirects]) AS found
"""
_OTHERWISE_NAMED = """
MATCH (c:Claim {predicate: 'NAMED'})-[:SUBJECT]->(e:Entity)
WHERE c.text IS NOT NULL
RETURN DISTINCT e.id AS id, c.text AS name
ORDER BY id, name
"""
_TYPED_ID, _NAME, _ALIAS, _FORMER, _ID = -1, 0, 1, 2, 5
_NEARLY = 95.0
"""The score of a name that has all the words, but is not the text; exact ones have more."""
_FAR = 20.0
"""Who scores this much less than the best is not worth asking about."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with everything it is called; ``former`` are names that a claim gives it."""

    id: str
    label: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    aliases: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    former: tuple[str, ...] = ()

    def called(self, lang: str) -> str:
        """The name in a language, else its own."""
        return self.names.get(lang, self.name)

    def spellings(self) -> dict[str, int]:
        """Every spelling with its best rank: as a name, an alias, a former name, an id."""
        found = dict.fromkeys((*self.redirects, self.id), _ID)
        found.update(dict.fromkeys(self.former, _FORMER))
        found.update(dict.fromkeys(self.aliases, _ALIAS))
        found.update(dict.fromkeys((*self.names.values(), self.name), _NAME))
        return found


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity found. ``score`` is 100 for its own name, ``matched`` the spelling that fits."""

    id: str
    name: str
    label: str
    score: float
    matched: str


class Names:
    """All names of all entities. The same table serves every store."""

    def __init__(self, entities: Iterable[Named]) -> None:
        """Make the table; two entities may share a name."""
        self._ids: dict[str, Named] = {}
        self._texts: list[str] = []
        self._ranks: list[int] = []
        self._owners: list[Named] = []
        self._first: dict[str, int] = {}
        self._more: dict[str, list[int]] = {}
        self._nearness = Nearness()
        for entity in entities:
            self._add(entity)

    @classmethod
    def read(cls, store: Store) -> "Names":
        """Read the names of every entity of a store."""
        former: dict[str, list[str]] = {}
        for row in store.read(_OTHERWISE_NAMED)[1]:
            former.setdefault(str(row["id"]), []).append(str(row["name"]))
        found = store.read(_ENTITIES)[1][0]["found"]
        rows = found if isinstance(found, list) else []
        return cls(_named(row, former) for row in rows)

    def search(
        self, text: str, limit: int = 20, label: str | None = None, lang: str = "en"
    ) -> list[Hit]:
        """Entities by any of their names, best first.

        Words may come in any order, be cut off or misspelt; the text itself, as a name, always
        comes first. ``label`` keeps entities of a label or of one below it.

        Raises:
            SchemaError: There is no such label.
        """
        if label:
            lineage(label)
        best: dict[str, Hit] = {}
        for score, position in self._scored(text.strip()):
            entity = self._owners[position]
            if entity.id not in best and (not label or is_a(entity.label, label)):
                matched = self._texts[position]
                best[entity.id] = Hit(entity.id, entity.called(lang), entity.label, score, matched)
                if len(best) == limit:
                    break
        return list(best.values())

    def one(self, text: str, label: str | None = None) -> str:
        """The id of the entity meant by an id, a redirect, a name or an alias.

        Nothing is guessed: a misspelt name is an error that says what is near. Of several, those
        of the label come first, then the exact spelling, then own names before aliases.

        Raises:
            QueryError: No entity is called so, or several are.
        """
        asked = text.strip()
        found = sorted(self._meant(asked), key=lambda each: each[0])
        if label:
            found = [each for each in found if is_a(each[1].label, label)] or found
        if not found:
            raise QueryError(f"no entity {_short(asked)!r}{self._near(asked, label)}")
        best = {each.id: each for rank, each in found if rank == found[0][0]}
        if len(best) > 1:
            listed = "; ".join(f"{each.id} ({each.name})" for each in best.values())
            raise QueryError(f"{_short(asked)!r} is the name of several, write the id: {listed}")
        return next(iter(best))

    def led(self, id_: str) -> str:
        """The id of what an entity was merged into, else the same id."""
        return self._ids[id_].id if id_ in self._ids else id_

    def _add(self, entity: Named) -> None:
        for id_ in (entity.id, *entity.redirects):
            self._ids[id_] = entity
        for text, rank in entity.spellings().items():
            parts = words(text)
            key = "".join(parts)
            position = len(self._texts)
            if self._first.setdefault(key, position) != position:
                self._more.setdefault(key, []).append(position)
            self._nearness.add(parts, len(key))
            self._texts.append(text)
            self._ranks.append(rank)
            self._owners.append(entity)

    def _exact(self, text: str) -> list[int]:
        """Spellings that differ from the text in nothing but punctuation, case and accents."""
        key = "".join(words(text))
        return [self._first[key], *self._more.get(key, ())] if key in self._first else []

    def _distance(self, text: str, position: int) -> int:
        """0 the same, 1 but for case and accents, 2 but for punctuation and spacing."""
        known = self._texts[position]
        if known == text:
            return 0
        return 1 if folded(known) == folded(text) else 2

    def _meant(self, text: str) -> Iterator[tuple[tuple[int, int], Named]]:
        """Entities that the text is a spelling of, each with its rank, lowest first."""
        if text in self._ids:
            yield (0, _TYPED_ID), self._ids[text]
        for position in self._exact(text):
            yield (self._distance(text, position), self._ranks[position]), self._owners[position]

    def _scored(self, text: str) -> list[tuple[float, int]]:
        """Every spelling near the text with its score, best first."""
        scores = {
            position: round(_NEARLY * likeness, 1)
            for position, likeness in self._nearness.near(words(text)).items()
        }
        for position in self._exact(text):
            scores[position] = 100 - self._distance(text, position) - self._ranks[position] / 4
        return sorted(((score, position) for position, score in scores.items()), key=self._order)

    def _order(self, scored: tuple[float, int]) -> tuple[float, int, str, str, str]:
        score, position = scored
        owner = self._owners[position]
        return -score, self._ranks[position], owner.name, owner.id, self._texts[position]

    def _near(self, text: str, label: str | None) -> str:
        """What may have been meant instead."""
        hits = self.search(text, limit=3, label=label) or self.search(text, limit=3)
        listed = [f"{hit.name} ({hit.id})" for hit in hits if hit.score > hits[0].score - _FAR]
        if not listed:
            return "; kg search finds entities by parts of their names"
        return f"; did you mean {', '.join(listed[:-1])}{' or ' if listed[1:] else ''}{listed[-1]}?"


def _named(row: Sequence[object], former: Mapping[str, Sequence[str]]) -> Named:
    id_, label, name, names, aliases, redirects = row
    pairs = (each.partition("=") for each in _list(names))
    return Named(
        id=str(id_),
        label=str(label),
        name=str(name),
        names={lang: text for lang, _, text in pairs},
        aliases=_list(aliases),
        redirects=_list(redirects),
        former=tuple(former.get(str(id_), ())),
    )


def _list(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}..."
