"""Figures: a picture set for print or for a screen, as SVG, PNG and PDF, with its evidence.

    figure(picture, "square").files(Path("belgium.png"))

gives every file to write: the parts, figure.json, figure.csv, alt text and a long description.
"""

from kg.figures.figure import FORMATS, SIZES, Figure, figure

__all__ = ["FORMATS", "SIZES", "Figure", "figure"]
