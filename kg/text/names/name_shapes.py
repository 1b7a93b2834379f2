r"""What a person's name looks like: words, initials, particles, and where a name ends.

One scanner goes over the words from a given place, so that names are found in linear
time whatever stands there. LaTeX accents count as letters (`B\'ona`, `Erd\H{o}s`).
"""

import re
from itertools import pairwise

from kg.datafiles import word_list
from kg.text.names.name_affixes import PARTICLES, SUFFIX

# Capitals of Latin, Greek and Cyrillic. In the extended Latin blocks, where capitals
# and small letters alternate, both count: the few words that begin so are mostly names,
# and a short class of ranges is compiled and matched much faster.
UPPER_LETTERS = "A-ZÀ-ÖØ-ÞĀ-ɏΆ-ΫЀ-ЯḀ-ỿ"
_ACCENT = (
    r"\\(?:[`'^\"~=.]\s?(?:\{\\?[A-Za-z]\}|\\?[A-Za-z])|[uvHckbdr]\s?\{\\?[A-Za-z]\})"
)
UPPER = rf"(?:[{UPPER_LETTERS}]|\{{?\\[`'^\"~=.]\{{?[A-Z]\}}?)"
LETTER = rf"(?:[^\W\d_ʼ]|[\u0300-\u036f]|{_ACCENT}|\{{{_ACCENT}\}})"
CAPITAL = (
    rf"(?:(?:[dlDLNnOo]|Dell|dell|[Ss]h?|Ch|[Tt])['’ʼ‘`′](?={UPPER})"
    rf"|(?:al|el|ad|ar|as|an|bin|van|de)[-‐‑](?={UPPER}))?"
    rf"(?:{UPPER}{LETTER}+|O['’′]{LETTER}{{2,}})(?:['’ʼ‘`′](?!s\b){LETTER}{{2,}}"
    rf"|[-‐‑]{LETTER}+)*(?:[-‐‑]{UPPER}\.)?"
)
"""A capitalised word: McCann, O'Neil, d'Aspremont, al-Khwarizmi, Vanden-Eijnden."""
BEFORE_CAPITAL = (
    r"(?<![^\W\d_])(?<![\u0300-\u036f}\\])"
    r"(?<!(?:[^\W\d_]|[\u0300-\u036f}])['’ʼ‘`′\-‐‑])"
)
"""A place that is not within a word, so that a search tries each word once."""
INITIAL = (
    rf"{UPPER}\.(?:[-‐‑]\s?{UPPER}\.){{0,3}}"
    r"|(?:Chr?|Yu|Th|Ya|Zh|Sh|Ph|Ju|Ts|Kh|Wm|Kr|Md|Mohd)\."
)

# What the words of a name may be, the likelier first.
_WORD = re.compile(
    rf"(?P<initial>{INITIAL})"
    rf"|(?P<suffix>{SUFFIX})"
    rf"|(?P<capital>{CAPITAL})(?!{LETTER}|_|\d{{1,2}}[^\W_]|\d{{3}})"
    rf"|(?P<letter>{UPPER})(?!{LETTER}|\d|_|['’])"
    r"|(?P<particle>'?[a-z]{1,6}\b)(?!\.\w)"
)
_GAP = re.compile(r"[ \u00a0\u2009~]{1,3}")
# "Yang (Janet) Liu"
_NICKNAME = re.compile(rf"[ \u00a0][(\"“‘]{CAPITAL}[)\"”’][ \u00a0](?={UPPER})")
_SUFFIX = re.compile(rf",?[ \u00a0]?{SUFFIX}")
_LONGEST = 7  # words of a name, particles and initials included


def scan_name(text: str, start: int, limit: int | None = None) -> int:
    """Return where the name that begins at `start` ends, or `start` where none does.

    A name ends with a capitalised word ("James B. Simon", "Willem van der Berg") or, in
    rare cases, with a single capital ("Weinan E"). A common word of titles, the name of
    an institution and the like are not told apart here; see `is_personal`.

    Args:
        text: where names stand.
        start: where the name begins, without a title before it.
        limit: where it ends at the latest, by default with the text.

    >>> scan_name("Willem van der Berg, Oslo", 0)
    19
    """
    limit = len(text) if limit is None else limit
    position, end, count = start, start, 0
    capitals = 0
    while count < _LONGEST:
        match = _WORD.match(text, position, limit)
        if not match:
            break
        kind = str(match.lastgroup)
        if kind == "particle" and match[0] not in PARTICLES:
            break
        if kind == "suffix" and not capitals:
            break
        count += 1
        capitals += kind == "capital"
        if kind in ("capital", "suffix") or (kind == "letter" and capitals):
            end = match.end()
        position = match.end()
        nickname = _NICKNAME.match(text, position, limit) if capitals == 1 else None
        gap = nickname or _GAP.match(text, position, limit)
        if gap:
            position = gap.end()
        elif kind != "initial":
            break
    if end > start and capitals and (suffix := _SUFFIX.match(text, end, limit)):
        end = suffix.end()
    return end if capitals else start


def is_common(word: str) -> bool:
    """Tell whether a capitalised word is one of titles and sentences, not of names.

    >>> is_common("Optimization"), is_common("Kowalski")
    (True, False)
    """
    low = word.lower().strip(".'’")
    return low in word_list("people/common_capitals") or ends_commonly(low)


def ends_commonly(word: str) -> bool:
    """Tell whether a word ends as English nouns and adjectives do; some names do too.

    >>> ends_commonly("completeness"), ends_commonly("Ness")
    (True, False)
    """
    return len(word) >= 6 and bool(_ENDING.search(word.lower()))


# Endings of English nouns and adjectives that few surnames have; longer words only.
_ENDING = re.compile(
    r"(?:[ts]ions?|ments?|ness|ities|[bcdglnrstv]ity|isms?|ologies|ologists?|ability|ically"
    r"|ional|ical|izing|ising|ating|ening|ized|ised|ated|ably|ously|ively|atic|etic|tive"
    r"|tives|ious|[^aeiou]ous|ances?|ences?|ships?|graphy|[aei]nt?ly|arly|ially|ally"
    r"|[aei]tely|edly|ingly|metrics?|aware|based|free|less"
    r"|shot|wise|level|step|layer|order|dimensional|ization|isation)$"
)


def is_institutional(phrase: str) -> bool:
    """Tell whether a capitalised phrase is an organisation's, by one of its words.

    >>> is_institutional("University of Oslo"), is_institutional("TU NGUYEN")
    (True, False)
    """
    found = re.findall(r"[^\W\d_]+", phrase)
    if "AI" in found or _SERIES.match(phrase):
        return True
    return any(
        word.lower() in word_list("institutions/institution_words") for word in found
    )


# "TU Graz", "IIT Madras", "UC Davis", but "TU NGUYEN" is a person in capitals.
_SERIES = re.compile(
    rf"(?:I{{2,3}}T|IISER|ETH|KTH|KU|NIT|MPI|SUNY|CUNY|TU|UC|UT|FU|HU|RWTH|LMU|UNSW|UCL)"
    rf"\s{UPPER}[^\W\d_A-Z]"
)


def is_acronym(word: str) -> bool:
    """Tell whether a word is written as acronyms and products are.

    >>> is_acronym("SGD"), is_acronym("ResNet"), is_acronym("McCann")
    (True, True, False)
    """
    letters = [char for char in word if char.isalpha()]
    if len(letters) < 2:
        return False
    if all(char.isupper() for char in letters):
        return True
    parts = re.split(r"['’ʼ‘`\-‐‑]", word)
    return any(_has_inner_capital(p) and not _PREFIXED.match(p) for p in parts)


def is_camel_name(word: str) -> bool:
    """Tell whether a word is written as some given names are: JaeSung, AbdelRahman.

    >>> is_camel_name("JaeSung"), is_camel_name("SGD")
    (True, False)
    """
    return bool(_CAMEL_NAME.match(word))


_CAMEL_NAME = re.compile(r"[A-Z][^\W\d_A-Z]+[A-Z][^\W\d_A-Z]+$")


def _has_inner_capital(part: str) -> bool:
    return any(a.isalpha() and b.isupper() for a, b in pairwise(part))


_PREFIXED = re.compile(
    rf"(?:Mc|Mac|De|Di|Da|Du|Le|La|Lo|Van|Von|Des|Del|Della|Ten|Ter|Fitz|Ben|El|Al|Abd|O)"
    rf"{UPPER}(?!{UPPER})[^\W\d_]+$"
)


def is_personal(surname: str, *, proven: bool = False) -> bool:
    """Tell whether a single capitalised word may stand for a person by its look.

    Args:
        surname: the word.
        proven: the words around say that a person stands here, so that a word which
            is a name too ("May") is read as one.

    >>> is_personal("Kowalski"), is_personal("May"), is_personal("May", proven=True)
    (True, False, True)
    """
    low = surname.lower()
    if proven and low in word_list("people/words_in_names"):
        return True
    parts = re.split(r"[-‐‑]", surname)
    if any(part[:1].islower() for part in parts[1:]):  # "Heavy-ball"
        return False
    return not (
        is_common(surname)
        or is_acronym(surname)
        or low in word_list("people/not_surnames")
        or is_institutional(surname)
    )
