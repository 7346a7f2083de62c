"""What a page asks of the open graph, one method a question; each gives plain data."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from threading import Lock, Thread

from kg.answers import Answer, bibliography, contradictions, portraits, routes
from kg.answers.citations import notes
from kg.errors import KgError, QueryError
from kg.explore.asked import Asked
from kg.explore.forms import forms
from kg.explore.neighbours import FIRST, Part, claims_around, neighbours
from kg.explore.results import note
from kg.explore.shown import Chosen, picture
from kg.queries import saved
from kg.reading.paths import Path, ways
from kg.reading.paths import paths as ways_between
from kg.reading.profile import profile
from kg.reading.walks import Ways
from kg.session import OpenGraph
from kg.views.picture import Picture

Data = Mapping[str, object]

_FOUND = 20
_LISTED = 200
MOST_CLAIMS = 1000
"""Claims of one entity that are told; the page says so where there are more."""


class Explorer:
    """An open graph, asked by several threads at once. The map for paths is drawn when needed."""

    def __init__(self, graph: OpenGraph) -> None:
        """Begin to read the names of everybody; who asks before they are there waits for them."""
        self._graph = graph
        self._spoken: dict[str, OpenGraph] = {}
        self._ways: Ways | None = None
        self._lock, self._drawing = Lock(), Lock()
        self._reading = Thread(target=self._read_names, daemon=True)
        self._reading.start()

    @property
    def lang(self) -> str:
        """The language that the page starts in."""
        return self._graph.lang

    def about(self) -> Data:
        """Case and counts, and every saved query as a form."""
        info = self._graph.info()
        counts = {key: info[key] for key in ("entities", "relationships", "claims", "sources")}
        case = self._graph.case
        return {"case": case.name, "counts": counts, "forms": forms(saved.saved(case).values())}

    def search(self, asked: Asked) -> Data:
        """Entities by any name; with ``label``, those of a kind."""
        label = asked.text("label") or None
        hits = self._in(asked).search(asked.text("q"), asked.number("most", _FOUND, 50), label)
        return {"hits": [asdict(hit) for hit in hits]}

    def entity(self, asked: Asked) -> Data:
        """All that is known of one, with numbered sources in words."""
        store = self._graph.store
        id_ = self._in(asked).names.one(asked.one("id"))
        found = profile(store, id_, asked.lang, MOST_CLAIMS)
        told = portraits.sources_of(found).notes
        return {
            **portraits.as_data(found),
            "sources": [note(each, asked.lang) for each in told],
            "claims": {"n": MOST_CLAIMS, "all": claims_around(store, id_)},
        }

    def neighbours(self, asked: Asked) -> Data:
        """Whom it is tied to, by tie: counts, and the first few."""
        start = asked.number("start", 0, 10**7)
        part = Part(asked.text("type"), start, asked.number("most", FIRST, _LISTED))
        groups = neighbours(self._graph.store, asked.one("id"), asked.lang, part)
        return {"groups": [asdict(group) for group in groups]}

    def picture(self, asked: Asked) -> Picture:
        """The entities that the page shows, and their ties."""
        ids = asked.ids("ids")
        chosen = Chosen(self._graph.case, self._graph.store, self._in(asked).names, ids)
        return picture(chosen, asked.lang, asked.text("focus"), asked.text("derived") == "yes")

    def path(self, asked: Asked) -> Data:
        """How two are tied, best evidence first, with the notes of every hop."""
        graph = self._in(asked)
        start, end = graph.names.one(asked.one("from")), graph.names.one(asked.one("to"))
        found = ways_between(graph.store, start, end, lang=asked.lang, known=self._map())
        told = notes([{"claims": list(_claims(found))}], _claims(found))
        listed = [note(each, asked.lang) for each in told]
        numbers = {claim: each.number for each in told for claim in each.claims}
        return {"paths": routes.as_data(found), "sources": listed, "numbers": numbers}

    def conflicts(self, asked: Asked) -> Data:
        """What sources contradict each other on; of one entity, or all."""
        groups = self._in(asked).conflicts(asked.text("id") or None)
        shown = groups[:_LISTED]
        return {"conflicts": contradictions.as_data(shown), "count": len(groups)}

    def sources(self, asked: Asked) -> Data:
        """The sources that carry most."""
        found = self._graph.sources()
        return {
            "sources": bibliography.as_data(found[:_LISTED], asked.lang),
            "count": len(found),
        }

    def source(self, asked: Asked) -> Data:
        """One source, and what rests on it."""
        held = self._in(asked).source(asked.one("id"))
        data = bibliography.one_as_data(held, asked.lang)
        return {**data, "claims": data["claims"][:_LISTED], "count": len(data["claims"])}

    def answer(self, asked: Asked) -> Answer:
        """What a saved query or a Cypher text finds; the text has to pass the guard.

        Raises:
            QueryError: The form is not filled in as it should be, or the text does more than read.
        """
        graph, form = self._in(asked), asked.form
        params = form.get("params", {})
        if not isinstance(params, Mapping):
            raise QueryError("params: names and values")
        match form.get("query"), form.get("cypher"):
            case str(name), None:
                return graph.query(name, **{key: value for key, value in params.items() if value})
            case None, str(text):
                return graph.cypher(text, params)
        raise QueryError("write the name of a saved query, or a Cypher text")

    def wait(self) -> None:
        """Until the names are read: nothing may close the store before."""
        self._reading.join()

    def _read_names(self) -> None:
        """Names that cannot be read are missed by the first who asks, and told to her."""
        with self._lock, suppress(KgError):
            self._spoken[self._graph.lang] = self._graph.speaking(self._graph.lang)

    def _in(self, asked: Asked) -> OpenGraph:
        with self._lock:
            if asked.lang not in self._spoken:
                self._spoken[asked.lang] = self._graph.speaking(asked.lang)
            return self._spoken[asked.lang]

    def _map(self) -> Ways:
        with self._drawing:
            self._ways = self._ways or ways(self._graph.store)
            return self._ways


def _claims(found: Sequence[Path]) -> dict[str, Mapping[str, object]]:
    return {
        str(claim["id"]): claim
        for path in found
        for hop in path.hops
        for tie in hop.ties
        for claim in tie.claims
    }
