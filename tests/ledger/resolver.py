"""Files of nomenklatura's resolver read by the rules of that format, and by none of our code.

A line is a JSON list ``[target, source, judgement, score, user, timestamp]``. Two that are joined
by ``positive`` lines, over however many steps, are one; the canonical id of such a group is its
greatest: an id of Wikidata before one that begins with NK-, and that before any other. A group
without a canonical id is not merged at all.
"""

import json
import re
from dataclasses import dataclass, field

JUDGEMENTS = {"positive", "negative", "unsure", "no_judgement"}


@dataclass
class Resolver:
    """The edges of a file by pair."""

    edges: dict[frozenset[str], str] = field(default_factory=dict)

    @classmethod
    def load(cls, text: str) -> "Resolver":
        made = cls()
        for line in text.split("\n")[:-1]:
            target, source, judgement, score, user, timestamp = json.loads(line)
            assert judgement in JUDGEMENTS
            assert target != source
            assert score is None or isinstance(score, float)
            assert isinstance(user, str)
            assert isinstance(timestamp, str)
            pair = frozenset((target, source))
            assert pair not in made.edges, "a pair has one judgement"
            made.edges[pair] = judgement
        return made

    def connected(self, id_: str) -> set[str]:
        found, waiting = {id_}, [id_]
        while waiting:
            one = waiting.pop()
            for pair, judgement in self.edges.items():
                if judgement == "positive" and one in pair and not pair <= found:
                    waiting += pair - found
                    found |= pair
        return found

    def canonical(self, id_: str) -> str:
        best = max(self.connected(id_), key=lambda one: (_weight(one), one))
        return best if _weight(best) > 1 else id_

    def judgement(self, left: str, right: str) -> str:
        if right in self.connected(left):
            return "positive"
        found = [
            self.edges[frozenset((one, other))]
            for one in self.connected(left)
            for other in self.connected(right)
            if frozenset((one, other)) in self.edges
        ]
        return found[0] if found else "no_judgement"


def _weight(id_: str) -> int:
    if re.fullmatch("Q[0-9]+", id_):
        return 3
    return 2 if id_.startswith("NK-") else 1
