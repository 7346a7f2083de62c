"""The picture of entities that a reader has put together: they, and every tie among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kg.answers import Answer
from kg.case import Case
from kg.errors import QueryError
from kg.explore.words import by_lang
from kg.reading.names import Names
from kg.store.bolt import Store
from kg.views.draw import draw
from kg.views.picture import Layout, Picture
from kg.views.spec import View

MOST = 1000
"""Entities in one picture; from 300 on those that stand alike are drawn as one."""


@dataclass(slots=True)
class Chosen:
    """A graph whose only answer is a list of entities."""

    case: Case
    store: Store
    names: Names
    ids: Sequence[str]

    def query(self, name: str, /, **params: object) -> Answer:
        """Answer with the entities."""
        rows = tuple(dict[str, object](entity=id_, entity_id=id_) for id_ in self.ids)
        return Answer(name, ("entity", "entity_id"), rows)


def picture(chosen: Chosen, lang: str, focus: str = "", derived: bool = False) -> Picture:
    """The entities with every tie among them; ``derived`` adds what follows from others.

    Raises:
        QueryError: There are too many to make sense of.
    """
    if len(chosen.ids) > MOST:
        raise QueryError(f"{len(chosen.ids)} entities are too many for one picture ({MOST})")
    return draw(chosen, _view("force", focus, derived), lang=lang)


def _view(layout: Layout, focus: str, derived: bool) -> View:
    return View(
        name="explore",
        query="explore",
        layout=layout,
        grouping="label",
        titles=MappingProxyType(by_lang("title")),
        captions=MappingProxyType(by_lang("caption")),
        path=Path("explore.toml"),
        focus=(focus,) if focus else (),
        between=True,
        derived=derived,
    )
