"""A name in a list by its look, in either order and any script; a place of work by its.

"Holm, Ada", "Иванов И. И.", "Smith JA", "王小明" are names, "Graph Theory" and "Oslo,
Norway" are none.
"""

import re
import unicodedata
from functools import lru_cache

from kg.datafiles import word_list
from kg.text.folding import fold
from kg.text.names.author_lists import HAN_KANA_HANGUL, Span
from kg.text.names.given_names import known_given_names
from kg.text.names.group_authors import is_collaboration
from kg.text.names.name_affixes import PARTICLES
from kg.text.names.name_sequences import is_acceptable_name
from kg.text.names.name_shapes import (
    UPPER_LETTERS,
    is_institutional,
    scan_name,
)
from kg.text.names.person_normal_form import is_name, normal_name, skip_titles
from kg.text.places import is_place

_EAST_ASIAN = re.compile(
    rf"[{HAN_KANA_HANGUL}]{{2,5}}|[{HAN_KANA_HANGUL}]{{1,4}}[ \u3000][{HAN_KANA_HANGUL}]{{1,4}}"
    rf"|[{HAN_KANA_HANGUL}]{{2,8}}[·・][{HAN_KANA_HANGUL}]{{2,8}}"
)
# 大学, 学院, 研究, 医院, 公司 and the like: an organisation's name.
_EAST_ASIAN_PLACE = re.compile(
    "大学|大學|学院|學院|研究|病院|医院|醫院|公司|中心|实验室|學系|学系|学部|대학|연구|병원|센터|학교|학과"
)
# "Иванов И. И.", "van Dijk J.-P.", "Smith JA".
_INITIALS_BEHIND = re.compile(
    rf"(?P<family>(?:[^\W\d_]{{1,6}}[ ]){{0,3}}[{UPPER_LETTERS}][^\W\d_]*"
    rf"(?:[-‐‑'’ ][^\W\d_]{{2,}})*)[ \u00a0]{{1,2}}"
    rf"(?:(?:[{UPPER_LETTERS}][a-zа-я]?\.[ \u00a0-]{{0,2}}){{1,4}}|[{UPPER_LETTERS}]{{1,3}})"
)
_ACRONYM = re.compile(rf"[{UPPER_LETTERS}]{{3,}}(?![\w.])")  # "IBM", "CSIRO Perth"
_CASELESS = frozenset(["Lo", "Mn", "Mc", "Cf"])  # categories of characters
_MOST_CASELESS = 5  # words
_LONGEST_NAME = 80
_MOST_WORDS = 6


@lru_cache(maxsize=20_000)
def names_workplace(part: str, *, behind_name: bool = False) -> bool:
    """Tell whether a part between commas names an institution or a part of one.

    Args:
        part: the part.
        behind_name: it stands behind a whole name and can be no other person's, so that
            an acronym is a place.

    >>> names_workplace("Department of Physics"), names_workplace("Ada Holm")
    (True, False)
    """
    if is_collaboration(part):
        return False
    if is_institutional(part) or _EAST_ASIAN_PLACE.search(part):
        return True
    listed = word_list("people/workplace_words")
    if any(word in listed for word in part.lower().split()):
        return True
    return behind_name and _ACRONYM.match(part) is not None


def has_known_given_name(name: str) -> bool:
    """Tell whether a name begins with an initial, or with a given name that is known.

    >>> has_known_given_name("Maria Zzyx"), has_known_given_name("Zzyx Maria")
    (True, False)
    """
    first, *rest = fold(name).split() or [""]
    return bool(rest) and (len(first) == 1 or is_given_name(first))


def reads_as_name(name: str) -> bool:
    """Tell a name in either order and any script by its look, no term or place.

    >>> reads_as_name("de la Vega, Juan R."), reads_as_name("Иванов И.И.")
    (True, True)
    >>> reads_as_name("Graph Theory"), reads_as_name("王小明")
    (False, True)
    """
    name = name[skip_titles(name, 0) :]
    if _EAST_ASIAN.fullmatch(name):
        return _EAST_ASIAN_PLACE.search(name) is None
    if _is_address(name):
        return False
    if _is_caseless_name(name):
        return True
    words = name.replace(",", " ").split()
    if not 2 <= len(words) <= _MOST_WORDS or not all(map(_is_name_word, words)):
        return False
    if _INITIALS_BEHIND.fullmatch(name) or "," in name:
        return not is_institutional(name)
    return is_acceptable_name(normal_name(name), proven=True)


def _is_caseless_name(name: str) -> bool:
    """Tell two to five words of a script without capitals: Arabic, Hebrew, Devanagari."""
    words = name.split()
    return 2 <= len(words) <= _MOST_CASELESS and all(
        unicodedata.category(char) in _CASELESS for word in words for char in word
    )


def _is_address(name: str) -> bool:
    """Tell "Moscow, Russia" and "Exeter, UK" from "Jordan, Ann" and "Roe, Sydney"."""
    front, comma, behind = name.partition(",")
    if not comma:
        return is_place(name)
    return is_place(behind) and (is_place(front) or not is_given_name(behind))


def is_given_name(name: str) -> bool:
    """Tell whether the first word of a part is a given name that is known.

    >>> is_given_name("Maria Zzyx"), is_given_name("Zzyx")
    (True, False)
    """
    return not known_given_names().isdisjoint(fold(name).split()[:1])


def _is_name_word(word: str) -> bool:
    first = next((char for char in word if char.isalpha()), "a")
    if any(char.isdigit() for char in word):
        return False
    return not first.islower() or word in PARTICLES or word in ("y", "e", "i")


def whole_name(text: str, start: int, end: int) -> Span | None:
    """Return the place of a name within a part, without titles; None if it is more.

    >>> whole_name("Prof. Ada Holm*", 0, 15), whole_name("we prove", 0, 8)
    ((6, 14), None)
    """
    start = skip_titles(text, start)
    name = text[start:end].replace("\n", " ")
    if _EAST_ASIAN.fullmatch(name):
        return (start, end) if not _EAST_ASIAN_PLACE.search(name) else None
    if _is_caseless_name(name):
        return start, end
    if len(name) <= _LONGEST_NAME and _INITIALS_BEHIND.fullmatch(name):
        return start, end
    stop = scan_name(name, 0)
    rest = name[stop:].strip(" *†‡§¶∗0123456789.")
    return (start, start + stop) if not rest and is_name(name[:stop]) else None
