"""Values written once and then counted from: what keeps a page of thousands of marks small."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from kg.answers.cells import visible
from kg.schema import LANGUAGES
from kg.views.picture import Words

Value = TypeVar("Value", bound=Hashable)
Cell = int | float | str | Sequence[object]
Column = list[Cell] | dict[str, Cell]

_SPARSE = 0.4
"""A column with a smaller part of its cells filled is written as an object of those."""


class Index(Generic[Value]):
    """Values in the order in which they first came, each with its number."""

    def __init__(self, first: Iterable[Value] = ()) -> None:
        """Start with values whose numbers are known."""
        self._numbers: dict[Value, int] = {value: place for place, value in enumerate(first)}

    def of(self, value: Value) -> int:
        """The number of a value."""
        return self._numbers.setdefault(value, len(self._numbers))

    def __iter__(self) -> Iterator[Value]:
        """The values by number."""
        return iter(self._numbers)


class Texts(Index[str]):
    """Texts that are safe to show; number 0 is no text."""

    def __init__(self) -> None:
        """Start with the empty text."""
        super().__init__([""])

    def of(self, value: str) -> int:
        """The number of a text, once what would act instead of being read is spelt out."""
        return super().of(visible(value))


class Worded(Index[tuple[str, ...]]):
    """Texts in five languages; number 0 is no text."""

    def __init__(self) -> None:
        """Start with the empty text."""
        super().__init__([("",)])

    def said(self, words: Words) -> int:
        """The number of a text in every language."""
        texts = in_languages(words)
        return self.of((texts,) if isinstance(texts, str) else tuple(texts))

    def written(self) -> list[str | list[str]]:
        """Each text by number: once where all languages say the same."""
        return [texts[0] if len(texts) == 1 else list(texts) for texts in self]


def in_languages(words: Words) -> str | list[str]:
    """A text in every language; once, if it is the same in all."""
    texts = [visible(words.get(lang) or words.get("en", "")) for lang in LANGUAGES]
    return texts[0] if len(set(texts)) == 1 else texts


def column(cells: Iterable[Cell]) -> Column:
    """The cells in order, or only those that say something, if these are few."""
    held = list(cells)
    filled = {str(place): cell for place, cell in enumerate(held) if cell not in (0, "", [])}
    return filled if len(filled) < _SPARSE * len(held) else held
