"""SVG to PNG with resvg: the fonts of the figures, none of the machine, no date in the file."""

from kg.errors import ViewError
from kg.figures.fonts import files


def png(svg: str, zoom: float = 1.0) -> bytes:
    """The picture in pixels.

    Raises:
        ViewError: resvg cannot draw it, or is missing.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        message = "PNG needs the package resvg-py: pip install '.[figures]' in the checkout"
        raise ViewError(message) from error
    try:
        return bytes(
            svg_to_bytes(
                svg_string=svg,
                skip_system_fonts=True,
                font_files=[str(path) for path in files()],
                background="#FFFFFF",
                zoom=zoom,
                dpi=96.0,
            )
        )
    except ValueError as error:
        raise ViewError(f"the figure cannot be drawn as PNG: {error}") from error
