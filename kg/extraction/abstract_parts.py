"""The parts of an abstract that are not its prose: labels, lists of keywords, notices.

One rule for records and for texts that were copied from pages: the text stays as it is,
and nothing but keywords is read in these parts.
"""

import re
from collections.abc import Iterator

from kg.extraction.abstract_labels import Label, label_at
from kg.extraction.publisher_notices import find_copyright, is_notice, notice_end
from kg.records import Passage

# Where a sentence may begin: also behind a bracket, or on a new line.
_START = re.compile(r"[.!?;:)\]”\"’»…]\s+|[。！？；]\s*|\n\s*|\s{2,}|[.!?](?=[A-Z©])")
_SEPARATOR = re.compile(
    r"\s{0,9}(?:[;；,，、•·|∙]|\s[-–—]\s|\n|\.(?=[^\S\n]{0,9}\n))\s{0,9}"
)
_LONGEST_KEYWORD = 8  # words; more are a sentence
_STOP = re.compile(r"(?<!\bvs)(?<!\b[A-Z])\.(?=\s|$)")
_SHORT_REST = 200  # characters behind a copyright notice that belong to it


def find_parts(text: str, start: int, end: int) -> Iterator[Passage]:
    """Yield the labels, keyword lists and notices of a body, in order.

    >>> text = "Methods: We ask. Keywords: rye; mills. © 2014 Mills Ltd."
    >>> [(part.start, part.end, part.kind) for part in find_parts(text, 0, len(text))]
    [(0, 9, 'label'), (17, 39, 'keywords'), (39, 56, 'notice')]
    """
    place = start
    for begin in _starts(text, start, end):
        part = _part_at(text, start, begin, end) if begin >= place else None
        if part is not None:
            yield part
            place = part.end


def _starts(text: str, start: int, end: int) -> list[int]:
    """Return where sentences may begin, and where copyright signs stand."""
    found = {start}
    found.update(match.end() for match in _START.finditer(text, start, end))
    sign = find_copyright(text, start, end)
    while sign is not None:
        found.add(sign)
        sign = find_copyright(text, sign + 1, end)
    return sorted(place for place in found if place < end)


def _part_at(text: str, body: int, start: int, end: int) -> Passage | None:
    """Return the part that begins at a place, if one does."""
    line = text.find("\n", start, end)
    line = end if line < 0 else line + 1
    label = label_at(text, start, end, is_first=start == body)
    if label is not None and not (label.kind == "notice" and start == body):
        return _labelled(text, label, end)
    if not is_notice(text, start, line):
        return None
    return Passage(start, _end_of_notices(text, body, start, line), "notice")


def _labelled(text: str, label: Label, end: int) -> Passage:
    """Return a label, with what follows where that is no prose."""
    if label.kind == "label":
        return Passage(label.start, label.end, "label")
    line = text.find("\n", label.end, end)
    stop = end if line < 0 else line + 1
    for begin in _starts(text, label.end, stop):
        if begin > label.end and _begins_other(text, begin, stop):
            stop = begin
            break
    if label.kind == "notice":
        return Passage(label.start, stop, "notice")
    return _keyword_list(text, label, stop)


def _begins_other(text: str, start: int, end: int) -> bool:
    """Tell whether a part of another kind begins, which ends the one before."""
    return label_at(text, start, end) is not None or is_notice(text, start, end)


def _keyword_list(text: str, label: Label, end: int) -> Passage:
    """Return a list of keywords up to its full stop; the label alone if it is no list."""
    stop = _STOP.search(text, label.end, end)
    close = stop.end() if stop else end
    while close < end and text[close].isspace():
        close += 1
    first = next(_items(text, label.end, close), None)
    if first is None:
        return Passage(label.start, label.end, "label")
    return Passage(label.start, close, "keywords")


def keyword_places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the keywords of a list, which may begin with its label.

    >>> text = "Key words: rye; mills."
    >>> [text[a:b] for a, b in keyword_places(text, 0, 22)]
    ['rye', 'mills']
    """
    label = label_at(text, start, end)
    return _items(text, label.end if label else start, end)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places between separators, up to the first that is no keyword."""
    begin = start
    for mark in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = mark.start() if mark else end
        first, last = begin, begin + len(text[begin:stop].rstrip(" \t\n.,;"))
        while first < last and (text[first].isspace() or text[first] in "-–—*•·"):
            first += 1
        if len(text[first:last].split()) > _LONGEST_KEYWORD:
            return
        if any(map(str.isalpha, text[first:last])):
            yield first, last
        begin = mark.end() if mark else end


def _end_of_notices(text: str, body: int, start: int, end: int) -> int:
    """Return where notices end that begin at a place, one sentence after another.

    What is behind a copyright sign to the end of the line is of it, if it is short and
    the sign does not stand before the text.
    """
    place = notice_end(text, start, end)
    while place < end and is_notice(text, place, end):
        place = notice_end(text, place, end)
    is_sign = find_copyright(text, start, place) is not None
    rest = text[place:end]
    if (
        is_sign
        and start > body
        and len(rest) < _SHORT_REST
        and not _has_label(text, place, end)
    ):
        return end
    return place


def _has_label(text: str, start: int, end: int) -> bool:
    return any(label_at(text, place, end) for place in _starts(text, start, end))
