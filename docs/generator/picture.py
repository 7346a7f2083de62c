"""The picture of the data model: what relationships join which labels, and what they rest on.

Where a box stands is decided here; what is in it, and what joins two boxes, comes from the schema.
A new label or predicate that finds no place is an error, so that the picture is never behind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docs.generator.shapes import Point, number, sign
from kg.schema import edge_properties, is_a, labels, node_properties, predicates, topics
from kg.schema import qualifiers as known_qualifiers

WIDTH, HEIGHT = 1200, 1060
_INK, _QUIET, _LINE, _PAPER, _PANEL = "#1C2430", "#55606E", "#8A94A0", "#FFFFFF", "#F5F7F9"
_FONT = "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif"
_STEP = 17


@dataclass(frozen=True, slots=True)
class Box:
    """Labels that stand together, and where; ``columns`` is how many stand side by side."""

    labels: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    columns: int = 1

    def holds(self, label: str) -> bool:
        """Whether a label, or one that it is a kind of, stands here."""
        return any(is_a(label, own) for own in self.labels)

    def members(self) -> list[str]:
        """The labels to show: the box's own and all below them, without abstract ones."""
        found = [name for name, label in labels().items() if not label.abstract]
        return [name for own in self.labels for name in found if is_a(name, own)]


BOXES = {
    "person": Box(("Person",), 40, 215, 150, 62),
    "organization": Box(("Organization",), 400, 167, 400, 158, 3),
    "deal": Box(("Contract", "Tender", "Project"), 1010, 175, 150, 142),
    "law": Box(("Law", "Finding"), 40, 505, 150, 84),
    "system": Box(("System", "Technology"), 400, 505, 400, 84, 3),
    "place": Box(("Place",), 1010, 516, 150, 62),
}


@dataclass(frozen=True, slots=True)
class Spoke:
    """An arrow from one box to another along ``points``; its words stand about ``middle``."""

    start: str
    end: str
    points: tuple[Point, ...]
    middle: Point


SPOKES = (
    Spoke("person", "organization", ((190, 246), (400, 246)), (295, 246)),
    Spoke("organization", "deal", ((800, 246), (1010, 246)), (905, 246)),
    Spoke("organization", "system", ((540, 325), (540, 505)), (540, 415)),
    Spoke("system", "organization", ((690, 505), (690, 325)), (690, 415)),
    Spoke("organization", "law", ((430, 325), (150, 505)), (290, 415)),
    Spoke("deal", "system", ((1040, 317), (770, 505)), (905, 411)),
    Spoke("deal", "place", ((1085, 317), (1085, 516)), (1085, 416)),
    Spoke("law", "system", ((190, 547), (400, 547)), (295, 547)),
    Spoke("system", "place", ((800, 547), (1010, 547)), (905, 547)),
)


def draw() -> str:
    """The whole picture as SVG text; the same schema gives the same bytes."""
    parts = [*_frame(), *_relationships(), *_claims()]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" font-family="{_FONT}" role="img" '
        'aria-labelledby="title description">'
    )
    return "\n".join([head, *parts, "</svg>\n"])


def joining(start: str, end: str) -> list[str]:
    """The predicates that lead from one box to another (or stay in it), in their order."""
    return [
        name
        for name, predicate in predicates().items()
        if not (_is_kin(name) and start != end)
        and any(BOXES[start].holds(label) for label in predicate.subject)
        and any(BOXES[end].holds(label) for label in predicate.object)
    ]


def unplaced() -> list[str]:
    """What the schema has and the picture does not show."""
    shown = {name for spoke in SPOKES for name in joining(spoke.start, spoke.end)}
    shown |= {name for box in BOXES for name in joining(box, box)}
    shown |= {name for _, names in _to_anything() for name in names} | set(_literals())
    boxed = {name for box in BOXES.values() for name in box.members()}
    named = [n for n, label in labels().items() if not label.abstract and n != "Claim"]
    missing = [name for name in named if name not in boxed and name != "Source"]
    return [*missing, *(name for name in predicates() if name not in shown)]


def _is_kin(name: str) -> bool:
    """Whether a predicate joins two of a kind: a contract to a contract, never to a system."""
    predicate = predicates()[name]
    return len(predicate.subject) > 1 and set(predicate.subject) == set(predicate.object)


def _to_anything() -> list[tuple[str, list[str]]]:
    """The predicates that have anything as their object or subject, by topic."""
    found = [
        (
            topic.names["en"],
            [
                name
                for name, predicate in predicates().items()
                if predicate.topic == key and predicate.object
                if "Entity" in (*predicate.object, *predicate.subject)
            ],
        )
        for key, topic in topics().items()
    ]
    return [(topic, names) for topic, names in found if names]


def _literals() -> list[str]:
    return [name for name, predicate in predicates().items() if not predicate.object]


def _frame() -> Iterator[str]:
    yield '<title id="title">The data model of surveillance-kg</title>'
    yield (
        '<desc id="description">Above, the labels of entities and the relationships between them.'
        " Below, the claims that each relationship rests on, with their sources.</desc>"
    )
    yield (
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" '
        f'markerHeight="8" orient="auto"><path d="M0 1L10 5L0 9Z" fill="{_LINE}"/></marker></defs>'
    )
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'


def _relationships() -> Iterator[str]:
    yield _text(40, 44, "1  Relationships: for walking and drawing", size=22, weight=600)
    words = "One for each fact, from one entity to another; its type is the predicate."
    yield _text(40, 70, words, colour=_QUIET)
    yield _within("organization", 600, 118, "among organisations", 80)
    yield _within("deal", 1085, 137, "among contracts", 18)
    yield from (_box(box) for box in BOXES.values())
    for spoke in SPOKES:
        yield from _spoke(spoke)
    yield _within("system", 600, 612, "among systems and techniques", 80)
    yield from _strip(684)


def _spoke(spoke: Spoke) -> Iterator[str]:
    route = "L".join(f"{number(x)} {number(y)}" for x, y in spoke.points)
    yield (
        f'<path d="M{route}" fill="none" stroke="{_LINE}" stroke-width="1.5" '
        'marker-end="url(#tip)"/>'
    )
    names = joining(spoke.start, spoke.end)
    x, y = spoke.middle
    first = y - _STEP * (len(names) - 1) / 2
    width = 7.4 * max(map(len, names)) + 10
    top = first - _STEP / 2 - 2
    yield (
        f'<rect x="{number(x - width / 2)}" y="{number(top)}" width="{number(width)}" '
        f'height="{number(_STEP * len(names) + 4)}" rx="4" fill="{_PAPER}"/>'
    )
    for row, name in enumerate(names):
        yield _text(x, first + row * _STEP + 4, name, size=12, anchor="middle")


def _box(box: Box) -> str:
    rows = [
        f'<rect x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" '
        f'height="{number(box.height)}" rx="8" fill="{_PANEL}" stroke="{_LINE}"/>'
    ]
    members = box.members()
    lines = -(-len(members) // box.columns)
    for place, name in enumerate(members):
        column, row = divmod(place, lines)
        x = box.x + 24 + column * (box.width - 8) / box.columns
        y = box.y + box.height * (row + 0.5) / lines
        rows += [sign(labels()[name], x, y), _text(x + 17, y + 5, name, size=15)]
    return "".join(rows)


def _within(box: str, x: float, y: float, words: str, most: int) -> str:
    """What joins two of the same box, as lines of words above or below it."""
    derived = [name for name in joining(box, box) if predicates()[name].derived]
    stated = [name for name in joining(box, box) if name not in derived]
    lines = _lines([f"{words}:", *_listed(stated)], most)
    lines += _lines(["derived:", *_listed(derived)], most) if derived else []
    return "".join(
        _text(x, y + row * 16, line, size=12, anchor="middle", colour=_QUIET)
        for row, line in enumerate(lines)
    )


def _strip(y: float) -> Iterator[str]:
    """The predicates that lead to anything, or to words and numbers only."""
    rows = [*_to_anything(), ("words, numbers", _literals())]
    yield _text(40, y, "To or from anything, by topic; words and numbers only", size=15, weight=600)
    for place, (topic, names) in enumerate(rows):
        column, row = place % 2, place // 2
        x, top = 40 + column * 580, y + 22 + row * 36
        yield _text(x, top, topic, size=13, colour=_QUIET)
        for part, line in enumerate(_lines(_listed(names), 60)):
            yield _text(x + 118, top + part * 16, line, size=12)


def _claims() -> Iterator[str]:
    top = 874
    yield f'<path d="M40 {top - 34}H{WIDTH - 40}" stroke="{_LINE}" stroke-dasharray="2 4"/>'
    yield _text(40, top, "2  Claims: what each relationship rests on", size=22, weight=600)
    words = "One for each row of a claims file: what one source says in one place. "
    words += "A relationship lists its claims by id."
    yield _text(40, top + 24, words, colour=_QUIET)
    yield from _evidence(top + 92)


def _evidence(y: float) -> Iterator[str]:
    yield _sheet(40, y - 28, 190, 56, "any entity", ["subject, object, others"])
    own = [key for key in node_properties("Claim") if key not in known_qualifiers()]
    facts = [key for key in own if key not in ("id", "case_name", "qualifiers")]
    lines = [*_lines(_listed(facts), 44), f"and {len(known_qualifiers())} qualifiers"]
    yield _sheet(430, y - 50, 320, 100, "Claim", lines)
    about = [key for key in node_properties("Source") if key not in ("id", "case_name")]
    yield _sheet(930, y - 44, 230, 88, "Source", _lines(_listed(about), 30))
    arrows = (
        (430, 230, -18, "SUBJECT"),
        (430, 230, 0, "OBJECT"),
        (430, 230, 18, _named("INVOLVES")),
    )
    for start, end, shift, words in (*arrows, (750, 930, 0, _named("CITES"))):
        yield (
            f'<path d="M{start} {number(y + shift)}H{end}" stroke="{_LINE}" stroke-width="1.5" '
            'marker-end="url(#tip)"/>'
        )
        x, width = (start + end) / 2, 7 * len(words) + 8
        yield (
            f'<rect x="{number(x - width / 2)}" y="{number(y + shift - 8)}" '
            f'width="{number(width)}" height="16" fill="{_PAPER}"/>'
        )
        yield _text(x, y + shift + 4, words, size=12, anchor="middle")
    yield (
        f'<path d="M540 {number(y + 50)}C540 {number(y + 82)} 640 {number(y + 82)} 640 '
        f'{number(y + 52)}" fill="none" stroke="{_LINE}" stroke-width="1.5" '
        'marker-end="url(#tip)"/>'
    )
    yield _text(652, y + 72, f"{_named('CONFLICTS_WITH')}, another claim", size=12)


def _sheet(x: float, y: float, width: float, height: float, name: str, lines: list[str]) -> str:
    drawn = [
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" '
        f'height="{number(height)}" rx="8" fill="{_PANEL}" stroke="{_LINE}"/>',
        _text(x + 16, y + 23, name, size=15, weight=600),
    ]
    for row, line in enumerate(lines):
        drawn.append(_text(x + 16, y + 42 + row * 15, line, size=12, colour=_QUIET))
    return "".join(drawn)


def _named(type_: str) -> str:
    """A relationship of the evidence layer with its properties: ``CITES {locator}``."""
    return f"{type_} {{{', '.join(edge_properties(type_))}}}"


def _listed(names: Sequence[str]) -> list[str]:
    return ", ".join(names).split(" ")


def _lines(words: Sequence[str], most: int) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > most:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _text(
    x: float,
    y: float,
    words: str,
    *,
    size: int = 14,
    weight: int = 400,
    anchor: str = "start",
    colour: str = _INK,
) -> str:
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    heavy = "" if weight == 400 else f' font-weight="{weight}"'
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{size}"{place}{heavy} '
        f'fill="{colour}">{words}</text>'
    )
