"""The legend: what is drawn, no more and no less."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.figures.cells import cell
from kg.figures.drawing import INK, Box, Group, Head, Item, Look, Path, Text, leading
from kg.figures.icons import icon, number
from kg.figures.ink import dashes, head
from kg.figures.measure import checked, width
from kg.schema import is_a, labels
from kg.views.picture import Mark
from kg.views.styles import styles

_BAND = "#DDE6EF"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its sign is a label's symbol, a style of line, the cell of a style, or a band."""

    text: str
    label: str = ""
    style: str = ""
    cell: str = ""
    band: str = ""


def entries(marks: Iterable[Mark], drawn: Sequence[str], lang: str) -> list[Entry]:
    """One entry a symbol, then one a style of line; labels of one symbol share an entry.

    Where all is of one kind and no line is drawn, a legend tells nothing.
    """
    used = {mark.label for mark in marks}
    shared: dict[tuple[str, str], list[str]] = {}
    for name, label in labels().items():
        if name in used:
            shared.setdefault((label.shape, label.colour), []).append(name)
    signs = [Entry(_names(names, lang), label=names[0]) for names in shared.values()]
    lines = [Entry(checked(styles()[name].names[lang]), style=name) for name in drawn]
    return [*sorted(signs, key=_order), *lines] if lines or len(signs) > 1 else []


def legend(
    found: Sequence[Entry], room: float, size: float, scale: float
) -> tuple[list[Item], float]:
    """The entries in rows of a width, and how high they are. ``scale`` is that of the lines."""
    items: list[Item] = []
    x, row = 0.0, 0
    step = leading(size) * 1.12
    for entry in found:
        sign = size * 3.1 if entry.style or entry.band else size * 1.05
        wide = sign + size * 0.4 + width(entry.text, size)
        if x and x + wide > room:
            x, row = 0.0, row + 1
        middle = row * step + step / 2
        items.append(Group(tuple(_entry(entry, x, middle, sign, (size, scale))), kind="key"))
        x += wide + size * 1.5
    return items, (row + 1) * step if found else 0.0


def legend_heads(drawn: Iterable[str], scale: float) -> Iterator[Head]:
    """The arrow heads of the legend's lines, which have a size of their own."""
    for name in drawn:
        found = head(styles()[name], scale * 12)
        yield Head(f"key-{name}", found.colour, found.is_hollow, found.size)


def _entry(
    entry: Entry, x: float, y: float, sign: float, sizes: tuple[float, float]
) -> Iterator[Item]:
    size, scale = sizes
    if entry.label:
        yield icon(entry.label, x + size * 0.52, y, size * 0.98)
    elif entry.band:
        yield Box(x, y - size * 0.3, sign, size * 0.6, fill=_BAND)
        d = f"M{number(x)} {number(y)}H{number(x + sign)}"
        yield Path(d, stroke=INK, line=scale)
    elif entry.cell:
        yield cell(entry.cell, x + size * 0.52, y, size * 0.92)
    else:
        style = styles()[entry.style]
        arrow = f"key-{style.name}" if style.arrow != "none" else ""
        end = x + sign - (3 * scale if arrow else 0.0)
        d = f"M{number(x)} {number(y)}L{number(end)} {number(y)}"
        line = round(style.width * scale, 2)
        yield Path(d, stroke=style.colour, line=line, dash=dashes(style, scale), arrow=arrow)
    yield Text(x + sign + size * 0.4, y + size * 0.34, (entry.text,), Look(size, 400, INK))


def _names(names: Sequence[str], lang: str) -> str:
    text = " / ".join(labels()[name].names[lang] for name in names)
    return checked(text[:1].upper() + text[1:])


_CHAIN = (
    "Company", "Contract", "Tender", "Project", "System", "Technology", "PoliceForce",
    "Municipality", "PublicBody",
)  # fmt: skip


def _order(entry: Entry) -> tuple[int, str]:
    """Sellers first, then what they sell, police, other bodies, and what stands beside them."""
    place = next((n for n, name in enumerate(_CHAIN) if is_a(entry.label, name)), len(_CHAIN))
    return (place, entry.text)
