"""Other names of authorities: ``authorities.py NSI MISP authorities.csv``.

Reads the unpacked npm package name-suggestion-index (operators of police stations, prisons, courts
and offices in nine countries, and the labels of Wikidata beside them), the unpacked wheel
pymispgalaxies (intelligence agencies), and what was read by hand on public pages
(``authorities_read.csv``). Every row was looked at; what is no name of that body is refused in
``authorities_refused.csv``, with the reason. A refusal that refuses nothing, and a row that its
source does not have, stop the script.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
COLUMNS = (
    *("wikidata", "country", "level", "kind", "name", "alias", "language", "alias_kind"),
    *("source", "locator"),
)
COUNTRIES = ("BE", "NL", "FR", "DE", "ES", "GB", "IT", "CH", "AT")
KINDS = {
    "operators/amenity/police": "police",
    "operators/amenity/prison": "prisons",
    "operators/amenity/courthouse": "courts",
    "operators/office/government": "office",
    "operators/landuse/military": "military",
    "brands/office/government": "office",
}
NSI = "name-suggestion-index 8.0.20260918"
LABEL = f"Wikidata label in {NSI}"
MISP = "MISP galaxy in pymispgalaxies 1.1.1"
AGENCIES = "pymispgalaxies/data/misp-galaxy/clusters/intelligence-agencies.json"
LANGUAGES = ("nl", "fr", "es", "de", "it", "en", "ca", "eu", "cy")
FORMER = (
    *("pôle emploi", "wiltshire constabulary", "her majestys prison service"),
    "her majesty's courts and tribunals service",
)
CORRECTED = {
    "Q1469956": {"level": "national", "kind": "ministry"},
    "Q1714336": {"kind": "ministry"},
    "Q509816": {"kind": "ministry"},
    "Q3181035": {"kind": "ministry"},
    "Q180171": {"kind": "ministry"},
    "Q272969": {"kind": "intelligence"},
    "Q41775926": {"level": "regional"},
    "Q3751422": {"level": "regional"},
    "Q3773976": {"kind": "office"},
}
"""What the categories of mappers get wrong of a body: they sort what it runs."""
LOCAL = ("Ayuntamiento", "Ajuntament", "Mairie", "Ville", "Stadt", "Gemeente", "Hansestadt")
SHORTEST = 4
"""Acronyms of fewer letters are many things': DJI makes drones, too."""

Row = dict[str, str]


def main(nsi: Path, misp: Path, target: Path) -> None:
    """Put the sources together, leave out what is refused, and write the table."""
    found = [*_of_operators(nsi), *_of_agencies(misp, list(_read("authorities_read.csv")))]
    counted: Counter[str] = Counter()
    rows = {_key(row): row for row in reversed(list(_kept(_as_one(found), counted)))}
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows[key] for key in sorted(rows))
    bodies = len({(row["country"], row["name"]) for row in rows.values()})
    told = "; ".join(f"{count} {reason}" for reason, count in counted.most_common())
    sys.stderr.write(f"{len(rows)} names of {bodies} bodies; left out: {told}\n")


def _of_operators(package: Path) -> Iterator[Row]:
    """The names that mappers and Wikidata give to the operators of the categories."""
    trees = json.loads((package / "dist/json/nsi.json").read_text("utf-8"))["nsi"]
    labels = json.loads((package / "dist/wikidata/wikidata.json").read_text("utf-8"))["wikidata"]
    for category, kind in KINDS.items():
        for item in trees[category]["items"]:
            where = [str(place) for place in item["locationSet"]["include"]]
            country = where[0][:2].upper()
            if country in COUNTRIES:
                yield from _of_item(item, (category, kind, country, where), labels)


def _of_item(
    item: Mapping[str, Any], about: tuple[str, str, str, list[str]], labels: Mapping[str, Any]
) -> Iterator[Row]:
    category, kind, country, where = about
    tags = item["tags"]
    role = "brand" if category.startswith("brands") else "operator"
    name = _own_name(tags, role)
    wikidata = tags.get(f"{role}:wikidata", "")
    level = "national" if country.lower() in where else "regional"
    body = {"wikidata": wikidata, "country": country, "kind": kind, "name": name}
    body["level"] = "local" if name.startswith(LOCAL) else level
    body |= CORRECTED.get(wikidata, {})
    fields = [(f"{role}:{language}", language) for language in LANGUAGES]
    named = [(tags[field], language, field) for field, language in fields if field in tags]
    named += [(tags["operator:short"], "", "operator:short")] if "operator:short" in tags else []
    named += [(text, "", "matchNames") for text in item.get("matchNames", ())]
    for alias, language, field in named:
        yield body | _alias(alias, language, field, NSI, f"{category} {item['id']} {field}")
    if label := labels.get(wikidata, {}).get("label"):
        yield body | _alias(label, "en", "label", LABEL, wikidata)


def _own_name(tags: Mapping[str, str], role: str) -> str:
    """What it is called; of one that has its name in several languages at once, the first."""
    variants = [tags[key] for language in LANGUAGES if (key := f"{role}:{language}") in tags]
    own = tags[role]
    return own if own in variants or not variants else variants[0]


def _alias(alias: str, language: str, field: str, source: str, locator: str) -> Row:
    is_short = field.endswith("short") or " " not in alias
    is_acronym = is_short and (alias.isupper() or (field == "matchNames" and len(alias) <= 5))
    is_acronym = is_acronym or (is_short and sum(map(str.isupper, alias)) > len(alias) / 2)
    kind = "acronym" if is_acronym else "former" if alias in FORMER else "name"
    return {
        "alias": alias,
        "language": language,
        "alias_kind": kind,
        "source": source,
        "locator": locator,
    }


def _of_agencies(wheel: Path, rows: list[Row]) -> Iterator[Row]:
    """What was read by hand; of the agencies each name has to stand in its entry."""
    entries = json.loads((wheel / AGENCIES).read_text("utf-8"))["values"]
    texts = {one["uuid"]: json.dumps(one, ensure_ascii=False) for one in entries}
    for row in rows:
        if row["source"] == MISP and row["alias"] not in texts.get(row["locator"], ""):
            raise SystemExit(f"{row['alias']!r} does not stand in {row['locator']}")
        yield {column: row[column] for column in COLUMNS}


def _as_one(found: list[Row]) -> Iterator[Row]:
    """The rows of one Wikidata item under its first name; its other names are aliases."""
    first: dict[str, Row] = {}
    for row in found:
        body = first.setdefault(row["wikidata"] or f"{row['country']} {row['name']}", row)
        same = {column: body[column] for column in ("level", "kind", "name")}
        if row["name"] != body["name"]:
            yield row | same | {"alias": row["name"], "alias_kind": "name", "language": ""}
        yield row | same


def _kept(found: Iterator[Row], counted: Counter[str]) -> Iterator[Row]:
    """What is left without refusals, short acronyms, and the name itself once more."""
    refused = {(one["wikidata"], one["alias"]): one["reason"] for one in _read_refused()}
    used = set()
    for row in found:
        every = (row["wikidata"], "*")
        own = (row["wikidata"], row["alias"])
        if why := next((key for key in (every, own) if key in refused), None):
            used.add(why)
            counted[refused[why]] += 1
        elif row["alias"].casefold() == row["name"].casefold():
            continue
        elif row["alias_kind"] == "acronym" and len(row["alias"]) < SHORTEST:
            counted["acronyms of two or three letters"] += 1
        else:
            yield row | {"wikidata": "" if (row["wikidata"], "") in refused else row["wikidata"]}
    used |= {key for key in refused if key[1] == ""}
    if stale := sorted(refused.keys() - used):
        raise SystemExit(f"refusals that refuse nothing: {stale}")


def _key(row: Row) -> tuple[str, str, str]:
    return row["country"], row["name"], row["alias"].casefold()


def _read_refused() -> Iterator[Row]:
    return _read("authorities_refused.csv")


def _read(name: str) -> Iterator[Row]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
