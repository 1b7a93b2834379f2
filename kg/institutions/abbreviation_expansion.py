"""An affiliation as a reader would write it: accents set, words that were cut in full.

"Warsaw Univ Technol" is read Warsaw University of Technology, "Universit´e" Université,
"LeidenUniversity" in two words. Every character leads back to its place in the string.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from kg.datafiles import word_list
from kg.institutions.short_words import CUT_WORD, full_word, full_words, short_words
from kg.text.detached_accents import DETACHED, accented_letter
from kg.text.latex import decode_latex_with_offsets
from kg.text.names.given_names import known_given_names
from kg.text.places import is_place

# Words run together where a PDF lost its blanks.
_GLUED = re.compile(
    r"(?<=[a-z])(?=(?:Universit|Institut|Laborator|College\b|Department))"
    r"|(?<=[A-Z]{2})(?=(?:Universit|Institut|Laborator)[a-z])"
    r"|(?<=\bof)(?=[A-Z])|(?<=[a-z],)(?=[A-Z][a-z])|(?<=\bUC)(?=[A-Z][a-z])"
    r"|(?<=\bSan)(?=[A-Z][a-z])|(?<=Institute)(?=[A-Z]{3})|(?<=University)(?=[A-Z]{3})"
)
# Every match of it has one of these, which are found much faster.
_MAY_BE_GLUED = re.compile(r"[a-zC,][A-Z]|[A-Z]{3}[a-z]")
# A quick look before the exact one: most addresses have none.
_MAY_BE_DOTTED = re.compile(r"[A-Z]\.[A-Z]|U\.? C")
# "I.B.M.", "U. C. San Diego"
_DOTTED = re.compile(r"(?<![\w.])(?:(?:[A-Z]\.){2,}|U\.? C\.?(?= [A-Z][a-z]))(?!\w)")
_GLUED_DOTS = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,}(?=[A-Z][a-z])")  # "K.U.Leuven"
_HALF_GLUED = re.compile(r"(?<![\w&])[A-Z]{1,2}(?: &|& )[A-Z]\b")  # "AT &T"
# "S China Univ Technol", "Univ N Carolina", "New S Wales", but not "Robert E Lee".
_QUARTER = re.compile(
    r"(?:^|(?<=[,;] )|(?P<before>(?<![\w-])[A-Z][a-z]+ ))(?P<quarter>[NSEW])(?= [A-Z][a-z])"
)
# "Univ Paris 06"
_PADDED = re.compile(r"(?<=[a-z] )0(?=[1-9](?!\w))")
_QUARTERS = {"N": "North", "S": "South", "E": "East", "W": "West"}
# "Univ.", "Int'l."
_CUT_BY_STOP = re.compile(r"(?<![\w'’&.-])[A-Z][a-z]+(?:'l)?\.(?!\w)")
# "Sheﬃeld", as text comes out of PDF files.
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_WORD = re.compile(r"(?<![\w.-])[A-Z][a-z]+(?![\w.'’-])")
# Behind these a database leaves out "of": "Univ Technol", "Acad Sci", "Minist Hlth".
_HEAD = re.compile(
    r"\b(?<!State )(?<!University )"
    r"(University|Institute|Academy|College|Ministry|Faculty|School|Bureau|Department)"
    r" (?=(?P<behind>[A-ZÀ-Þ][a-zà-ÿ]+)(?![^\W_])(?P<more> [a-z]{0,3} ?[A-ZÀ-Þ])?)"
    r"(?=\S+ (?P<then>[A-Z][a-z]+))?"
)
# Before a field they are of it, before a part of a university of that.
_ADJECTIVES = ("Medical", "Health")
# "Univ Defense Center" is a part of one.
_OF_UNIVERSITY = re.compile(
    r"\s*University .*(?:Center|Hospital|School|Laboratory)\s*$"
)
# Nobody left the small words out here, so none are put in.
_LINKED = re.compile(r"\b(?:of|for|de|di|da|do|des|del|du|für|fur|in|at|la|zu)\b")
_PIECE_ENDS = ",;|\n()"
_PIECE = re.compile(rf"[^{_PIECE_ENDS}]+")


class Written(NamedTuple):
    """A string written out, with the place in the string of each of its characters.

    `text[i:j]` stands at `offsets[i]:offsets[j]` in the string; there is an offset more
    than characters, for the end. `by_database` tells that a database cut its words.
    """

    text: str
    offsets: list[int]
    by_database: bool = False


@lru_cache(maxsize=20_000)
def write_out(raw: str) -> Written:
    """Write an affiliation out.

    >>> write_out("Nara Inst Sci & Technol, Nara, Japan").text
    'Nara Institute of Science & Technology, Nara, Japan'
    """
    places = list(range(len(raw) + 1))
    written = Written(_capitalised(raw) if raw.islower() else raw, places)
    if "\\" in raw or _LIGATURE.search(raw):
        written = Written(*decode_latex_with_offsets(raw.replace("\n", ";")))
    if not written.text.isascii() or "`" in written.text:
        written = _substituted(written, DETACHED, accented_letter)
    if _MAY_BE_GLUED.search(written.text):
        written = _substituted(written, _GLUED, lambda found: " ")
    if "&" in raw:
        written = _substituted(
            written, _HALF_GLUED, lambda found: found[0].replace(" ", "")
        )
    if _MAY_BE_DOTTED.search(written.text):
        written = _without_dots(written)
    by_database = has_cut_words(written.text)
    if by_database:
        written = _substituted(written, _QUARTER, _quarter_in_full)
        written = _substituted(written, _PADDED, lambda found: "")
    if not by_database:
        return _substituted(
            written, _CUT_BY_STOP, lambda found: full_word(found) or found[0]
        )
    written = _substituted(written, CUT_WORD, _full_of_piece)
    return _substituted(written, _PIECE, _with_links)._replace(by_database=True)


def _quarter_in_full(found: re.Match[str]) -> str:
    """Return a quarter of the sky in full, but the initial behind a given name."""
    before = found["before"] or ""
    if before.strip().lower() in known_given_names():
        return found[0]
    return before + _QUARTERS[found["quarter"]]


def _without_dots(written: Written) -> Written:
    """Return an affiliation with its acronyms as one word each: "IBM", "KU Leuven"."""
    written = _substituted(written, _DOTTED, lambda found: re.sub("[. ]", "", found[0]))
    return _substituted(
        written, _GLUED_DOTS, lambda found: found[0].replace(".", "") + " "
    )


def _capitalised(raw: str) -> str:
    """Return a string that has no capitals with one for each longer word."""
    made = re.sub(r"[^\W\d_]{4,}", lambda found: found[0].capitalize(), raw)
    return made if len(made) == len(raw) else raw


def written_in_full(name: str) -> str:
    """Write the words of a name out, whether or not full stops tell that they are cut.

    Where a database cut them, all or none.

    >>> written_in_full("Natl. Inst. of Informatics")
    'National Institute of Informatics'
    """
    if has_cut_words(name):
        return _with_full_words(name)
    return CUT_WORD.sub(lambda found: full_word(found) or found[0], name)


def _with_full_words(phrase: str) -> str:
    full = full_words(phrase)
    return CUT_WORD.sub(lambda found: full.get(found.start(), found[0]), phrase)


def has_cut_words(text: str) -> bool:
    """Tell whether words are cut without a full stop that only databases cut so.

    >>> has_cut_words("Grad Sch Engn"), has_cut_words("New Delhi")
    (True, False)
    """
    return not _cut_by_databases().isdisjoint(_WORD.findall(text))


@cache
def _cut_by_databases() -> frozenset[str]:
    return frozenset(short_words()) - word_list("institutions/common_short_forms")


def _substituted(
    written: Written, pattern: re.Pattern[str], made: Callable[[re.Match[str]], str]
) -> Written:
    """Return the text with each match replaced; what is new stands at the match."""
    pieces: list[str] = []
    offsets: list[int] = []
    passed = 0
    for found in pattern.finditer(written.text):
        new = made(found)
        if new == found[0]:
            continue
        start, end = found.span()
        pieces += (written.text[passed:start], new)
        offsets += written.offsets[passed:start]
        offsets += _spread(found[0], new, written.offsets[start : end + 1])
        passed = end
    if not pieces:
        return written
    pieces.append(written.text[passed:])
    return Written("".join(pieces), offsets + written.offsets[passed:])


def _spread(old: str, new: str, offsets: list[int]) -> list[int]:
    """Return places for the characters of `new`: by what both have in common."""
    if new.startswith(old):  # as of nearly all: "Univ", "University"
        return offsets[:-1] + offsets[-1:] * (len(new) - len(old))
    places = []
    at = 0
    for character in new:
        if at < len(old) and old[at] == character:
            places.append(offsets[at])
            at += 1
        else:
            places.append(offsets[min(at, len(old))])
    return places


def _full_of_piece(found: re.Match[str]) -> str:
    """Return a cut word in full, if all those of its piece of an address can be told."""
    start = max(found.string.rfind(end, 0, found.start()) for end in _PIECE_ENDS) + 1
    piece = _PIECE.match(found.string, start)
    full = full_words(piece[0]) if piece else {}
    return full.get(found.start() - start, found[0])


def _with_links(found: re.Match[str]) -> str:
    """Return a part of an address with the "of" that a database left out."""
    if _LINKED.search(found[0]) or _OF_UNIVERSITY.match(found[0]):
        return found[0]
    return _HEAD.sub(_with_link, found[0])


def _with_link(found: re.Match[str]) -> str:
    """Return a head with "of", but before a person's name: "Univ Fernando Pessoa"."""
    behind = found["behind"]
    named = found["more"] and behind.lower() in known_given_names()
    if named and not is_place(behind):
        return found[0]
    no_fields = word_list("institutions/no_field_of_university")
    if found[1] == "Ministry":  # of health, too
        return f"{found[1]} of "
    of_field = behind in _ADJECTIVES and found["then"] not in (None, *no_fields)
    return found[0] if behind in no_fields and not of_field else f"{found[1]} of "
