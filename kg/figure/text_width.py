"""How wide a text will be, whatever sans-serif font a reader has.

A figure has its text as text, so that it can be searched and edited, and the font is
the reader's. Widths are those of the Helvetica family by sorts of letters, and a little
more, for fonts that run wider.
"""

_SAFETY = 1.08
_WIDTHS = (  # in sizes of the font
    ("ijl.,:;'|!I`", 0.26),
    ('ftr()[]{}/\\- "*', 0.33),
    ("cksvxyzJ?", 0.51),
    ("mMW@%w—", 0.83),
    ("ABCDEFGHKLNOPQRSTUVXYZ&", 0.69),
)
_USUAL = 0.56  # the other letters, and digits
_WIDE = 1.0  # characters as wide as high, of Chinese, Japanese and Korean
_FIRST_WIDE = 0x2E80
_BOLD = 1.07

_BY_LETTER = {letter: width for letters, width in _WIDTHS for letter in letters}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is, in the unit of its font's `size`.

    >>> text_width("mm", 10) > text_width("ill", 10)
    True
    """
    ems = sum(
        _BY_LETTER.get(letter, _WIDE if ord(letter) >= _FIRST_WIDE else _USUAL)
        for letter in text
    )
    return ems * size * _SAFETY * (_BOLD if bold else 1.0)


def wrap(text: str, size: float, most: float, *, bold: bool = False) -> list[str]:
    """Return a text as lines of at most a width, broken between words.

    A word that is wider stands alone on its line.

    >>> wrap("stochastic gradient descent", 10, 60)
    ['stochastic', 'gradient', 'descent']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shorten(text: str, size: float, most: float) -> str:
    """Return a text that is cut, with an ellipsis, where it is wider than `most`.

    >>> shorten("stochastic gradient descent", 10, 60)
    'stochastic…'
    """
    if text_width(text, size) <= most:
        return text
    while text and text_width(text + "…", size) > most:
        text = text[:-1]
    return text.rstrip() + "…"
