"""docs/gallery: every shipped view as a figure, and the sum of its page, with a README.

A page holds the library that draws it, and a SVG the letters of its font. Neither is ours to keep
here, so figures are PNG, and of a page only the sum of its bytes stands here: it is built anew.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from kg.case import Case
from kg.figures import Figure, figure
from kg.figures.describe import alt
from kg.pages.page import page
from kg.session import open_graph
from kg.views.draw import draw
from kg.views.picture import Picture
from kg.views.spec import View, load

SUMS = "pages.sha256"
_HEAD = """# Gallery

Every view that the project ships, as `kg view NAME -o NAME.png` makes it, in English and in the
size for an article. `--lang nl|fr|de|es` makes it in another language, `--size` for another sheet.
Beside each figure the command writes its claims with sources and pages.

`kg view NAME -o NAME.html` makes a page to explore, one file that loads nothing from elsewhere:
the same to the byte wherever it is made, as [pages.sha256](pages.sha256) lets you check.

**`kg view --all -o gallery` makes all of it at once**: every page, every figure, and an index.html
that leads to them. Put that folder on any web server as it is.

CC BY 4.0: use them, and name the source.

"""


def files(root: Path, case: Case) -> Iterator[tuple[Path, bytes]]:
    """Every file of the gallery, from a case in which the shipped graph is built.

    Raises:
        ValueError: A view file cannot be read.
    """
    folder = root / "docs" / "gallery"
    views, problems = load(Case(root))
    if problems:
        raise ValueError("; ".join(map(str, problems)))
    sections, sums = [], []
    with open_graph(case, "embedded") as graph:
        for view in views.values():
            picture = draw(graph, view)
            made = figure(picture)
            for number in range(1, len(made.pages) + 1):
                yield folder / _name(view, made, number), made.png(number)
            sums.append(f"{sha256(page(picture).encode()).hexdigest()}  {view.name}.html\n")
            sections.append(_section(view, picture, made))
    yield folder / SUMS, "".join(sums).encode()
    yield folder / "README.md", (_HEAD + "\n".join(sections)).encode()


def _name(view: View, made: Figure, number: int) -> str:
    return f"{view.name}-{number}.png" if len(made.pages) > 1 else f"{view.name}.png"


def _section(view: View, picture: Picture, made: Figure) -> str:
    first = _name(view, made, 1)
    more = [
        f"[part {number}]({_name(view, made, number)})" for number in range(2, len(made.pages) + 1)
    ]
    parts = [
        f"## {view.name}\n",
        f"**{picture.title}.** {picture.caption}\n",
        f"![{_plain(alt(made.pages[0]))}]({first})\n",
    ]
    if more:
        parts.append(f"{' · '.join(more)}\n")
    return "\n".join(parts)


def _plain(text: str) -> str:
    """Text that can stand between square brackets."""
    return text.replace("[", "(").replace("]", ")")
