import struct
import sys

import pytest

from kg.errors import OutputError
from kg.figure.compose import compose_figure
from kg.figure.png import render_png


def test_pixels_are_those_of_the_real_width(drawing):
    pytest.importorskip("resvg_py")
    png = render_png(compose_figure(drawing, width=85), millimetres=85)
    assert png.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", png[16:24])
    assert width == round(85 / 25.4 * 300)
    assert height > width / 2


def test_without_the_library_the_message_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(OutputError, match=r"pip install 'scholkg\[png\]'.*\.svg"):
        render_png("<svg/>", millimetres=85)
