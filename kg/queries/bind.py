"""What a person gave for a query, as the values that the query takes."""

from collections.abc import Callable, Mapping

from kg.errors import QueryError, did_you_mean
from kg.queries.params import Param, convert
from kg.queries.saved import Query


def bind(
    query: Query, given: Mapping[str, object], find_entity: Callable[[str, str], str]
) -> dict[str, object]:
    """Fill in defaults, convert types and turn names into ids, by parameter.

    ``find_entity(text, label)`` gives the id for an id, a name or an alias. A value of None counts
    as not given, so that every option of a command can be passed on.

    Raises:
        QueryError: A parameter is unknown, missing, or its value is of another type.
    """
    texts = _given(query, given)
    missing = [param.usage for param in query.params if _text(param, texts) is None]
    if missing:
        raise QueryError(f"{query.name} needs {_needs(missing)}")
    return {param.name: _value(query, param, texts, find_entity) for param in query.params}


def _given(query: Query, given: Mapping[str, object]) -> dict[str, object]:
    known = {param.name for param in query.params}
    texts: dict[str, object] = {}
    for written, value in given.items():
        name = written.replace("-", "_")
        if name not in known:
            hint = did_you_mean(name, known)
            raise QueryError(f"{query.name} has no parameter {written!r}{hint or _all(query)}")
        if value is not None:
            texts[name] = value
    return texts


def _all(query: Query) -> str:
    """What there is instead, for a name that resembles none."""
    flags = ", ".join(param.flag for param in query.params)
    return f"; it has {flags}" if flags else "; it has none"


def _text(param: Param, texts: Mapping[str, object]) -> object:
    """The value given or the default. Nothing typed for an entity is no value."""
    value = texts.get(param.name, param.default)
    is_blank = isinstance(value, str) and not value.strip()
    return None if is_blank and param.default != "" and param.type != "text" else value


def _needs(usages: list[str]) -> str:
    words = [usage.partition(" ")[0] for usage in usages]
    return f"{' and '.join(words)}, e.g. {' '.join(usages)}"


def _value(
    query: Query,
    param: Param,
    texts: Mapping[str, object],
    find_entity: Callable[[str, str], str],
) -> object:
    try:
        value = convert(param, _text(param, texts))
    except QueryError as error:
        raise QueryError(f"{query.name} {param.flag}: {error}") from error
    if param.type == "entity" and isinstance(value, str) and value:
        return find_entity(value, param.label)
    return value
