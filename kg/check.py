"""Everything that a person can mend before a build: rows, saved queries, views."""

from dataclasses import dataclass
from typing import Any

from kg.case import Case
from kg.dossier import gather
from kg.queries import lint, saved
from kg.views import spec
from kg.views.lint import lint as lint_view


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what is wrong."""

    claims: int
    entities: int
    queries: int
    views: int
    problems: tuple[str, ...]

    def text(self) -> str:
        """A line a problem, and what was looked at."""
        seen = (
            f"{self.entities:,} entities, {self.claims:,} claims, {self.queries} saved queries, "
            f"{self.views} views"
        )
        count = len(self.problems)
        found = f"{count} problem{'' if count == 1 else 's'}" if count else "all is well"
        return "\n".join([*self.problems, f"{seen}: {found}"])

    def data(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "entities": self.entities,
            "claims": self.claims,
            "queries": self.queries,
            "views": self.views,
            "problems": list(self.problems),
        }


def check(case: Case) -> Checked:
    """Look at all that a build, the saved queries and the views would read."""
    dossier = gather(case)
    queries, broken = saved.load(case)
    views, unread = spec.load(case)
    known = {*dossier.entities, *dossier.clusters.heads}
    found = [
        *map(str, dossier.problems),
        *map(str, broken),
        *(line for query in queries.values() for line in lint.lint(query)),
        *unread,
        *(line for view in views.values() for line in lint_view(view, queries[view.query], known)),
    ]
    return Checked(
        claims=len(dossier.statements),
        entities=len(dossier.entities),
        queries=len(queries),
        views=len(views),
        problems=tuple(found),
    )
