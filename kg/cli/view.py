"""``kg view``: list the views, or draw one."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options, output

if TYPE_CHECKING:
    from kg.session import OpenGraph
    from kg.views.picture import Picture

_FIGURES = (".svg", ".png", ".pdf")


@click.command("view")
@click.argument("name", required=False)
@click.option("-o", "--output", "path", metavar="FILE", help="Its ending names the format.")
@click.option("--all", "is_all", is_flag=True, help="Every view, into the folder after -o.")
@click.option(
    "--param", "params", metavar="NAME=VALUE", multiple=True, help="Another value for the query."
)
@click.option("--as-of", metavar="DATE", default="", help="What held then: 2019, 2019-03 ...")
@click.option(
    "--size",
    default="article",
    show_default=True,
    metavar="SIZE",
    help="Of a figure: article, square, portrait, story, link, a4 or a3.",
)
@click.option("--outline", is_flag=True, help="Turn the text of a figure into paths, for printers.")
@options.as_json
@options.reads
def command(
    name: str | None,
    path: str | None,
    is_all: bool,
    params: tuple[str, ...],
    as_of: str,
    size: str,
    outline: bool,
    as_json: bool,
    case: str | None,
    store: str | None,
    lang: str,
) -> None:
    """List the views, or draw one as a page or a figure.

    kg view belgium -o belgium.html makes a page. A figure (.svg, .png, .pdf) comes with its claims
    (.figure.json, .figure.csv), alt text and a long description; one too dense for its size is
    split into parts. Without -o the lines of the picture are printed, each with its source.

    kg view --all -o gallery makes a page and a PNG of every view, and an index.html that leads to
    them: a folder to put on a web server as it is.
    """
    if is_all:
        _check_all(name, path, params)
        with options.open_graph(case, store, lang) as graph:
            _save_all(graph, Path(str(path)), as_of)
        return
    if name is None:
        _list(case, lang, as_json)
        return
    with options.open_graph(case, store, lang) as graph:
        picture = graph.view(name, as_of=as_of, **_given(params))
    if path is None:
        click.echo(_json(picture) if as_json else _table(picture), nl=False)
    elif Path(path).suffix.lower() in _FIGURES:
        _save_figure(picture, Path(path), size, outline)
    else:
        output.save(Path(path), _writer(path)(picture))


def _check_all(name: str | None, path: str | None, params: tuple[str, ...]) -> None:
    if path is None:
        raise click.UsageError("--all: name a folder, kg view --all -o gallery")
    if name is not None or params:
        raise click.UsageError("--all: every view as it is, without a name and without --param")


def _save_all(graph: "OpenGraph", folder: Path, as_of: str) -> None:
    from kg.errors import CaseError
    from kg.gallery import gallery

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CaseError(f"{folder}: no folder can be made there ({error.strerror})") from error
    for name, content in gallery(graph, lambda line: click.echo(line, err=True), as_of):
        output.save(folder / name, content)


def _list(case: str | None, lang: str, as_json: bool) -> None:
    from kg.case import find
    from kg.views.spec import load

    views, problems = load(find(case))
    for problem in problems:
        click.echo(problem, err=True)
    titles = [(view.name, view.titles[lang]) for view in views.values()]
    if as_json:
        listed = [{"name": name, "title": title} for name, title in titles]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    wide = max((len(name) for name, _ in titles), default=0)
    for name, title in titles:
        click.echo(f"{name:<{wide}}  {title}")


def _given(params: tuple[str, ...]) -> dict[str, object]:
    pairs = [pair.partition("=") for pair in params]
    for name, equals, _ in pairs:
        if not equals or not name:
            raise click.BadParameter(f"{name!r}: write --param name=value", param_hint="--param")
    return {name: value for name, _, value in pairs}


def _writer(path: str) -> Callable[["Picture"], str | bytes]:
    """What makes a file of this ending."""
    from kg.errors import ViewError, did_you_mean

    ending = Path(path).suffix.lower()
    writers: Mapping[str, Callable[[Picture], str | bytes]] = {".html": _page, ".json": _json}
    if ending not in writers:
        known = ", ".join([*writers, *_FIGURES])
        hint = did_you_mean(ending, [*writers, *_FIGURES]) or f"; there are {known}"
        raise ViewError(
            f"{path}: a view is not written as {ending or 'a file without an ending'!r}{hint}"
        )
    return writers[ending]


def _save_figure(picture: "Picture", path: Path, size: str, outline: bool) -> None:
    from kg.figures import figure

    for each, content in figure(picture, size, outline).files(path).items():
        output.save(each, content)


def _page(picture: "Picture") -> str:
    from kg.pages.page import page

    return page(picture)


def _json(picture: "Picture") -> str:
    from kg.views.json import to_json

    return to_json(picture)


def _table(picture: "Picture") -> str:
    from kg.views.table import table

    return table(picture)
