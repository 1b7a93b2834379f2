"""DOIs, arXiv numbers and addresses in one form each, so that equal ones look equal."""

import re
from urllib.parse import unquote

ARXIV_NUMBER = r"(?:\d{4}\.\d{4,5}(?!\d)|[a-z][a-z-]{1,9}(?:\.[a-z]{2})?/\d{7}(?!\d))"
"""A number since 2007, or one with its archive before: "2101.00001", "math/0309136"."""

ARXIV_NAMED = rf"""
    \barxiv(?:\.org)?
    (?:\s*+(?:preprint|e-?print|number|id|no\.?))?
    (?:\s*+[:：\#/.]\s*+|\s++)
    (?:(?:abs|pdf|html|format|ps|e-print)/)?
    (?:arxiv\s*+:\s*+)?
    (?P<arxiv>{ARXIV_NUMBER})
    (?:v\d{{1,2}})?
"""
"""A number that is said to be arXiv's, for `re.VERBOSE | re.IGNORECASE`."""

DOI = r"10\.\d{4,9}/[^\s\"“”<>\\{}|]+"
"""A DOI in running text, with the marks of the sentence behind it: see `trim_link`."""

_ARXIV = re.compile(ARXIV_NAMED, re.VERBOSE | re.IGNORECASE)
_BARE_ARXIV = re.compile(r"(\d{4}\.\d{4,5})(?:v\d{1,2})?(?:\.pdf)?")
_DOI = re.compile(rf"(?<![\w.]){DOI}")
_DOI_ALONE = re.compile(r"10\.\d{4,9}/\S+")  # some have < and > in them
_DOI_PREFIX = re.compile(
    r"\s*(?:https?://)?(?:(?:dx\.)?doi\.org/|doi:?)\s*", re.IGNORECASE
)
_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
# Ends the sentence, not the identifier.
_TRAILING = ".,;:!?'’"


def parse_doi(value: str) -> str | None:
    """Return a DOI, bare or as a link, in its bare form in lower case.

    An arXiv number has one, too. A DOI in the midst of other words is none.

    >>> parse_doi("https://doi.org/10.1000/ABC"), parse_doi("arXiv:2101.00001v2")
    ('10.1000/abc', '10.48550/arxiv.2101.00001')
    """
    value = value.strip()
    arxiv = _ARXIV.match(_SCHEME.sub("", value, count=1))
    if arxiv:
        return f"10.48550/arxiv.{arxiv['arxiv'].lower()}"
    prefix = _DOI_PREFIX.match(value)
    found = _DOI_ALONE.match(unquote(value[prefix.end() :]) if prefix else value)
    return trim_link(found[0]).lower() if found else None


def parse_arxiv(value: str) -> str | None:
    """Return the arXiv number that a text names, without its version.

    A number alone will do, but not one in the midst of other words.

    >>> parse_arxiv("https://arxiv.org/pdf/2101.00001v3"), parse_arxiv("2101.00001")
    ('2101.00001', '2101.00001')
    """
    found = _ARXIV.search(value)
    if found:
        return found["arxiv"]
    bare = _BARE_ARXIV.fullmatch(value.strip())
    return bare[1] if bare else None


def canonical_identifier(text: str | None) -> str | None:
    """Return "doi:…", "arxiv:…", or "url:…" without scheme, of what names a work.

    A version of an arXiv paper is that paper. What is none of these is nobody's
    identifier, for a record's own number may mean anything elsewhere.

    >>> canonical_identifier("10.48550/arXiv.2101.00001v2")
    'arxiv:2101.00001'
    """
    text = (text or "").strip()
    arxiv = parse_arxiv(text)
    if arxiv:
        return f"arxiv:{arxiv.lower()}"
    doi = _DOI.search(text)
    if doi:
        return f"doi:{trim_link(doi[0]).lower()}"
    if _SCHEME.match(text):
        return "url:" + _SCHEME.sub("", text, count=1).split("#")[0].rstrip("/.")
    return None


def find_doi(text: str) -> str | None:
    """Return the first DOI within a text, or that of an arXiv number; None without.

    >>> find_doi("see doi: 10.1000/Mills.1, p. 3"), find_doi("arXiv:2101.00001")
    ('10.1000/mills.1', '10.48550/arxiv.2101.00001')
    """
    found = canonical_identifier(text) or ""
    if found.startswith("arxiv:"):
        return f"10.48550/arxiv.{found.removeprefix('arxiv:')}"
    return found.removeprefix("doi:") if found.startswith("doi:") else None


def trim_link(link: str) -> str:
    """Return a link without the marks that belong to the sentence around it.

    >>> trim_link("https://example.org/a(b)),")
    'https://example.org/a(b)'
    """
    while link and (link[-1] in _TRAILING or _ends_unopened(link)):
        link = link[:-1]
    return link


def _ends_unopened(link: str) -> bool:
    """Tell whether a link ends in a closing bracket that nothing in it opens."""
    opening = {")": "(", "]": "["}.get(link[-1])
    return opening is not None and link.count(opening) < link.count(link[-1])
