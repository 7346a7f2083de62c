"""``kg judgements``: the ledger of a case."""

from pathlib import Path

import click

from kg.cli import judged, options
from kg.cli.output import save


@click.command("judgements")
@click.option(
    "--export", "to", metavar="FILE.ijson", help="Write what stands, for nomenklatura's resolver."
)
@click.option(
    "--import", "from_", metavar="FILE.ijson", help="Take over what was judged in nomenklatura."
)
@judged.dry_run
@options.as_json
@options.case
@options.lang
def command(
    to: str | None, from_: str | None, dry_run: bool, as_json: bool, case: str | None, lang: str
) -> None:
    """List who judged what, when and why: the ledger of the case, judgements.csv.

    It only grows: what was taken back is still there, with the act that did it.
    """
    from kg.answers.json import data_json
    from kg.case import find
    from kg.judging import listing
    from kg.ledger import FILE, Ledger
    from kg.ledger.ijson import render

    if from_:
        _take_over(case, Path(from_), dry_run)
        return
    ledger = Ledger.open(find(case).root / FILE)
    for problem in ledger.problems:
        click.echo(str(problem), err=True)
    if to:
        save(Path(to), render(ledger))
    elif as_json:
        click.echo(data_json(listing.as_data(ledger)), nl=False)
    else:
        click.echo(listing.as_text(ledger, options.width(), lang), nl=False)


def _take_over(case: str | None, path: Path, dry_run: bool) -> None:
    """Take over a file as one act, so that one undo takes it back."""
    from kg.judging.taking_over import take_over
    from kg.store.loaded import to_do

    bench = judged.bench(case)
    taken = take_over(bench, path)
    for problem in taken.problems:
        click.echo(str(problem), err=True)
    for why, left_out in sorted(taken.left_out.items()):
        if left_out:
            click.echo(f"{left_out:,} left out: {why}", err=True)
    count = f"{len(taken.rows):,} judgement{'' if len(taken.rows) == 1 else 's'}"
    if not taken.rows or dry_run:
        click.echo(f"{count} to take over; nothing was written")
        return
    act = bench.ledger.take_over(taken.rows)
    left = to_do(bench.case)
    told = f"{count} taken over as {act}; kg undo {act} takes them back"
    click.echo(f"{told}; {left}" if left else told)
