"""Names that a source gives to a body besides its own: authorities, and vendors of data/.

``Bavarian Police`` is Polizei Bayern, ``Belgacom`` Proximus. The same letters may be another body's
elsewhere, so that a name is looked up in its country only, and one that two bodies of a country
have, or that is an acronym of two or three letters, is nobody's.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.resolve.names import Name, parsed
from kg.resolve.record import Record
from kg.resolve.tiers import says_enough
from kg.resources import folder
from kg.spelling import folded, words

SHORTEST = 4
"""Acronyms of fewer letters stand for many things: DJI is an agency, and makes drones."""
_BODY, _FIRM = "body", "Company"
_FORMS = frozenset(["ab", "ag", "bv", "gmbh", "inc", "llc", "ltd", "nv", "plc", "sa", "se", "spa"])


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a body: the one in the table, how a source writes this one, and which source.

    ``forms`` are the legal forms that a firm is known to have. ``is_shared`` where a thing of
    another kind is called so: then the form has to say that the firm is meant.
    """

    body: str
    of: str
    name: str
    source: str
    is_firm: bool = False
    forms: frozenset[str] = frozenset()
    is_shared: bool = False

    def fits(self, name: Name) -> bool:
        """Whether the legal form of a name speaks for this body, or not against it."""
        if not name.form or name.form.is_kept:
            return not self.is_shared
        return self.is_firm and (not self.forms or name.form.short in self.forms)


class _Row(NamedTuple):
    """A name as a table has it."""

    country: str
    body: str
    of: str
    name: str
    source: str
    is_firm: bool = False
    is_shared: bool = False


class Aliases:
    """The names by country; those of a country are taken apart when it is first asked for."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        """Keep the rows."""
        self._rows: dict[str, list[_Row]] = {}
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


def _parsed(rows: Sequence[_Row]) -> dict[str, Alias]:
    """The names of a country, squeezed; without those of two bodies."""
    found: dict[str, Alias | None] = {}
    forms: dict[str, set[str]] = {}
    for row in rows:
        if row.is_firm and (form := parsed(row.name, row.country).form):
            forms.setdefault(row.body, set()).add(form.short)
    for row in rows:
        name = parsed(row.name, row.country)
        if not _tells(name, row):
            continue
        own = frozenset(forms.get(row.body, ()))
        told = row.body, row.of, row.name, row.source
        alias = Alias(*told, row.is_firm, own, row.is_shared)
        other = found.setdefault(name.squeezed, alias)
        if other is None or other.body != row.body:
            found[name.squeezed] = None
    return {squeezed: alias for squeezed, alias in found.items() if alias}


def _tells(name: Name, row: _Row) -> bool:
    if name.is_acronym:
        return not row.is_firm and len(name.squeezed) >= SHORTEST
    return not row.is_firm or says_enough(name, row.country)


@cache
def aliases() -> Aliases:
    """What is shipped."""
    return Aliases([*_authorities(), *_firms(list(_table("entities.csv")))])


def _authorities() -> Iterator[_Row]:
    for row in _table("aliases/authorities.csv"):
        country, of = row["country"], row["name"]
        source = f"{row['source']}, {row['locator']}"
        for text in (of, row["alias"]):
            yield _Row(country, f"{country} {of}", of, text, source)


def _firms(entities: Sequence[dict[str, str]]) -> Iterator[_Row]:
    """Vendors with a name that has no word of their own name: most often a former one."""
    owners: dict[str, set[tuple[str, str]]] = {}
    for row in entities:
        for text in (row["name"], *filter(None, row["aliases"].split("|"))):
            owners.setdefault(_bare(text), set()).add((row["label"], row["id"]))
    for row in entities:
        country, of = row["country"], row["name"]
        if row["label"] != _FIRM or len(country) != len("BE") or "collective=" in row["notes"]:
            continue
        others = [text for text in row["aliases"].split("|") if text and _is_another(text, of)]
        for text in (of, *others) if others else ():
            told = owners[_bare(text)] - {(_FIRM, row["id"])}
            if not any(label == _FIRM for label, _ in told):
                source = f"data/entities.csv, {row['id']}"
                yield _Row(country, row["id"], of, text, source, True, bool(told))


def _is_another(text: str, own: str) -> bool:
    return set(words(folded(text))).isdisjoint(words(folded(own)))


def _bare(text: str) -> str:
    """A name without blanks and its usual legal forms, in small letters."""
    found = words(folded(text))
    return "".join(word for word in found if word not in _FORMS) or "".join(found)


def _table(name: str) -> Iterator[dict[str, str]]:
    with (folder("data") / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
