"""What the commands that judge share: their options, and telling before writing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli import options

if TYPE_CHECKING:
    from kg.judging import Act, Bench

F = TypeVar("F", bound=Callable[..., Any])

who = click.option("--who", metavar="NAME", help="Who judges (else KG_WHO, or the user's name).")
dry_run = click.option("--dry-run", is_flag=True, help="Only say what would move; write nothing.")


def pair(command: F) -> F:
    """The arguments and options of a judgement on two entities."""
    why = click.option("--why", required=True, metavar="TEXT", help="The reason, with its source.")
    for option in (options.as_json, options.case, dry_run, who, why):
        command = option(command)
    for name, metavar in (("right", "B"), ("left", "A")):
        command = click.argument(name, metavar=metavar)(command)
    return command


def bench(case: str | None) -> "Bench":
    """The bench of a case; what is wrong in its ledger goes to stderr."""
    from kg.case import find
    from kg.judging import sit

    made = sit(find(case))
    for problem in made.ledger.problems:
        click.echo(str(problem), err=True)
    return made


def carry_out(
    made: "Bench", act: "Act", why: str, who: str | None, dry_run: bool, as_json: bool
) -> None:
    """Say what an act moves, write it, and say how it is taken back."""
    from kg.answers.json import data_json
    from kg.judging import telling, write

    if not as_json:
        click.echo(telling.as_text(act), nl=False)
    name = "" if dry_run else write(made, act, why, who or "")
    if as_json:
        click.echo(data_json(telling.as_data(act, name)), nl=False)
    elif name:
        click.echo(telling.written(act, name, made.ledger.path.name))
