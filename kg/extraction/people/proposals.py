"""Which of a trained model's proposals of people are taken, by the words around them.

The model knows names by their looks, which places, products and organisations share. A
full name counts where people stand; a single word needs what people do ("Dowsett
proved"), own ("Dowsett's") or are cited by.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.datafiles import mapping
from kg.extraction.people.citations import names_author, stands_alone
from kg.institutions.table import known
from kg.records import Document, Mention, Role
from kg.text.folding import fold
from kg.text.names.given_names import known_given_names
from kg.text.names.name_sequences import is_acceptable_name
from kg.text.names.name_shapes import (
    BEFORE_CAPITAL,
    CAPITAL,
    is_acronym,
    is_institutional,
)
from kg.text.places import is_place

Claim = tuple[int, int, Role, float]
"""Start, end, role and score of a person in the text."""

# Where things and places stand, but people seldom do.
_NO_PERSON_BEFORE = re.compile(
    r"\b(?:at|in|on|into|near|via|using|called|named|joined|joining|the|a|an|like"
    r"|such\s+as|including"
    r"|propose|introduce|present|develop|release|dubbed|term(?:ed)?|through|across"
    r"|versus|vs\.?|within"
    r"|(?:university|universität|université|institute|college|school|city|state|centre"
    r"|center)\s+(?:of|for)"
    r"|(?:ph\.?\s?d\.?|degrees?|doctorate|b\.?\s?sc?\.?|m\.?\s?sc?\.?|b\.?a\.?|m\.?a\.?"
    r"|diploma|graduated"
    r"|bachelor['’]?s?|master['’]?s?|postdoc|alumn\w+)(?:\s+(?:in\s+\w+(?:\s\w+)?"
    r"|degree))?\s+(?:from|of))\s+$",
    re.IGNORECASE,
)
# "platforms like Whisper and Yik Yak": what stands before the list counts.
_LIST_BEFORE = re.compile(
    rf"{BEFORE_CAPITAL}(?:{CAPITAL}(?:\s{CAPITAL}){{0,2}}(?:,\s(?:and\s)?|\sand\s|\sor\s)){{1,4}}$"
)
# "(PhD, Cambridge)": a place behind a degree.
_DEGREE_ASIDE = re.compile(
    r"\(\s*+(?:ph\.?\s?d|b\.?|m\.?|advis|at|with)?[\w.]{0,5}\s*+$", re.IGNORECASE
)
# A sentence's end or a digit within a name: it is none.
_SENTENCE_END = re.compile(r"\w{3}\.\s|\d")
# "Life Cycle Thinking (LCT)": what has a short form is no person.
_SHORT_FORM = re.compile(r"\s?\((?:[A-Z][A-Za-z]?){2,6}s?\)|[-–—:]\s?\w|\s?\(e\.g")
# From here on the model alone is believed.
_CERTAIN = 0.9
# Sections that rules read.
_HEADLINE = ("authors", "affiliation", "venue", "title")


def proposed_people(document: Document, tagged: Iterable[Mention]) -> Iterator[Claim]:
    """Yield the proposals that look like names, and stand as names do.

    A full name is refused behind "at", "called", "such as" and the like; a single
    word must do, own or be cited for something.

    Args:
        document: the document; proposals in its title and author line are left to
            the rules for those.
        tagged: what the model proposes, of any kind.
    """
    text = document.text
    for mention in sorted(tagged):
        if mention.kind != "person" or mention.field != "text":
            continue
        if not _is_free(document, mention) or not _is_name(mention):
            continue
        single = " " not in mention.surface
        if not (_acts_as_person if single else _stands_as_person)(
            text, mention.start, mention.end
        ):
            continue
        role: Role = mention.role or ("cited" if single else "mentioned")
        yield mention.start, mention.end, role, mention.score


def is_organisation(name: str) -> bool:
    """Tell whether a name is known to be an institution's or a place's, and no more.

    >>> is_organisation("University of Oslo"), is_organisation("Ana Cruz")
    (True, False)
    """
    return is_institutional(name) or known(name) is not None or is_place(name)


def _is_free(document: Document, mention: Mention) -> bool:
    """Tell whether a part of the document is text that no rule has read already.

    Outside of all sections stands what is about the document: labels, rooms, journals.
    """
    sections: Sequence[str] = [
        s.kind for s in document.sections if s.start <= mention.start < s.end
    ]
    return bool(sections) and not any(kind in _HEADLINE for kind in sections)


def _is_name(mention: Mention) -> bool:
    """Tell whether a proposal has the form of a name."""
    name = mention.surface
    if not is_acceptable_name(name, singles=True) or is_organisation(name):
        return False
    first = name.split()[0]
    if " " in name and mention.score < _CERTAIN and not _has_known_part(name):
        return False
    return not (_SENTENCE_END.search(name) or (is_acronym(first) and name != first))


def _has_known_part(name: str) -> bool:
    """Tell whether a full name has an initial or a name of people at one of its ends.

    Products and titles are written as names are: "Raspberry Pi", "Apache Kafka".

    >>> _has_known_part("Anna Zzyx"), _has_known_part("Zzyx Phone")
    (True, False)
    """
    parts = fold(name).replace(".", " ").split()
    known = (known_given_names(), mapping("people/family_names"))
    return len(parts[0]) == 1 or any(
        end in names for end in (parts[0], parts[-1]) for names in known
    )


def _stands_as_person(text: str, start: int, end: int) -> bool:
    """Tell whether a full name stands where people do."""
    before = text[max(0, start - 80) : start]
    bare = _LIST_BEFORE.sub("", before)
    if any(_NO_PERSON_BEFORE.search(part) for part in (before, bare)):
        return False
    return not (_DEGREE_ASIDE.search(before) or _SHORT_FORM.match(text, end))


def _acts_as_person(text: str, start: int, end: int) -> bool:
    """Tell whether a single word does what only people do."""
    return stands_alone(text, end) and names_author(text, start, end)
