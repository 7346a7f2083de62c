"""The claims and sources of a picture as columns: what a page reads when somebody asks for them."""

from collections.abc import Mapping
from urllib.parse import quote

from kg.answers.cells import visible
from kg.answers.links import is_link
from kg.pages.columns import Index, Texts, column
from kg.schema import certainty_terms
from kg.views.picture import Picture, Source

_PLAIN = "~:/?#[]@!$&'()*+,;=%-._"


def evidence(picture: Picture) -> Mapping[str, object]:
    """Every claim with its source, ready for JSON."""
    texts = Texts()
    sources: Index[str] = Index(picture.sources)
    certainties: Index[str] = Index(("", *certainty_terms()))
    claims = picture.claims.values()
    columns = {
        "id": [claim.id for claim in claims],
        "says": [texts.of(claim.says) for claim in claims],
        "certainty": column(certainties.of(claim.certainty) for claim in claims),
        "said_by": column(texts.of(claim.said_by) for claim in claims),
        "source": [sources.of(claim.source) for claim in claims],
        "locator": column(texts.of(claim.locator) for claim in claims),
        "date": column(texts.of(claim.date) for claim in claims),
        "conflicts": column([texts.of(each) for each in claim.conflicts] for claim in claims),
        "unclear": column([texts.of(each) for each in claim.unclear] for claim in claims),
    }
    held = [_source(picture.sources[id_]) for id_ in sources]
    return {"claims": columns, "sources": held, "texts": list(texts)}


def _source(source: Source) -> list[str]:
    """Id, title, publisher, published, read, address, the same as a link, language."""
    cells = (source.id, source.title, source.publisher, source.published, source.read, source.url)
    return [*map(visible, cells), link(source.url), source.language]


def link(url: str) -> str:
    """An address that a browser may follow; nothing, if it is none."""
    plain = quote(url, safe=_PLAIN, errors="replace")
    return plain if is_link(plain) else ""
