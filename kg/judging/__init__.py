"""Judging who is who: what a judgement would move is told first, then it goes to the ledger."""

from kg.judging.acts import Act, merge, never, split, undo, write
from kg.judging.bench import Bench, sit

__all__ = ["Act", "Bench", "merge", "never", "sit", "split", "undo", "write"]
