"""Which of the institutions that an affiliation names are but a part of another one.

An institute beside its university, a city that its university is called after, a name
that stands there twice.
"""

import re
from collections.abc import Sequence

from kg.institutions.candidates import Candidate
from kg.institutions.generic_names import is_generic
from kg.institutions.location import city_in
from kg.institutions.table import known

# May be a part of what else the address names …
_SUBORDINATE = re.compile(
    r"\b(?:Institut\w*|Cent(?:er|re)s?|Lab(?:oratory|oratories|s)?|Clinic|Hospital|School"
    r"|College|Unit|Group|Observatory|Klinik|Istituto|Escuela|Laboratoire)\b"
)
# … namely of one of these.
_OVER = re.compile(
    r"\b(?:Universi\w+|Univ|Institute\sof\sTechnology|Academy|Polytechnic)\b"
)


def without_parts(
    found: Sequence[Candidate], *, over: Sequence[Candidate]
) -> list[Candidate]:
    """Drop institutes and laboratories that are part of a university of `over`.

    In "A Lab and B Center, Oslo University" both are, in "Oslo University and B Center"
    nothing says so.
    """
    universities = [c for c in over if _OVER.search(c.name) or known(c.name)]
    kept: list[Candidate] = []
    for candidate in found:
        part = _SUBORDINATE.search(candidate.name) and candidate not in universities
        if part and universities and known(candidate.name) is None:
            continue
        kept.append(candidate)
    return kept


def without_second(found: Sequence[Candidate]) -> list[Candidate]:
    """Drop a town's university right behind its own name: "Sapienza, Rome University"."""
    return [
        each
        for before, each in zip([None, *found], found, strict=False)
        if before is None
        or known(each.name)
        or not known(before.name)
        or each.start - before.end > len(", ")
        or city_in(each.name) not in before.name.split()
    ]


def without_generic(found: Sequence[Candidate]) -> list[Candidate]:
    """Drop an "Institute of Mathematics" beside a university, also behind an "and"."""
    if not any(_OVER.search(each.name) for each in found):
        return list(found)
    return [
        each
        for each in found
        if known(each.name) or not is_generic(each.name, beside_university=True)
    ]


def without_cities(text: str, found: list[Candidate]) -> list[Candidate]:
    """Drop a city that the name before it has: "Univ Massachusetts Dartmouth, Dartmouth"."""
    kept: list[Candidate] = []
    for each in found:
        surface = text[each.start : each.end]
        words = (text[c.start : c.end].split() for c in kept)
        if (
            " " in surface
            or surface.isupper()
            or not any(surface in own[1:] for own in words)
        ):
            kept.append(each)
    return kept
