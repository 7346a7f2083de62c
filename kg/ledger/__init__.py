"""The ledger of a case: who judged which two entities, when and why. It only grows."""

from kg.ledger.book import FILE, Ledger
from kg.ledger.entry import COLUMNS, Entry

__all__ = ["COLUMNS", "FILE", "Entry", "Ledger"]
