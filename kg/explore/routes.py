"""Which address gives what. Everything else is not there: no file of the disk has an address."""

from collections.abc import Callable, Mapping

from kg.answers import render
from kg.errors import QueryError
from kg.explore import page
from kg.explore.asked import Asked
from kg.explore.explorer import Explorer
from kg.explore.replies import Reply, as_json, file
from kg.explore.results import result

Route = Callable[[Explorer, Asked], Reply]

_FILES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "json": "application/json; charset=utf-8",
}


def _home(explorer: Explorer, asked: Asked) -> Reply:
    return page.home(explorer.lang, explorer.about())


def _picture(explorer: Explorer, asked: Asked) -> Reply:
    from kg.pages.evidence import evidence
    from kg.pages.page import graph

    picture = explorer.picture(asked)
    return as_json({"graph": graph(picture, None), "evidence": evidence(picture)})


def _page(explorer: Explorer, asked: Asked) -> Reply:
    from kg.pages.page import page as offline

    return file(offline(explorer.picture(asked)).encode("utf-8", "replace"), _FILES["html"])


def _answer(explorer: Explorer, asked: Asked) -> Reply:
    answer = explorer.answer(asked)
    format_ = asked.form.get("format")
    if not format_:
        return as_json(result(answer))
    if format_ not in _FILES:
        raise QueryError(f"no format {format_!r}; one of {', '.join(_FILES)}")
    content = render(answer, str(format_), notes=True)
    body = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    return file(body, _FILES[str(format_)])


GET: Mapping[str, Route] = {
    "/": _home,
    "/search": lambda explorer, asked: as_json(explorer.search(asked)),
    "/entity": lambda explorer, asked: as_json(explorer.entity(asked)),
    "/neighbours": lambda explorer, asked: as_json(explorer.neighbours(asked)),
    "/picture": _picture,
    "/page": _page,
    "/path": lambda explorer, asked: as_json(explorer.path(asked)),
    "/conflicts": lambda explorer, asked: as_json(explorer.conflicts(asked)),
    "/sources": lambda explorer, asked: as_json(explorer.sources(asked)),
    "/source": lambda explorer, asked: as_json(explorer.source(asked)),
}
POST: Mapping[str, Route] = {"/answer": _answer}
