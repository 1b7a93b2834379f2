r"""The people of a BibTeX field: notes and ORCIDs behind names, biblatex's names in parts.

A name may carry `\thanks{…}`, `\inst{1}`, `\orcidID{…}`, or be written in parts:
"family=Berg, given=Ann, prefix=van den".
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.records import Author
from kg.sources.records.bibtex_values import split_at_and, split_bibtex_names
from kg.sources.records.record_values import author_from_values, inverted_name
from kg.text.latex import decode_latex_field
from kg.text.markup import strip_markup

_ORCID = re.compile(r"\\orcid(?:ID|link|icon)?\s?\{([^{}]{0,100})\}", re.IGNORECASE)
_NOTE = re.compile(
    r"""
    \\(?:thanks|footnote(?:mark|text)?|inst|fnref|fnmsep|corref|orcid[a-z]*|email|authormark|Letter
      |textsuperscript|textsubscript|IEEEauthorrefmark|IEEEmembership|affil|altaffilmark|ead)
    \s?(?:\[[^\[\]]{0,50}\])?\{(?:[^{}]|\{[^{}]{0,200}\}){0,500}\}
    | \\footnotemark(?:\[[^\[\]]{0,50}\])?
    | \$\^\{?[^{}$]{0,30}\}?\$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PART = re.compile(
    r"\s*(family|given|prefix|suffix|[a-z-]{3,20})\s*=\s*(.*)", re.DOTALL
)


class BibtexPerson(NamedTuple):
    """Somebody named in a field, with the ORCID that stands behind the name, if any."""

    name: str
    orcid: str


def bibtex_people(value: str) -> list[BibtexPerson]:
    r"""Return who is named in a field, in order.

    Args:
        value: of the field, without its delimiters.

    >>> bibtex_people(r"Lee, Ann\thanks{Funded.} and others")
    [BibtexPerson(name='Lee, Ann', orcid='')]
    """
    people: list[BibtexPerson] = []
    for raw in split_at_and(" ".join(strip_markup(value).split())):
        stated = _ORCID.search(raw)
        written = _NOTE.sub("", raw).strip()
        name = _name_of_parts(written)
        names = (name,) if name else split_bibtex_names(written)
        orcid = stated[1] if stated and len(names) == 1 else ""
        people += [BibtexPerson(each, orcid) for each in names]
    return people


def bibtex_authors(
    people: Iterable[BibtexPerson], complaints: list[str], *, orcids: Mapping[int, str]
) -> list[Author]:
    """Return people as authors, their ORCIDs checked.

    Args:
        people: as `bibtex_people` gives them.
        complaints: what is to be said of ORCIDs that are none is added.
        orcids: of people, by their number, that stand in a field of their own.

    >>> bibtex_authors([BibtexPerson("Lee, Ann", "")], [], orcids={})[0].name
    'Lee, Ann'
    """
    return [
        author_from_values(name, complaints, orcid=orcid or orcids.get(number, ""))
        for number, (name, orcid) in enumerate(people)
    ]


def _name_of_parts(written: str) -> str:
    """Return a name of biblatex's extended form as "Family, Given"; "" of any other."""
    found = [_PART.fullmatch(part) for part in _split_at_commas(written)]
    parts = {each[1]: decode_latex_field(each[2].strip(' "')) for each in found if each}
    if len(found) != len(parts) or "family" not in parts:
        return ""
    family = f"{parts.get('prefix', '')} {parts['family']}".strip()
    return inverted_name(family, parts.get("given", ""), parts.get("suffix", ""))


def _split_at_commas(text: str) -> Sequence[str]:
    """Split at the commas that stand in no braces."""
    parts = [""]
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if character == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts
