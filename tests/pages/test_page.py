"""The file: small, whole, its policy exact, and the same bytes in every run."""

import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import ViewError
from kg.pages import page, parts
from kg.views import spec
from kg.views.draw import draw
from tests.cases import ROOT
from tests.pages.samples import many, placed, small

if TYPE_CHECKING:
    from kg.session import OpenGraph

_HERE = Path(parts.__file__).parent


class _Elements(HTMLParser):
    """Scripts, styles and whatever points somewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open = ""
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self.pointers: list[str] = []
        self.policy = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        cells = dict(attrs)
        self.open = tag if tag in self.texts and cells.get("type") is None else ""
        self.pointers += [f"{tag} {key}" for key in cells if key in ("src", "href", "srcset")]
        if cells.get("http-equiv") == "Content-Security-Policy":
            self.policy = str(cells["content"])

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open].append(data)

    def handle_endtag(self, tag: str) -> None:
        self.open = ""


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_names_each_script_and_the_style_and_nothing_else() -> None:
    found = _Elements(page(small(), placed()))
    scripts, styles = (" ".join(map(_hash, found.texts[tag])) for tag in ("script", "style"))
    assert len(found.texts["script"]) == 2
    assert found.policy == (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def test_nothing_in_the_page_points_out_of_it() -> None:
    assert _Elements(page(small(), placed())).pointers == ["a href"]


def test_the_licence_of_the_drawing_surface_stays_with_it() -> None:
    assert "@license" in page(small(), placed())


def test_no_code_of_others_lies_among_ours() -> None:
    files = [*_HERE.glob("js/*.js"), *_HERE.glob("css/*.css")]
    assert {path.stem for path in files} == {*parts._SCRIPTS, *parts._STYLES}
    assert max(len(path.read_text("utf-8").splitlines()) for path in files) <= 350


@pytest.mark.parametrize(
    "word", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("]
)
def test_our_code_never_makes_markup_of_text(word: str) -> None:
    assert word not in parts.script()


def test_without_the_surface_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts.surface.cache_clear()
    monkeypatch.setattr(parts, "_VIS", "lib/vis-0/none.js")
    with pytest.raises(ViewError, match="a page needs pyvis with lib/vis-0/none"):
        parts.surface()
    parts.surface.cache_clear()


def test_two_runs_give_the_same_bytes() -> None:
    code = (
        "from hashlib import sha256\n"
        "from kg.pages import page\n"
        "from tests.pages.samples import many, small\n"
        "for each in (small(layout='layered'), small(layout='map'), many(400)[0]):\n"
        "    print(sha256(page(each).encode()).hexdigest())\n"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(sums) == 1
    assert len(sums.pop().split()) == 3


def test_the_shipped_overview_takes_less_than_a_megabyte(shipped: "OpenGraph") -> None:
    view = spec.find(shipped.case, "who-supplies-whom")
    html = page(draw(shipped, view))
    assert len(html.encode()) <= 1_000_000
    assert re.search(r"<title>[^<]{20,}</title>", html)


def test_twenty_thousand_marks_take_less_than_six_megabytes() -> None:
    assert len(page(*many(20_000)).encode()) <= 6_000_000
