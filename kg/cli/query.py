"""``kg query``: each saved query becomes a command of its own, with its parameters as options."""

import json
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options, output

if TYPE_CHECKING:
    from kg.queries.params import Param
    from kg.queries.saved import Query

_FIRST = "first_"
_SHARED = {"case", "store", "lang", "format_", "output_", "notes"}


class SavedQueries(click.Group):
    """One command a saved query of the case."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the saved queries."""
        return sorted(_saved(ctx))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that runs one saved query."""
        from kg.case import find
        from kg.queries.saved import find as find_query

        return _command(find_query(find(ctx.params.get("case")), cmd_name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the saved queries by tag."""
        by_tag: dict[str, list[Query]] = {}
        for query in _saved(ctx).values():
            by_tag.setdefault(query.tags[0] if query.tags else "other", []).append(query)
        for tag, found in sorted(by_tag.items()):
            with formatter.section(tag):
                formatter.write_dl([(query.name, query.title) for query in found])


@click.group("query", cls=SavedQueries, invoke_without_command=True)
@options.case
@options.as_json
@click.pass_context
def command(ctx: click.Context, case: str | None, as_json: bool) -> None:
    """List the saved queries, or run one: kg query NAME --help shows its parameters."""
    if ctx.invoked_subcommand is not None:
        return
    if as_json:
        listed = [_listed(query) for query in _saved(ctx).values()]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        click.echo(command.get_help(ctx))


def _saved(ctx: click.Context) -> "dict[str, Query]":
    from kg.case import find
    from kg.queries.saved import load

    queries, problems = load(find(ctx.params.get("case")))
    for problem in problems:
        click.echo(str(problem), err=True)
    return queries


def _listed(query: "Query") -> dict[str, Any]:
    params = [
        {
            "name": param.name,
            "type": param.type,
            "default": param.default,
            "example": param.example,
        }
        for param in query.params
    ]
    return {"name": query.name, "title": query.title, "tags": list(query.tags), "params": params}


def _command(query: "Query") -> click.Command:
    made = click.Command(
        query.name,
        callback=_runner(query),
        params=[*map(_option, query.params), *map(_argument, query.params[:1])],
        help=f"{query.title}\n\n{query.description}",
        epilog="Columns: " + ", ".join(query.returns),
    )
    output.options(made)
    return options.reads(made)


def _option(param: "Param") -> click.Option:
    default = f"  [default: {param.default or 'none'}]" if param.default is not None else ""
    return click.Option(
        [param.flag, param.name],
        metavar=(param.label or param.type).upper(),
        help=f"{param.help}, e.g. {param.usage}{default}",
    )


def _argument(param: "Param") -> click.Argument:
    """The first parameter, which may stand without its option."""
    return click.Argument([_FIRST], required=False, metavar=f"[{param.flag[2:].upper()}]")


def _runner(query: "Query") -> Any:
    def run(**given: Any) -> None:
        params = {name: value for name, value in given.items() if name not in _SHARED}
        first = params.pop(_FIRST, None)
        if first is not None:
            param = query.params[0]
            if params[param.name] is not None:
                raise click.UsageError(
                    f"{param.flag} is given twice: {first}, {params[param.name]}"
                )
            params[param.name] = first
        parent = click.get_current_context().parent
        case = given["case"] or (parent.params.get("case") if parent else None)
        with options.open_graph(case, given["store"], given["lang"]) as graph:
            answer = graph.query(query.name, **params)
        output.write(answer, given["format_"], given["output_"], given["notes"])

    return run
