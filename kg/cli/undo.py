"""``kg undo [ACT]``."""

import click

from kg.cli import judged, options


@click.command("undo")
@click.argument("act", required=False, default="")
@click.option("--why", default="", metavar="TEXT", help="The reason.")
@judged.who
@judged.dry_run
@options.case
@options.as_json
def command(
    act: str, why: str, who: str | None, dry_run: bool, case: str | None, as_json: bool
) -> None:
    """Take a judgement back: ACT as kg judgements names it, else the last one that stands.

    Everything is then as if it had never been made; both stay in the ledger. To bring it back, undo
    the undo by its name.
    """
    from kg.judging import telling, undo

    bench = judged.bench(case)
    taken, entries = undo(bench, act)
    if not as_json:
        click.echo(telling.taken_back(entries), nl=False)
    judged.carry_out(bench, taken, why, who, dry_run, as_json)
