"""Identifiers that records give their authors: ORCIDs, and numbers behind homonyms.

One ORCID is one person, whatever the name; two are two people. So are the numbers by
which curators tell homonyms apart ("Wei Wang 0001"), for that name.
"""

import re
from collections.abc import Set

from kg.records import Affiliation, Author, Document, Mention, PersonFacts
from kg.resolution.name_index import mention_name
from kg.text.folding import fold

ORCID = "ORCID"

# A scheme and a value, as ("ORCID", "0000-0002-1825-0097") or ("number of wei wang",
# "0001"): a number tells homonyms of one name apart.
PersonId = tuple[str, str]

_CURATED_NUMBER = re.compile(r"\s(\d{4})\s*\Z")


def record_ids(document: Document, mention: Mention) -> frozenset[PersonId]:
    """Return the identifiers that a document gives the author whom a mention names.

    Args:
        document: a record, or a page.
        mention: of a person; outside the fields "authors.N" and the author lines of a
            page nobody has identifiers.
    """
    if isinstance(mention.facts, PersonFacts) and mention.facts.orcid:
        return frozenset([(ORCID, mention.facts.orcid)])
    author = _author(document, mention)
    if author is None:
        return frozenset()
    orcid = author.orcid or author.unchecked_orcid
    found = [(ORCID, orcid)] if orcid else []
    if curated := _CURATED_NUMBER.search(mention.surface):
        found.append((f"number of {fold(mention_name(mention))}", curated[1]))
    return frozenset(found)


def describe_difference_of_ids(scheme: str, one: str, other: str) -> str:
    """Return the sentence that says that two people have other identifiers.

    >>> describe_difference_of_ids("number of wei wang", "0001", "0057")
    'Their identifiers differ: number of wei wang 0001 and 0057.'
    """
    return f"Their identifiers differ: {scheme} {one} and {other}."


def record_rors(document: Document, mention: Mention) -> frozenset[str]:
    """Return the ROR ids of the institutions that a record gives an author."""
    author = _author(document, mention)
    places: tuple[Affiliation, ...] = author.affiliations if author else ()
    return frozenset(f"ROR {place.ror}" for place in places if place.ror)


def _author(document: Document, mention: Mention) -> Author | None:
    """Return the author whom a mention in a field "authors.N" is; None elsewhere."""
    name, _, number = mention.field.partition(".")
    if name != "authors" or not number.isdecimal():
        return None
    place = int(number)
    return document.authors[place] if place < len(document.authors) else None


def explain_differing_ids(a: Set[PersonId], b: Set[PersonId]) -> str | None:
    """Return a sentence on the identifiers that prove two people, if there are any.

    Two people have no identifier of a scheme in common of which both have one.

    >>> explain_differing_ids({("ORCID", "1")}, {("ORCID", "2")})
    'Their identifiers differ: ORCID 1 and 2.'
    """
    ours, theirs = dict(sorted(a)), dict(sorted(b))
    for scheme in sorted(ours.keys() & theirs.keys()):
        if all(each not in b for each in a if each[0] == scheme):
            return describe_difference_of_ids(scheme, ours[scheme], theirs[scheme])
    return None
