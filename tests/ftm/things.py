"""Fragments for tests."""

from kg.ftm.fragment import FILE_END, Fragment

AT = f"t.jsonl{FILE_END}entity 1"


def fragment(id_: str, schema: str, at: str = AT, **values: str | list[str]) -> Fragment:
    """A fragment; ``x_label`` is the property ``x:label``."""
    held = {
        name.replace("x_", "x:", 1) if name.startswith("x_") else name: dict.fromkeys(
            [value] if isinstance(value, str) else value, at
        )
        for name, value in values.items()
    }
    return Fragment(id_, schema, at, held)
