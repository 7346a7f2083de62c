"""Cards: a box with the symbol, the name and the country of what it stands for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.figures.drawing import INK, SOFT, Box, Group, Item, Look, Text, centred
from kg.figures.icons import icon, tint
from kg.figures.measure import balanced, checked, longest_word, width, wrapped
from kg.schema import labels
from kg.views.picture import Mark

_STEP = 1.2
"""Way from line to line of a name, in its size."""
_LETTERS = 140
"""A name longer than this is cut; figure.json has it whole."""


@dataclass(frozen=True, slots=True)
class Style:
    """How cards of one drawing are set. ``name`` is the size of names, ``aside`` of the rest.

    ``lines`` is how many lines a name may take, 0 for as many as it needs.
    """

    name: float
    aside: float
    lines: int = 0

    @property
    def before(self) -> float:
        """The room left of a name: the edge, the symbol, a gap."""
        return self.name * 1.95

    @property
    def pad(self) -> float:
        """The room right of the last thing in a card."""
        return self.name * 0.55

    @property
    def high(self) -> float:
        """The room above and below a name."""
        return self.name * 0.42


@dataclass(frozen=True, slots=True)
class Card:
    """A measured card. ``under`` is what stands in small letters below the name."""

    mark: Mark
    lines: tuple[str, ...]
    under: tuple[str, ...]
    country: str
    width: float
    height: float
    style: Style
    is_focus: bool = False


def countries(mark: Mark) -> str:
    """The codes of a mark's countries: two of them, then how many more."""
    codes = [code for code in mark.country if code]
    more = f" +{len(codes) - 2}" if len(codes) > 2 else ""
    return checked(" ".join(codes[:2]) + more)


def title(mark: Mark) -> str:
    """The name on a card with a capital, cut between words if it is very long."""
    name = _headed(checked(mark.name, 600) or checked(mark.id, 600))
    if len(name) <= _LETTERS:
        return name
    head = name[:_LETTERS]
    words = head.rsplit(" ", 1)[0]
    return f"{(words if len(words) > _LETTERS * 0.7 else head).rstrip(' ,;')}…"


def _headed(name: str) -> str:
    """The name as a heading: police forces of England is Police forces of England.

    Names like hessenDATA and i-Police, and those of one word, are written as they are.
    """
    first, *more = name.split(" ")
    return f"{first[:1].upper()}{name[1:]}" if more and first.islower() else name


def natural(mark: Mark, style: Style, under: str = "") -> float:
    """How wide a card is with its name on one line."""
    text = max(width(title(mark), style.name, 600), width(under, style.aside))
    return _around(mark, style) + text


def narrowest(mark: Mark, style: Style) -> float:
    """How wide a card is that breaks its name only between words, in as many lines as it may."""
    name = title(mark)
    word = longest_word(name, style.name, 600)
    most = style.name * 22
    while style.lines and word < most:
        if len(wrapped(name, word, style.name, 600)) <= style.lines:
            break
        word += style.name * 0.75
    return _around(mark, style) + min(word, most)


def measured(
    mark: Mark, style: Style, room: float, least: float = 0.0, under: str = "", focus: bool = False
) -> Card:
    """The card of a mark, ``room`` wide and at least ``least`` high."""
    text = room - _around(mark, style)
    lines = balanced(title(mark), text, style.name, 600)
    below = balanced(under, text, style.aside, 400, 4) if under else ()
    high = style.name * _STEP * len(lines) + style.aside * 1.25 * len(below) + 2 * style.high
    return Card(mark, lines, below, countries(mark), room, max(high, least), style, is_focus=focus)


def draw(card: Card, x: float, y: float, about: str = "") -> Group:
    """The card with its upper left corner at (x, y)."""
    style, colour = card.style, labels()[card.mark.label].colour
    middle = y + card.height / 2
    box = Box(
        x, y, card.width, card.height, tint(colour), colour,
        line=style.name * (0.15 if card.is_focus else 0.075),
        radius=style.name * 0.36, id=f"card-{card.mark.id}",
    )  # fmt: skip
    sign = icon(card.mark.label, x + style.name * 1.05, middle, style.name * 0.86)
    items: list[Item] = [box, sign, *_name(card, x + style.before, middle)]
    if card.country:
        look = Look(style.aside, 400, SOFT, "end")
        at = middle + style.aside * 0.34
        items.append(Text(x + card.width - style.pad, at, (card.country,), look))
    return Group(tuple(items), id=f"mark-{card.mark.id}", about=about, kind="card")


def _name(card: Card, x: float, middle: float) -> Iterable[Item]:
    style = card.style
    below = style.aside * 1.25 * len(card.under)
    step = style.name * _STEP
    first = centred(card.lines, middle - below / 2, style.name)
    first += (len(card.lines) - 1) * (style.name * 1.27 - step) / 2
    yield Text(x, first, card.lines, Look(style.name, 600, INK), step)
    if card.under:
        top = first + step * (len(card.lines) - 1) + style.aside * 1.25
        yield Text(x, top, card.under, Look(style.aside, 400, SOFT), style.aside * 1.25)


def _around(mark: Mark, style: Style) -> float:
    """The width of a card without its name."""
    code = countries(mark)
    aside = width(code, style.aside) + style.name * 0.6 if code else 0.0
    return style.before + aside + style.pad


def shares(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float] | None:
    """Widths that fill a room: the widest give way first, none below its least; or nothing."""
    if sum(least) > room:
        return None
    if sum(wanted) <= room:
        return list(wanted)
    low, high = 0.0, max(wanted)
    for _ in range(40):
        cap = (low + high) / 2
        total = sum(max(small, min(want, cap)) for want, small in zip(wanted, least, strict=True))
        low, high = (low, cap) if total > room else (cap, high)
    return [max(small, min(want, low)) for want, small in zip(wanted, least, strict=True)]


Cards = Mapping[str, Card]
