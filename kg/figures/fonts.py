"""The fonts that figures are set in, out of installed packages: nothing of a machine's own.

Source Sans has Latin, Greek and Cyrillic; Noto Sans Hebrew stands in for Hebrew letters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from kg.errors import ViewError

Weight = Literal[400, 600, 700]
WEIGHTS: tuple[Weight, ...] = (400, 600, 700)

_MAIN = "Source Sans Pro"
_FILES = {400: "Regular", 600: "Semibold", 700: "Bold"}
_SPARE = "Noto Sans Hebrew"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. ``advances`` are widths by code point, in thousandths of the size."""

    family: str
    weight: Weight
    path: Path
    advances: Mapping[int, float] = field(hash=False)


@cache
def faces(weight: Weight) -> tuple[Face, ...]:
    """The fonts of a weight: the first that has a letter sets it.

    Raises:
        ViewError: The package with the fonts is missing.
    """
    main = _folder("font_source_sans_pro", "font-source-sans-pro") / "files"
    path = main / f"SourceSansPro-{_FILES[weight]}.ttf"
    spare = _folder("pylopdf_fonts_he", "pylopdf-fonts-he") / "NotoSansHebrew-Variable.ttf"
    return (
        Face(_MAIN, weight, path, _advances(path)),
        Face(_SPARE, 400, spare, _advances(spare)),
    )


def families() -> str:
    """The families as CSS names them."""
    return f"'{_MAIN}', '{_SPARE}', sans-serif"


def files() -> list[Path]:
    """Every font file, for a program that has to load them."""
    return list(dict.fromkeys(face.path for weight in WEIGHTS for face in faces(weight)))


def face_of(letter: str, weight: Weight) -> Face | None:
    """The font that sets a letter, or nothing if none has it."""
    code = ord(letter)
    return next((face for face in faces(weight) if code in face.advances), None)


def open_font(path: Path) -> Any:
    """The file as fontTools has it, read no further than needed, never dated anew."""
    try:
        from fontTools.ttLib import TTFont
    except ImportError as error:
        message = "figures need fonttools: pip install '.[figures]' in the checkout"
        raise ViewError(message) from error
    return TTFont(BytesIO(path.read_bytes()), lazy=True, recalcTimestamp=False)


def runs(text: str, weight: Weight) -> Sequence[tuple[Face, str]]:
    """The text in pieces, each with the font that sets it."""
    found: list[tuple[Face, str]] = []
    for letter in text:
        face = face_of(letter, weight) or faces(weight)[0]
        if found and found[-1][0] == face:
            found[-1] = (face, found[-1][1] + letter)
        else:
            found.append((face, letter))
    return found


def _folder(module: str, package: str) -> Path:
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        raise ViewError(f"figures need {package}: pip install '.[figures]' in the checkout")
    return Path(spec.origin).parent


@cache
def _advances(path: Path) -> Mapping[int, float]:
    font = open_font(path)
    scale = 1000 / font["head"].unitsPerEm
    widths = font["hmtx"]
    return {code: widths[name][0] * scale for code, name in font.getBestCmap().items()}
