"""FollowTheMoney's schemata, names and types only: ``python ftm.py schema/ model.toml``.

Reads the folder of YAML files of the ``followthemoney`` package. Texts, labels and what only a
search index needs are left behind.
"""

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HEAD = """\
# The schemata of FollowTheMoney: names, types and ranges, made by benchmarks/reference/ftm.py
# from the package followthemoney (MIT licence, OCCRP and others). A property is name:type, and
# name:Schema where it names another entity.
"""


def main(folder: Path, target: Path) -> None:
    """Read the schemata and write the table."""
    parts = [HEAD]
    for path in sorted(folder.glob("*.y*ml")):
        for name, raw in yaml.safe_load(path.read_text("utf-8")).items():
            parts.append("\n".join([f"[{name}]", *_lines(raw)]) + "\n")
    target.write_text("\n".join(parts), "utf-8")


def _lines(raw: dict[str, Any]) -> Iterator[str]:
    for key in ("extends", "required"):
        if raw.get(key):
            yield f"{key} = {_list(raw[key])}"
    if edge := raw.get("edge"):
        yield f"edge = {_list([edge['source'], edge['target']])}"
    for flag in ("abstract", "deprecated"):
        if raw.get(flag):
            yield f"{flag} = true"
    properties = " ".join(_property(*pair) for pair in raw.get("properties", {}).items())
    if properties:
        yield 'properties = """\n' + textwrap.fill(properties, 100) + '"""'


def _property(name: str, raw: dict[str, Any] | None) -> str:
    type_ = (raw or {}).get("type", "string")
    return f"{name}:{raw.get('range', 'Thing') if raw and type_ == 'entity' else type_}"


def _list(names: list[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
