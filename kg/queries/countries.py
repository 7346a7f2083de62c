"""Countries as a person types them: a code, or a name in one of five languages."""

from kg.countries import names, plain_name
from kg.errors import QueryError, did_you_mean


def country_code(value: object) -> str:
    """Give the ISO 3166 alpha-2 code (``EU`` for the Union) for a code or a name.

    Raises:
        QueryError: There is no such country.
    """
    known = names()
    if code := known.get(plain_name(str(value))):
        return code
    hint = did_you_mean(str(value), (name for name in known if len(name) > 3))
    raise QueryError(f"must be a country such as BE or Belgium, not {value!r}{hint}")
