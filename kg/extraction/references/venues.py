"""Where and when a cited work appeared, as far as a reference says so plainly."""

import re

# No page, version or arXiv number.
_YEAR = re.compile(r"(?<![\d.:/-])((?:19|20)\d\d)[a-z]?(?![\d/.]\d|\d)")
# COLT '19
_SHORT_YEAR = re.compile(r"[A-Za-z]\s?['’](\d\d)\b")
# What may stand before a venue's name.
_LEAD = re.compile(
    r"[\s.,;:(\[)\]–—\"”-]*(?:(?:in|appeared\s+in|accepted\s+(?:at|to|by)|to\s+appear\s+(?:in|at)"
    r"|published\s+(?:in|at)|at|presented\s+at)\b:?\s+)?(?:the\s+)?"
    r"(?:proc(?:eedings)?\b\.?\s+(?:of\s+)?(?:the\s+)?)?",
    re.IGNORECASE,
)
# A venue reaches to a number, a mark or the end: "Ann. Stat. 12 (2003)".
_NAME = re.compile(
    r"[A-Z][^\d,;()\[\]\n'’]{1,100}?(?=\s*(?:[\d,;()\[\]\n'’]|\.\s|\.?$))"
)
# What stands there instead.
_NO_VENUE = re.compile(
    r"(?:arxiv|preprint|available|link|submitted|url|doi|tentative|to\s+appear|in\s+prep"
    r"|forthcoming|accepted|unpublished|under\s+review|and\b|pp\b|vol\b)",
    re.IGNORECASE,
)


def find_year(text: str) -> int | None:
    """Return the last year that a text names; of "'19" and "'98" the likelier century.

    >>> find_year("1998, reprinted 2003"), find_year("COLT '19"), find_year("page 12")
    (2003, 2019, None)
    """
    years = _YEAR.findall(text)
    if years:
        return int(years[-1])
    short = _SHORT_YEAR.findall(text)
    return (1900 if short[-1] > "50" else 2000) + int(short[-1]) if short else None


def read_venue(text: str) -> str | None:
    """Return the journal or meeting that a text begins with, None for none.

    >>> read_venue(". In Proceedings of the ICML, 2022"), read_venue("arXiv preprint")
    ('ICML', None)
    """
    lead = _LEAD.match(text)
    match = _NAME.match(text, lead.end() if lead else 0)
    if not match or _NO_VENUE.match(match[0]):
        return None
    return match[0].strip(" .,:") or None
