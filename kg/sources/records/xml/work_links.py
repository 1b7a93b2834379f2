"""Which of a record's addresses and identifiers name the work."""

from collections.abc import Iterable

from kg.text.identifiers import parse_arxiv, parse_doi


def best_doi(links: Iterable[str]) -> str:
    """Return the first of links and ids that is a DOI, a preprint's own last; else "".

    >>> best_doi(["https://arxiv.org/abs/2101.00001", "https://doi.org/10.5555/Mill"])
    '10.5555/mill'
    """
    found = [(parse_arxiv(link) is not None, parse_doi(link)) for link in links]
    dois = [(is_preprint, doi) for is_preprint, doi in found if doi]
    return min(dois, key=lambda each: each[0])[1] if dois else ""


def first_arxiv(links: Iterable[str]) -> list[tuple[str, str]]:
    """Return the first arXiv id of links as an id of a work, in a list of one or none.

    A number alone is none, unless "arxiv" stands by it.

    >>> first_arxiv(["1901.00001", "https://arxiv.org/abs/2101.00001v2"])
    [('arxiv', '2101.00001')]
    """
    named = (link for link in links if "arxiv" in link.lower())
    found = next(filter(None, map(parse_arxiv, named)), None)
    return [("arxiv", found)] if found else []
