"""Saved queries: ``queries/*.cypher``, each described by the comment lines it starts with.

    // Who supplies this police force, directly or through tiers of subcontractors?
    // One row a supplier and way of supply.
    // tags: supply, subcontracting
    // param force: entity PoliceForce | The force, by id or any name | e.g. "Federale Politie"
    // returns: supplier, contract, claims
    MATCH ...

The first line is the question that the query answers, plain lines describe it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from kg.case import Case
from kg.errors import QueryError, did_you_mean
from kg.queries.params import Param, parse_param
from kg.tables import Problem

__all__ = ["Param", "Query", "find", "load", "parse", "saved"]

_KEYS = ("tags", "param", "returns", "computed")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Query:
    """One file of queries/. ``cypher`` begins on line ``line`` of ``path``.

    ``computed`` names a measure of kg.reading.measures that turns the rows into others; ``returns``
    are its columns then.
    """

    name: str
    title: str
    description: str
    tags: tuple[str, ...]
    params: tuple[Param, ...]
    returns: tuple[str, ...]
    cypher: str
    path: Path
    line: int = field(default=1, compare=False)
    computed: str = ""


def saved(case: Case) -> dict[str, Query]:
    """Every saved query that can be read, by name: the case's own and the shipped ones."""
    return load(case)[0]


def load(case: Case) -> tuple[dict[str, Query], list[Problem]]:
    """Read every saved query; what is wrong with the others comes beside them.

    A query of the case wins over a shipped one of the same name, also while it is broken: an
    answer should never come from another text than the one that the person wrote.
    """
    found: dict[str, Query] = {}
    problems: list[Problem] = []
    seen: set[str] = set()
    for path in _files(case):
        if path.stem in seen:
            continue
        seen.add(path.stem)
        query = _as_it_is(path)
        if isinstance(query, Query):
            found[query.name] = query
        else:
            problems.append(query)
    return dict(sorted(found.items())), problems


def find(case: Case, name: str) -> Query:
    """One saved query, by its name.

    Raises:
        QueryError: There is none of that name, or its file is wrong.
    """
    wanted = name.strip().lower().removesuffix(".cypher").replace("_", "-").replace(" ", "-")
    if isinstance(query := _first(case, wanted), Query):
        return query
    queries, problems = load(case)
    for problem in problems:
        if problem.path.stem in (name, wanted):
            raise QueryError(_at(problem.path, problem.row, problem.message))
    hint = did_you_mean(wanted, queries) or "; kg query lists them all"
    raise QueryError(f"no saved query {name!r}{hint}")


def parse(path: Path) -> Query:
    """Read one query file.

    Raises:
        QueryError: The file and line, what is wrong there, and how to write it.
    """
    query = _as_it_is(path)
    if isinstance(query, Problem):
        raise QueryError(_at(path, query.row, query.message))
    return query


def _files(case: Case) -> Iterator[Path]:
    for folder in case.folders("queries"):
        yield from sorted(path for path in folder.glob("*.cypher") if path.is_file())


def _first(case: Case, name: str) -> Query | Problem | None:
    """The query of a name without a look at all others: the case's own before the shipped one."""
    if not _NAME.fullmatch(name):
        return None
    paths = (folder / f"{name}.cypher" for folder in case.folders("queries"))
    return next((_as_it_is(path) for path in paths if path.is_file()), None)


def _at(path: Path, line: int, message: str) -> str:
    return f"{path.parent.name}/{path.name}:{line}: {message}"


def _as_it_is(path: Path) -> Query | Problem:
    """One query, or what is wrong with its file; parsed anew only when the file has changed."""
    try:
        stat = path.stat()
    except OSError:
        return _read(path, 0, 0)
    return _read(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=1024)
def _read(path: Path, _changed: int, _size: int) -> Query | Problem:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        return Problem(path, 1, "", "is not UTF-8 text; save it again with that encoding")
    except OSError as error:
        return Problem(path, 1, "", f"cannot be read: {error.strerror}")
    if not _NAME.fullmatch(path.stem):
        message = "a query file is called like-this.cypher: small letters, digits and - between"
        return Problem(path, 1, "", message)
    comments, cypher, line = _split(text)
    if not comments or comments[0][1].split(" ")[0].rstrip(":") in _KEYS:
        message = "the first line must be // and the question that the query answers"
        return Problem(path, 1, "", message)
    if not cypher:
        return Problem(path, line, "", "there is no query under the comment lines")
    query = Query(path.stem, comments[0][1], "", (), (), (), cypher, path, line)
    for number, comment in comments[1:]:
        try:
            query = _add(query, comment)
        except QueryError as error:
            return Problem(path, number, "", str(error))
    return replace(query, description=query.description.strip())


def _split(text: str) -> tuple[list[tuple[int, str]], str, int]:
    """The numbered comment lines that a file starts with, the query, and the line it begins on."""
    comments: list[tuple[int, str]] = []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    number = 1
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if bare and not bare.startswith("//"):
            return comments, "\n".join(lines[number - 1 :]).strip(), number
        if bare.strip("/ "):
            comments.append((number, bare.lstrip("/").strip()))
    return comments, "", number


def _add(query: Query, comment: str) -> Query:
    """The query with what one comment line says of it."""
    key, _, rest = comment.partition(" ")
    if key == "param":
        param = parse_param(rest.strip())
        if param.name in [known.name for known in query.params]:
            raise QueryError(f"param {param.name} is there twice")
        return replace(query, params=(*query.params, param))
    if key == "tags:":
        return replace(query, tags=_once("tags", query.tags, rest))
    if key == "returns:":
        return replace(query, returns=_once("returns", query.returns, rest))
    if key == "computed:":
        before = (query.computed,) if query.computed else ()
        return replace(query, computed=_once("computed", before, rest)[0])
    found = re.match(r"(\w+)( \w+)?:", comment)
    if found and (hint := did_you_mean(found[1], _KEYS)):
        raise QueryError(f"{found[0]!r} is no line we know{hint}")
    return replace(query, description=f"{query.description}\n{comment}")


def _once(key: str, before: tuple[str, ...], text: str) -> tuple[str, ...]:
    if before:
        raise QueryError(f"{key}: is there twice; put everything into one line")
    words = tuple(word.strip() for word in text.split(","))
    wrong = next((word for word in words if not re.fullmatch(r"[\w-]+", word)), None)
    if wrong is not None:
        raise QueryError(f"{key}: words with commas between, not {wrong!r}")
    if len(set(words)) < len(words):
        raise QueryError(f"{key}: a word is there twice")
    return words
