"""A first mapping."""

from kg.inputs import Input


def suggestion(file: Input) -> str:
    """A first mapping for a table, from its columns."""
    return file.name
