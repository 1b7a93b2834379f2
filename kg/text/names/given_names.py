"""Given names that are known, whatever family names they stand beside."""

from functools import cache

from kg.datafiles import mapping


@cache
def known_given_names() -> frozenset[str]:
    """Return the given names of the two tables, folded: six authors or more have each.

    >>> "maria" in known_given_names(), "zzyx" in known_given_names()
    (True, False)
    """
    kinds = ("common", "other")
    return frozenset().union(*(mapping(f"people/given_names_{kind}") for kind in kinds))
