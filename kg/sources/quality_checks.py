"""What may be wrong with the records of a file: the checks, a row each.

A column that is shifted, or a list of authors that was not cut, costs no error message
anywhere: it shows as a hub of the network.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from kg.records import Document
from kg.text.names.group_authors import is_group
from kg.text.names.name_affixes import PARTICLES

_WORDS_OF_A_LIST = 8  # no name of a person has as many
_COMMAS_OF_A_LIST = 3  # "Doe, Jr., John" has two
_WORDS_OF_AN_ABSTRACT = 8

# A year, a number, a date, a DOI, an address: of a title, a venue, a keyword never all.
_NO_WORDS = re.compile(
    r"[\W\d_]*+|(?:doi:\s*)?10\.\d{4,9}/\S+|(?:https?://|www\.)\S+|[^\s@]++@[^\s@]++"
    r"|[a-z]{3,9}\.?\s+\d{4}|\d{4}-\d\d(?:-\d\d)?(?:T.*)?",
    re.IGNORECASE,
)
_LIST = re.compile(r";|\w\s+(?:and|und|et|&)\s+\w|\s[|/]\s", re.IGNORECASE)
_ONE_LATIN_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NO_ALPHABET = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _names(document: Document) -> list[str]:
    """Return the names of a record's authors; places of nobody have none."""
    return [author.name for author in document.authors if author.name]


def body_of(document: Document) -> str:
    """Return the abstract of a record, "" of one without.

    >>> from kg.sources.records.fields import record_document
    >>> body_of(record_document("On mills", "They turn.", id="", source="", record_line=1))
    'They turn.'
    """
    parts = (s for s in document.sections if s.kind == "body")
    return " ".join(document.text[part.start : part.end] for part in parts)


def _only_surnames(document: Document) -> str:
    """Return the authors, if each of them has one word."""
    names = _names(document)
    is_all = all(_ONE_LATIN_WORD.fullmatch(n) for n in names)
    return ", ".join(names) if is_all and not _NO_ALPHABET.search(names[0]) else ""


def _several_in_one(document: Document) -> str:
    """Return the first author that is a list of several."""
    return next(filter(_is_list, _names(document)), "")


def _is_list(name: str) -> bool:
    if is_group(name):
        return False
    is_long = len(name.split()) >= _WORDS_OF_A_LIST
    return is_long or name.count(",") >= _COMMAS_OF_A_LIST or bool(_LIST.search(name))


def _numbers_as_authors(document: Document) -> str:
    """Return the first author that is a number, a date or an address."""
    return next((name for name in _names(document) if _NO_WORDS.fullmatch(name)), "")


def _wrapped_names(document: Document) -> str:
    """Return the first author that is half a name."""
    return next(filter(_is_wrapped, _names(document)), "")


def _is_wrapped(name: str) -> bool:
    words = name.split()
    if name.endswith((",", "-", " and", " &")) or name.startswith((",", "&", "and ")):
        return True
    small = words[0].islower() and words[0] not in PARTICLES
    return len(words) == 1 and small


def _title_of_no_words(document: Document) -> str:
    """Return the title, if it is a number, a date or an address."""
    return _if_no_words(document.title)


def _venue_of_no_words(document: Document) -> str:
    """Return the venue, if it is a number, a date or an address."""
    return _if_no_words(document.venue)


def _if_no_words(value: str | None) -> str:
    return value if value and _NO_WORDS.fullmatch(value.strip()) else ""


def _short_abstract(document: Document) -> str:
    """Return the abstract, if it is a few words and no sentence."""
    body = body_of(document)
    is_short = len(body.split()) < _WORDS_OF_AN_ABSTRACT and body[-1:] not in ".!?"
    return body if is_short and not _NO_ALPHABET.search(body) else ""


def _no_abstract(document: Document) -> str:
    """Return the title of a record without abstract."""
    return "" if body_of(document) else document.title or "-"


def _no_authors(document: Document) -> str:
    """Return the title of a record without authors."""
    return "" if _names(document) else document.title or "-"


def _title(document: Document) -> str | None:
    """Return the title of a record."""
    return document.title


def _venue(document: Document) -> str | None:
    """Return the venue of a record."""
    return document.venue


class Check(NamedTuple):
    """One question to the records of a file.

    `is_asked` says of which records, `find_fault` returns the words at fault, "" for
    none. It is told of more than a `share` of them, of `fewest` or more.
    """

    what: str
    advice: str
    is_asked: Callable[[Document], object]
    find_fault: Callable[[Document], str]
    share: float
    fewest: int = 2


def _is_record(document: Document) -> bool:
    """Tell a record from a text cut from a page."""
    return document.record_line is not None


_SHIFTED = (
    "a column or field is shifted: compare the headings with the values below them"
)
CHECKS: tuple[Check, ...] = (
    Check(
        "authors are no names",
        _SHIFTED,
        _names,
        _numbers_as_authors,
        0.2,
    ),
    Check(
        "titles are no words",
        _SHIFTED,
        _title,
        _title_of_no_words,
        0.2,
    ),
    Check(
        "venues are no words",
        _SHIFTED,
        _venue,
        _venue_of_no_words,
        0.2,
    ),
    Check(
        "one name holds several people",
        'put "; " between authors, or export each in a field of its own',
        _names,
        _several_in_one,
        0.3,
    ),
    Check(
        "names are cut in two",
        "names were wrapped or cut at the wrong sign: export again, a name a field",
        _names,
        _wrapped_names,
        0.2,
    ),
    Check(
        "authors have surnames only",
        "people of one surname will be one: export full names",
        _names,
        _only_surnames,
        0.5,
        3,
    ),
    Check(
        "abstracts have a few words",
        "another field may stand in their place: compare it with the headings",
        body_of,
        _short_abstract,
        0.3,
    ),
    Check(
        "records have no abstract",
        "terms come from titles alone: export with abstracts",
        _is_record,
        _no_abstract,
        0.499,
        4,
    ),
    Check(
        "records have no authors",
        "export with authors, or see above which fields were not read",
        _is_record,
        _no_authors,
        0.499,
        4,
    ),
)
"""The checks, from what is surely wrong to what is only a pity."""
