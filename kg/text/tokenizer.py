"""Where words begin and end: the tokenizer that all later stages share.

Pages glue words together ("learning.This", "see:https://…"), papers mix prose with
LaTeX, and an annotated term may begin or end at any sign. So every sign is a token of
its own, and only letters and digits stick together. What is written (`doc.text`) is
never changed.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.text.surrogates import replace_surrogates

# Headings that pages glue to the name or sentence after them ("BioJane Doe is …").
_HEADINGS = "Abstract|Biography|Bio|References|Speaker|Title"

_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"  # or digit, or combining accent
# Disjoint alternatives and no nested quantifiers: linear on any input. What most tokens
# are is tried first.
_TOKEN = re.compile(
    rf"([a-z0-9]+{_LETTER}*"  # a word or number
    rf"|(?:{_HEADINGS})(?=[A-Z][a-z])"
    rf"|{_LETTER}+"
    r"|\\[A-Za-z]+"  # a LaTeX command
    r"|'s\b|’s\b"
    r"|\s+"
    r"|([^\w\s])\2+"  # "...", "--", "$$"
    r"|.)( ?)"
)
WORDS = "words"
"""The key of `doc.user_data` with the words, which spaCy would have to make again."""


class Tokenizer:
    """A spaCy tokenizer: text in, Doc out, with `doc.text` equal to the text.

    Only lone surrogates, which no UTF-8 file holds, become U+FFFD, one for one, so that
    offsets into the original stay right.
    """

    def __init__(self, vocab: Vocab) -> None:
        """Share the pipeline's strings."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Cut a text into tokens."""
        words, spaces = tokenize(replace_surrogates(text))
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc.user_data[WORDS] = words
        return doc

    def pipe(self, texts: Iterator[str]) -> Iterator[Doc]:
        """Cut many texts, one after the other."""
        yield from map(self, texts)

    def to_bytes(self, **_: object) -> bytes:
        """Nothing to store: the rules stand in this file."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> "Tokenizer":
        """Nothing to read."""
        return self

    def to_disk(self, _path: object, **_: object) -> None:
        """Nothing to store."""

    def from_disk(self, _path: object, **_: object) -> "Tokenizer":
        """Nothing to read."""
        return self


def tokenize(text: str) -> tuple[list[str], list[bool]]:
    """Return the tokens of a text, and whether one space follows each, as spaCy wants.

    A single space after a word belongs to that word; any other white space (line feeds,
    tabs, further spaces) makes tokens of its own.

    >>> tokenize("learning.This is")
    (['learning', '.', 'This', 'is'], [False, False, True, False])
    """
    found = _TOKEN.findall(text)
    return [word for word, _, _ in found], [space == " " for _, _, space in found]
