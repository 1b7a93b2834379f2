"""Parts of web pages, which lack <html>: told by their first tag, or by their lines."""

import re
from typing import Literal

# Tags that build a page; those within a sentence (<i>, <sub>, <a>) stand in abstracts.
_BUILDING = frozenset(
    [
        *("html", "head", "title", "meta", "link", "style", "script", "body", "main"),
        *(
            "header",
            "footer",
            "nav",
            "aside",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
        ),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "form"),
        *("ul", "ol", "li", "dl", "dt", "dd", "center", "blockquote", "pre"),
    ]
)
_WITHIN_LINES = frozenset(
    [
        *("a", "abbr", "b", "big", "br", "cite", "code", "em", "font", "i", "img"),
        *("italic", "bold", "mark", "math", "q", "s", "small", "span", "strong"),
        *("sub", "sup", "tt", "u", "var", "inline-formula"),
    ]
)
_NAME = r"([a-z][\w:-]*)"
_TAG = re.compile(rf"<{_NAME}(\s[^<>]*)?/?>", re.IGNORECASE)
_LINE_TAG = re.compile(rf"^[^\S\n]*</?{_NAME}(?=[\s/>])[^<>]*>", re.I | re.MULTILINE)
# Where a tag is closed, a line ends or another begins; words go on in a text about tags.
_CLOSING = re.compile(rf"</{_NAME}\s*>(?=\s*<|[^\S\n]*$)", re.I | re.MULTILINE)
_FILLED = re.compile(r"^[^\S\n]*\S", re.MULTILINE)
_FEWEST_LINES = 3  # that begin with a tag, where the first thing is none
_FEWEST_CLOSED = 2
_FEWEST_PARAGRAPHS = 3


def begins_like_a_page(text: str, start: int) -> bool:
    """Tell whether a tag that builds pages stands at `start`, and is used as one.

    It has attributes, or a tag comes next, or one that builds pages is closed somewhere;
    of <p>, which abstracts have as well, several are closed.

    >>> begins_like_a_page("<h2>On mills</h2> <p>Mills turn", 0)
    True
    >>> begins_like_a_page("<h2> and <p> considered harmful", 0)
    False
    """
    tag = _TAG.match(text, start)
    name = tag[1].lower() if tag else ""
    if name == "p":
        return _closed(text).count("p") >= _FEWEST_PARAGRAPHS
    if tag is None or name not in _BUILDING:
        return False
    if "=" in (tag[2] or "") or _TAG.match(text[tag.end() : tag.end() + 999].lstrip()):
        return True
    return not _BUILDING.isdisjoint(_closed(text))


def markup_of_lines(text: str) -> Literal["html", "xml"] | None:
    """Tell the language of a text half of whose lines begin with a tag; None of others.

    Tags that stand within sentences are none of them: "<b>Methods:</b> we ask".

    >>> markup_of_lines("<p>One</p>\\n" * 3)
    'html'
    """
    names = _outside_sentences(_LINE_TAG.findall(text))
    if len(names) < _FEWEST_LINES or 2 * len(names) < len(_FILLED.findall(text)):
        return None
    if len(_closed(text)) < _FEWEST_CLOSED:
        return None
    pages = sum(name in _BUILDING or name == "p" for name in names)
    return "html" if 2 * pages >= len(names) else "xml"


def _closed(text: str) -> list[str]:
    """Return the names of tags that are closed, but for those within sentences."""
    return _outside_sentences(_CLOSING.findall(text))


def _outside_sentences(names: list[str]) -> list[str]:
    return [name for name in map(str.lower, names) if name not in _WITHIN_LINES]
