"""docs/gallery: every shipped view as a figure and a page, and a README that shows them."""

import re
from collections.abc import Iterator
from pathlib import Path

from kg.case import Case
from kg.figures import Figure, figure
from kg.figures.describe import alt
from kg.pages.page import page
from kg.session import open_graph
from kg.views.draw import draw
from kg.views.picture import Picture
from kg.views.spec import View, load

_FONT = re.compile(r"(?<=;base64,)[A-Za-z0-9+/=]+(?=\))")
_HEAD = """# Gallery

Every view that the project ships, as `kg view NAME -o NAME.svg` makes it, in English and in the
size for an article, and as a page to explore (save it and open it: nothing is loaded from
elsewhere). `--lang nl|fr|de|es` makes it in another language, `--size` for another sheet. Beside
each figure the command writes its claims with sources and pages.

CC BY 4.0: use them, and name the source.

"""


def files(root: Path, case: Case) -> Iterator[tuple[Path, str]]:
    """Every file of the gallery, from a case in which the shipped graph is built.

    Raises:
        ValueError: A view file cannot be read.
    """
    folder = root / "docs" / "gallery"
    views, problems = load(Case(root))
    if problems:
        raise ValueError("; ".join(map(str, problems)))
    sections = []
    with open_graph(case, "embedded") as graph:
        for view in views.values():
            picture = draw(graph, view)
            made = figure(picture)
            for number in range(1, len(made.pages) + 1):
                yield folder / _name(view, made, number), made.svg(number)
            yield folder / f"{view.name}.html", page(picture)
            sections.append(_section(view, picture, made))
    yield folder / "README.md", _HEAD + "\n".join(sections)


def is_same(before: str, now: str) -> bool:
    """Whether two texts are the same but for how fontTools packs the letters of a font."""
    return before == now or _FONT.sub("", before) == _FONT.sub("", now)


def _name(view: View, made: Figure, number: int) -> str:
    return f"{view.name}-{number}.svg" if len(made.pages) > 1 else f"{view.name}.svg"


def _section(view: View, picture: Picture, made: Figure) -> str:
    first = _name(view, made, 1)
    more = [
        f"[part {number}]({_name(view, made, number)})" for number in range(2, len(made.pages) + 1)
    ]
    return "\n".join(
        [
            f"## {view.name}\n",
            f"**{picture.title}.** {picture.caption}\n",
            f"![{_plain(alt(made.pages[0]))}]({first})\n",
            f"{' · '.join([*more, f'[page to explore]({view.name}.html)'])}\n",
        ]
    )


def _plain(text: str) -> str:
    """Text that can stand between square brackets."""
    return text.replace("[", "(").replace("]", ")")
