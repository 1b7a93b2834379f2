"""Where the title of an entry ends, and what is no title at its place.

Titles end at a full stop behind a word, a dash, a parenthesis, or a comma before what
looks like a venue ("Trees of words, J. Bot. 12"); a formula's parentheses end none.
"""

import re

Span = tuple[int, int]

_END_OF_TITLE = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=[)\d$]))\.(?=\s|$|[A-Z\[(])|[?!](?=\s)"
    r"|\s{1,5}[–—|]\s{1,5}|\s-{1,2}\s(?=[A-Z])|\n|;"
    # a parenthesis, but none of a formula: "GL(3)", "f(x)"
    r"|\s{1,5}[(\[](?=[^()\n]{1,80}[)\]])|(?<![A-Z\s])[(\[](?=[^()\n]{4,80}[)\]])"
    r"|,\s+(?=(?:[Ii]n:?\s+[A-Z]|[Ii]n\s+prep|[Tt]o\s+appear|[Ss]ubmitted|[Pp]reprint"
    r"|[Aa]ccepted|[Pp]roc|[Aa]r[Xx]iv|(?:19|20)\d\d|[A-Z]{3,}|(?:[A-Z]\w+\.\s?){1,4}"
    r"|(?:[A-Z][\w.&]*\s+){1,6}\(?\d|\d+|J\.\s+(?:[A-Z]\w+\.|of\b|[A-Z]\w+\s+\d)"
    r"|Journal|Annals|Transactions|Advances"
    r"|(?:\w+\s){0,5}(?:Journal|Conference|Letters|Review|Proceedings|Workshop|Press)\b))"
)
# What says that an entry names no title here.
_NO_TITLE = re.compile(
    r"[\s(\[]*(?:in\s+(?:preparation|submission|press|progress|review)\b|to\s+appear|submitted"
    r"|forthcoming|under\s+review|(?:arxiv\s+)?preprint\b|arxiv\b|tentative|work\s+in\s+progress"
    r"|available\s+(?:at|on|online)|link\b|url\b|https?:|doi\b|accepted\b|unpublished"
    r"|[\d(]|vol\b|pp?\.|in:?\s+[A-Z]|proc)",
    re.IGNORECASE,
)
# "J. Amer. Math. Soc. 12", "PRL (2019)".
_SHORT_VENUE = re.compile(
    r"[A-Z][\w&.'’/-]*(?:\s+[A-Z][\w&.'’/-]*){0,3}\s*(?:\d|\(|,\s*\d|$)"
)
_SMALL_WORD = re.compile(r"(?<![\w$\\])[a-z]{2,}")
_SHORTEST_WORD = 6  # letters of a title's only word


def title_end(text: str, begin: int, stop: int) -> int:
    """Return where the title ends that begins here; a question mark belongs to it.

    >>> text = "Trees of f(x). Annals, 2019."
    >>> text[: title_end(text, 0, len(text))]
    'Trees of f(x)'
    """
    match = _END_OF_TITLE.search(text, begin + 3, stop)
    if not match:
        return stop
    return match.start() + (match[0] in ("?", "!"))


def is_title(phrase: str) -> bool:
    """Tell whether a phrase has the length and words of a title.

    >>> is_title("Trees of words"), is_title("in preparation"), is_title("J. 12")
    (True, False, False)
    """
    if _NO_TITLE.match(phrase):
        return False
    long = re.findall(r"[^\W\d_]{2,}", phrase)
    return len(long) >= 2 or (len(long) == 1 and len(long[0]) >= _SHORTEST_WORD)


def opens_no_title(phrase: str) -> bool:
    """Tell whether what follows the authors is a venue, a number or a remark.

    >>> opens_no_title("PRL 12 (2019)"), opens_no_title("in preparation")
    (True, True)
    >>> opens_no_title("Trees of 12 words")
    False
    """
    return bool(_NO_TITLE.match(phrase)) or _looks_like_venue(phrase)


def _looks_like_venue(phrase: str) -> bool:
    """Tell a journal's short name and numbers from a title."""
    head = re.split(r"[,.(]", phrase, maxsplit=1)[0].strip()
    return (
        len(head.split()) <= 3
        and not _SMALL_WORD.search(head)
        and bool(_SHORT_VENUE.match(phrase))
        and bool(re.search(r"\d", phrase[len(head) : len(head) + 12]))
        and (head.isupper() or "." in phrase[: len(head) + 1])
    )


def trim_title(text: str, begin: int, end: int) -> Span:
    """Return the place of a title without the marks of the entry around it.

    >>> trim_title(' "Trees," ', 0, 10)
    (2, 7)
    """
    while begin < end and text[begin] in ' \t\n.,;:–—-"“”':
        begin += 1
    while end > begin and text[end - 1] in ' \t\n.,;:–—-(["“”':
        end -= 1
    return begin, end
