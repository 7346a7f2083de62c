"""docs/queries.md: every saved query by subject, with its question, parameters and columns."""

from collections.abc import Iterable
from pathlib import Path

from kg.case import Case
from kg.queries.saved import Param, Query, load

_HEAD = """# Saved queries

Each is one command: `kg query NAME`, with its parameters as options. An entity is given by id, name
or alias in any language. `--format` and `-o FILE` give a table, csv, json, jsonl, md, html or xlsx.
Every row rests on the claims in its last column; tables and pages show them as numbered sources.

"""


def page(root: Path) -> str:
    """The whole page, for the saved queries that the project ships.

    Raises:
        ValueError: A query file cannot be read.
    """
    queries, problems = load(Case(root))
    if problems:
        raise ValueError("; ".join(map(str, problems)))
    by_tag: dict[str, list[Query]] = {}
    for query in queries.values():
        by_tag.setdefault(query.tags[0] if query.tags else "other", []).append(query)
    index = "".join(_index(tag, found) for tag, found in sorted(by_tag.items()))
    sections = (_section(tag, found) for tag, found in sorted(by_tag.items()))
    return f"{_HEAD}| subject | queries |\n|---|---|\n{index}\n{_by_tags(queries.values())}\n" + (
        "\n".join(sections)
    )


def _index(tag: str, queries: Iterable[Query]) -> str:
    links = " · ".join(f"[{query.name}](#{query.name})" for query in queries)
    return f"| [{tag}](#about-{tag}) | {links} |\n"


def _by_tags(queries: Iterable[Query]) -> str:
    """Which queries carry a tag besides the subject that they are listed under."""
    second: dict[str, list[str]] = {}
    for query in queries:
        for tag in query.tags[1:]:
            second.setdefault(tag, []).append(f"[{query.name}](#{query.name})")
    rows = "".join(f"| {tag} | {' · '.join(names)} |\n" for tag, names in sorted(second.items()))
    return f"Also to do with:\n\n| subject | queries |\n|---|---|\n{rows}"


def _section(tag: str, queries: Iterable[Query]) -> str:
    return f"## About {tag}\n\n" + "\n".join(map(_query, queries))


def _query(query: Query) -> str:
    parts = [
        f"### {query.name}\n",
        f"**{_plain(query.title)}** {_plain(query.description)}\n",
        f"```sh\n{_usage(query)}\n```\n",
        f"Columns: {', '.join(f'`{column}`' for column in query.returns)}\n",
    ]
    if query.params:
        rows = "\n".join(map(_param, query.params))
        parts.insert(3, f"| parameter | type | default | meaning |\n|---|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def _usage(query: Query) -> str:
    """The command with an example for its first parameter, and for each that must be given."""
    given = [
        param.usage for at, param in enumerate(query.params) if at == 0 or param.default is None
    ]
    return " ".join([f"kg query {query.name}", *given])


def _param(param: Param) -> str:
    kind = " or ".join(param.choices) or f"{param.type} {param.label}".strip()
    default = "must be given" if param.default is None else param.default or "none"
    usage = param.usage.replace("|", "\\|")
    return f"| `{usage}` | {kind} | {default} | {_plain(param.help)} |"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    one = " ".join(text.split())
    for mark in ("\\", "|", "*", "_", "<", "`"):
        one = one.replace(mark, f"\\{mark}")
    return one
