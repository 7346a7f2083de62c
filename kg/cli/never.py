"""``kg never A B --why TEXT``."""

import click

from kg.cli import judged


@click.command("never")
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
    """Judge that two entities are different: never merged, and never proposed again.

    A and B are ids, names or aliases. If they are one now they are split.
    """
    from kg.judging import never

    bench = judged.bench(case)
    judged.carry_out(bench, never(bench, left, right), why, who, dry_run, as_json)
