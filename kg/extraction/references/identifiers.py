"""arXiv numbers, DOIs and links to papers in running text, also glued to each other.

A link counts as a paper's by its form (an abstract's page, an article, a PDF);
repositories of code, home pages, slides and videos do not.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Identifier(NamedTuple):
    """What names a paper by number or link, and the place where it stands."""

    start: int
    end: int
    id: str


_URL = re.compile(r"(?:https?://|www\.)(?:(?!https?://|www\.)[^\s<>\"“”{}|\\^`])+")
_NUMBER = (
    r"(?P<{0}>\d{{4}}\.\d{{4,5}}(?!\d)|[a-z-]{{2,10}}(?:\.[A-Z]{{2}})?/\d{{7}}(?!\d))"
    r"(?:v\d{{1,2}})?"
)
_ARXIV = re.compile(
    rf"\barxiv(?:\.org)?(?:\s*(?:preprint|e-?print|number|id|no\.?))?\s*[:：\s#/]\s*"
    rf"(?:abs/|pdf/)?(?:arxiv\s*:\s*)?{_NUMBER.format('named')}(?:\s*\[[\w.-]{{2,12}}\])?",
    re.IGNORECASE,
)
# Years 07 to 39 and months 01 to 12: other decimal numbers seldom look so.
_BARE = re.compile(
    r"(?<![\w.$/\-:])(?P<bare>(?:0[7-9]|[123]\d)(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d{1,2})?(?![\w%])(?!\.\d)"
)
_BARE_CONTEXT = re.compile(
    r"(?:\b(?:based\s+on|papers?|preprints?|articles?|works?|see|in|arxiv|references?|and|from)\b|[,;\[(:&\n])"
    r"[\s(\[:]*$|^\s*$",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:\bdoi\s*[:：]?\s*|(?<![\w/.]))(?P<doi>10\.\d{4,9}/[^\s\"“”<>\\{}|]+)",
    re.IGNORECASE,
)
_ARXIV_URL = re.compile(
    rf"arxiv\.org/(?:abs|pdf|html|format|ps|e-print)/{_NUMBER.format('url')}"
    r"|arxiv\.org/(?P<plain>\d{4}\.\d{4,5})|alphaxiv\.org/abs/(?P<alpha>\d{4}\.\d{4,5})",
    re.IGNORECASE,
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(?P<number>\d{4}\.\d{4,5})", re.IGNORECASE)
_PAPER = re.compile(
    r"doi\.org/10\.|openreview\.net/(?:forum|pdf|attachment)\?|\.pdf(?:$|[?#])"
    r"|(?:proceedings\.mlr\.press|proceedings\.neurips\.cc|papers\.n(?:eur)?ips\.cc"
    r"|jmlr\.(?:org|csail\.mit\.edu))/\w|aclanthology\.org/[\w.]|aclweb\.org/anthology/"
    r"|(?:bio|med|chem|psy)r?xiv\.org/|ssrn\.com/|hal\.(?:science|inria\.fr|archives"
    r"|archives-ouvertes\.fr)|hal-[\w-]+\.archives|eprint\.iacr\.org/\d|link\.springer\.com/\w"
    r"|sciencedirect\.com/science|ieeexplore\.ieee\.org/\w|dl\.acm\.org/\w"
    r"|nature\.com/articles|pnas\.org/\w|projecteuclid\.org/\w|jstor\.org/\w"
    r"|epubs\.siam\.org/\w|onlinelibrary\.wiley\.com/\w|academic\.oup\.com/\w|ams\.org/\w"
    r"|journals\.aps\.org/\w|iopscience\.iop\.org/\w|semanticscholar\.org/paper"
    r"|tandfonline\.com/doi|cambridge\.org/core|drops\.dagstuhl\.de/\w|ems\.press/\w"
    r"|openaccess\.thecvf\.com/\w|pubmed\.ncbi|ncbi\.nlm\.nih\.gov/p|mdpi\.com/\d|plos\w*\.org/"
    r"|inspirehep\.net/literature|zenodo\.org/records?/|transformer-circuits\.pub/\d"
    r"|distill\.pub/\d|science\.org/doi|elifesciences\.org/articles",
    re.IGNORECASE,
)
_FOUR_DIGITS = re.compile(r"\d\d\d\d")
_TRAIL = ".,;:!?'’"


def find_identifiers(text: str, start: int, end: int) -> list[Identifier]:
    """Give what names papers between `start` and `end`, in order, without overlaps."""
    if not _may_name(text, start, end):
        return []
    found: list[Identifier] = []
    last = start
    candidates = [*_links(text, start, end), *_numbers(text, start, end)]
    for identifier in sorted(candidates, key=lambda i: (i.start, -i.end)):
        if identifier.start >= last:
            last = identifier.end
            if identifier.id:
                found.append(identifier)
    return found


def _may_name(text: str, start: int, end: int) -> bool:
    """Tell whether there is what each link begins with, or each number has."""
    if "http" in text or "www." in text:
        return True
    return _FOUR_DIGITS.search(text, start, end) is not None


def _links(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Yield links; one that is no paper's has an empty id, but keeps its place."""
    for match in _URL.finditer(text, start, end):
        url = _trimmed(match[0])
        yield Identifier(match.start(), match.start() + len(url), _link_id(url))


def _trimmed(url: str) -> str:
    """Take the marks off that belong to the sentence around a link."""
    while url and (url[-1] in _TRAIL or (url[-1] in ")]" and _unopened(url))):
        url = url[:-1]
    return url


def _unopened(url: str) -> bool:
    opening = {")": "(", "]": "["}[url[-1]]
    return url.count(opening) < url.count(url[-1])


def _link_id(url: str) -> str:
    if match := _ARXIV_URL.search(url) or _ARXIV_DOI.search(url):
        return "arXiv:" + next(group for group in match.groups() if group)
    return url if _PAPER.search(url) else ""


def _numbers(text: str, start: int, end: int) -> Iterator[Identifier]:
    for match in _ARXIV.finditer(text, start, end):
        yield Identifier(match.start(), match.end(), f"arXiv:{match['named']}")
    for match in _DOI.finditer(text, start, end):
        doi = _trimmed(match["doi"])
        stop = match.start("doi") + len(doi)
        arxiv = _ARXIV_DOI.match(doi)
        name = f"arXiv:{arxiv['number']}" if arxiv else f"https://doi.org/{doi}"
        yield Identifier(match.start(), stop, name)
    for match in _BARE.finditer(text, start, end):
        before = text[max(start, match.start() - 40) : match.start()]
        if _BARE_CONTEXT.search(before):
            yield Identifier(match.start(), match.end(), f"arXiv:{match['bare']}")
