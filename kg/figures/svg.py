"""Drawings as SVG: text stays text, connectors stay tied to cards in Inkscape.

Every text of the data is escaped here and nowhere else; what XML cannot hold is left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from kg.figures.drawing import Box, Drawing, Group, Head, Item, Path, Text
from kg.figures.fonts import families
from kg.figures.icons import number, polygon

_NAMES = (
    'xmlns="http://www.w3.org/2000/svg" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNITS = {"px": 1.0, "pt": 25.4 / 72}


def attributes(given: Mapping[str, object]) -> str:
    """Attributes as they are written; those without a value are left out."""
    return "".join(
        f" {name}={quoteattr(number(value) if isinstance(value, float) else _held(str(value)))}"
        for name, value in given.items()
        if value not in ("", None)
    )


def element(name: str, given: Mapping[str, object], inside: str = "") -> str:
    """One element."""
    return (
        f"<{name}{attributes(given)}>{inside}</{name}>"
        if inside
        else f"<{name}{attributes(given)}/>"
    )


def said(name: str, text: str, id_: str = "") -> str:
    """An element that holds text only."""
    return f"<{name}{attributes({'id': id_})}>{escape(_held(text))}</{name}>"


def opening(drawing: Drawing, unit: str, lang: str) -> str:
    """The start of the root element."""
    width, height = drawing.width, drawing.height
    size = [
        f"{number(each * _UNITS[unit])}{'mm' if unit == 'pt' else ''}" for each in (width, height)
    ]
    given = {
        "width": size[0],
        "height": size[1],
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "xml:lang": lang,
        "role": "img",
        "aria-labelledby": "title desc",
        "font-family": families(),
    }
    return f"<svg {_NAMES}{attributes(given)}>"


def _held(text: str) -> str:
    """A text without the letters that XML forbids."""
    return _NOT_XML.sub("", text)


def heads(found: Iterable[Head]) -> str:
    """The arrow heads as markers: one for the end of a stroke, one for its start."""
    return "".join(part for head in found for part in (_head(head, False), _head(head, True)))


def items(found: Iterable[Item]) -> str:
    """Items in their order, a line each."""
    return "\n".join(line for item in found for line in _item(item))


def _item(item: Item) -> Iterator[str]:
    match item:
        case Box():
            yield _box(item)
        case Path():
            yield _path(item)
        case Text():
            yield _text(item)
        case Group():
            yield from _group(item)


def _group(group: Group) -> Iterator[str]:
    x, y = group.at
    given = {
        "id": group.id,
        "class": group.kind,
        "transform": f"translate({number(x)} {number(y)})" if (x, y) != (0.0, 0.0) else "",
    }
    yield f"<g{attributes(given)}>"
    if group.about:
        yield said("title", group.about)
    for item in group.items:
        yield from _item(item)
    yield "</g>"


def _box(box: Box) -> str:
    drawn = box.stroke != "none"
    return element(
        "rect",
        {
            "id": box.id,
            "x": box.x,
            "y": box.y,
            "width": box.width,
            "height": box.height,
            "rx": box.radius or "",
            "fill": box.fill,
            "stroke": box.stroke if drawn else "",
            "stroke-width": box.line if drawn else "",
        },
    )


def _path(path: Path) -> str:
    drawn = path.stroke != "none"
    tied = any(path.between)
    back = path.arrow.endswith("-back")
    return element(
        "path",
        {
            "id": path.id,
            "d": path.d,
            "fill": path.fill,
            "stroke": path.stroke if drawn else "",
            "stroke-width": path.line if drawn else "",
            "stroke-dasharray": " ".join(map(number, path.dash)),
            "marker-start": f"url(#{path.arrow})" if path.arrow and back else "",
            "marker-end": f"url(#{path.arrow})" if path.arrow and not back else "",
            "inkscape:connector-type": "polyline" if tied else "",
            "inkscape:connector-curvature": "0" if tied else "",
            "inkscape:connection-start": f"#{path.between[0]}" if tied else "",
            "inkscape:connection-end": f"#{path.between[1]}" if tied else "",
        },
    )


def _text(text: Text) -> str:
    look = text.look
    given: dict[str, object] = {
        "x": text.x,
        "y": text.y,
        "font-size": look.size,
        "font-weight": look.weight if look.weight != 400 else "",
        "fill": look.colour,
        "text-anchor": look.anchor if look.anchor != "start" else "",
    }
    if text.turned:
        given["transform"] = f"rotate(-90 {number(text.x)} {number(text.y)})"
    if len(text.lines) == 1:
        return element("text", given, escape(_held(text.lines[0])))
    spans = [
        element("tspan", {"x": text.x, "dy": text.leading if place else ""}, escape(_held(line)))
        for place, line in enumerate(text.lines)
    ]
    return element("text", given, " ".join(spans))


def _head(head: Head, back: bool) -> str:
    """A marker in the units of the drawing, its tip a little past where the stroke ends."""
    size, high = head.size, head.size * 0.42
    tip, base, middle = (0.0, size, high) if back else (size, 0.0, high)
    line = head.size * 0.12
    inset = line if head.is_hollow else 0.0
    points = [
        (tip + (inset if back else -inset), middle),
        (base - (inset if back else -inset), inset),
        (base - (inset if back else -inset), high * 2 - inset),
    ]
    shape = {
        "d": polygon(points),
        "fill": "#FFFFFF" if head.is_hollow else head.colour,
        "stroke": head.colour if head.is_hollow else "",
        "stroke-width": line if head.is_hollow else "",
        "stroke-linejoin": "miter" if head.is_hollow else "",
    }
    given = {
        "id": f"{head.id}-back" if back else head.id,
        "markerUnits": "userSpaceOnUse",
        "markerWidth": size,
        "markerHeight": high * 2,
        "refX": size * 0.25 if back else size * 0.75,
        "refY": middle,
        "orient": "auto",
    }
    return element("marker", given, element("path", shape))
