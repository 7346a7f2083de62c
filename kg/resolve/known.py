"""What the tables of other names join (T3): two that sources give to one body of a country."""

from collections.abc import Iterator, Sequence

from kg.resolve.aliases import Alias, Aliases
from kg.resolve.grounds import beside
from kg.resolve.parties import Party
from kg.resolve.record import Record
from kg.resolve.tiers import Edge


def by_known(records: Sequence[Record], known: Aliases) -> Iterator[Edge]:
    """The records that are one body by the names that are known, each with the first of them."""
    first: dict[str, tuple[int, Alias]] = {}
    for at, record in enumerate(records):
        if not (alias := known.of(record)):
            continue
        other, its = first.setdefault(alias.body, (at, alias))
        if other != at and are_one(records[other], record, alias):
            yield Edge(other, at, "T3", 1.0, told(its, alias))


def by_tables(parties: Sequence[Party], known: Aliases) -> Iterator[Edge]:
    """The same for parties of files and rows kept by hand, of which one at most may be the body.

    Of two rows that names say are one, a person has to judge; so nothing is joined with either.
    """
    bodies: dict[str, list[int]] = {}
    for at, one in enumerate(parties):
        if (alias := known.of(one.record)) and _may_be(one, alias):
            bodies.setdefault(alias.body, []).append(at)
    for places in bodies.values():
        if sum(not parties[at].is_free for at in places) <= 1:
            for edge in by_known([parties[at].record for at in places], known):
                yield edge._replace(left=places[edge.left], right=places[edge.right])


def _may_be(one: Party, alias: Alias) -> bool:
    """Whether a party can be the body at all: an office, or else a firm; no named part of it."""
    if one.is_vague or one.is_union or beside(one.record.name):
        return False
    return one.is_public != alias.is_firm


def both(known: Aliases, one: Record, two: Record) -> tuple[Alias, Alias] | None:
    """The two names, if they are those of one body."""
    left, right = known.of(one), known.of(two)
    if left and right and left.body == right.body and are_one(one, two, left):
        return left, right
    return None


def are_one(one: Record, two: Record, alias: Alias) -> bool:
    """Whether the legal forms of two names of one body may be one as well.

    Of firms and offices of data/ whose names are the same letters, T2 has said what there is to
    say: ten towns have a Plainfield Police Department.
    """
    if (alias.is_firm or alias.is_entity) and one.name.squeezed == two.name.squeezed:
        return False
    left, right = one.name.form, two.name.form
    return not left or not right or left.is_kept or right.is_kept or left.fits(right)


def told(one: Alias, two: Alias) -> str:
    """The reason: which name is whose, and who says so."""
    name = shown(one, two)
    return f"alias {name.name!r} of {name.of!r} by {name.source}"


def shown(one: Alias, two: Alias) -> Alias:
    """The one of two names that is not the body's own."""
    return two if two.name != two.of else one
