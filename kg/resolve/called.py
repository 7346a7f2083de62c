"""How authorities and vendors are called besides, row by row, as the tables of data/ have it."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.resources import folder
from kg.spelling import folded, words

_FIRM = "Company"
_PUBLIC = frozenset(
    [
        *("PublicBody", "PoliceForce", "Intelligence", "Court", "Oversight", "Prison"),
        "Municipality",
    ]
)
_FORMS = frozenset(["ab", "ag", "bv", "gmbh", "inc", "llc", "ltd", "nv", "plc", "sa", "se", "spa"])


class Row(NamedTuple):
    """A name as a table has it.

    ``is_spelling`` tells one that only shows which entity an authority is: it says too little to be
    looked up.
    """

    country: str
    body: str
    of: str
    name: str
    source: str
    is_firm: bool = False
    is_shared: bool = False
    is_entity: bool = False
    is_spelling: bool = False


def rows() -> Iterator[Row]:
    """All that is shipped: authorities first, then the bodies of data/, then vendors."""
    entities = list(_table("entities.csv"))
    yield from _authorities()
    yield from _bodies(entities)
    yield from _firms(entities)


def _authorities() -> Iterator[Row]:
    for row in _table("aliases/authorities.csv"):
        country, of = row["country"], row["name"]
        source = f"{row['source']}, {row['locator']}"
        for text in (of, row["alias"]):
            yield Row(country, f"{country} {of}", of, text, source)


def _bodies(entities: Sequence[dict[str, str]]) -> Iterator[Row]:
    """The bodies of data/ under their names in other languages, and other spellings."""
    for row in entities:
        country, of = row["country"], row["name"]
        if row["label"] in _PUBLIC and len(country) == len("BE") and not _is_vague(row):
            names = [pair.partition("=")[2] for pair in row["names"].split("|")]
            every = dict.fromkeys(filter(None, [of, *names, *row["aliases"].split("|")]))
            named = Row(country, row["id"], of, of, f"data/entities.csv, {row['id']}")
            for text in every:
                is_spelling = text != of and text not in names
                yield named._replace(name=text, is_entity=True, is_spelling=is_spelling)


def _is_vague(row: Mapping[str, str]) -> bool:
    return "collective=" in row["notes"] or "unnamed=" in row["notes"]


def _firms(entities: Sequence[dict[str, str]]) -> Iterator[Row]:
    """Vendors with a name that has no word of their own name: most often a former one."""
    owners: dict[str, set[tuple[str, str]]] = {}
    for row in entities:
        for text in (row["name"], *filter(None, row["aliases"].split("|"))):
            owners.setdefault(_bare(text), set()).add((row["label"], row["id"]))
    for row in entities:
        country, of = row["country"], row["name"]
        if row["label"] != _FIRM or len(country) != len("BE") or _is_vague(row):
            continue
        others = [text for text in row["aliases"].split("|") if text and _is_another(text, of)]
        for text in (of, *others) if others else ():
            told = owners[_bare(text)] - {(_FIRM, row["id"])}
            if not any(label == _FIRM for label, _ in told):
                source = f"data/entities.csv, {row['id']}"
                yield Row(country, row["id"], of, text, source, True, bool(told))


def _is_another(text: str, own: str) -> bool:
    return set(words(folded(text))).isdisjoint(words(folded(own)))


def _bare(text: str) -> str:
    """A name without blanks and its usual legal forms, in small letters."""
    found = words(folded(text))
    return "".join(word for word in found if word not in _FORMS) or "".join(found)


def _table(name: str) -> Iterator[dict[str, str]]:
    with (folder("data") / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
