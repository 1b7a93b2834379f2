"""References as Web of Science cuts them: "SMITH J, 2003, NATURE, V421, P37".

First author, year and abbreviated journal are all that can be compared: where the corpus
has one work of all three, it is meant.
"""

import re
from collections.abc import Iterator

from kg.records import Document
from kg.resolution.works.titles import SMALL_WORDS
from kg.text.folding import fold
from kg.text.names.name_parts import parse_name

_SHORT = re.compile(
    r"\s*(?P<author>[^,\d*\[][^,\d]{1,40}),\s*(?P<year>(?:1[89]|20)\d\d),"
    r"\s*(?P<venue>[^,]{2,60})(?:,|$)"
)
# Letters: of a journal's words abbreviations keep the first one for certain, of a single
# word some, and of many words not all ("of the United States of America").
_LETTERS = 4


def read_short_reference(reference: str) -> Iterator[str]:
    """Yield the key of a reference of this form; nothing of other references.

    >>> list(read_short_reference("Smith JA, 2003, J MACH LEARN RES, V3, P993"))
    ['short:smith j 2003 jmlr']
    """
    found = _SHORT.match(reference)
    if found is not None:
        yield from _keys(found["author"], int(found["year"]), found["venue"])


def short_keys(document: Document) -> Iterator[str]:
    """Yield the key by which such references name a document, if enough is known.

    >>> from kg.records import Author
    >>> made = Document("d", "s", "", (), year=2003, authors=(Author("Jo A. Smith"),),
    ...     venue="Journal of Machine Learning Research")
    >>> list(short_keys(made))
    ['short:smith j 2003 jmlr']
    """
    if document.year and document.venue and document.authors:
        author = document.authors[0].name
        yield from _keys(author, document.year, document.venue)


def _keys(author: str, year: int, venue: str) -> Iterator[str]:
    """Yield family name, initial, year and the first letters of the journal's words."""
    name = parse_name(author)
    words = [word for word in fold(venue).split() if word not in SMALL_WORDS]
    if name.given and words:
        # One word alone is not cut short by all: "Nature", but "Ecol" for Ecology.
        letters = words[0] if len(words) == 1 else "".join(word[0] for word in words)
        key = f"{name.words[-1]} {name.given[0][0]} {year} {letters[:_LETTERS]}"
        yield f"short:{key}"
