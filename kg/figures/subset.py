"""The letters of a figure as fonts inside it, so that it looks the same everywhere."""

import base64
from collections import defaultdict
from collections.abc import Iterable
from io import BytesIO

from kg.figures.drawing import Item, texts
from kg.figures.fonts import Face, open_font, runs


def letters(items: Iterable[Item]) -> dict[Face, str]:
    """The letters that each font has to set."""
    found: defaultdict[Face, set[str]] = defaultdict(set)
    for text in texts(items):
        for line in text.lines:
            for face, run in runs(line, text.look.weight):
                found[face] |= set(run)
    ordered = sorted(found, key=lambda face: (face.family, face.weight))
    return {face: "".join(sorted(found[face])) for face in ordered}


def style(items: Iterable[Item]) -> str:
    """CSS with every font that is needed, cut down to the letters that occur."""
    return "\n".join(_rule(face, used) for face, used in letters(items).items())


def cut(face: Face, used: str) -> bytes:
    """A font file with some letters only."""
    from fontTools.subset import Options, Subsetter

    font = open_font(face.path)
    if "fvar" in font:
        from fontTools.varLib.instancer import instantiateVariableFont

        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        font = instantiateVariableFont(font, axes, inplace=True)
    options = Options(
        layout_features=["kern"], hinting=False, notdef_outline=True, name_IDs=[1, 2, 13, 14]
    )
    options.drop_tables += ["FFTM", "DSIG", "GDEF"]
    subsetter = Subsetter(options)
    subsetter.populate(text=used)
    subsetter.subset(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _rule(face: Face, used: str) -> str:
    data = base64.b64encode(cut(face, used)).decode("ascii")
    return (
        f"@font-face{{font-family:'{face.family}';font-weight:{face.weight};"
        f"src:url(data:font/ttf;base64,{data}) format('truetype')}}"
    )
