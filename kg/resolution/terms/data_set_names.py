"""Names that a data set may have: MNIST, WikiText-2, Penn Treebank, arXiv usage dataset.

A name has capitals or digits; "synthetic datasets" are many. What a name is of without
its last word "dataset" or "corpus" is its stem.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.resolution.terms.data_set_contexts import MANY, ONE

_HEADED = re.compile(
    rf"(?P<stem>\S.{{0,80}}?)[\s-](?P<head>{ONE}|{MANY}|database)\Z",
    re.VERBOSE | re.IGNORECASE,
)
# Those that part what is one and the same from a part of it, or an event.
_SAME_HEAD = re.compile(
    r"data[\ -]?sets?|corpus|corpora|treebanks?|benchmarks?",
    re.VERBOSE | re.IGNORECASE,
)
_PLURAL_HEAD = re.compile(MANY, re.VERBOSE | re.IGNORECASE)
_SMALL = frozenset(["and", "de", "for", "in", "of", "on", "the"])
_NUMBERED = re.compile(r"(?=.*\d)(?=.*[^\W\d_])")
# "MNIST-like", "500-million-word": any that are so.
_ANY_SUCH = re.compile(r"-[a-z]{3,}\Z|\A[\d,]+-[a-z]")
_PLURAL_OF_CAPITALS = re.compile(r"[A-Z]s\Z")
# "English-German": two languages, of any text.
_PAIR = re.compile(r"[A-Z][a-z]+(?:-to)?[-–>/]+[A-Z][a-z]+")
_INNER_CAPITAL = re.compile(r"\S[A-Z]")
_SHORTEST = 3  # letters of a name without a head


class DataSetName(NamedTuple):
    """A name that may be a data set's.

    Attributes:
        stem: without its last word, if that says what it is.
        head: that word, empty where there is none.
        is_phrase: small words are in the stem, as in "Ubuntu dialogue corpus".
    """

    stem: str
    head: str = ""
    is_phrase: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether its letters show that it is a name, as in IMDb, TIMIT and STL-10."""
        return _INNER_CAPITAL.search(self.stem) is not None or self.is_numbered

    @property
    def is_numbered(self) -> bool:
        """Whether it has both digits and letters."""
        return _NUMBERED.match(self.stem) is not None

    @property
    def is_plural(self) -> bool:
        """Whether its head is that of several data sets."""
        return _PLURAL_HEAD.fullmatch(self.head) is not None

    @property
    def names_the_same(self) -> bool:
        """Whether it is another name of its stem, not a part of it ("test set")."""
        return _SAME_HEAD.fullmatch(self.head) is not None


@lru_cache(maxsize=100_000)
def read_data_set_name(name: str) -> DataSetName | None:
    """Return how a name may be a data set's, None if it has not the form of one.

    >>> read_data_set_name("SQuAD dataset")
    DataSetName(stem='SQuAD', head='dataset', is_phrase=False)
    >>> [read_data_set_name(n) for n in ("large corpora", "MDPs", "MNIST-like data")]
    [None, None, None]
    """
    headed = _HEADED.fullmatch(name)
    stem, head = (headed["stem"], headed["head"]) if headed else (name, "")
    words = stem.split()
    if not words or not (head or len(stem) >= _SHORTEST):
        return None
    if _PLURAL_OF_CAPITALS.search(stem) or any(map(_ANY_SUCH.search, words)):
        return None
    if _PAIR.fullmatch(words[0]) and (len(words) == 1 or head):
        return None
    named = [is_name_word(word) for word in words]
    is_phrase = not all(
        own or word in _SMALL or word.isdigit()
        for own, word in zip(named, words, strict=True)
    )
    if not any(named) or (is_phrase and not (head and (named[0] or named[-1]))):
        return None
    return DataSetName(stem, head, is_phrase)


def is_name_word(word: str) -> bool:
    """Tell whether a word has a capital, or both digits and letters.

    >>> [is_name_word(word) for word in ("arXiv", "text8", "1000", "usage")]
    [True, True, False, False]
    """
    return word != word.lower() or _NUMBERED.match(word) is not None
