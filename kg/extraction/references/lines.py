"""Entries of a reference list that no heading announces, told by their own form.

"[1] A. Li. Trees. 2019." and "• Ana Cruz. "Trees." ICML (2020)." need only a mark;
without a mark, initials or a title in quotes must stand where references have them.
"""

import re

from kg.extraction.references.entry import Entry, read_entry
from kg.text.words import words_of

_MARK = re.compile(
    r"[ \t]{0,8}(?:\[[\w+-]{1,10}\]|\(?(?:\d{1,2}|[a-h])\)|\d{1,2}\.(?!\d)"
    r"|[•·∗▪*–—-](?=\s))[ \t]*"
)
_LONGEST = 500  # characters of a line that is one entry
# Words of sentences: outside the title an entry has none.
_SAYS = re.compile(
    r"\b(?:we|our|us|I|my|this\s+(?:talk|paper|work)|the\s+talk|is|are|was|were|will"
    r"|have|has|can)\b"
)


def is_entry_line(text: str, start: int, end: int, *, marked: bool = False) -> bool:
    """Tell whether a line is an entry of a reference list, by its form alone.

    Args:
        text: the document.
        start: where the line begins.
        end: where it ends.
        marked: only a line with a mark before it will do.
    """
    mark = _MARK.match(text, start, end)
    if end - start > _LONGEST or (marked and not mark):
        return False
    entry = read_entry(text, mark.end() if mark else start, end)
    if not entry.authors or not entry.title or not _begins_as_title(text, entry):
        return False
    if not (entry.year or entry.id):
        return False
    outside = text[entry.start : entry.title[0]] + text[entry.title[1] : entry.end]
    return not _SAYS.search(outside) and (bool(mark) or _begins_as_entry(text, entry))


def _begins_as_title(text: str, entry: Entry) -> bool:
    """Tell whether a title begins with no small letter, and is no single word."""
    title = entry.title or (0, 0)
    long = len(words_of(text, *title)) > 1
    return not text[title[0]].islower() and (long or _is_quoted(text, entry))


def _is_quoted(text: str, entry: Entry) -> bool:
    """Tell whether the title stands in quotes."""
    begin = entry.title[0] if entry.title else 0
    return begin > 0 and text[begin - 1] in '"“«'


def _begins_as_entry(text: str, entry: Entry) -> bool:
    """Tell whether a line without a mark begins as an entry does."""
    names = [text[slice(*name)] for name in entry.authors]
    first = entry.authors[0][0] - entry.start < 2
    initials = all("." in name or re.search(r"\s[A-Z]{1,3}$", name) for name in names)
    title = entry.title or (0, 0)
    quoted = text[title[0] - 1 : title[0]] in '"“«'
    # "Ana Cruz and Bo Li: Trees of Words, ACL 2020."
    colon = text[entry.authors[-1][1] : title[0]].strip() == ":"
    listed = colon and len(names) > 1 and entry.year and entry.venue
    return first and bool(initials or quoted or listed)
