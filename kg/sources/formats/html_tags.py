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
_ALSO_OF_DATA = frozenset(["title", "link"])  # feeds have them, too
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
_ANY_TAG = re.compile(rf"</?{_NAME}(?=[\s/>])[^<>]*>", re.IGNORECASE)
_FORMULA = re.compile(
    r"(?:mml|m|jats|ns\d?):|math$|m(?:row|i|n|o|su[bp]|text|frac)$", re.I
)
_FILLED = re.compile(r"^[^\S\n]*\S", re.MULTILINE)
_FEWEST_LINES = 3  # that begin with a tag, where the first thing is none
_FEWEST_CLOSED = 2
_FEWEST_PARAGRAPHS = 3
_FEWEST_DATA = 6  # different elements that are closed, in data without a root
_SHARE_OF_DATA = 0.3  # of its characters are of tags
_WITHIN = 1 << 16  # characters looked at for that


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
    if name in _ALSO_OF_DATA and markup_by_share(text):
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


def markup_by_share(text: str) -> Literal["xml"] | None:
    """Tell that a text is data in XML by the share of it that tags are; None of others.

    So is a file that begins in the midst of a record. Formulas in MathML are no data.

    >>> markup_by_share("On mills</b><c>1</c><d>2</d><e>3</e><f>4</f><g>5</g><h>6</h>")
    'xml'
    """
    beginning = text[:_WITHIN]
    tags = [tag for tag in _ANY_TAG.finditer(beginning) if not _FORMULA.match(tag[1])]
    closed = set(_outside_sentences([tag[1] for tag in tags if tag[0][1] == "/"]))
    share = sum(len(tag[0]) for tag in tags)
    is_data = len(closed) >= _FEWEST_DATA and share >= _SHARE_OF_DATA * len(beginning)
    return "xml" if is_data and 2 * len(closed & _BUILDING) < len(closed) else None


def _closed(text: str) -> list[str]:
    """Return the names of tags that are closed, but for those within sentences."""
    return _outside_sentences(_CLOSING.findall(text))


def _outside_sentences(names: list[str]) -> list[str]:
    return [name for name in map(str.lower, names) if name not in _WITHIN_LINES]
