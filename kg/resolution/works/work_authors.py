"""How similar the author lists of two records are, as sources spell and cut them."""

from collections.abc import Iterable
from typing import Literal

from rapidfuzz.distance import OSA

from kg.resolution.works.work_records import AuthorId, WorkRecord

# A family name of fewer letters may be another's but for one letter.
_LONG_NAME = 6
# Of longer lists, enough names are spelt alike to need no second look.
_MOST_AUTHORS = 50

AuthorRelation = Literal["same", "unknown", "partial", "strangers"]


def compare_authors(a: WorkRecord, b: WorkRecord) -> AuthorRelation:
    """Compare two author lists; of a cited work often one or two names are given.

    Homonyms of another initial are "partial": the initial may be mistyped. One name with
    two identifiers, as ORCIDs, is that of strangers, whoever else is listed.

    Returns:
        "same" where the shorter list is in the longer one, or most of it; "partial" where
        some of it is; "strangers" where nobody is in both; "unknown" where a list is empty.
    """
    if a.author_ids and b.author_ids and _have_other_ids(a.author_ids, b.author_ids):
        return "strangers"
    if not a.authors or not b.authors:
        return "unknown"
    if a.authors == b.authors:
        return "same"
    small, large = sorted((a.authors, b.authors), key=len)
    rest = small - large
    found = len(small) - len(rest)
    if len(large) <= _MOST_AUTHORS:  # of more, enough are spelt alike
        found += sum(
            any(_may_be_one_author(author, other) for other in large) for author in rest
        )
    if found == len(small):
        return "same"
    if not found:
        families = {family for family, _ in small}
        namesakes = any(family in families for family, _ in large)
        return "partial" if namesakes else "strangers"
    return "same" if found >= 2 and 2 * found >= len(small) else "partial"


def _have_other_ids(a: Iterable[AuthorId], b: Iterable[AuthorId]) -> bool:
    """Tell whether an author of one name has other identifiers of a scheme."""
    values: dict[tuple[str, str], set[str]] = {}
    for name, scheme, value in a:
        values.setdefault((name, scheme), set()).add(value)
    shared: dict[tuple[str, str], bool] = {}
    for name, scheme, value in b:
        if (name, scheme) in values:
            is_same = value in values[name, scheme]
            shared[name, scheme] = shared.get((name, scheme), False) or is_same
    return not all(shared.values())


def _may_be_one_author(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Tell whether two may be one author; a letter of a long family name may differ."""
    if a[1] != b[1] and a[1] and b[1]:
        return False
    if a[0] == b[0]:
        return True
    long = max(len(a[0]), len(b[0])) >= _LONG_NAME
    return long and OSA.distance(a[0], b[0], score_cutoff=1) <= 1
