"""Tags at the starts of lines, as files of references have them since the 1970s."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.files.opened_file import Head

_PREAMBLE = 3  # lines above the first record: who made the file, when, in which version
_FEWEST = 3  # tagged lines of a file that does not begin with any
# Exporters, and editors behind them, write other dashes, tabs, and blanks in front.
_TAG = re.compile(
    r"""
    [ \t]* (?P<dash> [A-Z][A-Z0-9]{1,3}) [ \t]{0,3} [-–—] (?=\s|$)  # "TY  - JOUR"
    | (?P<bare> [A-Z][A-Z0-9]) (?: [ ](?=\S) | [ ]*$)                # "PT J", "ER"
    | (?P<percent> %[0-9A-Z@!+$]) [ ]                                # "%T On mills"
    | (?P<word> BEGIN:V[A-Z]+)
    | [ \t]* (?P<name> [A-Z][A-Za-z]{2,20}) [-–—] (?=[^\x00-\x7f]|\?\?)  # "Title-题名:"
    | [ \t]* (?P<braces> \{[A-Z][\w /]{2,30}\}) [ ]? (?=[:：])
    | [ \t]* (?P<template> (?i:Template-Type|Author-Name|Author-Workplace-Name|Creation-Date
                              |Classification-JEL|File-Format|File-URL)) (?=:)
    """,
    re.VERBOSE,
)
_ENDINGS = {
    "dash": " -",
    "bare": " ",
    "percent": "",
    "word": "",
    "name": "-",
    "braces": "",
    "template": ":",
}
# What stands behind a tag in files: other words behind it are those of a text.
_VALUES: Mapping[str, re.Pattern[str]] = {
    tag: re.compile(value)
    for tag, value in {
        "TY -": r"[A-Za-z]+",  # a type, as JOUR
        "ER -": r"",
        "PMID -": r"\d+",
        "PT ": r"[A-Z]",  # a journal's, a book's, …
        "RT ": r"[A-Z][a-z]+(?:[ ,/(]+[A-Za-z)]+){0,4}",
        "PY ": r"\d{4}",
        "UT ": r"(?<!\S)(?=\S*\d{3})\S+",
        "ER ": r"",
        "EF ": r"",
        "%0": r"[A-Z][A-Za-z ]+",  # a type, as Journal Article
        "BEGIN:VCALENDAR": r"",
        "BEGIN:VCARD": r"",
    }.items()
}


def line_tags(head: Head) -> frozenset[str]:
    """Return the tags with which lines of a file begin, each with what follows it.

    A file of records is tagged from its first lines on, or in a third of all: a text
    that quotes some tags has none.

    >>> sorted(line_tags(Head("x", b"", "TY  - JOUR\\nTI  - On mills\\nER  -")))
    ['ER -', 'TI -', 'TY -']
    >>> sorted(line_tags(Head("x", b"", "On RIS\\n\\nOf its lines\\nER  -\\nis one.")))
    []
    """
    lines = list(_filled_lines(head))
    tags = [tag_of(line) for line in lines]
    # What goes on in a further line is set in.
    tags = [t for t, line in zip(tags, lines, strict=True) if t or line[0] not in " \t"]
    return frozenset(filter(None, tags)) if _is_tagged(tags) else frozenset()


def count_tags(head: Head) -> dict[str, int]:
    """Return how many lines of a file begin with each tag, as the file has it.

    >>> count_tags(Head("x", b"", "TY  - JOUR\\nAU  - Lee\\nAU  - Li"))
    {'TY': 1, 'AU': 2}
    """
    tags = filter(None, map(tag_of, _filled_lines(head)))
    return dict(Counter(tag.rstrip(" -") for tag in tags))


def tag_of(line: str) -> str | None:
    """Return the tag of a line; None of a line without, or with another's value.

    >>> tag_of("TY  - JOUR"), tag_of("TY  - is the first tag")
    ('TY -', None)
    """
    found = _TAG.match(line)
    if found is None:
        return None
    kind = found.lastgroup or ""
    # Capitals make no difference to RePEc.
    name = found[kind].title() if kind == "template" else found[kind]
    tag = f"{name}{_ENDINGS[kind]}"
    value = _VALUES.get(tag)
    is_one = value is None or value.fullmatch(line[found.end() :].strip())
    return tag if is_one else None


def _filled_lines(head: Head) -> Iterator[str]:
    """Yield lines with content, without the blanks and marks that stand before all."""
    marked = (line.lstrip("\ufeff\u200b") for line in head.text.split("\n"))
    lines = [line for line in marked if line.strip()]
    indent = min((len(line) - len(line.lstrip(" \t")) for line in lines), default=0)
    return (line[indent:] for line in lines)


def _is_tagged(tags: Sequence[str | None]) -> bool:
    """Tell a file by its first line, by two together soon, or by a third of its lines."""
    if tags and tags[0]:
        return True
    if any(tag and following for tag, following in pairwise(tags[: _PREAMBLE + 2])):
        return True
    tagged = sum(tag is not None for tag in tags)
    return tagged >= _FEWEST and 3 * tagged >= len(tags)
