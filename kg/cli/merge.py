"""``kg merge A B --why TEXT``."""

import click

from kg.cli import judged


@click.command("merge")
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
    """Judge that two entities are the same: they become one, with the id of A.

    A and B are ids, names or aliases. The names, identifiers and claims of both are kept, and the
    id of B leads to A from then on. A pair that is judged different is refused.
    """
    from kg.judging import merge

    bench = judged.bench(case)
    judged.carry_out(bench, merge(bench, left, right), why, who, dry_run, as_json)
