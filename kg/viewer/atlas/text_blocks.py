"""Texts of documents as blocks of a page; of too many, the best documents of each node."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.viewer.atlas.data_blocks import deflate, dump_json
from kg.viewer.atlas.document_texts import DocumentText

PER_BLOCK = 256  # documents in a block

# Deflated bytes of texts in a page; of more, each node keeps the texts of its best
# documents: those that name it most often.
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
    if sum(map(len, blocks.values())) <= most:
        return blocks, 0
    kept = best_documents(documents)
    some = [
        each if number in kept else replace(each, passages=())
        for number, each in enumerate(documents)
    ]
    return _deflate_all(some), len(documents) - len(kept)


def best_documents(documents: Sequence[DocumentText], *, best: int = BEST) -> set[int]:
    """Return the numbers of documents that are among the `best` of a node.

    Example:
        >>> best_documents([DocumentText(0, "A", 0, "a.txt:1", ())])
        {0}
    """
    counts: dict[int, dict[int, int]] = defaultdict(dict)
    for number, document in enumerate(documents):
        of = counts[document.work]
        of[number] = of.get(number, 0) + 1
        for passage in document.passages:
            for mark in passage.marks:
                of = counts[mark.node]
                of[number] = of.get(number, 0) + 1
    kept: set[int] = set()
    for of in counts.values():
        kept.update(sorted(of, key=lambda number: (-of[number], number))[:best])
    return kept


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
