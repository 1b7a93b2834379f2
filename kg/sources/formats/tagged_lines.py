"""Tags at the starts of lines, as files of references have them since the 1970s."""

import re

from kg.files.opened_file import Head

_LINES = 400  # a record may begin with a hundred authors
_TAG = re.compile(
    r"""
    (?P<dash> [A-Z][A-Z0-9]{1,3}) [ ]{0,3} -(?=[ ]|$)   # "TY  - JOUR", "PMID- 123"
    | (?P<bare> [A-Z][A-Z0-9]) (?: [ ](?=\S) | $)       # "PT J", "ER"
    | (?P<percent> %[0-9A-Z@!+$]) [ ]                   # "%T On mills"
    | (?P<word> BEGIN:V[A-Z]+ | Template-Type: | SrcDatabase- | \{Reference[ ]Type\})
    """,
    re.VERBOSE,
)
_ENDINGS = {"dash": " -", "bare": " ", "percent": "", "word": ""}


def line_tags(head: Head) -> frozenset[str]:
    """Return the tags with which lines of a file begin, each with what follows it.

    >>> sorted(line_tags(Head("x", b"", "TY  - JOUR\\nPT J\\n%T Mills\\nA title")))
    ['%T', 'PT ', 'TY -']
    """
    found = (_TAG.match(line) for line in head.text.split("\n", _LINES)[:_LINES])
    return frozenset(
        f"{tag[kind]}{_ENDINGS[kind]}"
        for tag in found
        if tag and (kind := tag.lastgroup)
    )
