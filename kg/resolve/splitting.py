"""The words of a name: letters that stand alone are put together, glued legal forms are cut off."""

import re
from collections.abc import Sequence

_GLUED = re.compile(r"(?<=[a-z])(AG|BV|GmbH|KG|NV|SA|SE)$")
_DOTTED = re.compile(r"(?i)(?<=\w{5})(b\.v|n\.v|s\.a)\.?$")


def unglued(name: str) -> str:
    """A name whose legal form stands apart: ``SiemensAG`` is Siemens AG."""
    return _DOTTED.sub(r" \1", _GLUED.sub(r" \1", name))


def join_letters(words: Sequence[str]) -> list[str]:
    """Words in which letters that stand alone side by side are one: ``n v`` is ``nv``."""
    if not any(len(word) == 1 for word in words):
        return list(words)
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
