"""Words that say "here stands where somebody works": at, from, joined, a parenthesis.

In such places also short names count ("Columbia", "USC"), and names that no table has.
"""

import re
from collections.abc import Iterator, Sequence

from kg.institutions.candidates import Candidate, find_candidates
from kg.institutions.facts import display_name, facts_of
from kg.institutions.find.cues import (
    CUE,
    DEGREE,
    LEADS,
    LIST,
    PROSE_CUE,
    Expectation,
    expected_behind_cue,
)
from kg.institutions.grammar import grammar
from kg.institutions.institution_normal_form import institution_name
from kg.institutions.ror.linker import AffiliationLinker
from kg.records import Mention
from kg.text.places import is_place
from kg.text.span_mask import SpanMask
from kg.text.words import text_between, words_of

# What stands behind "at", "from" and "in" without being a place of work.
_NO_PLACE_OF_WORK = re.compile(
    r"""
    .*\b(?:
    # meetings: "gave a talk at"
    Conference|Workshop|Symposium|Congress|Meeting|Summit|Seminar|Challenge
    |NeurIPS|NIPS|ICML|ICLR|COLT|AISTATS|CVPR|ICCV|ECCV|ACL|EMNLP|NAACL|AAAI|IJCAI|KDD
    |STOC|FOCS|SODA|UAI|WWW|SIGIR|ICASSP|ISIT
    # societies and funders: "a fellowship from"
    |IEEE|ACM|SIAM|AMS|NSF|ERC|DARPA|ONR
    # degrees, parts of a university, posts
    |PhD|MSc|BSc|Ph\.?D|Department|Dept|School|Faculty|Division|Group|Professor|Prof|Dr
    # honours and journals
    |Award|Prize|Fellowship|Committee|Editor|Editorial|Journal|Transactions
    # times: "in"
    |January|February|March|April|May|June|July|August|September|October|November
    |December|Spring|Summer|Fall|Winter|Autumn|Monday|Tuesday|Wednesday|Thursday|Friday
    )\b
    """,
    re.VERBOSE,
)


def in_biography(
    text: str, start: int, end: int, names: SpanMask
) -> Iterator[Candidate]:
    """Yield what the words of a biography say to be places of work or study.

    Nothing is found within `names`, the places of people.

    Example:
        >>> text = "is a postdoc at Ferrolite, and has a degree from Columbia"
        >>> found = in_biography(text, 0, len(text), SpanMask(0, len(text)))
        >>> [each.name for each in found]
        ['Ferrolite', 'Columbia University']
    """
    reached = start
    for cue in CUE.finditer(text, start, end):
        if cue.end() < reached:
            continue
        at = cue.end()
        expected = expected_behind_cue(text, start, at, cue[0])
        only_comma = False
        while True:
            found = _organisation(
                text, at, end, expected=expected, any_name=at == cue.end()
            )
            if found is None or names.touches(found.start, found.end):
                break
            if only_comma and not found.sure and is_place(text[at : found.end]):
                break  # "Oslo University, Norway" and "… of Technology, Tehran"
            yield found
            reached = found.end
            onward = LIST.match(text, found.end, end)
            if onward is None:
                break
            at, only_comma = onward.end(), onward[0] == ", "
    for degree in DEGREE.finditer(text, start, end):
        found = _organisation(text, degree.end(), end, expected=Expectation.KNOWN_NAME)
        if found is not None:
            yield found


def in_prose(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Yield known names that the prose of an abstract puts somebody at.

    "the system developed at USC", "researchers from MIT"; only names of the table.

    Example:
        >>> text = "a system developed at USC by students of the Columbia river"
        >>> [each.name for each in in_prose(text, 0, len(text))]
        ['University of Southern California']
    """
    if not LEADS.search(text, start, end):
        return
    for cue in PROSE_CUE.finditer(text, start, end):
        for found in find_candidates(text, cue.end(), min(end, cue.end() + 100)):
            if found.start > cue.end():
                break
            yield found
            break


def behind_institution(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield foundations and their like that "and" puts beside an institution.

    Elsewhere such a body mostly gives money.

    Example:
        >>> text = "at Oslo University and the Open Maps Foundation"
        >>> found = find_candidates(text, 0, len(text))
        >>> [each.name for each in behind_institution(text, found)]
        ['Open Maps Foundation']
    """
    for candidate in found:
        joined = _BODY_BESIDE.match(text, candidate.end) if candidate.sure else None
        before = text[max(0, candidate.start - 120) : candidate.start]
        if joined and not _MONEY.search(before):
            yield Candidate(*joined.span(1), institution_name(joined[1]), sure=True)


# "… and the Open Maps Foundation"; five words are the longest name that is no sentence.
_BODY_BESIDE = re.compile(
    r",?\s(?:and|&)\s(?:the\s)?((?:[A-ZÀ-Þ][\w’'-]{1,30}\s){1,5}"
    r"(?:Foundation|Trust|Consortium|Initiative|Alliance))\b"
)
# Beside those who gave money, a foundation is one more of them.
_MONEY = re.compile(r"\b(?:fund|support|grant|award|financ|sponsor|thank|gift)", re.I)


def behind_person(
    text: str, people: Sequence[Mention], linker: AffiliationLinker, *, limit: int
) -> Iterator[Candidate]:
    """Yield what stands in a parenthesis behind a person, or behind "at" and "from"."""
    for person in people:
        if person.field != "text" or person.role == "cited":
            continue
        aside = aside_behind(text, person.end, limit)
        if aside is not None:
            yield from in_aside(text, *aside, linker)
            continue
        said = _BEHIND.match(text, person.end)
        listed = _LISTED.match(text, person.end) if said is None else None
        if said:
            expected = (
                Expectation.ANY_NAME if person.role == "author" else Expectation.NONE
            )
            found = _organisation(text, said.end(), limit, expected=expected)
            if found is not None:
                yield found
        elif listed and person.role == "author":
            found = _organisation(
                text, listed.end(), limit, expected=Expectation.KNOWN_NAME
            )
            if found is not None and _ENDS.match(text, found.end, limit):
                yield found


# "Ada Holm at", "Ada Holm @": directly behind the name.
_BEHIND = re.compile(r"\s(?:at|from|of|@)\s(?:the\s)?")
# "Ada Holm, MIT," names her place only if the table has it: lists look alike.
_LISTED = re.compile(r",\s(?:both\s|all\s)?(?:currently\s|now\s)?(?:at\s)?(?=[A-ZÀ-Þ])")
_ENDS = re.compile(r"\s*(?:[.;)\]]|,?\s(?:and|who|&)\s|$)")  # the name stands alone
# Within the parenthesis one more may stand: "(ETH (Zurich), Switzerland)".
_ASIDE = re.compile(
    r"\s?[(\[]([^()\[\]\n]{2,160}(?:\([^()\n]{1,40}\)[^()\n]{0,60})?)[)\]]"
)
_NOW_AT = re.compile(
    r"(?:(?:now|then|currently|formerly|previously|both|all|also|presently)\s)?"
    r"(?:at|with|from|of)\s(?:the\s)?(?=[^\W\d_])",
    re.IGNORECASE,
)
# A parenthesis that says something else of a person than where they work.
_NO_ASIDE = re.compile(
    r"""
    ^\W*(?:
        (?:19|20)\d\d\b|\d  # when a paper of theirs appeared; a footnote
        |see|joint|eds?\b|co-?author|advis|superv|speaker|talk|PI\b  # their part in it
        |her|his|my|our|the\b|who|and|with|born  # words of a sentence
        |https?:|www|arxiv|aka
        |also|then(?!\sat)|now(?!\s(?:at|with))|in\b  # but "(now at MIT)" tells
    )
    |(?:19|20)\d\d\W*$  # "(ICML 2021)"
    """,
    re.IGNORECASE | re.VERBOSE,
)


def aside_behind(text: str, end: int, limit: int) -> tuple[int, int] | None:
    """Return the bounds within a parenthesis that stands directly behind `end`.

    None where it says something else than an institution: a year, "joint with", "see".

    Example:
        >>> aside_behind("Ada Holm (MIT)", 8, 14), aside_behind("Holm (2019)", 4, 11)
        ((10, 13), None)
    """
    match = _ASIDE.match(text, end, limit)
    return None if match is None or _NO_ASIDE.search(match[1]) else match.span(1)


def in_aside(
    text: str, start: int, end: int, linker: AffiliationLinker
) -> Iterator[Candidate]:
    """Yield the institutions that a parenthesis or an author line's piece names."""
    if now := _NOW_AT.match(text, start, end):
        start = now.end()
    for found in linker.link(text[start:end], guess=True):
        bounds = start + found.start, start + found.end
        surface = text[slice(*bounds)]
        if not _NO_PLACE_OF_WORK.match(surface) and not surface.islower():
            name = display_name(found)
            yield Candidate(*bounds, name, found.sure, facts_of(found))


def _organisation(
    text: str, start: int, end: int, *, expected: Expectation, any_name: bool = True
) -> Candidate | None:
    """Read the name that begins at `start`: a known one, or where words say so any."""
    stop = min(end, start + 140)
    for found in find_candidates(text, start, stop):
        if found.start > start:
            break
        surface = text[found.start : found.end]
        if found.sure or (expected and not _only_place(text, found, surface)):
            return found
    if expected < Expectation.ANY_NAME or not any_name:
        return None
    return _unknown(text, start, stop)


def _only_place(text: str, found: Candidate, surface: str) -> bool:
    """Tell "from Georgia" from "at Georgia": behind "from" a place is a place."""
    before = text[max(0, found.start - 8) : found.start]
    return is_place(surface) and re.search(r"\b(?:from|in|to)\s+$", before) is not None


# Small words within a name that no table has.
_JOINTS = frozenset(("for", "and", "&", "the", "et", "und", "y"))


def _unknown(text: str, start: int, end: int) -> Candidate | None:
    """Read a name that no table has: capitalised words, with small ones between them.

    "at Lumen Robotics and Duke" names the first of two; "at SOSP 2021" a conference.
    """
    words = words_of(text, start, end)
    last = -1
    for index, word in enumerate(words[:8]):
        if index and text_between(text, words[index - 1], word) not in (
            " ",
            " & ",
            ". ",
            ".",
        ):
            break
        if (
            index
            and text_between(text, words[index - 1], word) == ". "
            and len(words[index - 1].text) > 2
        ):
            break
        if word.capitalised and not word.text.isdigit():
            last = index
        elif word.text not in grammar("joint") | _JOINTS or (
            word.text in ("and", "of", "for", "the") and index == 0
        ):
            break
    while last >= 0 and any(w.text == "and" for w in words[: last + 1]):
        last = next(i for i, w in enumerate(words) if w.text == "and") - 1
    if last < 0 or words[0].start != start:
        return None
    surface = text[start : words[last].end]
    if len(surface) < 3 or is_place(surface) or _NO_PLACE_OF_WORK.match(surface):
        return None
    if (
        re.match(r"\s(?:19|20)\d\d|['’]\d\d", text[words[last].end : end])
        and surface.isupper()
    ):
        return None  # a conference: "at SOSP 2021"
    return Candidate(start, words[last].end, institution_name(surface), sure=False)
