"""All views of a case in one folder."""

import pytest

from kg.errors import ViewError
from kg.gallery import gallery
from kg.pages.page import page
from kg.session import OpenGraph
from kg.views.spec import load
from tests.gallery.conftest import Gallery


def test_every_view_that_shows_something_has_a_page_and_a_figure(made: Gallery) -> None:
    files, _ = made
    pages = {name.removesuffix(".html") for name in files if name.endswith(".html")} - {"index"}
    assert {"belgium", "who-supplies-whom"} <= pages
    figures = {name.removesuffix(".png") for name in files if name.endswith(".png")}
    assert pages == figures


def test_every_view_is_either_there_or_told_to_be_missing(made: Gallery, graph: OpenGraph) -> None:
    files, said = made
    for name in load(graph.case)[0]:
        assert (f"{name}.html" in files) != any(line.startswith(f"{name}: ") for line in said)
    assert "germany: this case has nothing to show in it, left out" in said


def test_a_page_of_the_gallery_is_the_page_of_its_view(made: Gallery, graph: OpenGraph) -> None:
    assert made[0]["belgium.html"] == page(graph.view("belgium")).encode()


def test_the_index_comes_last_and_leads_to_every_file(made: Gallery) -> None:
    files, _ = made
    *others, last = files
    assert last == "index.html"
    text = files[last].decode()
    assert [name for name in others if f'"{name}"' not in text] == []


def test_the_same_case_gives_the_same_files(made: Gallery, graph: OpenGraph) -> None:
    assert dict(gallery(graph, lambda _: None)) == made[0]


@pytest.mark.parametrize("lang", ["de", "fr"])
def test_it_speaks_the_language_that_is_asked_for(graph: OpenGraph, lang: str) -> None:
    *_, (_, index) = gallery(graph.speaking(lang), lambda _: None)
    title = load(graph.case)[0]["belgium"].titles[lang]
    assert f'<html lang="{lang}">' in index.decode()
    assert title.replace("'", "&#x27;") in index.decode()


def test_a_date_that_is_none_is_told(graph: OpenGraph) -> None:
    with pytest.raises(ViewError, match="'soon' is no date"):
        list(gallery(graph, lambda _: None, "soon"))


def test_a_broken_view_is_told_and_the_others_are_made(graph: OpenGraph) -> None:
    folder = graph.case.root / "visualizations"
    folder.mkdir()
    (folder / "mine.toml").write_text("layout = 1", "utf-8")
    said: list[str] = []
    try:
        files = dict(gallery(graph, said.append))
    finally:
        (folder / "mine.toml").unlink()
        folder.rmdir()
    assert said[0] == "visualizations/mine.toml, query: missing; write one in quotes"
    assert "belgium.html" in files


def test_what_no_font_can_write_has_its_page_without_a_figure(graph: OpenGraph) -> None:
    """A title with a letter that the fonts lack: the figure is refused, the page is not."""
    folder = graph.case.root / "visualizations"
    folder.mkdir()
    shipped = load(graph.case)[0]["belgium"].path.read_text("utf-8")
    own = shipped.replace('en = "Belgium: ', 'en = "警察 Belgium: ')
    (folder / "belgium.toml").write_text(own, "utf-8")
    said: list[str] = []
    try:
        files = dict(gallery(graph, said.append))
    finally:
        (folder / "belgium.toml").unlink()
        folder.rmdir()
    assert any("警" in line and "its page is there" in line for line in said)
    assert "belgium.html" in files
    assert "belgium.png" not in files
    assert "警察 Belgium" in files["index.html"].decode()
