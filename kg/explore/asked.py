"""What a page asks for: the parameters of a request, checked one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from kg.errors import QueryError
from kg.schema import LANGUAGES

_LONGEST = 400
"""Characters of a name or an id; what is longer is a mistake."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of an address, and the form that was sent with it."""

    cells: Mapping[str, Sequence[str]]
    form: Mapping[str, object] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, query: str, form: Mapping[str, object] | None = None) -> "Asked":
        """Read what stands behind the question mark.

        Raises:
            QueryError: There are too many parameters.
        """
        try:
            cells = parse_qs(query, max_num_fields=20, errors="replace")
        except ValueError as error:
            raise QueryError("too many parameters in the address") from error
        return cls(cells, form or {})

    def text(self, key: str) -> str:
        """A parameter, or nothing.

        Raises:
            QueryError: It is too long to be a name.
        """
        found = self.cells.get(key, ("",))[0].strip()
        if len(found) > _LONGEST:
            raise QueryError(f"{key}: at most {_LONGEST} characters")
        return found

    def one(self, key: str) -> str:
        """A parameter that has to be there.

        Raises:
            QueryError: It is not.
        """
        found = self.text(key)
        if not found:
            raise QueryError(f"{key}: is missing")
        return found

    def number(self, key: str, default: int, most: int) -> int:
        """A whole number between 0 and ``most``.

        Raises:
            QueryError: It is none.
        """
        text = self.text(key)
        if not text:
            return default
        if not (text.isascii() and text.isdecimal() and len(text) < 9):
            raise QueryError(f"{key}: {text!r} is no whole number")
        return min(int(text), most)

    def ids(self, key: str) -> list[str]:
        """Ids with commas between, each once, in their order."""
        text = self.cells.get(key, ("",))[0]
        return list(dict.fromkeys(id_ for id_ in text.split(",") if id_))

    @property
    def lang(self) -> str:
        """The language of the page; English for any other."""
        found = self.text("lang")
        return found if found in LANGUAGES else LANGUAGES[0]
