"""Copies of records as other sources would have them: the kinds of them.

A kind is a change of a record, put together of smaller ones.
"""

from pipelines.works.record_changes import (
    Change,
    Record,
    all_of,
    and_others,
    as_indexed,
    family_first,
    in_fields,
    initialled,
    misspelt,
    of_authors,
    one_dropped,
    other_year,
    owned,
    retitled,
    shuffled,
    some_of,
    without,
)
from pipelines.works.text_changes import (
    british,
    capitals,
    cut,
    edited,
    headed,
    headless,
    html,
    labelled,
    latex,
    rearranged,
    rewrapped,
    small,
    small_words,
    typeset,
    typos,
    without_subtitle,
)

_TEXTS = ("title", "abstract")
_HALF = in_fields(cut(0.5), "abstract")
_INITIALS = of_authors(initialled)
_SLIPS = in_fields(typos(0.03), *_TEXTS)

_SIMPLE: dict[str, Change] = {
    "typos 1 %": in_fields(typos(0.01), *_TEXTS),
    "typos 3 %": _SLIPS,
    "typos 6 %": in_fields(typos(0.06), *_TEXTS),
    "LaTeX": in_fields(latex, *_TEXTS),
    "HTML": in_fields(html, *_TEXTS),
    "typeset": in_fields(typeset, *_TEXTS),
    "British": in_fields(british, *_TEXTS),
    "re-wrapped": in_fields(rewrapped, *_TEXTS),
    "title in capitals": in_fields(capitals, "title"),
    "all in capitals": all_of(
        in_fields(capitals, *_TEXTS),
        of_authors(lambda names, _: [name.upper() for name in names]),
    ),
    "no capitals": in_fields(small, *_TEXTS),
    "abstract cut in half": _HALF,
    "abstract cut …": in_fields(cut(0, "…"), "abstract"),
    "abstract without head": in_fields(headless, "abstract"),
    "abstract headed": in_fields(headed, "abstract"),
    "abstract labelled": in_fields(labelled, "abstract"),
    "publisher's line": owned,
    "words edited": in_fields(edited(0.1), "abstract"),
    "sentences moved": in_fields(rearranged, "abstract"),
    "subtitle dropped": in_fields(without_subtitle, "title"),
    "another word in the title": retitled,
    "authors in another order": of_authors(shuffled),
    "an author dropped": of_authors(one_dropped),
    "three authors et al.": of_authors(and_others(3)),
    "one author et al.": of_authors(and_others(1)),
    "initials": _INITIALS,
    "indexed names": of_authors(as_indexed),
    "family names first": of_authors(family_first),
    "an author misspelt": of_authors(misspelt),
    "another year": other_year,
    "no year": without("year"),
    "no authors": without("authors", "affiliations"),
    "no abstract": without("abstract"),
    "no title": without("title"),
}

_HARD: dict[str, Change] = {
    "title alone": without("abstract", "authors", "affiliations", "year"),
    "abstract alone": without("title", "authors", "affiliations", "year"),
    "half an abstract alone": all_of(
        without("title", "authors", "affiliations", "year"), _HALF
    ),
    "preprint": all_of(
        retitled,
        in_fields(edited(0.1), "abstract"),
        in_fields(rearranged, "abstract"),
        other_year,
        of_authors(one_dropped),
    ),
    "listed": all_of(without("abstract"), _INITIALS, other_year),
    "listed with typos": all_of(without("abstract"), _SLIPS, _INITIALS),
    "listed et al.": all_of(without("abstract"), of_authors(and_others(1)), other_year),
    "listed without subtitle": all_of(
        in_fields(without_subtitle, "title"), without("abstract"), other_year
    ),
    "listed, small words": all_of(
        in_fields(small_words, "title"), without("abstract"), _INITIALS
    ),
    "cut, with typos": all_of(_HALF, _SLIPS, without("authors", "affiliations")),
}

KINDS: dict[str, Change] = {
    **_SIMPLE,
    **_HARD,
    "two of these": some_of(2, _SIMPLE),
    "three of these": some_of(3, _SIMPLE),
    "four of these": some_of(4, _SIMPLE),
}
"""Every kind of copy: the simple ones, hard ones, and simple ones put together."""


def is_identifying(record: Record) -> bool:
    """Tell whether a record says enough for a reader to know its work by.

    Thirty words of an abstract do, or four of a title, or three with an author.
    """
    title = (record.get("title") or "").split()
    abstract = (record.get("abstract") or "").split()
    needed = 3 if record.get("authors") else 4
    return len(abstract) >= 30 or len(title) >= needed
