"""Names one after the other in a sentence, with all that may stand between them.

"Ann Lee (MIT), my student Bo Chen from Yale, and Prof. C. Diaz" names three people:
what stands in parentheses, titles, relations ("my student") and places of work are
passed over, and the first thing that fits nothing of this ends the run.
"""

import re

from kg.datafiles import word_list
from kg.text.names.name_affixes import is_suffix
from kg.text.names.name_shapes import (
    is_acronym,
    is_camel_name,
    is_common,
    is_institutional,
    is_personal,
    scan_name,
)
from kg.text.names.person_normal_form import skip_titles

_JOIN = (
    r"(?:and|&|\\&|und|et|y|e|ed|og|och|en|as well as|ainsi que|sowie|also|plus"
    r"|along with|together with|with|avec|con|com|mit|or)"
)
_SEPARATOR = re.compile(rf"\s*(?:[,;/]\s*)?(?:(?:\b{_JOIN}\b|&)\s*){{0,2}}(?:both\s+)?")
_LINE = re.compile(r"\s*+(?:(?:[-–—•*·∗▪]|\d{1,2}[.)])\s*+)?")
# Who somebody is to the speaker, before the name: "my student".
_RELATION = re.compile(
    r"(?:(?:my|our|her|his|their|the|an?(?!\.)|then|now|former|current|ph\.?\s?d\.?|graduate"
    r"|doctoral|undergraduate|master|masters|master's|co|co-advisor|advisors?|advisers?"
    r"|supervisors?|students?|postdocs?|postdoctoral|post-docs?|colleagues?|co-?authors?"
    r"|collaborators?|mentors?|friends?|fellows?|researchers?|scholars?|professors?|phd"
    r"|visiting|long-time|longtime|excellent|senior|junior|author|respectively|amazing"
    r"|brilliant|wonderful|great|talented|including)\b[,:.]?\s+)+",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"[ \u00a0]?[(\[][^()\[\]\n]{0,200}[)\]]")
# Marks of footnotes behind a name.
_AFFIX = re.compile(r"(?:[*†‡§¶∗]|(?<=[^\W\d_])\d{1,2}(?!\d)|\^\{?\d\}?){1,4}")
_PLACE = re.compile(
    r"\s{1,9}(?:from|at|of|in|@|–|—|-|de|à|du|aus|von|an\sder|della|da)\s+(?:the\s+|l['’]"
    r"|la\s+)?(?=[^\W\d_])[^,;.()\n]{2,90}?"
    r"(?=\s*(?:[,;.()\n]|$|\s(?:and|&|et|und|y|e)\s))"
)
# "Ana Cruz de l'Université": the particle is no part of the name.
_OF_PLACE = re.compile(r"\s(?:de\sla|d[aeiou]s?|del|della|dell|von\sder)\s?(?:l['’])?")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-])*")
_OPEN_END = re.compile(r"[ \t]*(?:\n|$)")


def walk_names(
    text: str,
    start: int,
    end: int,
    *,
    singles: bool = False,
    lines: bool = False,
) -> list[tuple[int, int]]:
    """Return the places of the names that follow each other from `start` on.

    Args:
        text: the document.
        start: where the first name, or what may stand before it, begins.
        end: where to stop at the latest.
        singles: accept a surname that stands alone too.
        lines: a line's end parts names as a comma does.

    >>> text = "Ann Lee (MIT), my student Bo Chen from Yale, and Prof. C. Diaz."
    >>> [text[begin:stop] for begin, stop in walk_names(text, 0, len(text))]
    ['Ann Lee', 'Bo Chen', 'C. Diaz']
    """
    found: list[tuple[int, int]] = []
    position = start
    while position < end:
        begin = _skip_before_name(text, position, end)
        stop = scan_name(text, begin, end)
        if stop == begin:
            break
        stop = _cut_place(text, begin, stop)
        if is_acceptable_name(text[begin:stop], singles=singles, proven=True):
            found.append((begin, stop))
        elif not _may_be_skipped(text[begin:stop], first=not found):
            break
        position = _skip_behind_name(text, stop, end)
        if not _separator_follows(text, position, end, lines=lines):
            break
    return found


def _cut_place(text: str, begin: int, stop: int) -> int:
    """Cut a place of work off that a particle joined: "Ana Cruz de l'Université"."""
    match = _OF_PLACE.search(text, begin, stop)
    if match and is_institutional(text[match.end() : stop]):
        return match.start()
    return stop


def is_acceptable_name(
    name: str, *, singles: bool = False, proven: bool = False
) -> bool:
    """Tell whether a capitalised phrase may be a person's name, and no term or place.

    Args:
        name: the phrase.
        singles: a surname alone will do.
        proven: the words around say that a person stands here, so that a word that is
            both a name and something else ("May", "Price") is read as a name.

    >>> is_acceptable_name("Hope May"), is_acceptable_name("Hope May", proven=True)
    (False, True)
    >>> is_acceptable_name("TU Graz")
    False
    """
    if is_institutional(name):
        return False
    parts = [part for part in _WORD.findall(name) if part[:1].isupper()]
    plain = [part for part in parts if "." not in part and len(part) > 1]
    plain = [part for part in plain if not is_suffix(part)]
    if any(_is_product(p, last=p == parts[-1]) for p in plain) and not name.isupper():
        return False
    if len(parts) == 1:
        if " " in name:  # "van Dijk"
            return is_personal(parts[0])
        return (
            singles
            and is_personal(name)
            and name.lower() not in word_list("people/eponyms")
        )
    return bool(plain) and _has_names_words(parts, plain, proven=proven)


def _is_product(part: str, *, last: bool) -> bool:
    """Tell whether a part of a phrase is an acronym or a product's name."""
    return is_acronym(part) and not is_camel_name(part) and (len(part) > 3 or last)


def _has_names_words(parts: list[str], plain: list[str], *, proven: bool) -> bool:
    """Tell whether the words of a full name are not those of titles and places."""
    known = [part for part in plain if _is_no_name(part)]
    if proven:
        known = [
            part
            for part in known
            if part.lower() not in word_list("people/words_in_names")
        ]
    if not known:
        return True
    if len(known) > 1:
        return False
    # "Mark A. Clements": nothing else has an initial in its midst.
    if any(len(part.rstrip(".")) == 1 for part in parts[1:-1]):
        return True
    # "Cecile Paris", "Ann Clements" may be people; "Deep Models", "UC Davis" are none.
    if known[0] == plain[-1] and known[0].lower() in word_list(
        "people/common_capitals"
    ):
        return False
    return len(plain) > 1 and not plain[0].isupper()


def _is_no_name(part: str) -> bool:
    """Tell whether a word is listed, or ends, as names do not."""
    return is_common(part) or part.lower() in word_list("people/not_surnames")


def _may_be_skipped(phrase: str, *, first: bool) -> bool:
    """Tell whether a list may go on behind a phrase that is taken for no name."""
    return " " in phrase if first else " " in phrase or _is_place(phrase)


def _is_place(phrase: str) -> bool:
    """Tell whether a phrase between names is where one of them works."""
    return (
        is_institutional(phrase)
        or is_acronym(phrase.split()[0])
        or phrase.split()[0].lower() in word_list("people/not_surnames")
    )


def _skip_before_name(text: str, position: int, end: int) -> int:
    """Pass over separators, bullets, relations and titles before a name."""
    for pattern in (_SEPARATOR, _LINE, _RELATION, _LINE):
        if match := pattern.match(text, position, end):
            position = match.end()
    return skip_titles(text, position)


def _skip_behind_name(text: str, position: int, end: int) -> int:
    """Pass over marks, parentheses and a place of work behind a name."""
    for pattern in (_AFFIX, _PARENTHESIS, _PARENTHESIS, _PLACE):
        if match := pattern.match(text, position, end):
            position = match.end()
    return position


def _separator_follows(text: str, position: int, end: int, *, lines: bool) -> bool:
    """Tell whether a separator follows, so that another name may."""
    if lines and _OPEN_END.match(text, position, end):
        return True
    match = _SEPARATOR.match(text, position, end)
    if not match or match.end() == position:
        return False
    return bool(match[0].strip()) and "\n\n" not in match[0]
