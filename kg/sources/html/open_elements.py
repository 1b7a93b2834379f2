"""Which elements of a page are open at a place, and what of them nobody sees.

No tree: the names of the open elements, bounded, so that a page may be of any depth.
"""

import re
from collections.abc import Mapping
from typing import Literal

from kg.sources.html.html_tokens import RAW, read_attributes

Look = Literal["shown", "folded", "left out"]
"""Whether an element is seen: "folded" may be opened by a click, as abstracts are."""

VOID = frozenset(
    [
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
        *("param", "source", "track", "wbr"),
    ]
)
# Menus, programs, pictures, and what is only shown where scripts do not run.
_LEFT_OUT = RAW | frozenset(
    [
        *("nav", "template", "noscript", "svg", "object", "canvas", "audio", "video"),
        *("select", "datalist", "map"),
    ]
)
_ROLES = frozenset(["navigation", "search", "menu", "menubar", "contentinfo"])
_NEVER_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Attributes are read only where they may say something: most tags have none of these.
_MAY_HIDE = re.compile(r"hidden|none|role|MathJax", re.IGNORECASE)
# start tag → what it ends, if that is open and none of the third stands between
_ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(["li"]), frozenset(["ul", "ol", "menu"])),
    "dt": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "dd": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "td": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
    "th": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
    "tr": (frozenset(["tr"]), frozenset(["table"])),
}
_ENDS_PARAGRAPH = frozenset(
    [
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "ul", "ol", "dl", "table"),
        *("section", "article", "header", "footer", "main", "aside", "address", "pre"),
        *("blockquote", "figure", "details", "form", "fieldset", "hr", "nav"),
    ]
)
_OF_PARAGRAPH = (frozenset(["p"]), frozenset(["td", "th", "table", "button", "object"]))
_DEEPEST = 512  # as in browsers
_LOOK_BACK = 64  # elements looked at for the one that a tag ends


def look_of(name: str, content: str) -> Look:
    """Tell from a start tag whether its element is seen.

    >>> look_of("div", ' style="display: none"'), look_of("nav", ""), look_of("p", "")
    ('folded', 'left out', 'shown')
    """
    if name in _LEFT_OUT:
        return "left out"
    if not _MAY_HIDE.search(content):
        return "shown"
    attributes = read_attributes(content)
    role = attributes.get("role", "").lower()
    # A picture of a formula that stands beside it as text.
    is_picture = "MathJax" in attributes.get("class", "") and name in ("span", "div")
    if attributes.get("aria-hidden") == "true" or role in _ROLES or is_picture:
        return "left out"
    is_folded = "hidden" in attributes or _NEVER_SHOWN.search(
        attributes.get("style", "")
    )
    return "folded" if is_folded else "shown"


class OpenElements:
    """The names of the elements that are open, from the outermost."""

    def __init__(self) -> None:
        """Begin a page."""
        self.names: list[str] = []

    def end_before(self, name: str) -> None:
        """End those that a start tag ends without their own end tags."""
        rule = _OF_PARAGRAPH if name in _ENDS_PARAGRAPH else _ENDS.get(name)
        if rule:
            self._end(*rule)

    def open(self, name: str) -> bool:
        """Open an element; tell whether it can hold others, and is not too deep."""
        is_held = name not in VOID and len(self.names) < _DEEPEST
        if is_held:
            self.names.append(name)
        return is_held

    def close(self, name: str) -> None:
        """End an element with all that is open in it; of one that is not open, nothing."""
        self._end(frozenset([name]), frozenset(["table"]) - {name})

    def _end(self, wanted: frozenset[str], scopes: frozenset[str]) -> None:
        # Bounded: a page of a million open tags would be looked through a million times.
        bottom = max(len(self.names) - _LOOK_BACK, 0)
        for place in range(len(self.names) - 1, bottom - 1, -1):
            if self.names[place] in wanted:
                del self.names[place:]
                return
            if self.names[place] in scopes:
                return
