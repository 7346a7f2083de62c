"""The main job: from the files of a case to a store that can be asked, with a summary of it."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.case import Case
from kg.dossier import Dossier, gather
from kg.graph.build import Built, build_graph
from kg.schema import labels
from kg.store import prints, shelf
from kg.tables import Problem, write

_REVIEW, _JOINED = "review.csv", "joined.csv"


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build came to. ``seconds`` are wall-clock seconds."""

    entities: dict[str, int]
    relationships: int
    derived: int
    claims: int
    sources: int
    conflicts: int
    joined: int
    review: int
    suggested: int
    problems: tuple[Problem, ...]
    unread: dict[str, int]
    shortfalls: int
    store: Path
    seconds: float

    def text(self) -> str:
        """The summary as a person reads it."""
        kinds = [
            f"  {count:>6,}  {labels()[label].plural['en']}"
            for label, count in self.entities.items()
        ]
        return "\n".join(
            [
                f"{sum(self.entities.values()):,} entities",
                *kinds,
                f"{self.relationships:,} relationships, and {self.derived:,} derived from them",
                f"{self.claims:,} claims from {self.sources:,} sources",
                f"{self.conflicts:,} conflicts side by side (kg conflicts)",
                *self._joined(),
                f"{self.review:,} pairs of names still to decide (kg query maybe-same)",
                f"built in {self.seconds:.1f} s: {self.store}",
            ]
        )

    def _joined(self) -> Iterator[str]:
        """What became of the parties of files, if there are any that may be somebody else."""
        if self.joined or self.suggested:
            yield (
                f"{self.joined:,} parties of files joined to others ({_JOINED}), "
                f"{self.suggested:,} more pairs suggested (kg review)"
            )

    def json(self) -> str:
        """The summary for a program."""
        return json.dumps(
            {
                "entities": self.entities,
                "relationships": self.relationships,
                "derived": self.derived,
                "claims": self.claims,
                "sources": self.sources,
                "conflicts": self.conflicts,
                "joined": self.joined,
                "review": self.review,
                "suggested": self.suggested,
                "problems": [str(problem) for problem in self.problems],
                "seconds": round(self.seconds, 2),
                "store": str(self.store),
            },
            ensure_ascii=False,
            indent=2,
        )

    def warnings(self) -> Iterator[str]:
        """One line for each thing that was left out."""
        yield from map(str, self.problems)
        for column, count in sorted(self.unread.items()):
            yield f"column {column} was not read ({count} rows)"
        if self.problems:
            count = len(self.problems)
            problems = "1 problem" if count == 1 else f"{count} problems"
            yield f"{problems}; what is named there was left out (kg check)"


def build(case: Case) -> Summary:
    """Gather, build the graph, fill a new store, put it in the place of the old one.

    Raises:
        CaseError: The case folder cannot be written.
    """
    started = time.perf_counter()
    now = prints.take(case)
    dossier, built = assemble(case)

    def fill(folder: Path) -> None:
        from kg.store import embedded

        now.keep(folder)
        _list_review(folder / _REVIEW, dossier)
        _list_joined(folder / _JOINED, dossier)
        embedded.build(built.graph, folder, case.name)

    folder = shelf.put(case, f"store-{now.exact}", fill, shown=[_REVIEW, _JOINED])
    return _summary(dossier, built, folder, time.perf_counter() - started)


def assemble(case: Case) -> tuple[Dossier, Built]:
    """The graph of a case in memory, with the dossier it was built from."""
    dossier = gather(case)
    return dossier, build_graph(dossier)


def is_stale(case: Case) -> bool:
    """Whether data/, ingest/ or the judgements changed since the store in use was built."""
    folder = shelf.current(case)
    return folder is None or not prints.are_as(case, folder)


def is_only_judged(case: Case) -> bool:
    """Whether judgements are all that changed since the store in use was built."""
    folder = shelf.current(case)
    return folder is not None and prints.are_but_judged(case, folder)


def _list_review(path: Path, dossier: Dossier) -> None:
    """The pairs for a person: those left unsure, then those suggested, the likest first."""
    rows = [
        {"left": pair.left, "right": pair.right, "judgement": pair.verdict, "reason": pair.reason}
        for pair in dossier.review
    ]
    rows += [
        {"left": one.left, "right": one.right, "judgement": "suggested", "reason": one.why}
        | {"score": f"{one.score:.3f}"}
        for one in dossier.joined.suggestions
    ]
    write(path, ("left", "right", "judgement", "reason", "score"), rows)


def _list_joined(path: Path, dossier: Dossier) -> None:
    """Every join that was made without a person, with its reason."""
    columns = ("id", "name", "into", "tier", "why")
    rows = [{name: getattr(one, name) for name in columns} for one in dossier.joined.same]
    write(path, columns, rows)


def _summary(dossier: Dossier, built: Built, folder: Path, seconds: float) -> Summary:
    kinds = Counter(entity.label for entity in dossier.entities.values())
    facts = [edge for edge in built.graph.edges if "eid" in edge.props]
    derived = sum(1 for edge in facts if edge.props.get("derived"))
    return Summary(
        entities=dict(sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))),
        relationships=len(facts) - derived,
        derived=derived,
        claims=len(dossier.statements),
        sources=len(dossier.sources),
        conflicts=sum(1 for conflict in built.conflicts if conflict.kind == "conflict"),
        joined=len(dossier.joined.same),
        review=len(dossier.review),
        suggested=len(dossier.joined.suggestions),
        problems=dossier.problems,
        unread=dict(dossier.unread),
        shortfalls=dossier.shortfalls,
        store=folder,
        seconds=seconds,
    )
