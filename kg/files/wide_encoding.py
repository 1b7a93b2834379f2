"""UTF-16 and UTF-32 without a byte order mark.

Both have zero bytes and others that no text has, so they are told before such data is
refused as binary: Latin letters by where the zeros stand, other scripts by which order
of the two bytes gives letters of one script.
"""

import re
from collections import Counter

from kg.files.signatures import CONTROL_BYTES, SAMPLE

# Which places modulo four hold the zero bytes of Latin letters.
_ZERO_PATTERNS = (
    ("utf-16-le", (False, True, False, True)),
    ("utf-16-be", (True, False, True, False)),
)
_UTF_32 = ("utf-32-le", "utf-32-be")
_PLAIN = b" abcdefghijklmnopqrstuvwxyz"
_MOST_PLAIN = 0.7  # of the bytes of UTF-16
_COHERENT = 0.9  # of the characters of a text are of one script, or signs
# First and last code, and what they are; what is not here hardly comes in abstracts.
_SCRIPTS = (
    *((0x80, 0xFF, "latin"), (0x100, 0x24F, "latin"), (0x370, 0x3FF, "greek")),
    *((0x400, 0x4FF, "cyrillic"), (0x530, 0x58F, "armenian"), (0x590, 0x5FF, "hebrew")),
    *(
        (0x600, 0x6FF, "arabic"),
        (0x900, 0x97F, "devanagari"),
        (0x980, 0x9FF, "bengali"),
    ),
    *((0xB80, 0xBFF, "tamil"), (0xE00, 0xE7F, "thai"), (0x10A0, 0x10FF, "georgian")),
    *((0x2010, 0x206F, "signs"), (0x2190, 0x22FF, "signs"), (0x3000, 0x303F, "signs")),
    *((0xFF00, 0xFFEF, "signs"), (0x3040, 0x30FF, "han"), (0x4E00, 0x9FFF, "han")),
    *((0xAC00, 0xD7A3, "hangul"), (0x1E00, 0x1EFF, "latin")),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_MOST_CONTROLS = 0.02  # of the characters of a text


def guess_wide_encoding(block: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark; None of anything else.

    >>> guess_wide_encoding("Мы изучаем\\n".encode("utf-16-be"))
    'utf-16-be'
    """
    sample = block[: SAMPLE - SAMPLE % 4]
    if len(sample.translate(None, CONTROL_BYTES)) == len(sample):
        return None
    for encoding in _UTF_32:  # few values of four bytes are characters at all
        if _is_text_in(sample[: len(sample) // 4 * 4], encoding):
            return encoding
    shares = [_share_of_zeros(sample[place::4]) for place in range(4)]
    for encoding, pattern in _ZERO_PATTERNS:
        places = zip(shares, pattern, strict=True)
        if all(share > 0.5 if zero else share < 0.05 for share, zero in places):
            return encoding if _is_text_in(sample, encoding) else None
    return _guess_utf_16(sample) if _is_no_plain_text(sample) else None


def _guess_utf_16(sample: bytes) -> str | None:
    """Tell UTF-16 by which of its two orders gives letters of few scripts."""
    sample = sample[: len(sample) // 2 * 2]
    good = [
        (share_of_coherent(text), encoding)
        for encoding in ("utf-16-le", "utf-16-be")
        if _is_text_in(sample, encoding)
        and (text := sample.decode(encoding, "replace"))
    ]
    share, encoding = max(good, default=(0.0, ""))
    return encoding if share >= _COHERENT else None


def share_of_coherent(text: str) -> float:
    """Return how much of a text is in its main script, or in signs of any.

    ASCII, which stands between the words of all scripts, counts a little more.

    >>> share_of_coherent("мы изучаем") > share_of_coherent("мы 㤄㠄")
    True
    """
    scripts = Counter(_script(ord(char)) for char in text)
    plain, signs = scripts.pop("ascii", 0), scripts.pop("signs", 0)
    scripts.pop("odd", 0)
    most = max(scripts.values(), default=0)
    return (1.1 * plain + signs + most) / len(text)


def _script(code: int) -> str:
    """Return the script of a character, as far as that tells text from noise."""
    if code < 0x80:
        return "ascii"
    return next(
        (name for first, last, name in _SCRIPTS if first <= code <= last), "odd"
    )


def _is_no_plain_text(sample: bytes) -> bool:
    """Tell bytes that are no text in any encoding of one or two bytes a character."""
    controls = len(sample) - len(sample.translate(None, CONTROL_BYTES))
    if len(sample) - len(sample.translate(None, _PLAIN)) > _MOST_PLAIN * len(sample):
        return False
    return controls > _MOST_CONTROLS * len(sample)


def _is_text_in(sample: bytes, encoding: str) -> bool:
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end < len(sample):  # not merely cut
            return False
        text = sample[: error.start].decode(encoding)
    return bool(text) and len(_CONTROL.findall(text)) <= _MOST_CONTROLS * len(text)


def _share_of_zeros(sample: bytes) -> float:
    return sample.count(0) / max(len(sample), 1)
