"""A raw affiliation made legible before anything is looked for in it.

Marks of footnotes glued to names ("1Stanford", "Leeds²"), words for no affiliation
("None declared", "Retired") and joints between institutions that only small words tell
("MIT & Harvard") become borders or blanks; every other character stays where it was.
"""

import re
from functools import cache, lru_cache

from kg.datafiles import word_list, word_rows
from kg.institutions.grammar import grammar
from kg.institutions.table import known
from kg.text.folding import fold

# Marks of notes, raised: they are no part of any name.
_SUPERSCRIPT = re.compile(
    r"[\u00b9\u00b2\u00b3\u2070-\u207f\u02b0-\u02b8\u1d43-\u1d61]+"
)
# "1Stanford", "12MIT", but not "3M", "2nd", "50Hz" or a postal code, "75Paris".
_DIGIT_BEFORE = re.compile(
    r"\d(?<![\w.-]\d)(?<!\b[A-Z]{2}\d \d)(?<!\b[A-Z]\d \d)(?<!\d[A-Z] \d)(?<!\d\d \d)\d?"
    r"(?=(?:[A-Z][a-z]{2}|[A-Z]{3})[^\W\d_]*\b|[A-Z]{2} [A-Z][a-z]{2})"
)
# "Oxford2", but not "H2O" and not "MIT2020".
_DIGIT_BEHIND = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,})(\d{1,2})(?!\w)")
# "Kyoto University1RIKEN"
_DIGIT_BETWEEN = re.compile(r"(?<=[a-z]{4})\d{1,2}(?=[A-Z]{2})")
# "CMUa", which is no name, as CMU is.
_LETTER_BEHIND = re.compile(r"\b([A-Z]{2,})[a-h]\b")
# "aUniversity of Oslo", "bMIT": a letter that leads to a list of authors.
_LETTER = re.compile(r"([a-h])(?=([A-Z][a-z]{2,}|[A-Z]{2,}\b))(?<![\w.'’-][a-h])")
# Without one of these, there is no mark of a digit.
_GLUED_DIGIT = re.compile(r"\d(?=[A-Z])|[^\W\d_](?=\d)")
# What scripts left of a line feed: a backslash and a letter.
_ESCAPED = re.compile(r"\\[nrt](?![a-z])")
# These are marks even without an "a": few papers have more than four addresses.
_SURE_LETTERS = "abcd"
# "MIT + Google", not "C++".
_PLUS = re.compile(r"(?<!\+)\+(?=\s*[^\W\d_])")
_COMMA_PIECE = re.compile(r"[^,;|\n]+")
# Behind it another name begins, with a capital: "Oslo and MIT".
_JOINT = re.compile(r"\s(?i:&|and|und|et|y)\s(?=\s*(?:the\s)?[^\W\d_a-z])")
# How far a name may reach at either side of a parenthesis.
_NAME_END = re.compile(r"[,;|\n()]|\s(?:&|and|und|et|y)\s", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_UNIVERSITY_OF = re.compile(
    r"(?:the\s)?(?:Univ(?:ersity|\.)?|Universi\w+)\s(?:of|de|degli|di|zu)\s",
    re.IGNORECASE,
)
_INITIALS = r"(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w'’-]*"
# "Ada Holm (University of Oslo), Ben Okafor (MIT)": the parentheses name the places.
_PERSON = re.compile(
    rf"(?:^|[,;]|\band\b)\s*({_INITIALS})\s*(\()([^()]{{2,80}})(\))\s*(?=[,;.]|and\b|$)"
)
_NO_LETTERS = re.compile(r"[\W_]+")
# In what has no other signs, folding moves no word's beginning.
_EVEN = re.compile(r"(?!.*--)[A-Za-z0-9 .,;|:()/*&-]*")
_MOST_NAME_WORDS = 6  # of a full name, up to its word for an institution


@lru_cache(maxsize=20_000)
def clean_affiliation(text: str) -> str:
    """Return a text of the same length, with borders where marks and joints stand.

    Offsets into the one are offsets into the other. Cleaned again, it stays the same.

    Example:
        >>> clean_affiliation("1MIT & Yale University, Retired")
        ';MIT;  Yale University,        '
    """
    text = _PLUS.sub(";", without_footnote_marks(text))
    return mark_joints(blank_no_affiliation(text))


def without_footnote_marks(text: str) -> str:
    """Return a text of the same length, with a ";" for each mark of a footnote.

    Marks are superscripts, a digit or two before or behind a name ("1Stanford", "MIT2";
    not "3M" or "75Paris"), and the letters a to h before one.

    Example:
        >>> without_footnote_marks("aYale, bMIT")
        ';Yale, ;MIT'
    """
    if "\\" in text:
        text = _ESCAPED.sub("; ", text)
    if not text.isascii():
        text = _SUPERSCRIPT.sub(lambda found: ";" * len(found[0]), text)
    if _GLUED_DIGIT.search(text):
        text = _DIGIT_BEFORE.sub(lambda found: _digits_before(text, found), text)
        text = _DIGIT_BETWEEN.sub(lambda found: ";" * len(found[0]), text)
        text = _DIGIT_BEHIND.sub(_digits_behind, text)
    text = _LETTER_BEHIND.sub(_letter_behind, text)
    letters = {found[1] for found in _LETTER.finditer(text)}
    if not letters:
        return text
    first = "a" in letters
    return _LETTER.sub(lambda found: _letter(text, found, listed=first), text)


def _digits_before(text: str, found: re.Match[str]) -> str:
    return found[0] if _is_glued_name(text, found.start()) else ";" * len(found[0])


def _digits_behind(found: re.Match[str]) -> str:
    """Take a digit behind a word for a mark; one behind an unknown acronym is not."""
    name = found[1]
    if name.isupper():
        kept = known(found[0]) is not None or known(name) is None
    else:
        kept = not (name[0].isupper() and name[1:].islower()) or _is_glued(found[0])
    return found[0] if kept else name + ";" * len(found[2])


def _letter_behind(found: re.Match[str]) -> str:
    """Take a letter behind a known acronym for a mark."""
    kept = known(found[1]) is None or known(found[0]) or _is_glued(found[0])
    return found[0] if kept else f"{found[1]};"


def _letter(text: str, found: re.Match[str], *, listed: bool) -> str:
    """Take a letter for a mark; a late one, only where an "a" stands, too."""
    short = found[2].isupper() and known(found[2]) is None
    elided = found[1] == "d" and found[2][0] in "AEIOUH"  # "Cote dAzur"
    sure = listed or (found[1] in _SURE_LETTERS and not short and not elided)
    return ";" if sure and not _is_glued_name(text, found.start()) else found[0]


_ANY_WORD = re.compile(r"\w+")


def _is_glued_name(text: str, start: int) -> bool:
    """Tell whether the word that begins there is called so, with digit or letter."""
    found = _ANY_WORD.match(text, start)
    return found is not None and (_is_glued(found[0]) or known(found[0]) is not None)


def _is_glued(word: str) -> bool:
    return word in word_list("institutions/glued_names")


def blank_no_affiliation(text: str) -> str:
    """Return a text of the same length, blank where it says that there is none."""
    if _EVEN.fullmatch(text) and not _begins_phrase().search(text):
        return text  # as nearly all
    if names_no_affiliation(text, alone=True):
        return " " * len(text)
    return _COMMA_PIECE.sub(
        lambda found: (
            " " * len(found[0]) if names_no_affiliation(found[0]) else found[0]
        ),
        text,
    )


@lru_cache(maxsize=20_000)
def names_no_affiliation(phrase: str, *, alone: bool = False) -> bool:
    """Tell whether a phrase stands for no institution; `alone`, with nothing else.

    The phrases are those of `institutions/no_affiliation`; case, accents and signs do
    not count.

    Example:
        >>> names_no_affiliation("None declared."), names_no_affiliation("NONE Inc.")
        (True, False)
    """
    plain = _NO_LETTERS.sub(" ", fold(phrase)).strip()
    exact, beginnings, only = _phrases()
    return (
        plain in exact
        or plain.startswith(beginnings)
        or (alone and (plain in only or plain.rstrip("s") in only))
    )


@cache
def _begins_phrase() -> re.Pattern[str]:
    """Return the pattern for a word that phrases begin with, where a piece begins."""
    rows = word_rows("institutions/no_affiliation")
    first = "|".join(sorted({row[row[0] == "="] for row in rows}))
    return re.compile(rf"(?:^|[,;|\n])[^\w,;|\n]*(?:{first})s*\b", re.IGNORECASE)


@cache
def _phrases() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Return the phrases, the beginnings of others, and those that stand alone."""
    rows = word_rows("institutions/no_affiliation")
    only = frozenset(" ".join(row[1:]) for row in rows if row[0] == "=")
    others = [" ".join(row) for row in rows if row[0] != "="]
    exact = frozenset(phrase for phrase in others if not phrase.endswith("…"))
    return exact, tuple(p[:-1] for p in others if p.endswith("…")), only


def mark_joints(text: str) -> str:
    """Return a text of the same length, with ";" where an institution ends.

    That is at "&" or "and" between two full names that no name of our table holds, and
    at the parentheses behind people.

    Example:
        >>> mark_joints("Yale University and MIT")
        'Yale University;    MIT'
    """
    if "(" in text:
        text = _without_people(text)
    for found in reversed(list(_JOINT.finditer(text))):
        if _parts_names(text, found.start(), found.end()):
            gap = ";".ljust(found.end() - found.start())
            text = text[: found.start()] + gap + text[found.end() :]
    return text


def _without_people(text: str) -> str:
    """Leave of people, each with an institution in parentheses, the institutions."""
    found = list(_PERSON.finditer(text))
    if len(found) < 2 or any(_has_head(each[1]) or known(each[1]) for each in found):
        return text
    for each in found:
        start, end = each.start(1), each.start(3)
        text = text[:start] + " " * (end - start - 1) + ";" + text[end:]
        text = text[: each.start(4)] + ";" + text[each.end(4) :]
    return text


def _parts_names(text: str, start: int, end: int) -> bool:
    """Tell whether full names stand on both sides, and no name holds them both."""
    left = _NAME_END.split(text[:start])[-1].strip()
    behind = _NAME_END.search(text, end)
    stop = behind.start() if behind else len(text)
    right = text[end:stop].strip()
    if not left or not right or known(f"{left} and {right}") is not None:
        return False
    return _is_full(left) and _is_full(right)


@lru_cache(maxsize=20_000)
def _is_full(phrase: str) -> bool:
    """Tell a name that can stand alone from a half: "Harvard University", "MIT"."""
    found = known(phrase)
    if found is not None:
        return True
    if _UNIVERSITY_OF.search(phrase):
        return True
    words = [word.rstrip(".") for word in _NAME_WORD.findall(phrase)]
    heads = [n for n, word in enumerate(words) if word in _heads()]
    if not heads or heads[0] > _MOST_NAME_WORDS:
        return False
    own = [word for word in words[: heads[0]] if word[0].isupper()]
    return any(word not in grammar("kind") | grammar("field") for word in own)


def _has_head(phrase: str) -> bool:
    return any(word in _heads() for word in _NAME_WORD.findall(phrase))


def _heads() -> frozenset[str]:
    return _UNIVERSITIES | {"Institute", "Polytechnic"}


# Heads that are never a part of an organisation.
_UNIVERSITIES = frozenset(
    ["University", "Univ", "Universität", "Université", "UNIVERSITY"]
)
