"""Bytes of a page → text: in UTF-8, else in the encoding that the page says it is in.

Names of encodings are those that browsers know, each with what it means to them (WHATWG
Encoding): "iso-8859-1" is windows-1252, "gb2312" is gb18030.
"""

import re
from collections.abc import Mapping

_LOOK = 4096  # bytes in which a page says so
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I
)
_KNOWN = re.compile(
    r"windows-(?:874|125\d)|iso-8859-\d{1,2}|koi8-[ru]|gb18030|big5|euc-jp|shift_jis"
    r"|macintosh|iso-2022-jp"
)
_MEANT: Mapping[str, str] = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-sjis": "shift_jis",
    "shift-jis": "shift_jis",
    "ks_c_5601-1987": "euc-kr",
}
_OF_PYTHON: Mapping[str, str] = {
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "macintosh": "mac_roman",
}


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page says it is in, as Python calls it; None of none.

    None as well where the page is in UTF-8, whatever it says.

    >>> declared_encoding(b'<meta charset="gb2312"><p>\\xc4\\xe3')
    'gb18030'
    """
    found = _DECLARED.search(data[:_LOOK])
    # Servers and editors changed to UTF-8, old declarations stayed.
    if found is None or _is_utf8(data):
        return None
    name = found[1].decode("ascii", "replace").lower()
    name = _MEANT.get(name, name)
    known = name in _OF_PYTHON or _KNOWN.fullmatch(name)
    return _OF_PYTHON.get(name, name) if known else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"  # cut within a character
    return True
