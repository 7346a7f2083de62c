"""SVG, PNG and PDF of shipped views: what is in one is in all."""

import io
import re
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from kg.errors import ViewError
from kg.figures import SIZES, Figure
from kg.figures.measure import checked
from tests.figures.boxes import INKSCAPE, SVG
from tests.figures.shipped import HARD

if TYPE_CHECKING:
    import pypdf

    from tests.figures.conftest import Build, Built

CC = "{http://creativecommons.org/ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"

IN_PDF = (*((view, "a4") for view in HARD), ("belgium", "square"), ("unit-8200", "story"))


def reader(made: "Built") -> "pypdf.PdfReader":
    import pypdf

    return pypdf.PdfReader(io.BytesIO(made.figure.pdf()))


def squeezed(text: str) -> str:
    """A text without spaces and hyphens, which a PDF sets where lines break."""
    return re.sub(r"[\s\u00ad-]+", "", text)


@pytest.mark.parametrize(("view", "size"), IN_PDF)
def test_every_text_of_the_figure_can_be_found_in_the_pdf(
    built: "Build", view: str, size: str
) -> None:
    made = built(view, size)
    pages = reader(made).pages
    assert len(pages) == len(made.svgs)
    for page, found in zip(pages, made.seen, strict=True):
        text = squeezed(page.extract_text())
        assert [each.what for each in found.texts if squeezed(each.what) not in text] == []


def test_the_pdf_is_tagged_titled_and_in_its_language(built: "Build") -> None:
    made = built("israeli-vendors", "a4", "fr")
    found = reader(made)
    assert found.metadata is not None
    assert found.metadata.title == checked(made.picture.title)
    root: Any = found.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr"
    assert "/CreationDate" not in (found.metadata or {})


def test_the_pdf_has_the_size_of_the_sheet(built: "Build") -> None:
    for view, size, sides in (
        ("israeli-vendors", "a4", {595, 842}),
        ("edicia", "square", {810}),
        ("edicia", "link", {900, 472}),
    ):
        box = reader(built(view, size)).pages[0].mediabox
        assert {int(box.width), int(box.height)} == sides


def test_a_pdf_embeds_the_letters_of_its_fonts(built: "Build") -> None:
    for page in reader(built("edicia", "a4")).pages:
        resources: Any = page["/Resources"]
        fonts = [font.get_object() for font in resources["/Font"].values()]
        names = {str(font["/BaseFont"]) for font in fonts}
        assert all(re.match(r"/[A-Z]{6}\+SourceSansPro-", name) for name in names)
        weights = {name.split("-")[1] for name in names}
        assert weights == {"Regular", "Semibold", "Bold"}
        for font in fonts:
            assert "/ToUnicode" in font, "without it text cannot be searched or read out"


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """The parts of a PNG file; every checksum is looked at."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        (sum_,) = struct.unpack(">I", png[at + 8 + length : at + 12 + length])
        assert zlib.crc32(kind + data) == sum_
        found.append((kind, data))
        at += 12 + length
    return found


@pytest.mark.parametrize(
    ("size", "pixels"),
    [("square", (1080, 1080)), ("portrait", (1080, 1350)), ("story", (1080, 1920)),
     ("link", (1200, 630)), ("article", (1600, None)), ("a4", (2631, 1859)), ("a3", None)],
)  # fmt: skip
def test_a_png_has_the_pixels_of_its_size_and_no_date(
    built: "Build", size: str, pixels: tuple[int, int | None] | None
) -> None:
    found = dict(chunks(built("edicia", size).figure.png(1)))
    assert set(found) <= {b"IHDR", b"IDAT", b"IEND", b"pHYs"}
    wide, high = struct.unpack(">II", found[b"IHDR"][:8])
    if size in ("a4", "a3"):
        assert max(wide, high) > 2300, "print needs more pixels than a screen"
    elif pixels:
        assert wide == pixels[0]
        assert pixels[1] in (None, high)


def test_a_png_is_not_blank(built: "Build") -> None:
    from PIL import Image

    image = Image.open(io.BytesIO(built("edicia", "square").figure.png(1))).convert("RGB")
    colours = {colour: n for n, colour in image.getcolors(1 << 24) or ()}
    assert colours[255, 255, 255] > 1080 * 1080 * 0.5
    assert colours[0xAA, 0x09, 0xAA] > 1000, "the purple of products"
    assert len(colours) > 100


@pytest.mark.parametrize("view", HARD)
def test_an_outlined_figure_has_no_text_and_the_same_shapes(built: "Build", view: str) -> None:
    made = built(view, "article")
    root = etree.fromstring(Figure(made.figure.pages, outline=True).svg().encode())
    assert list(root.iter(f"{SVG}text", f"{SVG}tspan", f"{SVG}style")) == []
    plain = etree.fromstring(made.svgs[0].encode())
    for tag in ("rect", "g", "marker"):
        assert len(list(root.iter(f"{SVG}{tag}"))) == len(list(plain.iter(f"{SVG}{tag}")))
    texts = len(list(plain.iter(f"{SVG}text")))
    assert len(list(root.iter(f"{SVG}path"))) == len(list(plain.iter(f"{SVG}path"))) + texts


def test_an_outlined_figure_has_as_much_ink(built: "Build") -> None:
    from PIL import Image

    made = built("edicia", "square")
    ink = []
    for how in (False, True):
        png = Figure(made.figure.pages, outline=how).png(1)
        shades = Image.open(io.BytesIO(png)).convert("L").histogram()
        ink.append(sum(shades[:128]))
    assert ink[0] > 10_000
    assert abs(ink[0] - ink[1]) < ink[0] * 0.02, "letters move by a hair for want of kerning"


def test_the_svg_carries_its_fonts_and_asks_for_nothing_outside(built: "Build") -> None:
    svg = built("edicia", "article").figure.svg()
    sources = re.findall(r"url\(([^)]{0,40})", svg)
    assert [each for each in sources if not each.startswith(("#", "data:font/ttf;base64,"))] == []
    root = etree.fromstring(svg.encode())
    linked = [v for n in root.iter() for k, v in n.attrib.items() if k.endswith(("href", "src"))]
    assert linked == []
    assert svg.count("@font-face") == 3


def test_the_svg_says_its_licence_to_programs(built: "Build") -> None:
    made = built("edicia", "article", "de")
    root = etree.fromstring(made.svgs[0].encode())
    (work,) = root.iter(f"{CC}Work")
    (licence,) = work.iter(f"{CC}license")
    assert licence.get(f"{RDF}resource") == "https://creativecommons.org/licenses/by/4.0/"
    assert work.findtext(f"{DC}title") == made.picture.title
    assert work.findtext(f"{DC}language") == "de"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"


def test_connectors_are_what_inkscape_moves_with_the_cards(built: "Build") -> None:
    root = etree.fromstring(built("edicia", "article").svgs[0].encode())
    tied = [path for path in root.iter(f"{SVG}path") if path.get(f"{INKSCAPE}connector-type")]
    assert tied
    for path in tied:
        assert path.get(f"{INKSCAPE}connector-type") == "polyline"
        assert path.get(f"{INKSCAPE}connector-curvature") == "0"
        for end in ("start", "end"):
            id_ = path.get(f"{INKSCAPE}connection-{end}", "").removeprefix("#")
            (node,) = root.xpath("//*[@id=$id]", id=id_)
            assert node.tag == f"{SVG}rect"


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "SVG"])
def test_files_are_named_after_the_path_that_is_given(built: "Build", ending: str) -> None:
    found = built("edicia", "square").figure.files(Path(f"out/x.{ending}"))
    names = sorted(path.name for path in found)
    beside = ["x.alt.txt", "x.description.txt", "x.figure.csv", "x.figure.json"]
    count = len(built("edicia", "square").svgs)
    drawn = ["x.pdf"] if ending == "pdf" else [f"x-{n}.{ending}" for n in range(1, count + 1)]
    assert count > 1
    assert names == sorted([*beside, *drawn])
    assert {path.parent for path in found} == {Path("out")}
    assert all(found.values())


@pytest.mark.parametrize(
    ("name", "said"),
    [("x.gif", "no figure 'gif'"), ("x", "no figure ''"), ("x.pdff", "did you mean 'pdf'?")],
)
def test_another_ending_is_refused_with_those_that_there_are(
    built: "Build", name: str, said: str
) -> None:
    with pytest.raises(ViewError) as caught:
        built("edicia", "square").figure.files(Path(name))
    assert said in str(caught.value)
    assert "svg, png, pdf" in str(caught.value)


def test_there_are_seven_sizes() -> None:
    assert SIZES == ("article", "square", "portrait", "story", "link", "a4", "a3")
