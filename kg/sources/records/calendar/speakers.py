"""Who speaks, in one line: names with the places that stand beside them."""

import re
from itertools import pairwise

from kg.records import Affiliation, Author
from kg.sources.pages.header_lines import header_form
from kg.text.names.author_rows import split_author_row

_AROUND = " \t,;:()[]{}–—-/|·"
_AND = re.compile(r"(?:^|\s)(?:and|&|et|und|y|e)\s*$", re.IGNORECASE)
_TITLE = re.compile(
    r"(?<!\w)(?:(?:professor|prof|dr|doctor|mr|ms|mrs|sir|dame|pd)\.?\s+){1,3}",
    re.IGNORECASE,
)
# What programmes have between talks, in capitals as names are.
_NO_PERSON = re.compile(
    r"\b(?:welcome|reception|opening|closing|remarks|coffee|lunch|dinner|breakfast|break"
    r"|session|registration|discussion|excursion|panel|banquet|poster|award|ceremony"
    r"|workshop|seminar|colloquium|conference|meeting|tba|tbd|tutorial|plenary|keynote)\b",
    re.IGNORECASE,
)
_ACRONYM_BEHIND = re.compile(
    r"(?P<name>[^,\s][^,]{1,99}), (?P<place>[A-Z][A-Z\d-]{1,11})"
)
_LONGEST = 1000  # characters


def names_speakers(text: str) -> bool:
    """Tell whether a text is names, with places behind them or without.

    >>> names_speakers("Ann Lee (University of Oslo)"), names_speakers("On mills")
    (True, False)
    """
    look = _TITLE.sub("", text.strip())
    if not 0 < len(look) <= _LONGEST or ":" in look or _NO_PERSON.search(look):
        return False
    return header_form(look) == "authors"


def read_speakers(text: str) -> list[Author]:
    """Return the persons that a line names, each with the place behind the name.

    >>> for author in read_speakers("Ann Lee (Oslo) and Bo Li, MIT"):
    ...     print(author.name, [place.raw for place in author.affiliations])
    Ann Lee ['Oslo']
    Bo Li ['MIT']
    """
    text = text[:_LONGEST]
    spans = [*split_author_row(text), (len(text), len(text))]
    found = []
    for (start, end), (following, _) in pairwise(spans):
        place = _AND.sub("", text[end:following].strip(_AROUND)).strip(_AROUND)
        name = _TITLE.sub("", text[start:end].strip())
        places = (Affiliation(" ".join(place.split())),) if _is_place(place) else ()
        found.append(Author(" ".join(name.split()), places))
    return [_with_acronym(author) for author in found]


def _with_acronym(author: Author) -> Author:
    """Return an author whose name is not "Ann Lee, MIT", a family name behind a comma."""
    behind = _ACRONYM_BEHIND.fullmatch(author.name)
    if behind is None or author.affiliations:
        return author
    return Author(behind["name"], (Affiliation(behind["place"]),))


def _is_place(text: str) -> bool:
    return any(char.isalpha() for char in text) and len(text) > 1
