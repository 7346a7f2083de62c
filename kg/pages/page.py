"""One HTML file that shows a picture with all its evidence, offline, and sends nothing anywhere.

The text of a source never becomes markup: it travels as JSON, and scripts put it into the page as
text. Only scripts whose hash the page itself names can run, and nothing can be fetched.
"""

from html import escape
from string import Template

from kg.answers.cells import visible
from kg.layout import Scene
from kg.pages.evidence import evidence
from kg.pages.lines import line_columns
from kg.pages.marks import mark_columns
from kg.pages.numbers import Numbers
from kg.pages.packing import block
from kg.pages.parts import digest, script, skeleton, style, surface
from kg.pages.placed import placed
from kg.pages.presets import presets
from kg.pages.words import by_key, word
from kg.views.picture import Picture


def page(picture: Picture, scene: Scene | None = None) -> str:
    """The whole page; ``scene`` are positions to use instead of those of the picture's layout.

    Raises:
        ViewError: The drawing surface that pyvis brings is not installed, or Graphviz fails.
    """
    rules = style()
    scripts = (surface(), script())
    said = {
        key: escape(visible(word(key, picture.lang, version=picture.data_version)))
        for key in ("skip", "no_script", "credit", "list")
    }
    return Template(skeleton()).substitute(
        said,
        lang=picture.lang,
        policy=_policy(rules, scripts),
        title=escape(visible(picture.title)),
        caption=escape(visible(picture.caption)),
        style=rules,
        graph=block("graph", graph(picture, scene)),
        evidence=block("evidence", evidence(picture)),
        words=block("words", by_key()),
        surface=scripts[0],
        script=scripts[1],
    )


def graph(picture: Picture, scene: Scene | None) -> dict[str, object]:
    """Everything of the picture but its evidence, ready for JSON."""
    number = Numbers(picture)
    return {
        "name": visible(picture.name),
        "lang": picture.lang,
        "layout": picture.layout,
        "as_of": visible(picture.as_of),
        "version": visible(picture.data_version),
        "title": number.worded.said(picture.titles),
        "caption": number.worded.said(picture.captions),
        "focus": [number.marks.of(id_) for id_ in picture.focus],
        "marks": mark_columns(picture.marks, number),
        "lines": line_columns(picture.lines, number),
        "placed": placed(picture, scene, number),
        "presets": presets(picture, number),
        **number.written(),
    }


def _policy(rules: str, scripts: tuple[str, ...]) -> str:
    allowed = " ".join(map(digest, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {digest(rules)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
