"""Names that a source gives to a body besides its own: of authorities and vendors.

``Bavarian Police`` is Polizei Bayern, ``Belgacom`` Proximus. The same letters may be another body's
elsewhere, so that a name is looked up in its country only, and one that two bodies of a country
have, or that is an acronym of two or three letters, is nobody's.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kg.resolve.called import Row, rows
from kg.resolve.names import Name, parsed
from kg.resolve.record import Record
from kg.resolve.tiers import says_enough

SHORTEST = 4
"""Acronyms of fewer letters stand for many things: DJI is an agency, and makes drones."""
_BODY = "body"


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a body: the one in the table, how a source writes this one, and which source.

    ``forms`` are the legal forms that a firm is known to have. ``is_shared`` where a thing of
    another kind is called so: then the form has to say that the firm is meant. ``is_entity`` tells
    an office that is known from data/ alone.
    """

    body: str
    of: str
    name: str
    source: str
    is_firm: bool = False
    forms: frozenset[str] = frozenset()
    is_shared: bool = False
    is_entity: bool = False

    def fits(self, name: Name) -> bool:
        """Whether the legal form of a name speaks for this body, or not against it."""
        if not name.form or name.form.is_kept:
            return not self.is_shared
        return self.is_firm and (not self.forms or name.form.short in self.forms)


class Aliases:
    """The names by country; those of a country are taken apart when it is first asked for."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Keep the rows."""
        self._rows: dict[str, list[Row]] = {}
        for row in rows:
            self._rows.setdefault(row.country, []).append(row)
        self._known: dict[str, dict[str, Alias]] = {}

    def of(self, record: Record) -> Alias | None:
        """The body that a record's names are those of, if it is one; with the name that says so."""
        known = self._known.get(record.country)
        if known is None:
            known = self._known[record.country] = _parsed(self._rows.get(record.country, ()))
        if not record.aliases and record.name.squeezed not in known:
            return None
        found = [
            alias
            for name in record.all_names()
            if (alias := known.get(name.squeezed)) and alias.fits(name)
        ]
        is_one = bool(found) and all(alias.body == found[0].body for alias in found)
        return found[0] if is_one and record.kind in ("", _BODY) else None


def _parsed(rows: Sequence[Row]) -> dict[str, Alias]:
    """The names of a country, squeezed; without those of two bodies."""
    found: dict[str, Alias | None] = {}
    named = [(row, parsed(row.name, row.country)) for row in rows]
    forms: dict[str, set[str]] = {}
    for row, name in named:
        if row.is_firm and name.form:
            forms.setdefault(row.body, set()).add(name.form.short)
    same = _same(named)
    for row, name in named:
        if row.is_spelling or not _tells(name, row):
            continue
        body = same.get(row.body, row.body)
        own = frozenset(forms.get(row.body, ()))
        alias = Alias(
            body, row.of, row.name, row.source, row.is_firm, own, row.is_shared, row.is_entity
        )
        other = found.setdefault(name.squeezed, alias)
        if other is None or other.body != body:
            found[name.squeezed] = None
    return {squeezed: alias for squeezed, alias in found.items() if alias}


def _same(named: Sequence[tuple[Row, Name]]) -> dict[str, str]:
    """Entities of data/ that are an authority of the table: they share a name, and no other does.

    Two entities that share names with one authority may be two; it is then neither.
    """
    owner = {name.squeezed: row.body for row, name in named if not row.is_entity}
    met: dict[str, set[str]] = {}
    for row, name in named:
        if row.is_entity and name.squeezed in owner:
            met.setdefault(row.body, set()).add(owner[name.squeezed])
    alone = {entity: min(bodies) for entity, bodies in met.items() if len(bodies) == 1}
    count = Counter(alone.values())
    return {entity: body for entity, body in alone.items() if count[body] == 1}


def _tells(name: Name, row: Row) -> bool:
    if name.is_acronym:
        return not row.is_firm and not row.is_entity and len(name.squeezed) >= SHORTEST
    return not (row.is_firm or row.is_entity) or says_enough(name, row.country)


@cache
def aliases() -> Aliases:
    """What is shipped."""
    return Aliases(rows())
