"""``kg review``: decide the open pairs."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options, output

if TYPE_CHECKING:
    from kg.review.desk import Desk
    from kg.session import OpenGraph

_ON_A_PAGE = 200
_FACTS, _FACTS_ON_A_PAGE = 60, 20
_NO_TEXTUAL = (
    "deciding in the terminal needs textual: pip install '.[review]' in the checkout. "
    "Without it: kg review --html PAGE.html, then kg review --answers FILE.csv"
)
_NO_TERMINAL = (
    "this is no terminal to press keys in; kg review --list shows the pairs, "
    "kg review --html PAGE.html makes a page to answer on"
)


@click.command("review")
@click.option("--html", "page", metavar="FILE", help="Write the pairs as a page for a colleague.")
@click.option("--answers", metavar="FILE", help="Take a table left,right,verdict,why in.")
@click.option("--list", "is_list", is_flag=True, help="Print the pairs as a table.")
@click.option("--limit", type=click.IntRange(min=1), help="So many pairs. [default: 200 on a page]")
@click.option("--who", metavar="NAME", default="", help="Who answers (else KG_WHO, or the user).")
@options.as_json
@options.reads
def command(
    page: str | None,
    answers: str | None,
    is_list: bool,
    limit: int | None,
    who: str,
    as_json: bool,
    case: str | None,
    store: str | None,
    lang: str,
) -> None:
    """Decide which open pairs are the same, one key an answer.

    Both are shown side by side, with their claims, what their names say, and what would move in the
    graph. Each answer goes to judgements.csv of the case at once, so that a quit loses nothing; kg
    build puts it into the graph. What matters most comes first: uncertainty times degree.

    A colleague without kg answers on a page (--html) and sends back the table that it saves, to be
    taken in with --answers.
    """
    if answers is None and page is None and not (is_list or as_json):
        _check_terminal()
    with options.open_graph(case, store, lang) as graph:
        from kg.review.desk import desk

        work = desk(graph.case, graph.store, who)
        for problem in work.ledger.problems:
            click.echo(problem, err=True)
        if answers is not None:
            _take(Path(answers), graph, work)
        elif page is not None:
            _save_page(Path(page), graph, work, limit or _ON_A_PAGE)
        elif is_list or as_json:
            _list(work, limit, as_json, lang)
        else:
            _run(graph, work)


def _take(path: Path, graph: "OpenGraph", work: "Desk") -> None:
    from kg.review.answers import take
    from kg.store.loaded import to_do

    taken = take(path, graph.store, work.ledger, work.who, graph.lang)
    for problem in taken.problems:
        click.echo(problem, err=True)
    told = f"written to {work.ledger.path.name}: {taken.written}; there already: {taken.known}"
    click.echo(f"{told}; problems: {len(taken.problems)}")
    if taken.written:
        click.echo(to_do(graph.case) or "kg build puts them into the graph", err=True)
    if taken.problems:
        raise click.exceptions.Exit(1)


def _save_page(path: Path, graph: "OpenGraph", work: "Desk", limit: int) -> None:
    from kg.review.page import page
    from kg.review.portrait import portraits

    draw = portraits(graph.store, graph.lang, _FACTS_ON_A_PAGE)
    drawn = [draw(waiting) for waiting in work.waiting[:limit]]
    output.save(path, page(drawn, max(len(work.waiting) - limit, 0), graph.lang))


def _list(work: "Desk", limit: int | None, as_json: bool, lang: str) -> None:
    from kg.answers.json import data_json
    from kg.review.listing import as_data, as_table

    shown = work.waiting[:limit]
    if as_json:
        click.echo(data_json(as_data(shown)), nl=False)
    else:
        left_out = len(work.waiting) - len(shown)
        click.echo(as_table(shown, left_out, lang, options.width()), nl=False)


def _check_terminal() -> None:
    """Say before anything is opened what is missing to press keys."""
    try:
        import kg.review.app  # noqa: F401
    except ModuleNotFoundError as error:
        raise click.ClickException(_NO_TEXTUAL) from error
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.ClickException(_NO_TERMINAL)


def _run(graph: "OpenGraph", work: "Desk") -> None:
    from kg.review.app import Review
    from kg.review.portrait import portraits
    from kg.review.words import word
    from kg.store.loaded import behind

    Review(work, portraits(graph.store, graph.lang, _FACTS), graph.lang).run()
    if work.acts:
        file = work.ledger.path.name
        told = word("to_build", graph.lang, n=len(work.acts), file=file)
        late = ", ".join(behind(graph.case))
        click.echo(f"{told} {word('to_load', graph.lang, servers=late)}" if late else told)
