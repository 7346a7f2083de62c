"""What somebody reads who is not let in, finds nothing, or gets less than all."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from kg.explore.explorer import Explorer
from kg.explore.server import Server
from kg.explore.words import words
from kg.schema import LANGUAGES
from kg.session import OpenGraph
from tests.explore.conftest import serving
from tests.explore.test_browser import PHONE, WIDE, Visit
from tests.explore.visitor import Visitor, path_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

READER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def visit(
    browser: "Browser", explorer: Explorer, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """A visit in a window of the size that the test asks for."""
    found = Visit(browser, explorer, getattr(request, "param", WIDE))
    yield found
    found.close()
    assert (found.outside, found.troubles) == ([], [])


@pytest.mark.parametrize(
    ("address", "headers", "status", "said"),
    [
        ("/", {}, 403, "copy it whole into the browser"),
        ("/search?q=a", {}, 403, "copy it whole into the browser"),
        ("/?token=wrong", {}, 403, "used in another browser"),
        ("/", {"Host": "evil.example"}, 403, "Only a browser on this machine"),
        ("/", {"Sec-Fetch-Site": "cross-site"}, 403, "into the address bar"),
    ],
)
def test_a_person_gets_a_page_to_read(
    stranger: Visitor, address: str, headers: dict[str, str], status: int, said: str
) -> None:
    reply = stranger.ask(address, headers=READER | headers)
    assert reply.status == status
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    assert said in reply.body.decode()
    assert reply.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_program_gets_data(stranger: Visitor) -> None:
    assert "copy it whole" in stranger.ask("/", headers={"Accept": "*/*"}).error


def test_an_address_of_nothing_is_a_page_too(visitor: Visitor) -> None:
    reply = visitor.ask("/<script>alert(1)</script>", headers=READER)
    assert reply.status == 404
    assert "There is nothing at this address" in reply.body.decode()
    assert b"<script" not in reply.body


def test_a_link_that_was_used_is_told_from_one_that_is_missing(server: Server) -> None:
    assert Visitor(server).ask(path_of(server.link)).status == 303
    again = Visitor(server).ask(path_of(server.link), headers=READER).body.decode()
    never = Visitor(server).ask("/", headers=READER).body.decode()
    assert "used in another browser" in again
    assert "used in another browser" not in never


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_said_in_the_language_of_the_command(shipped: OpenGraph, lang: str) -> None:
    with serving(Explorer(shipped.speaking(lang))) as server:
        text = Visitor(server).ask("/", headers=READER).body.decode()
    assert f'<html lang="{lang}">' in text
    assert str(words()[lang]["no_key"]).split(":", maxsplit=1)[0].split("'")[0] in text


def test_a_second_tab_of_the_same_browser_is_let_in(visit: Visit) -> None:
    other = visit.context.new_page()
    for address in (f"http://127.0.0.1:{visit.server.port}/", visit.server.link):
        other.goto(address)
        other.wait_for_selector("body.open")


def test_of_a_hub_the_reader_sees_that_there_is_more(visit: Visit) -> None:
    visit.search("Palantir Technologies Inc.")
    visit.page.click("#expand")
    visit.page.wait_for_selector("#error.note:not([hidden])")
    assert "Added 40 of " in visit.page.inner_text("#error")
    assert visit.axe() == []


def test_a_question_names_what_it_asks_about_by_its_name(visit: Visit) -> None:
    visit.page.click("#tab-questions")
    visit.page.click("#pane .tag:has-text('supply') summary")
    visit.page.click(".question:has-text('Who supplies this police force')")
    visit.until("document.getElementById('param-force').value === 'Belgian Federal Police'")
    visit.page.click("#run")
    visit.page.wait_for_selector("#answer tbody tr")
    assert "Belgian Federal Police" in visit.page.inner_text("#answer")


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_on_a_phone_no_button_covers_a_branch(visit: Visit) -> None:
    visit.search("palantir")
    visit.until("document.body.classList.contains('branched')")
    assert not visit.page.is_visible("#zoom")


def test_the_signs_are_explained_below_what_is_read(visit: Visit) -> None:
    visit.search("edicia")
    visit.page.click("#panel details.signs summary")
    assert "supplies" in visit.page.inner_text("#panel details.signs")
    assert visit.axe() == []
