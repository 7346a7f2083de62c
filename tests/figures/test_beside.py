"""What lies beside a figure agrees with what is drawn: figure.json, figure.csv, alt text."""

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from kg.figures.sidecar import COLUMNS
from tests.figures.boxes import SVG, words
from tests.figures.shipped import VIEWS

if TYPE_CHECKING:
    from tests.figures.conftest import Build, Built

each_view = pytest.mark.parametrize("view", VIEWS)


def beside(made: "Built", ending: str = "svg") -> tuple[dict[str, Any], list[dict[str, str]]]:
    """The data and the table of a figure."""
    found = made.figure.files(Path(f"x.{ending}")) if ending != "svg" else _texts(made)
    data = json.loads(found[Path("x.figure.json")])
    table = list(csv.DictReader(io.StringIO(found[Path("x.figure.csv")].decode())))
    return data, table


def _texts(made: "Built") -> dict[Path, bytes]:
    """What lies beside, without the cost of embedding fonts."""
    from kg.figures import sidecar

    count = len(made.figure.pages)
    names = [f"x-{n}.svg" if count > 1 else "x.svg" for n in range(1, count + 1)]
    return {
        Path("x.figure.json"): sidecar.as_json(made.figure.pages, names).encode(),
        Path("x.figure.csv"): sidecar.as_csv(made.figure.pages).encode(),
    }


@each_view
def test_the_data_has_the_marks_and_lines_of_every_part(built: "Build", view: str) -> None:
    made = built(view, "article")
    data, _ = beside(made)
    assert len(data["parts"]) == len(made.svgs)
    for part, page in zip(data["parts"], made.figure.pages, strict=True):
        assert [mark["name"] for mark in part["marks"]] == [m.name for m in page.picture.marks]
        assert [line["id"] for line in part["lines"]] == [x.eid for x in page.picture.lines]
        assert part["part"] == page.part.number
        assert part["width"] == pytest.approx(page.drawing.width, abs=0.01)
        assert part["height"] == pytest.approx(page.drawing.height, abs=0.01)


@each_view
def test_every_line_of_the_data_rests_on_claims_with_their_sources(
    built: "Build", view: str
) -> None:
    data, _ = beside(built(view, "article"))
    claims = data["claims"]
    for part in data["parts"]:
        for line in part["lines"]:
            assert line["claims"]
            assert [each["claim"] for each in line["sources"]] == line["claims"]
            assert set(line["claims"]) <= claims.keys()
    for claim in claims.values():
        assert claim["says"]
        assert claim["certainty"]
        assert claim.get("publisher") or claim.get("title")


@each_view
def test_no_claim_is_in_the_data_that_nothing_rests_on(built: "Build", view: str) -> None:
    data, _ = beside(built(view, "article"))
    used = {id_ for part in data["parts"] for each in (*part["lines"], *part["marks"])
            for id_ in each.get("claims", [])}  # fmt: skip
    assert data["claims"].keys() == used


@each_view
def test_the_table_has_a_row_for_each_claim_behind_each_line_and_event(
    built: "Build", view: str
) -> None:
    made = built(view, "article")
    data, table = beside(made)
    wanted: Counter[tuple[str, str]] = Counter()
    for part in data["parts"]:
        wanted.update((line["id"], id_) for line in part["lines"] for id_ in line["claims"])
        wanted.update(("", id_) for mark in part["marks"] for id_ in mark.get("claims", []))
    assert Counter((row["relationship"], row["claim"]) for row in table) == wanted
    for row in table:
        assert tuple(row) == COLUMNS
        claim = data["claims"][row["claim"]]
        assert row["says"].lstrip("'") == claim["says"].lstrip("'")
        assert row["page"].lstrip("'") == claim.get("page", "").lstrip("'")
        assert row["from_id"]


@each_view
def test_the_notes_of_the_data_are_those_under_the_drawing(built: "Build", view: str) -> None:
    made = built(view, "article")
    data, table = beside(made)
    for part, svg in zip(data["parts"], made.svgs, strict=True):
        assert list(part["notes"].values()) == footnotes(svg)
        numbers = {str(each["note"]) for each in (*part["lines"], *part["marks"]) if "note" in each}
        assert numbers == part["notes"].keys()
        rows = {row["note"] for row in table if row["part"] == str(part["part"]) and row["note"]}
        assert rows == numbers


def footnotes(svg: str) -> list[str]:
    """The texts under the legend that have a number, by number."""
    root = etree.fromstring(svg.encode())
    (group,) = root.xpath("//*[@id='footnotes']")
    texts = [" ".join(" ".join(t.itertext()).split()) for t in group.iter(f"{SVG}text")]
    pairs = list(zip(texts[::2], texts[1::2], strict=False))
    assert [number for number, _ in pairs] == [str(n) for n in range(1, len(pairs) + 1)]
    return [text for _, text in pairs]


@each_view
def test_the_alt_text_gives_the_finding_and_counts_what_is_drawn(built: "Build", view: str) -> None:
    from kg.figures.describe import alt

    made = built(view, "article")
    for page, found in zip(made.figure.pages, made.seen, strict=True):
        text = alt(page)
        assert text.startswith(made.picture.title)
        assert "\n" not in text
        assert len(text) < 400
        if page.kind.name == "layered":
            assert f"with {len(found.cards)} boxes and {len(found.ways)} connecting lines" in text
        if len(made.svgs) > 1:
            assert text.endswith(f"Part {page.part.number} of {len(made.svgs)}.")


@each_view
def test_the_long_description_names_everything(built: "Build", view: str) -> None:
    from kg.figures.describe import long
    from kg.figures.measure import clean

    for page in built(view, "article").figure.pages:
        lines = long(page).splitlines()
        for mark in page.picture.marks:
            assert any(line.startswith(f"- {clean(mark.name)} (") for line in lines)
        ties = [line for line in lines if line.startswith("- ")]
        assert len(ties) == len(page.picture.marks) + len(page.picture.lines)
        for number, text in page.notes.texts.items():
            assert f"({number}) {text}" in lines


@each_view
def test_the_description_in_the_svg_is_the_one_beside_it(built: "Build", view: str) -> None:
    from kg.figures.describe import alt, long

    made = built(view, "article")
    for page, svg in zip(made.figure.pages, made.svgs, strict=True):
        root = etree.fromstring(svg.encode())
        assert root.findtext(f"{SVG}title") == alt(page)
        assert root.findtext(f"{SVG}desc") == long(page)


@pytest.mark.parametrize(
    ("view", "size"), [("edicia", "square"), ("edicia", "a4"), ("belgium", "link")]
)
def test_the_data_names_the_files_that_are_written(built: "Build", view: str, size: str) -> None:
    made = built(view, size)
    for ending in ("png", "pdf"):
        found = made.figure.files(Path(f"x.{ending}"))
        data = json.loads(found[Path("x.figure.json")])
        files = {part["file"] for part in data["parts"]}
        assert files == {path.name for path in found if path.suffix == f".{ending}"}
        assert data["size"] == size
        assert data["licence"] == "CC BY 4.0"
        assert data["query"] == made.picture.query
        alt = found[Path("x.alt.txt")].decode().splitlines()
        assert alt == [part["alt"] for part in data["parts"]]
        told = found[Path("x.description.txt")].decode()
        assert all(part["description"] in told for part in data["parts"])


def test_a_summary_comes_with_every_name_and_line_as_data(built: "Build") -> None:
    made = built("belgium", "link")
    assert made.kind == "summary"
    data, table = beside(made)
    (part,) = data["parts"]
    assert len(part["marks"]) == len(made.picture.marks)
    assert len(part["lines"]) == len(made.picture.lines)
    rows = {row["relationship"] for row in table if row["relationship"]}
    assert rows == {line.eid for line in made.picture.lines}
    assert data["caption"].startswith("In numbers")
    assert "Palantir" not in words(made.svgs[0])
