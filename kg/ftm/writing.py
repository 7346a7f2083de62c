"""The graph as FollowTheMoney JSON lines, for Aleph and its kin, and for coming back unchanged.

Entities are things, sources documents, and each claim a link of its own with its page and source.
A claim in words is a note. What FollowTheMoney has no word for stands whole under the key ``kg``,
which its tools carry along; ``kg ingest`` reads it again.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg.ftm.model import schema, schemata
from kg.ftm.returning import claim_fields, entity_fields, source_fields
from kg.identifiers import slug
from kg.schema import labels, lineage, predicates
from kg.statements import digest

Props = Mapping[str, Any]
Values = dict[str, list[str]]

_LONGEST = {"name": 384, "text": 65_000, "url": 4096, "identifier": 64, "address": 250}
_STRING = 1024
_SAFE = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.\-]*[0-9a-zA-Z])?")
_PAGE = re.compile(r"\bp\.? ?([0-9]+)")
_NUMBERS = {
    "lei": "leiCode",
    "vat": "vatCode",
    "duns": "dunsCode",
    "uei": "uniqueEntityId",
    "wikidata": "wikidataId",
}
_OTHERWISE = "Asset"
_PLACE = "Address"
_CODES = """
bg:bul ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa et:est eu:eus fi:fin fr:fra ga:gle gl:glg
he:heb hr:hrv hu:hun it:ita lt:lit lv:lav mk:mkd mt:mlt nl:nld no:nor pl:pol pt:por ro:ron ru:rus
sk:slk sl:slv sq:sqi sr:srp sv:swe tr:tur uk:ukr"""
_LANGUAGES = dict(pair.split(":") for pair in _CODES.split())
"""Three letters for two."""


def lines(graph: Mapping[str, list[Any]]) -> Iterator[str]:
    """The graph, as ``kg.reading.whole.everything`` reads it, an entity of theirs a line."""
    kinds = {one["id"]: ftm_schema(one["label"]) for one in graph["entities"]}
    sources = {one["id"]: one for one in graph["sources"]}
    contracts = _authorities(graph["claims"], kinds)
    yield from (_line(_thing(one, contracts)) for one in graph["entities"])
    yield from (_line(_document(one)) for one in graph["sources"])
    yield from (_line(_claim(one, kinds, sources)) for one in graph["claims"])
    yield from map(_line, _documentation(graph["claims"], kinds))


def ftm_schema(label: str) -> str:
    """The schema of a label: its own, or that of the nearest above it that is no abstraction."""
    if label == "Place":
        return _PLACE
    for name in lineage(label):
        found = labels()[name].ftm
        if found and not schemata()[found].is_abstract:
            return found
    return _OTHERWISE


def _thing(one: Props, authorities: Mapping[str, list[str]]) -> dict[str, Any]:
    kind = ftm_schema(one["label"])
    names = [one["name"], *(text.partition("=")[2] for text in one.get("names", ()))]
    values: Values = {
        "name": [one["name"]],
        "alias": [*names[1:], *one.get("aliases", ())],
        "country": [code.lower() for code in one.get("country", ())],
        "notes": [one["notes"]] if one.get("notes") else [],
        "keywords": [labels()[one["label"]].names["en"]],
        "title": [one["name"]],
        "full": [one["name"]],
        "position": [one["public_basis"]] if one.get("public_basis") else [],
        "authority": authorities.get(one["id"], []),
    }
    for text in one.get("ids", ()):
        scheme, _, number = text.partition(":")
        values.setdefault(_NUMBERS.get(scheme, "registrationNumber"), []).append(number)
    if kind == "Person":
        del values["title"]
    return _entity(one["id"], kind, values, {"entity": entity_fields(one)})


def _document(one: Props) -> dict[str, Any]:
    values: Values = {
        "title": [one["title"]],
        "fileName": [one["id"]],
        "sourceUrl": [one["url"]] if one.get("url") else [],
        "publisher": [one.get("publisher", "")],
        "publishedAt": [one["published"]] if one.get("published") else [],
        "language": [_LANGUAGES[code] for code in [one.get("language", "")] if code in _LANGUAGES],
        "keywords": [one["kind"]] if one.get("kind") else [],
    }
    return _entity(_document_id(one["id"]), "Document", values, {"source": source_fields(one)})


def _claim(one: Props, kinds: Mapping[str, str], sources: Mapping[str, Props]) -> dict[str, Any]:
    source = sources[one["source"]]
    values: Values = {
        "sourceUrl": [_page(source.get("url", ""), one.get("locator", ""))],
        "publisher": [source.get("publisher", "")],
        "proof": [_document_id(one["source"])],
        "summary": [one.get("says", "")],
        "recordId": [one.get("locator", "")],
    }
    own = {"claim": claim_fields(one)}
    if "object" not in one:
        values |= {"name": [one.get("says") or one["id"]], "entity": [one["subject"]]}
        return _entity(one["id"], "Note", values, own)
    kind, more = _link(one, kinds)
    values |= more | {
        "startDate": [one.get("since", "")],
        "endDate": [one.get("until", "")],
        "date": [one.get("date", "")],
        "status": [one.get("status", "")],
    }
    return _entity(one["id"], kind, values, own)


def _link(one: Props, kinds: Mapping[str, str]) -> tuple[str, Values]:
    """The link that carries a claim, and what of it goes into properties of its own."""
    rule = _rules().get(one["predicate"])
    if rule and _joins(rule, kinds[one["subject"]], kinds[one["object"]]):
        values = {
            property_: [_written(one[key])]
            for key, property_ in rule.items()
            if key not in ("schema", "from", "to") and key in one
        }
        ends = {rule["from"]: [one["subject"]], rule["to"]: [one["object"]]}
        return rule["schema"], values | ends
    role = one.get("relation") or predicates()[one["predicate"]].names["en"]
    role += f" ({one['role']})" if one.get("role") else ""
    return "UnknownLink", {"role": [role], "subject": [one["subject"]], "object": [one["object"]]}


def _joins(rule: Mapping[str, str], subject: str, object_: str) -> bool:
    properties = schema(rule["schema"]).properties
    return all(
        schemata()[kind].is_a(properties[rule[end]].range)
        for end, kind in (("from", subject), ("to", object_))
    )


def _documentation(claims: list[Props], kinds: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Which document speaks of which thing, and on which pages."""
    pages: dict[tuple[str, str], dict[str, None]] = {}
    for one in claims:
        for end in (one["subject"], one.get("object", "")):
            if end in kinds:
                pages.setdefault((one["source"], end), {})[one.get("locator", "")] = None
    for (source, entity), locators in sorted(pages.items()):
        values = {
            "document": [_document_id(source)],
            "entity": [entity],
            "role": ["evidence"],
            "summary": ["; ".join(filter(None, locators))],
        }
        id_ = f"documentation-{digest(source, entity)}"
        yield _entity(id_, "Documentation", values, {"documentation": source})


def _authorities(claims: list[Props], kinds: Mapping[str, str]) -> dict[str, list[str]]:
    """Who awarded a contract or put out a tender, for the property that says so."""
    found: dict[str, list[str]] = {}
    for one in claims:
        is_award = one["predicate"] in ("AWARDED", "TENDERED") and "object" in one
        if is_award and schemata()[kinds[one["subject"]]].is_a("LegalEntity"):
            found.setdefault(one["object"], []).append(one["subject"])
    return found


def _entity(id_: str, kind: str, values: Values, own: dict[str, Any]) -> dict[str, Any]:
    """With the properties that the schema has, each value once and not too long for its type."""
    known = schema(kind).properties
    properties = {}
    for name, held in sorted(values.items()):
        if name in known:
            is_id = known[name].type == "entity"
            texts = map(safe_id, held) if is_id else held
            if kept := _kept(texts, _LONGEST.get(known[name].type, _STRING)):
                properties[name] = kept
    return {"id": safe_id(id_), "schema": kind, "properties": properties, "kg": own}


def safe_id(id_: str) -> str:
    """An id as FollowTheMoney takes it: letters, digits, points and hyphens."""
    return id_ if _SAFE.fullmatch(id_) or not id_ else f"{slug(id_) or 'id'}-{digest(id_)}"


def _kept(values: Iterable[str], longest: int) -> list[str]:
    return list(dict.fromkeys(value[:longest] for value in values if value))


def _document_id(source: str) -> str:
    return f"source-{source}"


def _page(url: str, locator: str) -> str:
    page = _PAGE.search(locator)
    return f"{url}#page={page[1]}" if url and page and "#" not in url else url


def _written(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return "; ".join(value) if isinstance(value, list) else str(value)


def _line(entity: dict[str, Any]) -> str:
    return json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n"


@cache
def _rules() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = tomllib.loads(
        Path(__file__).with_name("links.toml").read_text("utf-8")
    )
    return found
