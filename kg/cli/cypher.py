"""``kg cypher``: a text of one's own."""

import sys

import click

from kg.cli import options, output


@click.command("cypher")
@click.argument("text")
@click.option("--param", "-p", multiple=True, metavar="NAME=VALUE", help="A $NAME of the text.")
@output.options
@options.reads
def command(
    text: str,
    param: tuple[str, ...],
    case: str | None,
    store: str | None,
    lang: str,
    format_: str | None,
    output_: str | None,
    notes: bool,
) -> None:
    """Run a Cypher text that only reads: kg cypher 'MATCH (c:Company) RETURN c LIMIT 5'.

    A text of "-" is read from standard input. A label, relationship or property that the data model
    does not have is pointed out; the text runs all the same.
    """
    from kg.errors import QueryError
    from kg.queries.lint import unknown

    given: dict[str, object] = dict(pair.partition("=")[::2] for pair in param)
    if wrong := next((pair for pair in param if "=" not in pair), None):
        raise QueryError(f"--param {wrong}: write NAME=VALUE")
    if text == "-":
        text = sys.stdin.read()
    for line in unknown(text):
        click.echo(f"kg: {line}", err=True)
    with options.open_graph(case, store, lang) as graph:
        answer = graph.cypher(text, given)
    output.write(answer, format_, output_, notes)
