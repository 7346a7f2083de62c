"""``kg`` on the command line. Commands parse, call one function, print; they hold no logic.

Each command lives in the module of its name and is imported only when it is called, so that
``kg --help`` stays quick.
"""

from importlib import import_module
from typing import Any

import click

from kg.errors import KgError
from kg.version import __version__

COMMANDS = {
    "build": "Build the graph: everything shipped, and the case.",
    "case": "Make a case folder of your own.",
    "ingest": "Take files into the case: notices, releases, tables.",
    "query": "List the saved queries, or run one.",
    "cypher": "Run a Cypher text that only reads.",
    "search": "Find entities by any name, in any language, typos allowed.",
    "show": "Show all that is known of an entity, with sources.",
    "path": "Show how two entities are tied, with the page of each hop.",
    "resolve": "Say which rows of your own list are one.",
    "why": "Say why two names are taken for one or not.",
    "review": "Decide which open pairs are the same, one key an answer.",
    "merge": "Judge that two entities are the same.",
    "split": "Judge that what was merged is two.",
    "never": "Judge that two entities are different.",
    "undo": "Take a judgement back.",
    "judgements": "List who judged what, when and why.",
    "conflicts": "Show what sources contradict each other on.",
    "sources": "List the sources by how much rests on them.",
    "view": "List the views, or draw one as a page or a figure.",
    "explore": "Look through the whole graph in the browser.",
    "export": "Write the graph to a file.",
    "check": "Check data/, queries/ and visualizations/.",
    "fmt": "Bring the CSV files of the case into their normal form.",
    "load": "Load the graph into a Neo4j server.",
    "neo4j-import": "Write files for neo4j-admin database import.",
    "info": "Show version, case, store and counts.",
}


class Cli(click.Group):
    """Finds a command by its module; shows a KgError as one line and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of a first day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"kg.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the command that was probably meant."""
        from kg.errors import did_you_mean

        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            hint = did_you_mean(args[0], COMMANDS)
            raise click.UsageError(f"no command {args[0]!r}{hint}; kg --help lists them", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Cli, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Map who makes, sells, buys, uses and bans surveillance technology, each hop with its page."""
