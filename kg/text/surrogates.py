"""Text that UTF-8 cannot hold, as a file's name or an argument may be.

JSON can name halves of surrogate pairs, too: "\\ud800".
"""

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def replace_surrogates(text: str) -> str:
    r"""Replace what is no Unicode, one for one, so that it can be written and looked up.

    Offsets stay what they were.

    >>> replace_surrogates("caf\udce9.txt") == "caf\ufffd.txt"
    True
    """
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
