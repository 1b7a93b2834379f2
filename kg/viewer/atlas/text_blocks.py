"""Texts of documents as blocks of a page; of too many, the best documents of each node."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from kg.viewer.atlas.data_blocks import deflate, dump_json
from kg.viewer.atlas.document_texts import DocumentText

PER_BLOCK = 256  # documents in a block

# Deflated bytes of texts in a page, and documents that a node may keep where these do
# not reach for all.
MOST_BYTES, BEST = 15_000_000, 10


def make_text_blocks(
    documents: Sequence[DocumentText], *, most: int = MOST_BYTES
) -> tuple[dict[str, bytes], int]:
    """Return blocks of texts by name, deflated, and how many documents have no text there.

    Documents keep their places: the block of a document is its number over `PER_BLOCK`.

    Example:
        >>> blocks, without = make_text_blocks([DocumentText(0, "A", 0, "a.txt:1", ())])
        >>> list(blocks), without
        (['texts-0'], 0)
    """
    blocks = _deflate_all(documents)
    size = sum(map(len, blocks.values()))
    if size <= most:
        return blocks, 0
    kept = choose_documents(documents, share=most / size)
    some = [
        each if number in kept else replace(each, passages=())
        for number, each in enumerate(documents)
    ]
    return _deflate_all(some), len(documents) - len(kept)


def choose_documents(documents: Sequence[DocumentText], *, share: float) -> set[int]:
    """Return the numbers of documents that say most, of a share of all that is said.

    In rounds: first the best document of every node, nodes of most documents first, then
    the second best of each, and so on to the tenth, until the share is reached. The best
    are those that name a node most often.

    Args:
        documents: of a page.
        share: of the letters of all, in [0, 1].

    Example:
        >>> from kg.viewer.atlas.document_texts import Mark, Passage
        >>> text = Passage(1, "", "A graph.", (Mark(2, 5, 7, 0),))
        >>> documents = [DocumentText(i, "", 0, "a.txt:1", (text,)) for i in range(4)]
        >>> choose_documents(documents, share=0.5)
        {0, 1}
    """
    sizes = [_letters(document) for document in documents]
    room = share * sum(sizes)
    kept: set[int] = set()
    for numbers in zip_longest(*_ranked(documents)):
        for number in numbers:
            if number is not None and number not in kept:
                room -= sizes[number]
                if room < 0:
                    return kept
                kept.add(number)
    return kept


def _letters(document: DocumentText) -> int:
    return sum(
        len(passage.text) + 10 * len(passage.marks) for passage in document.passages
    )


def _ranked(documents: Sequence[DocumentText]) -> list[list[int]]:
    """Return the best documents of each node, nodes of most documents first."""
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    for number, document in enumerate(documents):
        for passage in document.passages:
            for mark in passage.marks:
                counts[mark.node][number] += 1
    order = sorted(counts, key=lambda node: (-len(counts[node]), node))
    return [
        sorted(counts[node], key=lambda number: (-counts[node][number], number))[:BEST]
        for node in order
    ]


def _deflate_all(documents: Sequence[DocumentText]) -> dict[str, bytes]:
    return {
        f"texts-{first // PER_BLOCK}": deflate(
            dump_json([_as_row(each) for each in documents[first : first + PER_BLOCK]])
        )
        for first in range(0, len(documents), PER_BLOCK)
    }


def _as_row(document: DocumentText) -> list[object]:
    passages = [
        [
            passage.line,
            passage.field,
            passage.text,
            [
                value
                for mark in passage.marks
                for value in (mark.start, mark.length, mark.node, mark.role)
            ],
        ]
        for passage in document.passages
    ]
    place = document.place
    return [document.work, document.title, document.year, place, passages]
