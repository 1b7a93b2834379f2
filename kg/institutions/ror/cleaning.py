"""A raw affiliation made legible before anything is looked for in it."""

from functools import lru_cache

from kg.institutions.ror.joints import apart
from kg.institutions.ror.marks import without_marks
from kg.institutions.ror.nothing import without_nothing


@lru_cache(maxsize=20_000)
def legible(text: str) -> str:
    """Return a text of the same length, with borders where marks and joints stand.

    Made legible again, it stays the same.
    """
    return apart(without_nothing(without_marks(text)))
