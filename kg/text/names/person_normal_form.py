"""The normal form of a person's name: "Given Family", as it is shown.

"Jelassi, Samy", "SMITH, John" and "Prof. John Smith, PhD" become "Samy Jelassi", "John
Smith". How names are compared is `kg.text.names.name_parts`.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from kg.datafiles import word_list
from kg.text.latex import decode_latex
from kg.text.names.capital_names import capitals_last
from kg.text.names.capital_words import is_turkish, lower_capitals
from kg.text.names.character_names import is_character_name, join_character_name
from kg.text.names.group_authors import is_group
from kg.text.names.name_affixes import strip_degrees
from kg.text.names.name_parts import divide_name
from kg.text.names.name_shapes import UPPER, is_common, scan_name
from kg.text.names.trailing_initials import are_trailing_initials, write_initials

_MARKS = " \t\n\u00a0*†‡§¶#∗,;:•·"  # footnotes' and lists' marks
_DIGITS = "0123456789"
# "J.Doe"
_GLUED_INITIAL = re.compile(rf"({UPPER}\.)(?=[^\W\d_])")
# "Smith J. A.": two letters or more of each word before, so that no name is "A. B.".
_INITIALS_BEHIND = re.compile(
    rf"(?P<family>[^\W\d_]['’]?[^\W\d_.]+(?:[ -][^\W\d_.]{{2,}}){{0,3}})[ \u00a0]"
    rf"(?P<given>{UPPER}\.(?:[ \u00a0-]?{UPPER}\.){{0,3}})"
)
# "Иванов Иван Иванович"
_PATRONYMIC_BEHIND = re.compile(
    r"(?P<family>[^\W\d_][^\s,]{1,40}) "
    r"(?P<given>[^\W\d_]{2,20} [^\W\d_]{2,20}(?:ович|евич|ьич|овна|евна|ична|івна|ївна))"
)
_TITLE = re.compile(
    r"[ \t\u00a0]{0,5}((?:[^\W\d_]|-){1,20}\.?)(?:[ \t\u00a0]{1,5}|(?<=\.))"
)
# "Dr. med.", "Dr. rer. nat.", "Dr. h.c."
_OF_DOCTORS = frozenset(
    ["med.", "rer.", "nat.", "phil.", "jur.", "ing.", "habil.", "oec.", "pol.", "vet.",
     "dent.", "h.", "c.", "hab."]
)  # fmt: skip
# "Smith R F": initials one by one, behind a word of two letters or more.
_APART = re.compile(rf"(?<=[^\W\d_]{{2}}) ({UPPER}(?: {UPPER}){{1,3}})$")
# A name that is written as most are, so that nothing has to be done to it.
_PLAIN = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: [A-Z]\.)?(?: [A-Z][a-z]+){1,2}")
# Characters: what is longer is no name of one person.
_LONGEST = 80


def normal_name(surface: str) -> str:
    """Return a name as "Given Family": no title or degree, no capitals throughout.

    Initials behind a name go before it; a surname alone stays alone. LaTeX and odd white
    space are read as a reader would. A group's name ("The ATLAS Collaboration") stays as
    it is.

    >>> normal_name("KOWALSKI, Jan, PhD"), normal_name("Carter, John, Jr.")
    ('Jan Kowalski', 'John Carter Jr.')
    """
    return surface if _is_normal(surface) else _normalise(surface)


def _is_normal(surface: str) -> bool:
    """Tell, fast, of most names that they have the normal form already."""
    if not _PLAIN.fullmatch(surface) or "Esq" in surface:
        return False
    first = surface.partition(" ")[0].lower()
    return first != "ph" and first not in word_list("people/person_titles")


@lru_cache(maxsize=20_000)
def _normalise(surface: str) -> str:
    if is_group(surface):
        return decode_latex(surface).strip()
    name = strip_degrees(decode_latex(surface).strip())
    name = name.lstrip(_MARKS + ".").rstrip(_MARKS + _DIGITS)
    name = unicodedata.normalize("NFC", name)
    name = name[skip_titles(name, 0) :].strip()
    if is_character_name(name):
        return join_character_name(name)
    parts = divide_name(name)
    turkish = is_turkish(name)
    family = lower_capitals(parts.family, turkish=turkish, family=True)  # "LI, Zhuang"
    given = _initials_first(parts.given, parts.family.split())
    if family and name.isupper():
        given = lower_capitals(given, turkish=turkish)
    ordered = " ".join(filter(None, (given, family, parts.suffix)))
    spaced = _GLUED_INITIAL.sub(r"\1 ", ordered or name)
    return lower_capitals(spaced, turkish=turkish)


def _initials_first(name: str, family: Sequence[str]) -> str:
    """Turn "Иванов И. И." and "van Dijk JP" round: initials end no name.

    Nor do patronymics in Cyrillic, and family names in capitals come last.

    Where the family name stands before a comma, the name has nothing else in it.
    """
    behind = None if family else _behind_family(name)
    if behind:
        return f"{behind['given']} {behind['family']}"
    joined = _APART.sub(lambda found: found[0][0] + found[1].replace(" ", ""), name)
    *before, last = joined.split() or [""]
    if (family and before) or not are_trailing_initials(last, [*family, *before]):
        return name if family else capitals_last(name)
    return " ".join(filter(None, (write_initials(last), " ".join(before))))


def _behind_family(name: str) -> re.Match[str] | None:
    return _INITIALS_BEHIND.fullmatch(name) or _PATRONYMIC_BEHIND.fullmatch(name)


def is_name(text: str) -> bool:
    """Tell whether all of `text` is a person's name by its shape, given name first.

    >>> is_name("Willem van der Berg"), is_name("Deep Learning")
    (True, False)
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or scan_name(text, 0) != len(text):
        return False
    parts = text.split()
    if len(parts) == 1 and text.isupper():
        return False
    return not all(is_common(part) for part in parts if part[:1].isupper())


def skip_titles(text: str, start: int) -> int:
    """Return where the name begins that may have titles before it at `start`.

    >>> skip_titles("Prof. Dr. Ana Cruz", 0)
    10
    """
    while match := _TITLE.match(text, start):
        word = match[1].lower().rstrip(".")
        is_title = word in word_list("people/person_titles") or match[1] in _OF_DOCTORS
        if not is_title:
            break
        start = match.end()
    return start
