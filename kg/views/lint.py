"""What is wrong with a view that can be read: values, columns and entities that do not fit."""

from collections.abc import Collection, Iterator

from kg.answers.kinds import kinds
from kg.errors import QueryError, did_you_mean
from kg.queries.bind import bind
from kg.queries.saved import Query
from kg.views.spec import View


def lint(view: View, query: Query, entities: Collection[str]) -> list[str]:
    """What is wrong with a view, a line each: ``visualizations/orbit.toml, focus: ...``.

    ``entities`` are the ids that a build would have.
    """
    where = f"{view.path.parent.name}/{view.path.name}"
    found = [*_params(view, query), *_columns(view, query), *_entities(view, query, entities)]
    return [f"{where}, {line}" for line in found]


def _params(view: View, query: Query) -> Iterator[str]:
    try:
        bind(query, view.params, lambda text, label: text)
    except QueryError as error:
        yield f"params: {error}"


def _columns(view: View, query: Query) -> Iterator[str]:
    told = {column: kind for column, kind in kinds(query.cypher).items() if kind != "value"}
    for key, column in _entity_columns(view):
        if column not in told:
            hint = did_you_mean(column, told)
            yield f"{key}: column {column!r} of {query.name} holds no entities{hint}"
    if not told and not query.computed:
        yield f"query: {query.name} returns no entities to draw"


def _entity_columns(view: View) -> Iterator[tuple[str, str]]:
    for column in view.columns:
        yield "columns", column
    if view.line:
        yield from (("line, start", view.line.start), ("line, end", view.line.end))
    if view.event:
        yield "event, of", view.event.of
        if view.event.at:
            yield "event, at", view.event.at
    if view.amount:
        yield "amount, of", view.amount.of


def _entities(view: View, query: Query, entities: Collection[str]) -> Iterator[str]:
    typed = {param.name for param in query.params if param.type == "entity"}
    named = [("focus", id_) for id_ in view.focus]
    named += [("without", id_) for id_ in view.without]
    named += [(f"params, {key}", id_) for key, id_ in view.params.items() if key in typed and id_]
    for key, id_ in named:
        if id_ not in entities:
            yield f"{key}: no entity {id_!r}{did_you_mean(id_, entities)}; name it by its id"
