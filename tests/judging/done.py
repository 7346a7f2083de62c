"""What an act says before it is written, and what comes of it."""

from kg.dossier import gather
from kg.judging import Act, Bench, write
from kg.judging.moving import One
from tests.judging.samples import again


def shapes(ones: tuple[One, ...]) -> list[tuple[str, tuple[str, ...], int]]:
    """Each entity as its id, the ids that lead to it, and how many claims speak of it."""
    return [(one.id, one.ids, one.claims) for one in ones]


def heads(made: Bench, *ids: str) -> list[str]:
    """The heads after a build."""
    return [gather(made.case).clusters.head(one) for one in ids]


def done(made: Bench, act: Act) -> Bench:
    """Write an act, and look anew."""
    write(made, act, "I looked.", "tess")
    return again(made)
