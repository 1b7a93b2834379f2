"""Small words of names: suffixes behind them ("Jr."), particles within ("van der")."""

import re

from kg.datafiles import word_list
from kg.text.names.given_names import known_given_names

SUFFIXES = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr",
    "ii": "ii", "2nd": "ii", "iii": "iii", "3rd": "iii", "iv": "iv",
}  # fmt: skip
"""Each suffix as it is written, lower case without a full stop → one form of it."""

SUFFIX = r"(?:(?:Jr|Sr)\b\.?|(?:II|III|IV)\b)"
"""A suffix in running text, where only capitals tell it."""

PARTICLES = frozenset(
    ["af", "al", "ap", "ben", "bin", "binti", "bint", "da", "dal", "dall", "dalla",
     "das", "de", "degl", "degli", "dei", "del", "della", "delle", "dello", "den",
     "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "li",
     "lo", "los", "mc", "ten", "ter", "tho", "ud", "ul", "van", "vande", "vanden",
     "vander", "vel", "vom", "von", "vor", "zu", "zum", "zur"]
)  # fmt: skip
"""Words of a family name that are written before it: "van der Vaart", "El Ghaoui"."""

PARTICLE = rf"(?:\b(?:{'|'.join(sorted(PARTICLES))})\s)"
"""A particle in running text, with the blank behind it."""

_DEGREE = re.compile(
    r"\b(?:Ph\.?\s?D|M\.?D|D\.?Phil|M\.?Sc|B\.?Sc|MBA|M\.A|B\.A|FRS|Esq)\b\.?"
)
_ASIDE = re.compile(r"\s?\([^()]{0,40}\)")  # "BSc (Hons)"
_STOPS = re.compile(r"[.\s-]")
_LONGEST = 20  # characters of a degree
_AROUND = "() "
_MOST_WORDS = 3  # of a degree: "Dr. rer. nat."
# What may be initials, too: "Beck MD", "Beck M.A.".
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,3}")


def is_suffix(word: str) -> bool:
    """Tell whether a word stands behind a name only; "Junior" may be a name itself.

    >>> is_suffix("Jr."), is_suffix("III"), is_suffix("Junior")
    (True, True, False)
    """
    plain = word.rstrip(".").lower()
    return plain in SUFFIXES and plain not in ("junior", "senior")


def is_degree(word: str) -> bool:
    """Tell whether all of a word, or of a few, is a degree, a fellowship, a licence.

    Some have the letters of a name; those of a degree are capitals, or have full stops.

    >>> is_degree("PhD"), is_degree("M.Sc."), is_degree("FRCP (Edin)"), is_degree("Ma")
    (True, True, True, False)
    """
    if _DEGREE.fullmatch(word):
        return True
    plain = _ASIDE.sub("", word)
    if len(plain) > _LONGEST or not (sum(map(str.isupper, plain)) > 1 or "." in plain):
        return False
    return _STOPS.sub("", plain).lower() in word_list("people/degrees")


def strip_degrees(name: str) -> str:
    """Return a name without the degrees behind it; initials stay.

    Behind a comma any degree goes that leaves more than one word; behind a blank those
    that are no initials, and others where the name begins with a given name.

    >>> strip_degrees("Carys Huw, MD, PhD"), strip_degrees("Beck, MD"), strip_degrees("Beck MD")
    ('Carys Huw', 'Beck, MD', 'Beck MD')
    """
    while (shorter := _without_last_degree(name)) != name:
        name = shorter
    return name


def _without_last_degree(name: str) -> str:
    """Return a name without the degree at its end, if what remains is a whole name."""
    head, comma, tail = name.rpartition(",")
    if comma and len(head.split()) > 1 and is_degree(tail.strip(_AROUND)):
        return head.rstrip()
    words = name.split(" ")
    for count in range(min(_MOST_WORDS, len(words) - 2), 0, -1):
        degree = " ".join(words[-count:]).strip(_AROUND)
        head = " ".join(words[:-count])
        if is_degree(degree) and (
            not _INITIALS.fullmatch(degree) or begins_with_given_name(head)
        ):
            return head
    return name


def begins_with_given_name(name: str) -> bool:
    """Tell whether a name's first word is a known given name.

    >>> begins_with_given_name("Jane Smith"), begins_with_given_name("van Eck")
    (True, False)
    """
    first = name.lower().split(maxsplit=1)[:1]
    return bool(first) and first[0] in known_given_names() and first[0] not in PARTICLES
