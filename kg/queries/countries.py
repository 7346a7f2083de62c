"""Countries as a person types them: a code, or a name in one of five languages."""

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

from kg.errors import QueryError, did_you_mean


def country_code(value: object) -> str:
    """Give the ISO 3166 alpha-2 code (``EU`` for the Union) for a code or a name.

    Raises:
        QueryError: There is no such country.
    """
    codes = _codes()
    if code := codes.get(_plain(str(value))):
        return code
    hint = did_you_mean(str(value), (name for name in codes if len(name) > 3))
    raise QueryError(f"must be a country such as BE or Belgium, not {value!r}{hint}")


@cache
def _codes() -> dict[str, str]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    names = {_plain(name): code for code, known in table["names"].items() for name in known}
    also = {_plain(other): code for other, code in table["also"].items()}
    return names | also | {_plain(code): code for code in table["codes"].split()}


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
