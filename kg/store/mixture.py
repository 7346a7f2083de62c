"""Whether a server holds one case alone: queries read all that carries our labels.

Two cases may use one id for two things, and others may call their nodes Company too. An answer from
all of them would tie together what no source ties.
"""

from kg.schema import labels
from kg.store.bolt import Store

_SEVERAL = "{name} holds several cases ({found}), and an answer would mix them"
_STRANGE = "{name} holds nodes labelled {found} of somebody else, and an answer would mix them in"


def mixture(store: Store) -> str:
    """What an answer from this server would mix, in a line; nothing if it holds one case alone."""
    ours = "|".join(f"`{label}`" for label in sorted(labels()))
    rows = store.read(f"MATCH (n:{ours}) RETURN DISTINCT n.case_name AS name")[1]
    names = {row["name"] for row in rows}
    cases = sorted(str(name) for name in names if name is not None)
    if len(cases) > 1:
        return _SEVERAL.format(name=store.name, found=", ".join(cases))
    if None in names:
        return _STRANGE.format(name=store.name, found=", ".join(_strange(store, ours)))
    return ""


def _strange(store: Store, ours: str) -> list[str]:
    text = f"MATCH (n:{ours}) WHERE n.case_name IS NULL UNWIND labels(n) AS label"
    rows = store.read(f"{text} RETURN DISTINCT label ORDER BY label")[1]
    return [str(row["label"]) for row in rows if row["label"] in labels()]
