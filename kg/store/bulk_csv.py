"""CSV files for ``neo4j-admin database import full``, the fastest way into an empty Neo4j 5.

One file of nodes per id space and one of relationships per pair of spaces. Where nodes disagree on
the type of a property there are several, since a column of an import has one type. Format:
Neo4j Operations Manual 5, "Import", "CSV header format".
"""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.graph.model import Edge, Graph, Node, Value
from kg.store.neo4j_load import index_statements
from kg.store.target import SPACES

_TYPES: dict[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}
_DELIMITERS = [*range(0x1F, 0x1B, -1), *range(0xE000, 0xF900)]
"""Characters that no text should hold: information separators, then the private use area."""
_BUFFER = 4_194_304
_FLAGS = ("--id-type=string", "--multiline-fields=true", "--strict=true", "--bad-tolerance=0")


@dataclass(frozen=True, slots=True)
class _Record:
    """A line to be: the cells that are not properties, and the properties."""

    fixed: tuple[str, ...]
    props: dict[str, Value]


def write(graph: Graph, case_name: str, folder: Path) -> list[str]:
    """Write the files into a folder; return the commands that import them, in order.

    The same graph gives the same bytes. The import makes a new database and refuses one that holds
    data, so nobody's data can be lost.
    """
    between = _delimiter([case_name, *_texts(graph)])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        nodes = list(_write_nodes(graph, case_name, folder, between))
        edges = list(_write_edges(graph, folder, between))
        indexes = folder / "indexes.cypher"
        indexes.write_text("".join(f"{line};\n" for line in index_statements()), "utf-8")
    except OSError as error:
        raise StoreError(f"{folder}: the files cannot be written ({error.strerror})") from error
    arguments = [
        *(f"--nodes={path.name}" for path in nodes),
        *(f"--relationships={path.name}" for path in edges),
        f"--array-delimiter=U+{ord(between):04X}",
        f"--read-buffer-size={_buffer(_texts(graph))}",
        "--report-file=import.report",
        *_FLAGS,
    ]
    return [
        shlex.join(["cd", str(folder)]),
        shlex.join(["neo4j-admin", "database", "import", "full", "neo4j", *arguments]),
        "neo4j start",
        "cypher-shell -d neo4j -f indexes.cypher",
    ]


def _write_nodes(graph: Graph, case_name: str, folder: Path, between: str) -> Iterator[Path]:
    for space in SPACES:
        records = [_node(node, case_name, between) for node in graph.space(space)]
        fixed = (f"id:ID({space})", ":LABEL")
        yield from _write(records, fixed, folder / f"nodes-{space.lower()}", between)


def _write_edges(graph: Graph, folder: Path, between: str) -> Iterator[Path]:
    for start in SPACES:
        for end in SPACES:
            records = [
                _edge(edge) for edge in graph.edges if (edge.start[0], edge.end[0]) == (start, end)
            ]
            fixed = (f":START_ID({start})", f":END_ID({end})", ":TYPE")
            stem = folder / f"relationships-{start.lower()}-{end.lower()}"
            yield from _write(records, fixed, stem, between)


def _node(node: Node, case_name: str, between: str) -> _Record:
    props = {key: value for key, value in node.props.items() if key != "id"}
    return _Record((node.ref[1], between.join(node.labels)), {**props, "case_name": case_name})


def _edge(edge: Edge) -> _Record:
    return _Record((edge.start[1], edge.end[1], edge.type), edge.props)


def _write(
    records: Sequence[_Record], fixed: tuple[str, ...], stem: Path, between: str
) -> Iterator[Path]:
    for number, alike in enumerate(_of_one_type(records), 1):
        path = stem.with_name(f"{stem.name}{f'-{number}' if number > 1 else ''}.csv")
        columns = {key: _type(value) for record in alike for key, value in record.props.items()}
        keys = sorted(columns)
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(_line([*fixed, *(f"{key}:{columns[key]}" for key in keys)]))
            for record in alike:
                cells = [_cell(record.props.get(key), between) for key in keys]
                file.write(_line([*record.fixed, *cells]))
        yield path


def _of_one_type(records: Sequence[_Record]) -> Iterator[list[_Record]]:
    """Split records so that in each part a property has one type. One part, as a rule."""
    parts: list[tuple[dict[str, str], list[_Record]]] = []
    for record in records:
        types = {key: _type(value) for key, value in record.props.items()}
        for known, part in parts:
            if all(known.get(key, type_) == type_ for key, type_ in types.items()):
                known.update(types)
                part.append(record)
                break
        else:
            parts.append((types, [record]))
    return (part for _, part in parts)


def _type(value: Value) -> str:
    return "string[]" if isinstance(value, list) else _TYPES[type(value)]


def _line(cells: Iterable[str | None]) -> str:
    """Quoted throughout, so that no space, return or quote is read as anything else."""
    quoted = ('"' + cell.replace('"', '""') + '"' if cell is not None else "" for cell in cells)
    return ",".join(quoted) + "\n"


def _cell(value: Value | None, between: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, list):
        return between.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _delimiter(texts: Iterable[str]) -> str:
    """A character that occurs nowhere in the graph, to stand between the parts of a list."""
    used: set[str] = set()
    for text in texts:
        used.update(text)
    for character in map(chr, _DELIMITERS):
        if character not in used:
            return character
    raise StoreError("no character is free to separate the parts of a list; use kg load instead")


def _texts(graph: Graph) -> Iterator[str]:
    items: list[Node | Edge] = [*graph.nodes, *graph.edges]
    for item in items:
        for value in item.props.values():
            if isinstance(value, str):
                yield value
            elif isinstance(value, list):
                yield "".join(value)


def _buffer(texts: Iterable[str]) -> int:
    """Bytes that hold the longest value, quotes doubled: the importer refuses longer ones."""
    longest = max((len(text.encode()) + text.count('"') for text in texts), default=0)
    return max(_BUFFER, 2 * longest)
