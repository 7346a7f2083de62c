"""docs/commands.md: every command and option, as click knows them."""

from collections.abc import Iterator

import click

from kg.cli import COMMANDS, cli
from kg.schema import LANGUAGES

_HEAD = """# Commands

`kg COMMAND --help` says the same on the screen. Results go to standard output, everything else to
standard error, so that `kg query NAME --format csv > file.csv` holds rows only. The exit code is 0
when all went well, 1 when something has to be mended, 2 when the command was written wrongly.
[json.md](json.md) has the shape of what `--json` prints. LANG is one of {languages}.

"""


def page() -> str:
    """The whole page."""
    listed = "".join(f"| [`kg {name}`](#kg-{name}) | {text} |\n" for name, text in COMMANDS.items())
    sections = "\n".join(section for name in COMMANDS for section in _sections(name))
    head = _HEAD.format(languages=", ".join(LANGUAGES))
    return f"{head}| command | what it does |\n|---|---|\n{listed}\n{sections}"


def _sections(name: str) -> Iterator[str]:
    """The section of a command, and one for each command under it."""
    context = click.Context(cli, info_name="kg")
    command = cli.get_command(context, name)
    if command is None:
        raise LookupError(name)
    yield _section(f"kg {name}", command, context)
    if isinstance(command, click.Group) and name != "query":
        inner = click.Context(command, info_name=name, parent=context)
        for child in command.list_commands(inner):
            found = command.get_command(inner, child)
            if found is not None:
                yield _section(f"kg {name} {child}", found, inner)


def _section(title: str, command: click.Command, parent: click.Context) -> str:
    context = click.Context(command, info_name=title.rpartition(" ")[2], parent=parent)
    usage = " ".join([title, *command.collect_usage_pieces(context)])
    found = [_record(param, context) for param in command.get_params(context)]
    rows = [f"| `{_escaped(one[0])}` | {_escaped(one[1])} |" for one in found if one is not None]
    parts = [f"## {title}", f"```text\n{usage}\n```", _prose(command)]
    if title == "kg query":
        parts.append("The saved queries are listed in [queries.md](queries.md).")
    if rows:
        parts.append("\n".join(["| option | meaning |", "|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _record(param: click.Parameter, context: click.Context) -> tuple[str, str] | None:
    """The flags and the meaning of an option, as the help has them."""
    record = param.get_help_record(context)
    if record is None or isinstance(param, click.Argument) or "--help" in param.opts:
        return None
    return record[0].replace(f"[{'|'.join(LANGUAGES)}]", "LANG"), record[1]


def _prose(command: click.Command) -> str:
    return "\n".join(line.strip() for line in (command.help or "").strip().splitlines())


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
