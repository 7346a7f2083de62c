"""What is wrong with a query: unknown words, rows without an order, a header unlike the text."""

from collections.abc import Iterator

from kg.errors import QueryError, did_you_mean
from kg.queries.columns import Returned, chance_limits, returned
from kg.queries.dialect import differences
from kg.queries.guard import find_write
from kg.queries.saved import Query
from kg.queries.tokens import Finding, Tokens
from kg.queries.vocabulary import unknown_words
from kg.schema import labels


def lint(query: Query) -> list[str]:
    """What is wrong with a saved query, a line each: ``queries/suppliers.cypher:12: ...``."""
    where = f"{query.path.parent.name}/{query.path.name}"
    offset = query.line - 1
    try:
        tokens = Tokens(query.cypher)
    except QueryError as error:
        return [f"{where}:{query.line}: {error}"]
    found = sorted(
        {(finding.line + offset, finding.message) for finding in _in_text(query.cypher, tokens)}
        | {(finding.line + offset, finding.message) for finding in _unlike_header(query, tokens)}
    )
    return [f"{where}:{line}: {message}" for line, message in found]


def lint_text(cypher: str) -> list[str]:
    """What is wrong with a query that was typed, a line each: ``line 2: ...``."""
    try:
        tokens = Tokens(cypher)
    except QueryError as error:
        return [str(error)]
    found = sorted({(finding.line, finding.message) for finding in _in_text(cypher, tokens)})
    return [f"line {line}: {message}" for line, message in found]


def unknown(cypher: str) -> list[str]:
    """Labels, relationship types and properties in a typed query that there are not, a line each.

    A text that cannot be taken apart has none: what is wrong with it the store says.
    """
    try:
        tokens = Tokens(cypher)
    except QueryError:
        return []
    found = sorted({(finding.line, finding.message) for finding in unknown_words(tokens)})
    return [f"line {line}: {message}" for line, message in found]


def _in_text(cypher: str, tokens: Tokens) -> Iterator[Finding]:
    if write := find_write(cypher):
        yield write
    yield from unknown_words(tokens)
    yield from differences(tokens)
    yield from _order(tokens)


def _order(tokens: Tokens) -> Iterator[Finding]:
    for line in chance_limits(tokens):
        yield Finding(line, "which rows are left out is by chance: put an ORDER BY before it")
    last = returned(tokens)
    if last is None or last.has_one_row:
        return
    if last.is_union:
        yield Finding(
            last.line, "a UNION has no order: put it into CALL { }, then RETURN, ORDER BY"
        )
    elif not last.is_ordered:
        yield Finding(last.line, "the rows have no order: end with ORDER BY name, id")


def _unlike_header(query: Query, tokens: Tokens) -> Iterator[Finding]:
    """Where the text and what the comment lines say of it differ."""
    for check in (_parameters, _optional, _labels_of_parameters):
        yield from check(query, tokens)
    last = returned(tokens)
    if last is None:
        yield Finding(1, "the query has no RETURN")
    else:
        yield from _returns(query, last)


def _parameters(query: Query, tokens: Tokens) -> Iterator[Finding]:
    declared = {param.name for param in query.params}
    used = _used(tokens)
    for name, line in used.items():
        if name not in declared:
            hint = did_you_mean(name, declared)
            yield Finding(line, f"${name} is declared by no '// param {name}: ...' line{hint}")
    unused = set() if query.computed else declared - used.keys()
    for name in sorted(unused):
        hint = did_you_mean(name, used.keys() - declared)
        yield Finding(1, f"param {name} is declared, but the query has no ${name}{hint}")


def _used(tokens: Tokens) -> dict[str, int]:
    """The parameters in the text, with the line where each comes first."""
    found: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.key == "$" and (tokens[index + 1].is_name or tokens[index + 1].kind == "number"):
            found.setdefault(tokens[index + 1].text, token.line)
    return found


def _optional(query: Query, tokens: Tokens) -> Iterator[Finding]:
    """A test for "none given" that can never be true."""
    optional = {param.name: param for param in query.params if param.default == ""}
    for index, token in enumerate(tokens):
        param = optional.get(token.text)
        if tokens[index - 1].key != "$" or param is None:
            continue
        is_number = param.type in ("int", "float", "bool")
        test = tokens.keys(index + 1, index + 3)
        if test[0] == "IS" and not is_number:
            yield Finding(token.line, f"${token.text} is never null: without a value it is ''")
        if test[0] in ("=", "<>") and tokens[index + 2].text in ("''", '""') and is_number:
            yield Finding(token.line, f"${token.text} is never '': without a value it is null")


def _labels_of_parameters(query: Query, _: Tokens) -> Iterator[Finding]:
    for param in query.params:
        if param.label and param.label not in labels():
            hint = did_you_mean(param.label, labels())
            yield Finding(1, f"param {param.name}: there is no label {param.label!r}{hint}")


def _returns(query: Query, last: Returned) -> Iterator[Finding]:
    columns = last.columns
    if columns == ("*",):
        yield Finding(last.line, "RETURN * has no fixed columns: name them")
        return
    if "" in columns:
        place = columns.index("") + 1
        yield Finding(last.line, f"column {place} of the RETURN has no name: write AS and a name")
        return
    if query.returns != columns and not query.computed:
        yield Finding(last.line, _mismatch(query.returns, columns))
    if "claims" not in columns and "claims" not in query.description:
        yield Finding(
            last.line,
            "no column claims: RETURN the ids of the claims that a row rests on AS claims, "
            "or say in the description why it has no claims",
        )


def _mismatch(said: tuple[str, ...], columns: tuple[str, ...]) -> str:
    line = f"write: // returns: {', '.join(columns)}"
    if not said:
        return f"no line says what the query returns; {line}"
    for name in said:
        if name not in columns:
            return f"the returns line has {name!r}, the RETURN has not{did_you_mean(name, columns)}"
    for name in columns:
        if name not in said:
            return f"the RETURN has {name!r}, the returns line has not; {line}"
    return f"the columns come in another order than the returns line says; {line}"
