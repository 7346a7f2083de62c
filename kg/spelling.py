"""What two spellings of one name share: case, accents, script, punctuation and spacing folded."""

import re
from unicodedata import normalize

_WORD = re.compile(r"[0-9a-z]+")
_PLUS = re.compile(r"(?<=\w)\+")
_LONGEST = 400
"""Characters that are looked at; no name is longer, and a pasted page must not cost minutes."""


class _Latin(dict[int, str]):
    """Characters in plain letters, worked out when first met."""

    def __missing__(self, code: int) -> str:
        from anyascii import anyascii

        self[code] = anyascii(chr(code)).casefold()
        return self[code]


_LATIN = _Latin()


def folded(text: str) -> str:
    """The spelling with case and accents folded (NFKC, casefold, anyascii), punctuation kept."""
    plain = text[:_LONGEST].strip()
    if plain.isascii():
        return plain.lower()
    return normalize("NFKC", plain).casefold().translate(_LATIN)


def words(text: str) -> list[str]:
    """The words of a name in plain letters: ``["gorlitzer", "park"]`` for ``Görlitzer Park``.

    A plus sign is a word, since ProKid+ is not ProKid. Text without any letter or digit is one
    word, as it stands. Put together they are the key of P3-DSS, P3DSS and p3 dss alike.
    """
    return split_words(folded(text))


def split_words(plain: str) -> list[str]:
    """The words of a text that is folded already."""
    if "+" in plain:
        plain = _PLUS.sub(" plus", plain)
    return _WORD.findall(plain) or [plain]
