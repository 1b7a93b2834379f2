"""Which characters XML 1.0 has."""

import re

# Everything outside the production Char of XML 1.0 (5th edition, 2.2), lone surrogates
# included; networkx writes them, and then cannot read its own file.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def drop_illegal(text: str) -> str:
    """Drop the characters that no XML file may hold.

    Example:
        >>> drop_illegal("a\\x00b")
        'ab'
    """
    return _ILLEGAL.sub("", text)
