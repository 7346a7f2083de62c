"""``kg why A B``."""

import click

from kg.cli import options


@click.command("why")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option("--country", metavar="CODE", default="", help="The country of names, such as DE.")
@options.case
@options.lang
def command(left: str, right: str, country: str, case: str | None, lang: str) -> None:
    """Say why two names are taken for one or not, step by step.

    A and B are ids of entities, or any two names: kg why "SkyDio NV" "Skydio". What was judged of
    two entities stands first, with its reason; of two ids that are one by now, every step that led
    there. Aliases of authorities count with their country only: kg why BPOL Bundespolizei --country
    DE.
    """
    from kg.case import find
    from kg.dossier import gather
    from kg.resolve.asked import Known, why

    found = gather(find(case))
    known = Known(found.unmerged, found.judgements, found.clusters, found.joined.same)
    click.echo(why(known, left, right, lang, country), nl=False)
