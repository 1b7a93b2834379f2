"""The root of a file of XML or HTML, and what stands within it."""

import re

from kg.files.opened_file import Head

_WITHIN = 1 << 16  # characters looked at for elements
# What may stand before the root: comments, "<?xml …?>", a document type.
_PROLOG = re.compile(
    r"""
    \s+
    | <!-- .*? -->
    | <\?  .*? \?>
    | <!doctype \b [^\[>]* (?: \[ .*? \] \s* )? >
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_NAME = r"(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)"
_ROOT = re.compile(rf"<{_NAME}(?=[\s/>])([^<>]*)>")
_ELEMENT = re.compile(rf"<{_NAME}(?=[\s/>])")
# A page may have its document type left out, or its first tag.
_HTML = re.compile(r"<!doctype\s+html|<(?:html|head|body)\b", re.IGNORECASE)
_DECLARED = re.compile(r"<(?:\?xml|!doctype)\b", re.IGNORECASE)
# Words behind an element, as in prose with tags; data has none there.
_TEXT_BETWEEN = re.compile(r"</[^<>]*>\s*[^\s<]")
_FEWEST_NAMES = 4  # of different elements, in XML that does not say that it is


def element_names(head: Head) -> frozenset[str]:
    """Return the names of a file's elements in lower case, prefixes left out.

    The root stands in brackets ("<feed>"). "<?xml" is a mark of all XML: of what says
    that it is, and of what is from its first sign to its last. A text with a few tags
    in it is none.

    >>> sorted(element_names(Head("x", b"", "<?xml version='1.0'?><a:feed><entry/>")))
    ['<?xml', '<feed>', 'entry', 'feed']
    """
    text = head.text
    start = _end_of_prolog(text)
    if _HTML.search(text, 0, start) or _HTML.match(text, start):
        return frozenset(["<html>"])
    root = _ROOT.match(text, start)
    if root is None:
        return frozenset(["<?xml"] if _DECLARED.match(text.lstrip()) else [])
    within = text[start : start + _WITHIN]
    names = {name.lower() for name in _ELEMENT.findall(within)}
    says_so = _DECLARED.search(text, 0, start) or "xmlns" in root[2]
    if not says_so and not _is_whole(text, root, len(names)):
        return frozenset()
    return frozenset([*names, f"<{root[1].lower()}>", "<?xml"])


def _end_of_prolog(text: str) -> int:
    """Return the place behind all that may stand before the root."""
    place = 0
    while found := _PROLOG.match(text, place):
        place = found.end()
    return place


def _is_whole(text: str, root: re.Match[str], names: int) -> bool:
    """Tell whether the root holds elements only, many, and closes as the file ends."""
    opens = text[root.end() :].lstrip()[:1] == "<" and not _TEXT_BETWEEN.search(text)
    closes = re.search(rf"</(?:[\w.-]+:)?{re.escape(root[1])}\s*>\s*\Z", text)
    return opens and closes is not None and names >= _FEWEST_NAMES
