"""The words of a figure around its data, and how it writes dates and amounts."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg.dates import is_date
from kg.errors import ViewError

_FILE = Path(__file__).with_name("words.toml")
_TERMS = _FILE.with_name("terms.toml")
_QUESTIONS = _FILE.with_name("questions.toml")
_PUBLISHERS = _FILE.with_name("publishers.toml")
_BRACKETS = re.compile(r"\(([^()]+)\)")
_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}


@dataclass(frozen=True, slots=True)
class Words:
    """One language."""

    lang: str
    texts: Mapping[str, Any] = field(hash=False)

    def say(self, key: str, **values: object) -> str:
        """A sentence with its values. Braces in a value stay as they are."""
        return str(self.texts[key]).format(**values)

    def count(self, key: str, n: int) -> str:
        """A sentence with how many; one thing has a sentence of its own."""
        return self.say(f"{key}_one") if n == 1 else self.say(key, n=n)

    def term(self, text: str) -> str:
        """A role, an outcome or the like in the language, if it is a common one."""
        return _texts(_TERMS).get(text, {}).get(self.lang, text)

    def question(self, text: str) -> str:
        """What sources disagree on in the language, if it is a question of the shipped data."""
        return _texts(_QUESTIONS).get(text, {}).get(self.lang, text)

    def publisher(self, name: str) -> str:
        """A publisher; what stands in brackets behind it, a copy or the like, in the language."""
        return _BRACKETS.sub(lambda found: f"({self._beside(found[1])})", name)

    def _beside(self, text: str) -> str:
        for pattern, said in _texts(_PUBLISHERS).items():
            before, _, after = pattern.partition("{}")
            is_open = "{}" in pattern and len(text) > len(pattern) - 2
            if text == pattern or (is_open and text.startswith(before) and text.endswith(after)):
                name = text[len(before) : len(text) - len(after)] if is_open else ""
                return said.get(self.lang, pattern).format(name)
        return text

    def date(self, text: str) -> str:
        """2019-10 as ``Oct 2019``; what is no date stays."""
        if not is_date(text):
            return text
        parts = text.split("-")
        if len(parts) == 1:
            return text
        month = self.texts["months"][int(parts[1]) - 1]
        if len(parts) == 2:
            return self.say("month", month=month, year=parts[0])
        return self.say("day", day=int(parts[2]), month=month, year=parts[0])

    def span(self, since: str, until: str) -> str:
        """From when to when, as far as it is known."""
        if since and until and since != until:
            return f"{self._time('from', since)} {self._time('to', until)}"
        if since and until:
            return self.date(since)
        if since:
            return self._time("since", since)
        return self._time("until", until) if until else ""

    def _time(self, key: str, text: str) -> str:
        """From, to, since or until a time: before a day some languages say it in another way."""
        exact = "_day" if is_date(text) and text.count("-") == 2 else ""
        return self.say(f"{key}{exact}", date=self.date(text))

    def number(self, value: float) -> str:
        """A number with its thousands apart and as few decimals as it has, two at most."""
        text = f"{value:,.2f}".rstrip("0").rstrip(".")
        marks = {",": self.texts["thousand"], ".": self.texts["decimal"]}
        return "".join(marks.get(letter, letter) for letter in text)

    def amount(self, value: float, currency: str) -> str:
        """An amount of money, millions and billions in words."""
        for key, size in (("billion", 1e9), ("million", 1e6)):
            if abs(value) >= size:
                text = self.say(key, n=self.number(round(value / size, 2)))
                break
        else:
            text = self.number(value)
        sign = _SIGNS.get(currency)
        before = self.lang in ("en", "nl")
        if sign and before:
            return f"{sign}{text}" if self.lang == "en" else f"{sign} {text}"
        return f"{text} {sign or currency}".rstrip()


@cache
def _texts(path: Path) -> Mapping[str, Mapping[str, str]]:
    with path.open("rb") as file:
        return tomllib.load(file)


@cache
def words(lang: str) -> Words:
    """The words of a language.

    Raises:
        ViewError: There is no such language.
    """
    with _FILE.open("rb") as file:
        read = tomllib.load(file)
    if lang not in read:
        raise ViewError(f"no language {lang!r}; one of {', '.join(read)}")
    return Words(lang, read[lang])
