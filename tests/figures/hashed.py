"""A picture of everything that figures draw, and the hashes of its files."""

import hashlib
from dataclasses import replace
from pathlib import Path

from kg.figures import figure
from kg.schema import labels
from kg.views.picture import Claim, Layout, Picture
from kg.views.styles import styles
from tests.views.samples import line, mark, picture

LABELS = [name for name, label in labels().items() if not label.abstract]


def sample(lang: str = "en") -> Picture:
    """A mark of every label, tied to a firm in every style of line."""
    marks = [
        mark(
            f"m{n:02}", name, name=f"{name} {n}", country=("BE", "DE")[n % 2 :], date=str(2000 + n)
        )
        for n, name in enumerate(LABELS)
    ]
    firm = mark("firm", name="The firm", country=("IL",))
    names = list(styles())
    lines = [
        replace(
            line("firm", each.id, style=names[n % len(names)]),
            date=str(2000 + n), details={"title": f"Title {n % 7}"}, claims=(f"c{n}",),
        )
        for n, each in enumerate(marks)
    ]  # fmt: skip
    claims = {
        f"c{n}": Claim(f"c{n}", f"Says {n}", "reported", "", f"s{n % 3}", f"p. {n + 1}",
                       f"Title {n % 3}", f"Publisher {n % 3}", "2024", "2026", "")
        for n in range(len(marks))
    }  # fmt: skip
    found = picture(firm, *marks, *lines, layout="layered", lang=lang)
    titles = {code: f"A title in {code}" for code in found.titles}
    return replace(found, claims=claims, titles=titles, data_version="0.1.0")


FILES: tuple[tuple[Layout, str, str], ...] = (
    ("layered", "article", "svg"),
    ("layered", "square", "png"),
    ("layered", "a4", "pdf"),
    ("layered", "link", "svg"),
    ("timeline", "article", "svg"),
    ("map", "article", "svg"),
    ("matrix", "a3", "svg"),
)


def hashes() -> str:
    """A hash for each file of each kind of drawing, as text in a fixed order."""
    found = []
    for layout, size, ending in FILES:
        drawn = replace(sample(), layout=layout)
        if layout == "matrix":
            marks = [replace(m, role="force") if m.id == "firm" else m for m in drawn.marks]
            drawn = replace(drawn, marks=tuple(marks))
        for path, content in sorted(figure(drawn, size).files(Path(f"x.{ending}")).items()):
            found.append(f"{layout}-{path.name}-{hashlib.sha256(content).hexdigest()[:16]}")
    return "\n".join(found)
