"""A figure as pixels, by resvg: an optional library, for kg itself needs none."""

from kg.errors import OutputError

DPI = 300  # what journals ask for
_INCH = 25.4  # millimetres


def render_png(svg: str, *, millimetres: float, dpi: int = DPI) -> bytes:
    """Return an SVG as a PNG of the given real width, on white.

    Raises:
        OutputError: the library is not installed; the message says how to get it.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise OutputError(
            "a PNG needs resvg: pip install 'scholkg[png]'; or write .svg, which any "
            "browser and Inkscape open"
        ) from None
    pixels = round(millimetres / _INCH * dpi)
    return bytes(svg_to_bytes(svg_string=svg, width=pixels, dpi=float(dpi)))
