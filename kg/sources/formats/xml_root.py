"""The root of a file of XML or HTML, and what stands within it."""

import re
from collections import Counter

from kg.files.opened_file import Head
from kg.sources.formats.html_tags import (
    begins_like_a_page,
    markup_by_share,
    markup_of_lines,
)

_WITHIN = 1 << 16  # characters looked at for elements
# What may stand before the root: comments, "<?xml …?>", a document type.
_PROLOG = re.compile(
    r"""
    [\s\ufeff]+  # a mark of the byte order may come twice
    | <!-- .*? -->
    | <\?  .*? \?>
    | <!doctype \b [^\[>]* (?: \[ .*? \] \s* )? >
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_NAME = r"(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)"
_ROOT = re.compile(rf"<{_NAME}(?=[\s/>])([^<>]*)>")
_ELEMENT = re.compile(rf"<{_NAME}(?=[\s/>])")
_HTML = re.compile(r"<!doctype\s+html", re.IGNORECASE)
_DECLARED = re.compile(r"<(?:\?xml|!doctype)\b", re.IGNORECASE)
# Words behind an element, as in prose with tags; data has none there.
_TEXT_BETWEEN = re.compile(r"</[^<>]*>\s*[^\s<]")
_FEWEST_NAMES = 4  # of different elements, in XML that does not say that it is


def element_names(head: Head) -> frozenset[str]:
    """Return the names of a file's elements in lower case, prefixes left out.

    The root stands in brackets ("<feed>"), if an element comes next in it. "<html>" is
    the one mark of a page or a part of one; "<?xml" that of all XML: of what says that
    it is, of what is from its first sign to its last, of lines that begin with tags, of a
    text that is tags for a good part. A
    text with a few tags in it has neither.

    >>> sorted(element_names(Head("x", b"", "<?xml version='1.0'?><a:feed><entry/>")))
    ['<?xml', '<feed>', 'entry', 'feed']
    """
    text = head.text
    start = _end_of_prolog(text)
    if _HTML.search(text, 0, start) or begins_like_a_page(text, start):
        return frozenset(["<html>"])
    root = _ROOT.match(text, start)
    is_xml = _is_xml(text, start, root)
    language = "xml" if is_xml else markup_of_lines(text) or markup_by_share(text)
    if language == "html":
        return frozenset(["<html>"])
    marks = set(
        _ELEMENT.findall(
            text[start : start + _WITHIN].lower() if root or language else ""
        )
    )
    if root and (language or _is_opened(text, root)):
        marks.add(f"<{root[1].lower()}>")
    return frozenset(marks | ({"<?xml"} if language else set()))


def count_elements(head: Head) -> dict[str, int]:
    """Return how many elements a file has by their names, prefixes left out.

    >>> count_elements(Head("x", b"", "<feed><entry/><a:entry></a:entry></feed>"))
    {'feed': 1, 'entry': 2}
    """
    return dict(Counter(_ELEMENT.findall(head.text)))


def _end_of_prolog(text: str) -> int:
    """Return the place behind all that may stand before the root."""
    place = 0
    while found := _PROLOG.match(text, place):
        place = found.end()
    return place


def _is_xml(text: str, start: int, root: re.Match[str] | None) -> bool:
    """Tell what says that it is XML, or must be."""
    if _DECLARED.search(text, 0, start) or _DECLARED.match(text, start):
        return True
    return root is not None and ("xmlns" in root[2] or _is_whole(text, root))


def _is_whole(text: str, root: re.Match[str]) -> bool:
    """Tell whether the root holds elements only, many, and closes as the file ends."""
    if not _is_opened(text, root) or _TEXT_BETWEEN.search(text):
        return False
    closes = re.search(rf"</(?:[\w.-]+:)?{re.escape(root[1])}\s*>\s*\Z", text)
    names = _ELEMENT.findall(text[root.start() : root.start() + _WITHIN])
    return closes is not None and len(set(names)) >= _FEWEST_NAMES


def _is_opened(text: str, root: re.Match[str]) -> bool:
    """Tell whether the first thing in the root is an element."""
    return text[root.end() : root.end() + _WITHIN].lstrip()[:1] == "<"
