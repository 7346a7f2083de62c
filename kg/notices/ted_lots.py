"""Which lots a section of an older notice means: it may write 1 for 01, or several at once."""

import re
from collections.abc import Iterator, Sequence

from kg.notices.fields import distinct

_WORD = re.compile(
    r"(?:lots?|los|lose|lotes?|lotto|lotti|perceel|percelen|partidas?|część|części|zadanie|pakiet|"
    r"časť|část|osa|dalis|daļa|rész|sklop|grupa|delkontrakt)\b[\s.:]*(?:n[ro]?[.°º]\s*)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[,;/+&]\s*|\s+(?:and|und|et|en|y|e|i|og|och|oraz)\s+", re.IGNORECASE)
_SPAN = re.compile(r"([0-9]{1,4})\s*(?:[-–]|to|bis|à|tot|t/m)\s*([0-9]{1,4})")  # noqa: RUF001
_LONGEST = 500


def meant(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """The lots of the notice that a text names; the text itself where it names none for sure.

    A list counts only if each of its parts is a lot of the notice.
    """
    if not text or text in known:
        return (text,) if text else ()
    by_plain: dict[str, list[str]] = {}
    for lot in distinct(known):
        by_plain.setdefault(_plain(lot), []).append(lot)
    for parts in ([text], list(_parts(_WORD.sub("", text.strip(), count=1)))):
        found = [by_plain.get(_plain(part), []) for part in parts]
        if found and all(len(lots) == 1 for lots in found):
            return tuple(distinct(lots[0] for lots in found))
    return (text,)


def _parts(text: str) -> Iterator[str]:
    """The parts of a list: ``1, 3-5 and 7`` are five."""
    for part in filter(None, _BETWEEN.split(text)):
        span = _SPAN.fullmatch(part.strip())
        if span and 0 < int(span[2]) - int(span[1]) < _LONGEST:
            yield from map(str, range(int(span[1]), int(span[2]) + 1))
        else:
            yield part


def _plain(lot: str) -> str:
    """A lot without the word for it and without zeros before its number."""
    plain = _WORD.sub("", lot.strip(), count=1).strip(" .").casefold() or lot.strip().casefold()
    return plain.lstrip("0") or plain
