"""The authors as a record states them → people and groups, each with what is theirs.

An ORCID written into the name becomes the author's; a group, a ministry, a company is
kept as an author of the work, and marked, so that nobody takes it for a person.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from kg.records import Author
from kg.sources.records.record_ids import parse_orcid
from kg.text.markup import strip_markup
from kg.text.names.group_authors import is_group
from kg.text.names.stated_names import stated_names

_NUMBER = re.compile(r"[\W_]*\d[\W\d_]*")


def stated_authors(authors: Iterable[Author]) -> Iterator[Author]:
    """Yield the people and groups of a record, in order; nobody's names are left out.

    A bare number names nobody either, but stays: it shows that the fields are shifted.

    Of several in one place each has the affiliations of the place.

    >>> from kg.records import Author
    >>> found = stated_authors([Author("University of Oslo"), Author("Bo Li*, MD")])
    >>> [(author.name, author.is_group) for author in found]
    [('University of Oslo', True), ('Bo Li', False)]
    """
    for author in authors:
        names, written_orcid = _read_name(author.name)
        if not names and _NUMBER.fullmatch(author.name):
            yield author  # of a shifted column, which `kg.sources.quality_checks` tells
        orcid = author.orcid or written_orcid
        for name, is_one in names:
            own = orcid if len(names) == 1 else None
            yield replace(
                author, name=name, orcid=own, is_group=author.is_group or is_one
            )


@lru_cache(maxsize=1 << 14)  # people come again in a file
def _read_name(name: str) -> tuple[tuple[tuple[str, bool], ...], str | None]:
    """Return the names in a field, each with whether it is a group's, and the ORCID."""
    written = strip_markup(name)
    names = tuple((each, is_group(each)) for each in stated_names(written))
    return names, parse_orcid(written)
