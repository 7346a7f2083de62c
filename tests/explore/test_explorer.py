"""The explorer behind the server: names are read aside, and what cannot be read is told."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.explore.asked import Asked
from kg.explore.explorer import Explorer
from kg.session import OpenGraph, open_graph
from tests.cases import alone, claim, entity, source


@pytest.fixture
def graph(tmp_path: Path) -> OpenGraph:
    """A small open case."""
    case = alone(
        tmp_path / "case",
        entities=[
            entity("my-firm", name="My Firm", names="nl=Mijn Firma"),
            entity("my-force", label="PoliceForce"),
            entity("lonely"),
        ],
        sources=[source()],
        claims=[claim("my-firm SUPPLIES my-force")],
    )
    return open_graph(case, "embedded")


def hits(explorer: Explorer, text: str, lang: str = "en") -> list[str]:
    found = explorer.search(Asked.of(f"q={text}&lang={lang}"))["hits"]
    assert isinstance(found, list)
    return [hit["name"] for hit in found]


def test_who_asks_before_the_names_are_read_waits_for_them(graph: OpenGraph) -> None:
    with graph:
        assert hits(Explorer(graph), "firm") == ["My Firm"]


def test_all_who_ask_at_once_are_answered(graph: OpenGraph) -> None:
    with graph, ThreadPoolExecutor(8) as asking:
        explorer = Explorer(graph)
        langs = ["en", "nl", "fr", "de", "es"] * 4
        found = list(asking.map(lambda lang: hits(explorer, "my-firm", lang), langs))
    named = ["Mijn Firma" if lang == "nl" else "My Firm" for lang in langs]
    assert [names[0] for names in found] == named


def test_names_are_read_once_for_all_languages(graph: OpenGraph) -> None:
    with graph:
        explorer = Explorer(graph)
        explorer.wait()
        spoken = [explorer._in(Asked.of(f"lang={lang}")).names for lang in ("en", "nl", "fr")]
        assert spoken[0] is spoken[1] is spoken[2]


def test_counts_and_forms_need_no_names(graph: OpenGraph) -> None:
    with graph:
        explorer = Explorer(graph)
        about, info = explorer.about(), graph.info()
    kinds = ("entities", "relationships", "claims", "sources")
    assert about["counts"] == {kind: info[kind] for kind in kinds}
    assert about["forms"]


def test_a_store_that_cannot_be_read_is_told_to_who_asks(graph: OpenGraph) -> None:
    explorer = Explorer(graph)
    explorer.wait()
    graph.close()
    with pytest.raises(KgError) as raised:
        explorer.sources(Asked.of(""))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("start", "end", "hops"), [("my-firm", "my-force", [1]), ("my-force", "lonely", [])]
)
def test_a_path_is_found_or_none(graph: OpenGraph, start: str, end: str, hops: list[int]) -> None:
    with graph:
        data = Explorer(graph).path(Asked.of(f"from={start}&to={end}"))
    paths = data["paths"]
    assert isinstance(paths, list)
    assert [len(path["hops"]) for path in paths] == hops


@pytest.mark.parametrize("text", ["from=my-firm", "to=my-firm", "from=my-firm&to=nobody", ""])
def test_a_path_without_both_ends_is_one_line(graph: OpenGraph, text: str) -> None:
    with graph, pytest.raises(KgError) as raised:
        Explorer(graph).path(Asked.of(text))
    assert "\n" not in str(raised.value)
