"""arXiv numbers, DOIs and links to papers in running text, also glued to each other.

A link counts as a paper's by its form (an abstract's page, an article, a PDF);
repositories of code, home pages, slides and videos do not. A number counts where it is
said to be arXiv's or a DOI, and a bare one ("2101.00001") behind words or signs that
lead to papers. Their forms are those of `kg.text.identifiers`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.text.identifiers import ARXIV_NAMED, DOI, parse_arxiv, trim_link


class Identifier(NamedTuple):
    """What names a paper by number or link, and the place where it stands."""

    start: int
    end: int
    id: str


# A link ends where the next begins, for pages glue them together.
_URL = re.compile(r"(?:https?://|www\.)(?:(?!https?://|www\.)[^\s<>\"“”{}|\\^`])+")
_ARXIV = re.compile(
    rf"{ARXIV_NAMED} (?:\s*\[[\w.-]{{2,12}}\])?",  # "[math.AG]"
    re.VERBOSE | re.IGNORECASE,
)
# Years 07 to 39 and months 01 to 12: other decimal numbers seldom look so.
_BARE = re.compile(
    r"""(?<![\w.$/\-:])
    (?P<bare>(?:0[7-9]|[123]\d)(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d{1,2})?
    (?![\w%])(?!\.\d)""",
    re.VERBOSE,
)
# What may stand before a number that is not said to be arXiv's.
_BARE_CONTEXT = re.compile(
    r"""(?:
        \b(?:based\s+on|papers?|preprints?|articles?|works?|see|in|arxiv|references?
            |and|from)\b
        |[,;&]
    )[\s(\[:]*+$
    |[\[(:\n][^\S\n]*+$
    |^\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_DOI = re.compile(
    rf"(?:\bdoi\s*+(?:[:：]\s*+)?|(?<![\w/.]))(?P<doi>{DOI})",
    re.IGNORECASE,
)
_ARXIV_LINK = re.compile(r"(?:alpha)?(arxiv\.org/(?:abs/|pdf/)?\S+)", re.IGNORECASE)
# Pages of papers, by the form of their addresses.
_PAPER = re.compile(
    r"""
      doi\.org/10\. | \.pdf(?:$|[?#])
    | openreview\.net/(?:forum|pdf|attachment)\?
    | (?:proceedings\.mlr\.press|proceedings\.neurips\.cc|papers\.n(?:eur)?ips\.cc
        |jmlr\.(?:org|csail\.mit\.edu))/\w
    | aclanthology\.org/[\w.] | aclweb\.org/anthology/
    | (?:bio|med|chem|psy)r?xiv\.org/ | ssrn\.com/
    | hal\.(?:science|inria\.fr|archives|archives-ouvertes\.fr)
    | (?<![\w-])hal-[\w-]++\.archives
    | eprint\.iacr\.org/\d | link\.springer\.com/\w | sciencedirect\.com/science
    | ieeexplore\.ieee\.org/\w | dl\.acm\.org/\w | nature\.com/articles | pnas\.org/\w
    | projecteuclid\.org/\w | jstor\.org/\w | epubs\.siam\.org/\w
    | onlinelibrary\.wiley\.com/\w | academic\.oup\.com/\w | ams\.org/\w
    | journals\.aps\.org/\w | iopscience\.iop\.org/\w | semanticscholar\.org/paper
    | tandfonline\.com/doi | cambridge\.org/core | drops\.dagstuhl\.de/\w
    | ems\.press/\w | openaccess\.thecvf\.com/\w | pubmed\.ncbi | ncbi\.nlm\.nih\.gov/p
    | mdpi\.com/\d | plos\w{0,20}\.org/ | inspirehep\.net/literature
    | zenodo\.org/records?/ | transformer-circuits\.pub/\d | distill\.pub/\d
    | science\.org/doi | elifesciences\.org/articles
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Each identifier has them: a quick look, as most texts have none.
_FOUR_DIGITS = re.compile(r"\d\d\d\d")


def find_identifiers(text: str, start: int, end: int) -> list[Identifier]:
    """Return what names papers between `start` and `end`, in order, without overlaps.

    >>> find_identifiers("see arXiv:2101.00001v2.", 0, 23)
    [Identifier(start=4, end=22, id='arXiv:2101.00001')]
    """
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
    if any(text.find(sign, start, end) >= 0 for sign in ("http", "www.")):
        return True
    return _FOUR_DIGITS.search(text, start, end) is not None


def _links(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Yield links; one that is no paper's has an empty id, but keeps its place."""
    for match in _URL.finditer(text, start, end):
        url = trim_link(match[0])
        yield Identifier(match.start(), match.start() + len(url), _link_id(url))


def _link_id(url: str) -> str:
    """Return the id of the paper that a link leads to, "" if it leads to none."""
    link = _ARXIV_LINK.search(url)
    arxiv = parse_arxiv(link[1] if link else url)
    if arxiv:
        return f"arXiv:{arxiv}"
    return url if _PAPER.search(url) else ""


def _numbers(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Yield numbers that are no part of a link: arXiv's, DOIs, bare ones."""
    for match in _ARXIV.finditer(text, start, end):
        yield Identifier(match.start(), match.end(), f"arXiv:{match['arxiv']}")
    for match in _DOI.finditer(text, start, end):
        doi = trim_link(match["doi"])
        stop = match.start("doi") + len(doi)
        arxiv = parse_arxiv(doi)
        name = f"arXiv:{arxiv}" if arxiv else f"https://doi.org/{doi}"
        yield Identifier(match.start(), stop, name)
    for match in _BARE.finditer(text, start, end):
        before = text[max(start, match.start() - 40) : match.start()]
        if _BARE_CONTEXT.search(before):
            yield Identifier(match.start(), match.end(), f"arXiv:{match['bare']}")
