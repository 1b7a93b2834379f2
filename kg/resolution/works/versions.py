"""Versions of works: what is a preprint, and which publications are two.

A preprint and its publication are one work, with two DOIs. Two publications of one title
by the same authors (a column of a journal, a paper in proceedings and its longer form)
are two, unless their texts are the same.
"""

from collections.abc import Iterable
from functools import lru_cache

from kg.datafiles import word_list
from kg.resolution.works.work_records import WorkRecord

_DOI = "doi:"
# Years more than records of one title may be apart otherwise: papers of mathematics and
# of economics wait that long, and longer ones are mostly of a later work.
_WAITED = 3


def is_preprint(record: WorkRecord) -> bool:
    """Tell whether a record has the number of a preprint, and no other DOI."""
    posted = any(i.startswith("arxiv:") or _is_posted(i) for i in record.identifiers)
    return posted and not published_dois(record.identifiers)


def years_waited(one: WorkRecord, other: WorkRecord) -> int:
    """Return how many years between two records say nothing: a preprint may wait."""
    return _WAITED if is_preprint(one) != is_preprint(other) else 0


def published_dois(identifiers: Iterable[str]) -> frozenset[str]:
    """Return the DOIs of publications, not those of preprints and deposited files.

    >>> sorted(published_dois(["doi:10.1000/a", "doi:10.1101/2020.01.01", "arxiv:2101.00001"]))
    ['doi:10.1000/a']
    """
    dois = (each for each in identifiers if each.startswith(_DOI))
    return frozenset(doi for doi in dois if not _is_posted(doi))


def are_two_publications(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether two sets of identifiers have DOIs of two publications.

    >>> are_two_publications(["doi:10.1000/a"], ["doi:10.1000/b"])
    True
    >>> are_two_publications(["doi:10.1000/a"], ["doi:10.1101/2020.01.01"])
    False
    """
    ours, theirs = published_dois(one), published_dois(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@lru_cache(maxsize=100_000)
def _is_posted(identifier: str) -> bool:
    """Tell whether an identifier is the DOI of a preprint or a deposited file."""
    doi = identifier.removeprefix(_DOI)
    return doi != identifier and doi.startswith(tuple(word_list("sources/posted_dois")))
