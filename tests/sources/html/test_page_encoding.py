import pytest

from kg.sources.html.page_encoding import declared_encoding

GERMAN = "<p>M\u00fchle"


@pytest.mark.parametrize(
    ("declaration", "codec", "known"),
    [
        ('<meta charset="ISO-8859-1">', "latin-1", "windows-1252"),
        (
            '<meta content="text/html; charset=gb2312" http-equiv=x>',
            "gb18030",
            "gb18030",
        ),
        ("<meta charset=Shift_JIS>", "cp932", "cp932"),
        ("<meta charset=utf-8>", "utf-8", None),
        ("<meta charset=latin1>", "utf-8", None),
        ("<meta charset=zlib>", "latin-1", None),
        ("", "latin-1", None),
    ],
)
def test_a_page_says_its_encoding(declaration, codec, known):
    word = "\u4e16\u754c" if codec in ("gb18030", "cp932") else GERMAN
    assert declared_encoding(declaration.encode() + word.encode(codec)) == known


def test_xhtml_says_so_in_its_first_line():
    data = b'<?xml version="1.0" encoding="koi8-r"?><p>\xcd\xcd'
    assert declared_encoding(data) == "koi8-r"
