"""A page as an SVG file: with its description, its licence and its fonts inside."""

from kg.figures import subset, svg
from kg.figures.describe import alt, long
from kg.figures.outline import outlined
from kg.figures.page import Page

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def document(page: Page, embed: bool = True, outline: bool = False) -> str:
    """The SVG of a page.

    ``embed`` puts the fonts into it; ``outline`` turns text into paths, which need none.
    """
    drawing, lang = page.drawing, page.picture.lang
    items = outlined(drawing.items) if outline else drawing.items
    fonts = subset.style(drawing.items) if embed and not outline else ""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        svg.opening(drawing, page.paper.unit, lang),
        svg.said("title", alt(page), "title"),
        svg.said("desc", long(page), "desc"),
        _metadata(page),
        f"<style>{fonts}</style>" if fonts else "",
        f"<defs>{svg.heads(drawing.heads)}</defs>" if drawing.heads else "",
        svg.items(items),
        "</svg>",
    ]
    return "\n".join(filter(None, parts)) + "\n"


def _metadata(page: Page) -> str:
    """Title, language and licence as Inkscape and search engines read them (RDF, Dublin Core)."""
    picture = page.picture
    said = "".join(
        (
            svg.said("dc:title", picture.title[:400]),
            svg.said("dc:language", picture.lang),
            svg.said("dc:source", f"surveillance-kg {picture.data_version}"),
            svg.element("cc:license", {"rdf:resource": _LICENCE}),
        )
    )
    names = {
        "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:cc": "http://creativecommons.org/ns#",
    }
    work = svg.element("cc:Work", {"rdf:about": ""}, said)
    return svg.element("metadata", {}, svg.element("rdf:RDF", names, work))
