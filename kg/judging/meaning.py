"""Which entity a person means who judges: the merged one, or one of those that it is made of."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from kg.dossier import Dossier
from kg.reading.names import Named, Names
from kg.statements import Entity


class Meant:
    """Entities of a dossier by id, name or alias, as every command takes them."""

    def __init__(self, dossier: Dossier) -> None:
        """Look in a dossier; the tables of names are made when first needed."""
        self._dossier = dossier

    def whole(self, text: str) -> str:
        """The id of an entity as it stands in the graph; what was merged leads to it.

        Raises:
            QueryError: No entity is called so, or several are.
        """
        asked = text.strip()
        head = self._dossier.clusters.head(asked)
        return head if head in self._dossier.entities else self._wholes.one(asked)

    def part(self, text: str) -> str:
        """The id of an entity as it was before merging.

        Raises:
            QueryError: No entity is called so, or several are.
        """
        asked = text.strip()
        return asked if asked in self._dossier.unmerged else self._parts.one(asked)

    @cached_property
    def _wholes(self) -> Names:
        return Names(self._named(self._dossier.entities, self._dossier.clusters.members()))

    @cached_property
    def _parts(self) -> Names:
        return Names(self._named(self._dossier.unmerged, {}))

    def _named(
        self, entities: Mapping[str, Entity], redirects: Mapping[str, tuple[str, ...]]
    ) -> Iterable[Named]:
        otherwise: dict[str, list[str]] = {}
        for said in self._dossier.statements:
            if said.predicate == "NAMED" and said.text:
                for id_ in {said.subject, self._dossier.clusters.head(said.subject)}:
                    otherwise.setdefault(id_, []).append(said.text)
        for id_, entity in entities.items():
            yield Named(
                id=id_,
                label=entity.label,
                name=entity.name,
                names=dict(entity.names),
                aliases=entity.aliases,
                redirects=redirects.get(id_, ()),
                former=tuple(otherwise.get(id_, ())),
            )
