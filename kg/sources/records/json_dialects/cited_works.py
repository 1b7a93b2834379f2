"""A work in a list of references, in whatever form, → one string that names it."""

from kg.sources.records.json_dialects.json_texts import (
    date_of,
    folded,
    text_of,
    texts_of,
)
from kg.sources.records.json_values import JSON

# Keys as `folded_key` has them. What names a work for certain, the surest first; then
# the whole reference as it was printed.
_IDS = (
    *("doi", "dois", "arxiv", "arxivid", "arxiveprint", "pmid", "pubmed"),
    *("unstructured", "rawreference", "raw", "citation", "misc", "text"),
)
# Where an object keeps the work, or its ids.
_WITHIN = ("reference", "citedpaper", "externalids", "otherids", "work", "paper")
_PARTS = (
    ("author", "authors"),
    ("articletitle", "title", "volumetitle", "seriestitle"),
    ("journaltitle", "venue", "journal", "containertitle", "source"),
)
_LAST = ("id", "paperid", "lensid", "corpusid", "bibcode", "key", "value")
_DEEPEST = 3


def cited_work(item: JSON, depth: int = 0) -> str:
    """Return a DOI, an id, or a line of text that names a cited work; "" of none.

    >>> cited_work({"key": "b1", "DOI": "10.1/x"}), cited_work("W2")
    ('10.1/x', 'W2')
    >>> cited_work({"author": "Lee", "article-title": "On mills", "year": "1999"})
    'Lee. On mills. 1999'
    """
    if not isinstance(item, dict):
        return text_of(item)
    keys = folded(item)
    found = (text_of(keys.get(key)) for key in _IDS)
    if named := next(filter(None, found), ""):
        return named
    for key in _WITHIN if depth < _DEEPEST else ():
        if isinstance(inner := keys.get(key), dict) and (
            named := cited_work(inner, depth + 1)
        ):
            return named
    # The number of a reference in its paper's list names it last of all.
    return _described(keys) or next(
        filter(None, map(text_of, map(keys.get, _LAST))), ""
    )


def _described(keys: dict[str, JSON]) -> str:
    """Return a reference put together of its parts; "" where it has no title."""
    if not any(text_of(keys.get(key)) for key in _PARTS[1]):
        return ""
    parts = [_part(keys, names) for names in _PARTS]
    year = next(filter(None, (date_of(keys.get(key)) for key in ("year", "date"))), "")
    return ". ".join(filter(None, (*parts, year)))


def _part(keys: dict[str, JSON], names: tuple[str, ...]) -> str:
    for name in names:
        if texts := texts_of(keys.get(name)):
            return ", ".join(texts) if name == "authors" else texts[0]
    return ""
