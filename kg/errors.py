"""Every error a person can cause.

* KgError
  - CaseError     a case folder is missing or cannot be written
  - DataError     a row of data/ or a record of a source is wrong
  - SchemaError   a file of kg/schema/ is wrong
  - StoreError    a store cannot be reached, opened, read or filled
  - QueryError    a file of queries/ is wrong, or a parameter is
  - ViewError     a file of visualizations/ is wrong
"""

from collections.abc import Iterable
from difflib import get_close_matches


class KgError(Exception):
    """Shown to the person as one line, without a traceback."""


class CaseError(KgError):
    """A case folder is missing or cannot be written."""


class DataError(KgError):
    """A row of data/ or a record of a source is wrong."""


class SchemaError(KgError):
    """A file of kg/schema/ is wrong."""


class StoreError(KgError):
    """A store cannot be reached, opened, read or filled."""


class QueryError(KgError):
    """A file of queries/ is wrong, or a parameter is."""


class ViewError(KgError):
    """A file of visualizations/ is wrong."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Hint for a misspelt name: ``" (did you mean 'palantir'?)"``, or nothing."""
    by_lower = {name.lower(): name for name in sorted(known, reverse=True)}
    close = get_close_matches(word.lower()[:200], list(by_lower), n=1, cutoff=0.7)
    return f" (did you mean {by_lower[close[0]]!r}?)" if close else ""
