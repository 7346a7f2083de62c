"""An open graph: what a person asks in Python, and what every command asks.

import kg
with kg.open() as g:
g.query("suppliers", force="Federale Politie").to_pandas()
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from kg import building
from kg.answers import Answer, notes
from kg.answers.kinds import kinds
from kg.answers.plain import plain
from kg.case import Case, find
from kg.errors import CaseError, StoreError
from kg.queries import guard, saved
from kg.queries.bind import bind
from kg.reading.cited import cited
from kg.store import bolt, embedded, loaded, shelf
from kg.store.bolt import Store
from kg.version import __version__

if TYPE_CHECKING:
    import networkx
    from pyvis.network import Network

    from kg.reading.conflicts import Group
    from kg.reading.names import Hit, Names
    from kg.reading.paths import Path as TiedPath
    from kg.reading.profile import Profile
    from kg.reading.sources import Cited, Holdings
    from kg.views.picture import Picture

_COUNTS = {
    "entities": "MATCH (e:Entity) RETURN count(e) AS count",
    "relationships": "MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS count",
    "claims": "MATCH (c:Claim) RETURN count(c) AS count",
    "sources": "MATCH (s:Source) RETURN count(s) AS count",
}
CHANGED = "data/ or ingest/ changed since the last build; kg build brings the graph up to date."
"""Said when the embedded store is older than the files of the case."""


class OpenGraph:
    """A case's graph in a store. Close it, or use it as a context manager."""

    def __init__(self, case: Case, store: Store, lang: str = "en") -> None:
        """Take over an open store; names come in ``lang`` where they are known in it."""
        self.case = case
        self.store = store
        self.lang = lang
        self._names: Names | None = None

    @property
    def driver(self) -> Any:
        """A ``neo4j`` driver for what this class does not offer.

        On the embedded store it is that of a copy: what is written there is gone in the end.
        """
        return self.store.own_driver()

    @property
    def names(self) -> "Names":
        """The table of all names, read when first needed."""
        from kg.reading.names import Names

        if self._names is None:
            self._names = Names.read(self.store)
        return self._names

    def speaking(self, lang: str) -> "OpenGraph":
        """The same store and the same names, told in a language; it closes with this one."""
        other = OpenGraph(self.case, self.store, lang)
        other._names = self.names
        return other

    def query(self, name: str, /, **params: object) -> Answer:
        """Run a saved query.

        Raises:
            QueryError: There is no such query, or a parameter is wrong or missing.
        """
        query = saved.find(self.case, name)
        values = bind(query, params, self.names.one)
        return self._answer(query.title, query.cypher, values, query.computed)

    def cypher(self, text: str, params: Mapping[str, object] | None = None) -> Answer:
        """Run a Cypher text that only reads, with the values of its ``$names``.

        Raises:
            QueryError: The text writes.
            StoreError: The store does not understand it.
        """
        return self._answer("", text, params or {})

    def view(self, name: str, /, *, as_of: str = "", **params: object) -> "Picture":
        """What a view of visualizations/ shows, for kg.pages, kg.figures and kg.exchange.

        Raises:
            ViewError: There is no such view, or ``as_of`` is no date.
            QueryError: A parameter is wrong.
        """
        from kg.views.draw import draw
        from kg.views.spec import find as view_named

        return draw(self, view_named(self.case, name), params, self.lang, as_of)

    def search(self, text: str, limit: int = 20, label: str | None = None) -> "list[Hit]":
        """Entities by any of their names, best first."""
        return self.names.search(text, limit=limit, label=label, lang=self.lang)

    def show(self, entity: str) -> "Profile":
        """All that is known of an entity, given by id, name or alias."""
        from kg.reading.profile import profile

        return profile(self.store, self.names.one(entity), self.lang)

    def path(self, start: str, end: str, *, longest: int = 6, most: int = 3) -> "list[TiedPath]":
        """How two entities are tied, best evidence first."""
        from kg.reading.paths import paths

        ends = self.names.one(start), self.names.one(end)
        return paths(self.store, *ends, longest=longest, most=most, lang=self.lang)

    def conflicts(self, entity: str | None = None) -> "list[Group]":
        """What sources contradict each other on; of one entity, or all."""
        from kg.reading.conflicts import conflicts

        about = None if entity is None else self.names.one(entity)
        return conflicts(self.store, about, self.lang)

    def sources(self) -> "list[Cited]":
        """Every source with how much rests on it, the one that carries most first."""
        from kg.reading.sources import sources

        return sources(self.store)

    def source(self, source: str) -> "Holdings":
        """One source, given by id or address, and all that rests on it."""
        from kg.reading.sources import holdings

        return holdings(self.store, source, self.lang)

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """All entities and relationships with their evidence, for networkx."""
        from kg.reading.whole import to_networkx

        return to_networkx(self.store)

    def to_pyvis(self, entities: Iterable[str] | None = None) -> "Network":
        """A pyvis notebook object that loads nothing from outside; ``entities`` by any name.

        Raises:
            QueryError: There is no such entity.
        """
        from kg.reading.notebook import to_pyvis

        only = None if entities is None else [self.names.one(entity) for entity in entities]
        return to_pyvis(self.to_networkx(), only, self.lang)

    def info(self) -> dict[str, str | int]:
        """Version, case, store, and how much is in it."""
        counts = {name: self.store.read(text)[1][0]["count"] for name, text in _COUNTS.items()}
        return {
            "version": __version__,
            "case": str(self.case.root),
            "store": self.store.name,
            **{name: int(str(count)) for name, count in counts.items()},
        }

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def __enter__(self) -> Self:
        """Stay open for a with block."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close the store at the end of the block."""
        self.close()

    def _answer(
        self, title: str, text: str, params: Mapping[str, object], computed: str = ""
    ) -> Answer:
        """Read, have the measure ``computed`` work on the rows if one is named, and cite."""
        guard.refuse_writes(text)
        told = kinds(text)
        columns, found = self.store.read(text, params)
        if computed:
            from kg.reading.measures import KINDS, compute

            columns, found = compute(computed, found, params)
            told = KINDS[computed]
        names, rows = plain(columns or list(told), found, self.lang, told)
        claims = cited(self.store, _claims(rows), self.lang)
        return Answer(title, names, rows, notes(rows, claims), self.lang)


def open_graph(
    case: str | Path | Case | None = None,
    store: str | None = None,
    lang: str = "en",
    say: Callable[[str], None] | None = None,
    mixed: bool = False,
) -> OpenGraph:
    """Open the graph of a case: embedded, or on the Neo4j server that ``store`` or KG_STORE name.

    Nothing built yet: it is built first; and anew when somebody judged since who is who. ``say`` is
    told so, and when data/ changed. ``mixed`` reads all of a server that holds several cases.

    Raises:
        StoreError: The server cannot be reached, or holds more than one case and is not ``mixed``.
    """
    say = say or (lambda line: None)
    found = case if isinstance(case, Case) else find(case)
    if uri := bolt.wanted_uri(store):
        graph = OpenGraph(found, bolt.connect(uri), lang)
        _ask_one_case(graph.store, mixed, say)
        if loaded.is_behind(found, graph.store.name):
            say(f"{graph.store.name}: the case changed since; kg load brings it up to date.")
        return graph
    if shelf.current(found) is None:
        _build(found, say, "Nothing is built yet: building first.")
    elif building.is_stale(found):
        _renew(found, say)
    return OpenGraph(found, _newest(found), lang)


def _renew(case: Case, say: Callable[[str], None]) -> None:
    """Build anew where judgements are all that changed: whoever judges looks at what it does."""
    if not building.is_only_judged(case):
        say(CHANGED)
        return
    try:
        _build(case, say, "Who is who was judged since the last build: building anew.")
    except CaseError as error:
        say(f"{error}; the graph is still without what was judged since")


def _build(case: Case, say: Callable[[str], None], why: str) -> None:
    say(why)
    for line in building.build(case).warnings():
        say(line)


def _ask_one_case(store: Store, mixed: bool, say: Callable[[str], None]) -> None:
    """Refuse a server that holds more than one case, unless it is meant to be read as a whole."""
    from kg.store.mixture import mixture

    if not (found := mixture(store)):
        return
    if not mixed:
        store.close()
        raise StoreError(
            f"{found}; give a case a database of its own, take one out (kg load --remove NAME), "
            "or read all of it together with --mixed"
        )
    say(found)


def _newest(case: Case) -> Store:
    """Open the store in use; a build may put a newer one in its place at any moment."""
    while folder := shelf.current(case):
        try:
            return embedded.open_store(folder)
        except StoreError:
            if folder == shelf.current(case):
                raise
    raise StoreError(f"{case.derived}: holds no store any more; kg build makes one")


def _claims(rows: Iterable[Mapping[str, object]]) -> list[str]:
    found: list[str] = []
    for row in rows:
        claims = row.get("claims")
        if isinstance(claims, list):
            found += [claim for claim in claims if isinstance(claim, str)]
    return found
