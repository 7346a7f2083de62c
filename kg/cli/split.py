"""``kg split A B --why TEXT``."""

import click

from kg.cli import judged


@click.command("split")
@judged.pair
def command(
    left: str,
    right: str,
    why: str,
    who: str | None,
    dry_run: bool,
    case: str | None,
    as_json: bool,
) -> None:
    """Judge that what was merged is two: A and B each get back what is their own.

    A and B are ids, names or aliases of what was merged. What was merged with either goes with it.
    The two are not merged or proposed again, until kg undo.
    """
    from kg.judging import split

    bench = judged.bench(case)
    judged.carry_out(bench, split(bench, left, right), why, who, dry_run, as_json)
