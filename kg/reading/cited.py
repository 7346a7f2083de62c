"""The claims that rows rest on, with everything a source note prints."""

from collections.abc import Iterable, Mapping

from kg.store.bolt import Store

_CITED = """
MATCH (c:Claim)-[cites:CITES]->(s:Source)
WHERE c.id IN $ids
OPTIONAL MATCH (c)-[:INVOLVES {as: 'said_by'}]->(who:Entity)
RETURN c.id AS id, c.says AS says, c.certainty AS certainty, c.said_by AS said_by, who,
       c.locator AS locator, s.id AS source, s.title AS title, s.publisher AS publisher,
       s.published AS published, s.read AS read, s.url AS url
ORDER BY c.id
"""


def cited(store: Store, ids: Iterable[str], lang: str = "en") -> dict[str, dict[str, object]]:
    """What to print of each claim, by id; ``said_by_name`` is the asserter's printable name."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    _, rows = store.read(_CITED, {"ids": wanted})
    return {str(row["id"]): _named(row, lang) for row in rows}


def name_of(props: Mapping[str, object], lang: str) -> str:
    """What a node is called: in a language, or as it calls itself; a source by its title."""
    for key in (f"name_{lang}", "name", "title", "id"):
        if props.get(key):
            return str(props[key])
    return ""


def _named(row: Mapping[str, object], lang: str) -> dict[str, object]:
    who = row["who"]
    known = {key: value for key, value in row.items() if key != "who"}
    asserter = name_of(dict(who), lang) if isinstance(who, Mapping) else row["said_by"] or ""
    return {**known, "said_by_name": asserter}
