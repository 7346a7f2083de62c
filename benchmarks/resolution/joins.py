"""What ``kg build`` joins by itself: ``python -m benchmarks.resolution.joins [--write]``.

Names whose truth is known, as parties of files beside everything that is shipped, without any
judgement. A join is right if both are of one cluster; of a shipped entity, if the name is one of
its own. Prints a table, and with --write puts it into docs/resolution.md.
"""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.resolution.made_up import rows
from benchmarks.resolution.sets import ROOT, SHARED, Labelled, clusters, suppliers
from docs.generator.blocks import measured
from kg.case import Case
from kg.dossier import gather
from kg.resolve.joining import join
from kg.statements import Entity

PAGE = ROOT / "docs" / "resolution.md"
HEAD = "| parties of files | names | joined | right | suggested | CPU-s |"
MADE_UP = 20_000

Parties = dict[str, Entity]
IsRight = Callable[[str, str], bool]


def main() -> None:
    """Measure, print, write."""
    if not SHARED.is_dir():
        sys.exit(f"{SHARED.name}: the labelled sets are not beside the checkout")
    with TemporaryDirectory() as folder:
        known = gather(Case(Path(folder))).entities
    text = "\n".join([HEAD, "|---" * 6 + "|", *lines(known)])
    sys.stdout.write(text + "\n")
    if "--write" in sys.argv:
        PAGE.write_text(measured(PAGE.read_text("utf-8"), "joins", text), "utf-8")


def lines(known: Parties) -> Iterator[str]:
    """One line a set."""
    own = {id_: one for entity in known.values() for id_, one in each_name(entity).items()}
    yield line("every name of what is shipped", own, known, of_one_row)
    for title, table, label, country in (
        ("police of the world (nsi_police)", clusters("nsi_police"), "PoliceForce", ""),
        ("Dutch applicants (patstat_nl), all taken for Dutch", clusters("patstat_nl"), "", "NL"),
        ("Spanish suppliers (PLACSP), without their numbers", suppliers(), "", ""),
    ):
        yield line(title, parties(table, label or "Company", country), known, of(table))
    made = list(rows(MADE_UP))
    firms = {
        f"org-{at}": Entity(f"org-{at}", "Company", row.name, countries=(row.country,))
        for at, row in enumerate(made)
    }
    truth = {f"org-{at}": row.firm for at, row in enumerate(made)}
    yield line("made-up firms", firms, known, lambda one, two: truth[one] == truth.get(two, -1))


def line(title: str, free: Parties, known: Parties, is_right: IsRight) -> str:
    """Join, count, tell; what is wrong is printed beside."""
    started = time.process_time()
    found = join({**known, **free}, (), [list(known)])
    seconds = time.process_time() - started
    wrong = [one for one in found.same if not is_right(one.id, one.into)]
    for one in wrong:
        into = {**known, **free}[one.into].name
        sys.stderr.write(f"wrong: {one.name} = {into}: {one.tier}, {one.why}\n")
    count = len(found.same)
    share = f"{(count - len(wrong)) / count:.4f}" if count else ""
    suggested = len(found.suggestions)
    return f"| {title} | {len(free):,} | {count:,} | {share} | {suggested:,} | {seconds:.1f} |"


def each_name(entity: Entity) -> Parties:
    """An entity once for each of its names, as a file has it."""
    names = dict.fromkeys([entity.name, *(name for _, name in entity.names), *entity.aliases])
    bare = replace(entity, names=(), aliases=(), ids=(), notes="")
    return {
        f"{entity.id}~{at}": replace(bare, id=f"{entity.id}~{at}", name=name)
        for at, name in enumerate(names)
    }


def of_one_row(one: str, two: str) -> bool:
    """Whether both are names of one row of data/entities.csv."""
    return one.partition("~")[0] == two.partition("~")[0]


def parties(table: Labelled, label: str, country: str) -> Parties:
    """The records of a table as parties, of their country or of one that is taken for granted."""
    return {
        f"org-{record.id}": Entity(
            f"org-{record.id}",
            label,
            record.name.raw,
            countries=tuple(filter(None, [record.country or country])),
        )
        for record in table.records
    }


def of(table: Labelled) -> IsRight:
    """Whether two parties are of one cluster; what is joined to a shipped row is printed."""
    truth: Mapping[str, str] = {
        f"org-{record.id}": cluster
        for record, cluster in zip(table.records, table.clusters, strict=True)
    }
    names = {f"org-{record.id}": record.name.raw for record in table.records}

    def is_right(one: str, two: str) -> bool:
        if two not in truth:
            sys.stderr.write(f"to look at: {names[one]} = {two}\n")
            return True
        return truth[one] == truth[two]

    return is_right


if __name__ == "__main__":
    main()
