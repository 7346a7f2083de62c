"""What the commands that judge share: their options, and telling before writing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from kg.cli import options

if TYPE_CHECKING:
    from kg.judging import Act, Bench

Judge = Callable[["Bench", str, str], "Act"]
"""What makes the act of a judgement on two entities."""

who = click.option("--who", metavar="NAME", help="Who judges (else KG_WHO, or the user's name).")
dry_run = click.option("--dry-run", is_flag=True, help="Only say what would move; write nothing.")


def pair(name: str) -> Callable[[Judge], click.Command]:
    """Make the command of a judgement on two entities of what makes the act of them."""

    def made(judge: Judge) -> click.Command:
        @click.command(name, help=judge.__doc__)
        @click.argument("left", metavar="A")
        @click.argument("right", metavar="B")
        @click.option("--why", required=True, metavar="TEXT", help="The reason, with its source.")
        @who
        @dry_run
        @options.case
        @options.as_json
        def command(
            left: str,
            right: str,
            why: str,
            who: str | None,
            dry_run: bool,
            case: str | None,
            as_json: bool,
        ) -> None:
            sat = bench(case)
            carry_out(sat, judge(sat, left, right), why, who, dry_run, as_json)

        return command

    return made


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
    from kg.store.loaded import to_do

    if not as_json:
        click.echo(telling.as_text(act), nl=False)
    name = "" if dry_run else write(made, act, why, who or "")
    left = to_do(made.case) if name else ""
    if as_json:
        click.echo(data_json(telling.as_data(act, name)), nl=False)
    elif name:
        click.echo(telling.written(act, name, made.ledger.path.name, left))
    if as_json and left:
        click.echo(left, err=True)
