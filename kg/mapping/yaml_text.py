"""YAML as plain texts, lists and tables, each with the line that it stands on.

Every scalar is the text that was written: ``no`` is Norway and not False, ``01`` keeps its zero.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from kg.errors import DataError, did_you_mean

LARGEST = 1_000_000
"""Characters that a mapping may have."""

_NOTHING = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a YAML file: a text, a list or a table of parts. ``name`` is that of the file."""

    name: str
    line: int
    held: "str | list[Part] | dict[str, Part]"

    def wrong(self, message: str) -> DataError:
        """What is wrong with this part."""
        return DataError(f"{self.name}, row {self.line}: {message}")

    def table(self, what: str) -> "dict[str, Part]":
        """This part as a table.

        Raises:
            DataError: It is none.
        """
        if isinstance(self.held, dict):
            return self.held
        if self.held == "":
            return {}
        raise self.wrong(f"{what} takes keys with values below it, not {self._shown()}")

    def text(self, what: str) -> str:
        """This part as a text.

        Raises:
            DataError: It is none.
        """
        if isinstance(self.held, str):
            return self.held
        raise self.wrong(f"{what} takes one value, not {self._shown()}")

    def texts(self, what: str) -> tuple[str, ...]:
        """This part as a list of texts; one text is a list of one."""
        return tuple(part.text(what) for part in self.items())

    def items(self) -> "Iterator[Part]":
        """The parts of a list; anything else is a list of one."""
        if isinstance(self.held, list):
            yield from self.held
        else:
            yield self

    def only(self, what: str, known: "tuple[str, ...]") -> "dict[str, Part]":
        """This part as a table that has no other keys than these.

        Raises:
            DataError: It is no table, or has another key.
        """
        found = self.table(what)
        for key, part in found.items():
            if key not in known:
                hint = did_you_mean(key, known) or f"; known are {', '.join(known)}"
                raise part.wrong(f"{what} has no key {key!r}{hint}")
        return found

    def _shown(self) -> str:
        if isinstance(self.held, str):
            return repr(self.held[:60])
        return "a list" if isinstance(self.held, list) else "a table"


def parse(text: str, name: str) -> Part:
    """Read YAML.

    Raises:
        DataError: It is none, has a key twice, or goes in a circle.
    """
    if len(text) > LARGEST:
        raise DataError(f"{name}: has {len(text):,} characters; no mapping is so long")
    try:
        root = yaml.compose(text, yaml.CSafeLoader)
        return _part(root, name, (), 1) if root else Part(name, 1, {})
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        what = " ".join(filter(None, (error.context, error.problem)))
        raise DataError(f"{name}, row {line}: is no YAML ({what})") from error
    except yaml.YAMLError as error:
        raise DataError(f"{name}: is no YAML ({str(error).splitlines()[0]})") from error
    except RecursionError as error:
        raise DataError(f"{name}: is nested too deep") from error


def _part(node: yaml.Node, name: str, above: tuple[int, ...], line: int) -> Part:
    """``line`` is where a reader looks for it: at its key, or its dash."""
    if id(node) in above:
        raise DataError(f"{name}, row {line}: an alias that stands for itself goes in a circle")
    above = (*above, id(node))
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Part] = {}
        for key, value in node.value:
            word, row = _scalar(key), key.start_mark.line + 1
            if word in found:
                raise DataError(f"{name}, row {row}: {word!r} stands here twice; delete one")
            found[word] = _part(value, name, above, row)
        return Part(name, line, found)
    if isinstance(node, yaml.SequenceNode):
        return Part(
            name, line, [_part(item, name, above, item.start_mark.line + 1) for item in node.value]
        )
    return Part(name, line, _scalar(node))


def _scalar(node: yaml.Node) -> str:
    value = str(node.value)
    is_bare = isinstance(node, yaml.ScalarNode) and not node.style
    return "" if is_bare and value in _NOTHING else value
