"""The words of a name: letters that stand alone are put together, glued legal forms are cut off."""

import re
from collections.abc import Sequence

_GLUED = re.compile(r"(?<=[a-z])(AG|BV|GmbH|KG|NV|SA|SE)$")
_DOTTED = re.compile(r"(?i)(?<=\w{5})(b\.v|n\.v|s\.a)\.?$")

_AND = frozenset(("and", "und", "et", "en", "y", "e", "i"))


def unglued(name: str) -> str:
    """A name whose legal form stands apart: ``SiemensAG`` is Siemens AG."""
    return _DOTTED.sub(r" \1", _GLUED.sub(r" \1", name))


def join_letters(words: Sequence[str]) -> list[str]:
    """Words in which letters that stand alone side by side are one: ``n v`` is ``nv``."""
    if 1 not in map(len, words):
        return list(words)
    words = [word for at, word in enumerate(words) if not _is_and(words, at)]
    joined: list[str] = []
    alone = False
    for word in words:
        is_letter = len(word) == 1 and word.isalpha()
        if is_letter and alone:
            joined[-1] += word
        else:
            joined.append(word)
        alone = is_letter
    return joined


def _is_and(words: Sequence[str], at: int) -> bool:
    """Whether a word is the and of ``H and M``."""
    if words[at] not in _AND or not 0 < at < len(words) - 1:
        return False
    return len(words[at - 1]) == 1 and len(words[at + 1]) == 1
