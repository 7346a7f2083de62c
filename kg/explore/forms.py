"""The saved queries as forms: what a page needs to ask for each parameter in the right way."""

from collections.abc import Iterable

from kg.queries.params import Param
from kg.queries.saved import Query


def forms(queries: Iterable[Query]) -> list[dict[str, object]]:
    """Every saved query with its parameters, by tag and name."""
    return [_form(query) for query in sorted(queries, key=_order)]


def _order(query: Query) -> tuple[str, str]:
    return _tag(query), query.name


def _tag(query: Query) -> str:
    return query.tags[0] if query.tags else "other"


def _form(query: Query) -> dict[str, object]:
    return {
        "name": query.name,
        "title": query.title,
        "description": query.description,
        "tag": _tag(query),
        "params": [_field(param) for param in query.params],
    }


def _field(param: Param) -> dict[str, object]:
    return {
        "name": param.name,
        "type": param.type,
        "label": param.label,
        "default": param.default or "",
        "needed": param.default is None,
        "help": param.help,
        "example": param.example,
        "choices": list(param.choices),
    }
