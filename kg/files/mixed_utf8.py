"""UTF-8 with what is none in it: stray bytes, or whole lines in another encoding.

Each line says for itself what it is. Sequences of UTF-8 hardly ever come by chance, so
a line with as many of them as of other bytes is UTF-8, and its stray bytes are what
Windows wrote in the Americas and Western Europe (cp1252).
"""

import re
from dataclasses import dataclass

# Well-formed sequences of several bytes, Unicode 16, table 3-7.
_SEQUENCE = re.compile(
    rb"""
    [\xc2-\xdf][\x80-\xbf]
    | \xe0[\xa0-\xbf][\x80-\xbf] | \xed[\x80-\x9f][\x80-\xbf]
    | [\xe1-\xec\xee\xef][\x80-\xbf]{2}
    | \xf0[\x90-\xbf][\x80-\xbf]{2} | [\xf1-\xf3][\x80-\xbf]{3}
    | \xf4[\x80-\x8f][\x80-\xbf]{2}
    """,
    re.VERBOSE,
)
_WESTERN = b"\xc2\xc3"  # how U+0080 to U+00FF begin
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
# A sequence that goes on behind the end.
_CUT = re.compile(
    rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z"
)
# Of a byte that is no UTF-8, as Python's "surrogateescape" has it, what it is in cp1252.
_STRAY = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(128, 256)
}
_ESCAPED = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Votes:
    """How much of a block is UTF-8, and which of its lines are not.

    `sequences` counts the characters beyond ASCII of lines in UTF-8, `western` those of
    them that cp1252 has too; `others` the bytes beyond ASCII of the other lines, which
    `lines` holds, joined by line feeds.
    """

    sequences: int
    western: int
    others: int
    lines: bytes


def count_votes(block: bytes) -> Votes:
    """Return what the lines of a block are.

    >>> count_votes("é\\n".encode() + b"caf\\xe9\\n")
    Votes(sequences=1, western=1, others=1, lines=b'caf\\xe9')
    """
    sequences: list[bytes] = []
    others = 0
    lines: list[bytes] = []
    for line in block.split(b"\n"):
        if line.isascii():
            continue
        if reads_as_utf8(line):
            sequences += _SEQUENCE.findall(line)
        else:
            others += len(_BEYOND_ASCII.findall(line))
            lines.append(line)
    western = sum(each[0] in _WESTERN for each in sequences)
    return Votes(len(sequences), western, others, b"\n".join(lines))


def reads_as_utf8(line: bytes) -> bool:
    """Tell whether a line has as many sequences of UTF-8 as bytes that are in none.

    >>> reads_as_utf8("Zoë Núñez".encode() + b"\\x92"), reads_as_utf8(b"No\\xebl")
    (True, False)
    """
    stray = len(_BEYOND_ASCII.findall(_SEQUENCE.sub(b"", line)))
    return stray == 0 or len(_SEQUENCE.findall(line)) >= stray


def decode_with_strays(line: bytes) -> tuple[str, int]:
    """Return the text of a line in UTF-8, and how many stray bytes are in it.

    >>> decode_with_strays("Zoë".encode() + b"\\x92s")
    ('Zoë’s', 1)
    """
    text = line.decode("utf-8", "surrogateescape")
    return text.translate(_STRAY), len(_ESCAPED.findall(text))


def length_of_cut_sequence(block: bytes) -> int:
    """Return how many bytes at the end of a block begin a character that goes on.

    >>> length_of_cut_sequence("é".encode()[:1]), length_of_cut_sequence(b"e")
    (1, 0)
    """
    found = _CUT.search(block, max(len(block) - 3, 0))
    return len(found[0]) if found else 0
