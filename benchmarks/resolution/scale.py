"""How long large tables take: ``python -m benchmarks.resolution.scale [NAMES]``, 100000 by default.

A name is a coined word (the beginning of one real word and the end of another), a real word, often
a trade and a legal form; the words are those of the labelled sets and of data/entities.csv. A third
of the names are followed by a copy in capitals with a typo, another legal form or another order.
The same on every machine: drawn by a hash, not by chance.
"""

import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b

from benchmarks.resolution.sets import clusters, curated
from kg.resolve.blocking import candidates
from kg.resolve.mentions import mentions
from kg.resolve.record import Record, record
from kg.resolve.resolving import resolve

FORMS = ("B.V.", "GmbH", "SA", "Ltd", "N.V.", "SAS", "AG", "S.p.A.", "Inc.", "")
MEGABYTE = 1024
ENDS = ("Systems", "Security", "Services", "Group", "Technologies", "Solutions", "Consulting", "")


def main() -> None:
    """Generate, resolve, tell."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    texts, truth = zip(*generated(size), strict=True)
    start = time.process_time()
    records = [record(str(at), text) for at, text in enumerate(texts)]
    parsed = time.process_time() - start
    found = resolve(records)
    cpu = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    told = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in found.seconds.items())
    sys.stdout.write(
        f"{size:,} names: {cpu:.1f} CPU-s (parse {parsed:.1f}, {told}), {memory:.0f} MB, "
        f"{found.pairs / size:.1f} candidates a record, "
        f"blocking recall {blocking_recall(records, truth):.3f}\n"
    )


def generated(size: int) -> Iterator[tuple[str, int]]:
    """Names, each with the number of the firm that it is of."""
    words = sorted(
        {
            word
            for table in (clusters("patstat_nl"), curated())
            for one in table.records
            for word in one.name.words
            if len(word) > 3 and word.isalpha()
        }
    )
    firm = made = 0
    while made < size:
        draw = _drawn(firm)
        coined = words[next(draw) % len(words)][:4] + words[next(draw) % len(words)][-4:]
        parts = [coined, words[next(draw) % len(words)]]
        parts.append(ENDS[next(draw) % len(ENDS)])
        form = FORMS[next(draw) % len(FORMS)]
        yield " ".join([*(part.title() for part in parts if part), form]).strip(), firm
        made += 1
        if next(draw) % 3 == 0 and made < size:
            yield _perturbed(parts, form, draw), firm
            made += 1
        firm += 1


def blocking_recall(records: list[Record], truth: tuple[int, ...]) -> float:
    """The share of the true pairs that are compared at all."""
    left, right = candidates(mentions(records))
    pairs = zip(left.tolist(), right.tolist(), strict=True)
    met = sum(truth[one] == truth[two] for one, two in pairs)
    return int(met) / sum(n * (n - 1) // 2 for n in Counter(truth).values())


def _perturbed(parts: list[str], form: str, draw: Iterator[int]) -> str:
    how, at = next(draw) % 4, next(draw)
    first, second, last = parts
    if how == 0:
        place = 1 + at % (len(first) - 2)
        first = first[:place] + first[place + 1] + first[place] + first[place + 2 :]
    elif how == 1:
        second = second[: 1 + at % (len(second) - 1)] + second[2 + at % (len(second) - 1) :]
    elif how == 2:
        form = FORMS[at % len(FORMS)]
    else:
        first, second = second, first
    return " ".join(part for part in (first.upper(), second.upper(), last.upper(), form) if part)


def _drawn(firm: int) -> Iterator[int]:
    for at in range(8):
        yield int.from_bytes(blake2b(f"{firm} {at}".encode(), digest_size=4).digest())


if __name__ == "__main__":
    main()
