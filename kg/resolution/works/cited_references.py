"""References of records → works of the corpus that they name.

By an identifier first, then by a title of the corpus that stands in the reference whole,
then by first author, year and journal, as Web of Science cuts references. What names no
work of the corpus is left: a corpus has few of those that it cites.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.records import Document, Extraction
from kg.resolution.works.reference_ids import document_keys, reference_keys
from kg.resolution.works.short_references import read_short_reference, short_keys
from kg.resolution.works.titles import LONG_TITLE, title_words
from kg.text.folding import fold
from kg.text.names.name_parts import parse_name

# Words of a title that nothing else has to bear out.
_TELLING = 6
# Years between a reference and a record of one work, beside one of its authors or not.
_BESIDE_AUTHOR, _ALONE = 3, 1
_WORD = re.compile(r"\w+(?:['ʼ’]\w+)*|&")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
# What may stand before a title: nothing, a mark, a number, an initial.
_BEFORE = re.compile(r"(?:^|[^\w\s]|\d|\b[^\W\d_]|\bal)\s*$")
_BEHIND = re.compile(r"\s*(?:[^\w\s]|$|In\b|\d)")


@dataclass(frozen=True, slots=True)
class CorpusIndex:
    """The documents of a corpus, by what references name them by.

    Attributes:
        documents: in order; numbers below count in it.
        works: the id of each document's work.
        keys: an identifier, or the words that cut references have → works.
        titles: the first words of a title → the documents that it is of.
    """

    documents: Sequence[Document]
    works: Sequence[str]
    keys: dict[str, set[str]] = field(default_factory=dict)
    titles: dict[tuple[str, ...], list[int]] = field(default_factory=dict)


def cited_works(
    extractions: Sequence[Extraction], works: Sequence[str]
) -> tuple[tuple[tuple[int, str], ...], ...]:
    """Return for each document the references that name works of the corpus.

    Args:
        extractions: in any order.
        works: for each of them the id of its work.

    Returns:
        For each, pairs of a reference's number and the id of the work, in order; none
        for the document's own work. Empty where no document has references.
    """
    documents = [extraction.document for extraction in extractions]
    if not any(document.references for document in documents):
        return ()
    index = _index(documents, works)
    found: dict[str, str | None] = {}
    cited = []
    for document, own in zip(documents, works, strict=True):
        named = []
        for number, reference in enumerate(document.references):
            if reference not in found:
                found[reference] = _find(reference, index)
            work = found[reference]
            if work is not None and work != own:
                named.append((number, work))
        cited.append(tuple(named))
    return tuple(cited)


def _index(documents: Sequence[Document], works: Sequence[str]) -> CorpusIndex:
    """Return the index of a corpus."""
    index = CorpusIndex(documents, works)
    for number, document in enumerate(documents):
        for key in (*document_keys(document), *short_keys(document)):
            index.keys.setdefault(key, set()).add(works[number])
        words = title_words(document.title or "")
        if len(words) >= LONG_TITLE:
            index.titles.setdefault(words[:LONG_TITLE], []).append(number)
    return index


def _find(reference: str, index: CorpusIndex) -> str | None:
    """Return the one work that a reference names; None of none, or of several."""
    by_id = _only(index.keys.get(key) for key in reference_keys(reference))
    if by_id is not None:
        return by_id
    by_title = _by_title(reference, index)
    if by_title is not None:
        return by_title
    return _only(index.keys.get(key) for key in read_short_reference(reference))


def _only(found: Iterable[set[str] | None]) -> str | None:
    """Return the work of the first key that one work alone has."""
    return next((min(works) for works in found if works and len(works) == 1), None)


def _by_title(reference: str, index: CorpusIndex) -> str | None:
    """Return the work of the longest title that stands in a reference whole."""
    words, places = _words(reference)
    longest, best = 0, set[str]()
    for start in range(len(words) - LONG_TITLE + 1):
        for number in index.titles.get(tuple(words[start : start + LONG_TITLE]), ()):
            title = title_words(index.documents[number].title or "")
            end = start + len(title)
            if tuple(words[start:end]) != title or len(title) < longest:
                continue
            span = places[start][0], places[end - 1][1]
            if _is_title(reference, span) and _fits(
                reference, words, index.documents[number], len(title)
            ):
                best = (best if len(title) == longest else set()) | {
                    index.works[number]
                }
                longest = len(title)
    return _only([best])


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the folded words of a text, each with its place."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        for word in fold(match[0]).split():
            words.append(word)
            places.append(match.span())
    return words, places


def _is_title(reference: str, span: tuple[int, int]) -> bool:
    """Tell whether a title begins and ends where words of a reference stand.

    "Kernels of large graphs" is no title in "Kernels of large graphs of trees".
    """
    before = _BEFORE.search(reference, max(0, span[0] - 8), span[0])
    return before is not None and _BEHIND.match(reference, span[1]) is not None


def _fits(
    reference: str, words: Sequence[str], document: Document, length: int
) -> bool:
    """Tell whether authors and years of a reference are those of a document."""
    families = set(_family_words(document))
    beside = not families.isdisjoint(words)
    years = [int(year) for year in _YEAR.findall(reference)]
    apart = _years_apart(years, document.year)
    if beside:
        return apart <= _BESIDE_AUTHOR
    alone = length >= _TELLING or length == len(words) or not families
    return apart <= _ALONE and alone


def _family_words(document: Document) -> Iterator[str]:
    """Yield the last words of the authors' family names."""
    for author in document.authors:
        if author.name:
            yield parse_name(author.name).words[-1]


def _years_apart(years: Sequence[int], year: int | None) -> int:
    """Return how far the nearest of some years is from one; 0 where none is known."""
    if year is None or not years:
        return 0
    return min(abs(each - year) for each in years)
