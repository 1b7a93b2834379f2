"""People whom running text cites: "(Lee and Chen, 2016)", "Lee et al.", "by Lee".

A group of surnames counts by what stands beside it. "et al." is enough; a year is,
where the word can be a surname; a verb ("Lee and Chen proposed") or a preposition
("introduced by Lee") only where nothing follows that makes a term of the name ("the Lee
kernel").
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kg.text.name_runs import acceptable
from kg.text.name_shapes import (
    CAPITAL,
    INITIAL,
    LETTER,
    is_acronym,
    is_camel_name,
    is_common,
    is_personal,
)
from kg.text.places import is_place
from kg.text.wordlists import words


class Citation(NamedTuple):
    """A person that running text names, and why they are taken for one."""

    start: int
    end: int
    role: Literal["cited", "mentioned"]


_PARTICLE = (
    r"(?:(?:van|von|de|der|den|del|della|di|du|la|le|ter|ten|dos|da|al|el|bin|ben)\s)"
)
_PERSON = (
    rf"(?:(?:{INITIAL})[ \u00a0~]?){{0,3}}(?:{_PARTICLE}){{0,3}}"
    rf"{CAPITAL}(?:[ \u00a0~](?:(?:{INITIAL})[ \u00a0~]?){{0,2}}"
    rf"(?:{_PARTICLE}){{0,3}}{CAPITAL}){{0,2}}"
)
_AND = r"(?:and|&|\\&|und|or)"
_GROUP = re.compile(
    rf"(?<![\w\\{{@#/.-])(?:{_PERSON})(?!{LETTER}|\d)"
    rf"(?:(?:,\s?(?:{_AND}\s?)?|\s{_AND}\s?|\s?[–—]\s?|\s?&\s?)(?:{_PERSON})(?!{LETTER}|\d)){{0,14}}"
)
_ONE = re.compile(rf"(?:{_PERSON})(?!{LETTER}|\d)")
_YEARS = r"(?:(?:19|20)\d\d[a-z]{0,2}|['’]\d\d)"
_VENUE = r"(?:[A-Z][\w&.-]{1,14}(?:\s[A-Z][\w&.-]{1,14})?[ ,'’]{1,2})"
_ET_AL = re.compile(r",?\s+et\.?\s?al\b", re.IGNORECASE)
_YEAR = re.compile(
    rf",?\s?[(\[]{_VENUE}?,?\s?{_YEARS}|,\s?{_VENUE}?{_YEARS}|\s{_VENUE}?{_YEARS}"
)
_YEAR_IN_PARENTHESES = re.compile(
    rf"\s?[(\[](?:{_VENUE}?,?\s?{_YEARS}|{_VENUE}\d\d(?=[)\]]))"
)
# "[Cruz and Li, 20]"
_SHORT_YEAR = re.compile(r",?\s?\d\d[a-z]?(?=[\]);])")
_BRACKET = re.compile(r"[\[(;]\s?(?:(?:see|cf\.?|e\.g\.,?|also)\s){0,2}$")
_NUMBER_IN_BRACKETS = re.compile(r"\s?\[\d{1,2}\]")
_CITED_IN = re.compile(
    r"(?:[(\[;]|(?:19|20)\d\d[a-z]?,|\b(?:by|see|following))\s?"
    r"(?:(?:see|cf\.?|e\.g\.,?|i\.e\.,?|also|following|and|by)[\s,~]+){0,3}$"
)
_VERB = re.compile(
    r"(?:,\s\w+ly,?)?\s(?:(?:also|first|recently|have|has|had|later|then|independently|further|famously)\s)*"
    r"(?:propos|introduc|show|conjectur|defin|prov|develop|describ|deriv|observ|stud|establish"
    r"|demonstrat|argu|consider|construct|analy[sz]|present|obtain|gave\b|found\b|pointed\b"
    r"|extend|classif|investigat|generali[sz]|report|exhibit|suggest|characteri[sz]|asked\b"
    r"|initiat|pioneer|resolv|design|discover|comput|improv|used\b|gives?\b|provid|formulat"
    r"|note[sd]?\b|answer|formali[sz]|formul|advocat|revisit|settl|disprov|quantif)\w*",
)
_BY = re.compile(
    r"\b(?:(?:propos|introduc|develop|describ|deriv|observ|studi|establish|demonstrat|consider"
    r"|construct|analy[sz]|present|obtain|found|given|extend|investigat|generali[sz]|report"
    r"|suggest|characteri[sz]|initiat|pioneer|resolv|design|discover|improv|pos|rais|open|prov"
    r"|computed|conjectur|defin|us|inspir|motivat|formulat|advocat|invent|shown|made|put|achiev"
    r"|provid|answer|recover|classif)\w*|(?:work|works|paper|papers|results?|theorem|theorems|conjecture"
    r"|conjectures|algorithm|question|objective|lemma|principle|approach|method|article|suggestion|framework"
    r"|model|proof|bound|bounds|construction|analysis|research|study|idea|ideas|method|technique|algorithms))"
    r"\s(?:\w+ly\s|first\s|later\s|forward\s|independently\s|earlier\s|recently\s){0,2}"
    r"(?:by|from|due\sto)\s(?:the\swork\sof\s)?$"
)
_FOLLOWING = re.compile(r"\b(?:following|see|after|cf\.?|unlike)\s$", re.IGNORECASE)
_DUE = re.compile(r"\bdue\sto\s$")
_OF = re.compile(
    r"\b(?:works?|papers?|results?|algorithms?|methods?|approach(?:es)?|frameworks?|techniques?"
    r"|theorems?|lemmas?|conjectures?|questions?|ideas?|proofs?|analys[ie]s|thes[ie]s|monograph"
    r"|constructions?|formulations?|definitions?|arguments?|formalism|lines?|notions?|scheme"
    r"|estimates?|theory|book|insights?|observations?|contributions?|problem|model|procedure"
    r"|bounds?|spirit|style|sense|footsteps|manner|geometry|partitions|research|proposal|motivation"
    r"|memory|hono(?:u)?r|legacy|life|tribute|matrix|inequality|conditions?"
    r"|criterion|hypothesis|extensions?|generali[sz]ations?)\s(?:of|by)\s$"
)
# "A theorem of Lee and Chen reduces …": one result of people, then a verb.
_RESULT_OF = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|this|[Tt]hat)\s(?:\w{1,20}\s){0,2}?(?:theorem|lemma|result|conjecture"
    r"|paper|proof|construction|argument|algorithm|question|observation|idea|estimate)\sof\s$"
)
_DOES_SO = re.compile(r"\s[a-z]{3,20}s\s[a-z]")
# What people alone did, and no method: told of one with given and family name.
_HUMAN_VERB = re.compile(
    r"\s(?:(?:also|first|recently|later|then|once|famously|independently)\s)?"
    r"(?:found|proved|conjectured|discovered|asked|observed|wrote|wondered)\b(?!\s(?:by|in|for|at|here)\b)"
)
_THEOREM_BY = re.compile(
    r"\b(?:theorems?|lemma|papers?|results?|works?|conjecture|idea|proof)\sby\s$"
)
_STYLE = re.compile(
    r"\b(?:style|spirit|sense|footsteps|manner|founders?|geometry|groups?)\s(?:\S+\s)?of\s$"
)
_NO_TERM = re.compile(
    r"(?:['’]s?\b)?(?:\s*$|[.,;:)\]!?]|\s(?:and|or|in|for|to|on|that|which|who|whose|is|was|are|were|has|had|have"
    r"|as|with|using|from|at|about|when|where|can|by|via|into|we|the|but|while|who|also|does|do|did|may|might"
    r"|under|over|between|without|since|yields?|[a-z]+ed|[a-z]+ly|[(\[])(?![\w-])|\s[(\[])"
)
_POSSESSIVE = re.compile(r"['’]s?\s")
_INITIALLED = re.compile(
    rf"(?:(?:{INITIAL})\s?){{1,3}}(?:{_PARTICLE}){{0,2}}{CAPITAL}$"
)
_ABBREVIATED = re.compile(
    r"\s?\([A-Z][a-z]{0,2}[A-Z]\w*\)"
)  # "Life Cycle Thinking (LCT)"
_LEADING = re.compile(rf"({CAPITAL})[ \u00a0~]")


def find_citations(text: str, start: int, end: int) -> list[Citation]:
    """Give the people whom the prose between `start` and `end` cites or mentions."""
    small = frozenset(re.findall(r"(?<![^\W_])[a-z]{3,}", text))
    found: list[Citation] = []
    for match in _GROUP.finditer(text, start, end):
        found.extend(_judged(text, match.start(), match.end(), start, end, small))
    return found


def _judged(
    text: str, begin: int, stop: int, start: int, end: int, small: frozenset[str]
) -> Iterator[Citation]:
    """Yield the people of one group, where what stands beside it says they are."""
    people = list(_people(text, begin, stop))
    after = text[stop : min(end, stop + 60)]
    if _ET_AL.match(after):
        last = people[-1]
        others = [
            p for p in people[:-1] if _surname_like(text[slice(*p)], small, proven=True)
        ]
        kept = [*others, last] if _possible(text[slice(*last)]) else []
        yield from (Citation(*_narrowed(text, p), "cited") for p in kept)
        return
    before = text[max(start, begin - 60) : people[0][0]]
    role = _role(text, people, before, after)
    dashed = re.search(r"[–—]", text[begin:stop])
    if dashed and not _is_dated(["", ""], before, after):
        return  # "Kirchhoff–Love plates"
    if role is None:
        return
    for place in _kept(text, people, before, after, small):
        yield Citation(*place, role)


def _kept(
    text: str,
    people: list[tuple[int, int]],
    before: str,
    after: str,
    small: frozenset[str],
) -> list[tuple[int, int]]:
    """Leave out what is no name, and names of methods where nobody is certain."""
    dated = _is_dated([text[slice(*place)] for place in people], before, after)
    sure = _YEAR_IN_PARENTHESES.match(after) or _CITED_IN.search(before)
    ignored = frozenset[str]() if sure and len(people) > 1 else small
    proven = dated and len(people) > 1
    kept = [p for p in people if _surname_like(text[slice(*p)], ignored, proven=proven)]
    if not dated and len(kept) < len(people):
        return []  # one of them is no person: the others hardly are
    if dated or any(p.search(before) for p in (_DUE, _STYLE, _THEOREM_BY)):
        return kept
    eponyms = words("eponyms")
    known = all(text[slice(*place)].lower() in eponyms for place in kept)
    return [] if known else kept


def _role(
    text: str, people: list[tuple[int, int]], before: str, after: str
) -> Literal["cited", "mentioned"] | None:
    """Say what the words around a group make of it."""
    names = [text[slice(*place)] for place in people]
    if _is_dated(names, before, after):
        return "cited"
    full = any(" " in name or "." in name for name in names)
    verb = _VERB.match(after)
    if len(names) > 1 and _RESULT_OF.search(before) and _DOES_SO.match(after):
        return "mentioned" if full else "cited"
    if (full or "-" in names[-1]) and _ABBREVIATED.match(after):
        return None
    if len(names) > 1 and not full and (verb or _POSSESSIVE.match(after)):
        return "cited"
    if not (verb or _NO_TERM.match(after)):
        return None
    if any(_INITIALLED.match(name) for name in names) and "." not in after[:1]:
        return "cited" if _BY.search(before) else "mentioned"
    if _STYLE.search(before) or _DUE.search(before):
        return "mentioned"
    if _BY.search(before) or _OF.search(before):
        return "mentioned" if full else "cited"
    if len(names) == 1 and _HUMAN_VERB.match(after) and _is_full_name(names[0]):
        return "mentioned"
    return "cited" if len(names) > 1 and verb else None


def _is_full_name(name: str) -> bool:
    """Say whether each word of a name of two or three is hardly anything else."""
    parts = [part for part in name.split() if part[:1].isupper() and "." not in part]
    if is_place(name):
        return False
    return len(parts) in (2, 3) and all(is_personal(part) for part in parts)


def _is_dated(names: list[str], before: str, after: str) -> bool:
    if _YEAR_IN_PARENTHESES.match(after):
        return True
    if len(names) > 1 and _NUMBER_IN_BRACKETS.match(after):
        return True
    if _SHORT_YEAR.match(after) and _BRACKET.search(before):
        return True
    if not _YEAR.match(after):
        return False
    return len(names) > 1 or bool(_CITED_IN.search(before))


def _people(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the members of a group, without the common words before the first."""
    position = begin
    while match := _ONE.search(text, position, stop):
        place = match.start(), match.end()
        while lead := _LEADING.match(text, *place):
            if not _is_opener(lead[1]):
                break
            place = lead.end(), place[1]
        yield place
        position = match.end()


def _is_opener(word: str) -> bool:
    low = word.lower()
    return is_common(word) or is_acronym(word) or low in words("not_surnames")


def _narrowed(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Keep of several words before "et al." those that are a name."""
    name = text[slice(*place)]
    if " " not in name or acceptable(name):
        return place
    last = list(re.finditer(CAPITAL, name))[-1]
    return place[0] + last.start(), place[1]


def _possible(name: str) -> bool:
    last = name.split()[-1]
    written = not is_acronym(last) or is_camel_name(last)
    common = words("common_capitals") - words("words_in_names")
    return written and last.lower() not in common


def _surname_like(name: str, small: frozenset[str], *, proven: bool = False) -> bool:
    """Say whether a name may be a person's, in weak surroundings."""
    if " " in name or "." in name:
        return acceptable(name, proven=proven) and not is_acronym(name.split()[-1])
    if proven and name.lower() in words("words_in_names"):
        return True
    return is_personal(name) and name.lower() not in small


def names_author(text: str, start: int, end: int) -> bool:
    """Say whether the word between two offsets does, owns or is cited."""
    after = text[end : end + 60]
    if _VERB.match(after) or _ET_AL.match(after) or _POSSESSIVE.match(after):
        return True
    before = text[max(0, start - 60) : start]
    beside = (_BY, _OF, _DUE, _FOLLOWING)
    return any(pattern.search(before) for pattern in beside)


def stands_alone(text: str, end: int) -> bool:
    """Say whether the name that ends here is no part of a term ("the Lee kernel")."""
    after = text[end : end + 60]
    return bool(
        _NO_TERM.match(after) or _ET_AL.match(after) or _POSSESSIVE.match(after)
    )
