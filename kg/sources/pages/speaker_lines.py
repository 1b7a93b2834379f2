"""What an announcement says of its speaker and its talk: a place, or that it is not known yet."""

import re

from kg.institutions.candidates import candidates_of_affiliation
from kg.text.names.author_rows import reads_as_people, split_author_row
from kg.text.names.listed_names import has_known_given_name, names_workplace
from kg.text.names.name_lines import name_line_parts

_LONGEST = 300  # characters
_NAME_AND_PLACE = re.compile(
    r"([^\s,(–—][^,(–—]{2,59}?)\s{0,9}(?:,|\(|\s[–—-]\s)\s{0,9}+(\S.*+)"
)
# What parts a date from a speaker: "3 May: Ada Holm", "10:15 – 11:00 Ada Holm".
_BEHIND_DATE = re.compile(r"[:：]\s+|\s[–—-]\s+|\t\s*|(?<=\d)\s+(?=[^\W\d_a-z])")
_DATE = re.compile(
    r"\d\s?[-:.h/–]\s?\d|\d[^\W\d_]{2}|\d\.?\s[^\W\d_]{3}|[^\W\d_]{3}\.?\s\d"
)
_LONGEST_DATE, _DATE_WORDS = 60, 4
# To be announced, in the forms and languages of announcements.
_LATER = re.compile(
    r"""
    t\.?\s?b\.?\s?[acd]\.? | n\.?\s?n\.? | \W+ | 待定 | 未定
    | (?:title\s|abstract\s)? (?:(?:is|will)\s)? (?:still\s)? to\s (?:be|follow)
      (?:\s (?:announced|added|confirmed|decided|determined))? (?:\s soon)?
    | coming\s soon | not\s (?:yet\s)? available (?:\s yet)?
    | à\s (?:venir|annoncer|préciser|confirmer)
    | (?:wird\s)? (?:noch\s)? bekannt\s?gegeben | folgt (?:\s noch)?
    | por\s (?:anunciar|confirmar|definir) | a\s (?:anunciar|confirmar|definir)
    | da\s (?:annunciare|definire|confermare)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AROUND = " \t.!()[]"


def names_speaker_with_place(line: str) -> bool:
    """Tell whether a line is a person's name with an institution behind it.

    >>> names_speaker_with_place("Ann Lee, University of Cambridge")
    True
    >>> names_speaker_with_place("Deep Learning – a survey")
    False
    """
    found = _NAME_AND_PLACE.fullmatch(line[:_LONGEST].strip())
    if found is None or len(line) > _LONGEST or " " not in found[1].strip():
        return False
    place = found[2]
    is_name = len(name_line_parts(found[1])) == 1 and not names_workplace(found[1])
    return is_name and bool(candidates_of_affiliation(place, 0, len(place)))


def speaker_start(line: str) -> int:
    """Return where a speaker is named behind a date or a time; 0 where none is.

    >>> speaker_start("October 3: Ann Lee (MIT)"), speaker_start("Ann Lee")
    (11, 0)
    """
    for found in _BEHIND_DATE.finditer(line[:_LONGEST_DATE]):
        date, rest = line[: found.start()], line[found.end() : _LONGEST]
        words = re.findall(r"[^\W\d_]+", date)
        if _DATE.search(date) and len(words) <= _DATE_WORDS and _names_people(rest):
            return found.end()
    return 0


def _names_people(line: str) -> bool:
    if names_speaker_with_place(line):
        return True
    names = [line[start:end] for start, end in split_author_row(line)]
    return reads_as_people(line) and all(map(has_known_given_name, names))


def is_announced_later(text: str) -> bool:
    """Tell whether a title or abstract only says that there will be one.

    >>> is_announced_later("To be announced."), is_announced_later("On mills")
    (True, False)
    """
    content = text[:_LONGEST].strip(_AROUND)
    return len(text) < _LONGEST and (not content or bool(_LATER.fullmatch(content)))
