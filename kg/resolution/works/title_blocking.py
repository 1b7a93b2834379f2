"""Blocking of titles: the pairs of records whose titles may be similar.

Compared are records whose titles begin or end with the same words, or share pairs of
neighbouring words, and records of one author with words in common: a misspelling in one
place leaves the others. A title is also compared with those that have it before or
behind a colon.
"""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from kg.resolution.works.title_similarity import REWORDED
from kg.resolution.works.titles import title_parts, title_words
from kg.resolution.works.work_blocking import (
    KeyColumn,
    RecordPairs,
    cross_keys,
    hash_sequences,
    hash_words,
    pairs_sharing_keys,
)
from kg.resolution.works.work_records import WorkRecord

_END_WORDS = 3
# Of a collaboration of thousands so many are compared, or pairs would be millions.
_MOST_AUTHORS = 10
# Letters: shorter ones are mostly small words, which many titles share.
_LONG_WORD = 4
# Per cent of letters in common, where no text can show that a title was reworded.
_SLIPS = 84.0


def similar_title_pairs(records: Sequence[WorkRecord]) -> list[tuple[int, int]]:
    """Return the pairs of records, by position, whose titles may be similar, in order.

    Args:
        records: those without a title are in no pair.
    """
    words = [title_words(r.title) if r.title else () for r in records]
    # In blocks too large for all pairs, neighbours by title are compared.
    order = sorted(range(len(records)), key=lambda number: (words[number], number))
    ranked = [records[number] for number in order]
    titles = [words[number] for number in order]
    hashed = hash_words(titles)
    pairs = (
        pairs_sharing_keys(_title_ends(hashed, len(order))),
        pairs_sharing_keys(hash_sequences(hashed, 2), least=2),
        pairs_sharing_keys(_author_words(ranked, _long_words(hashed, titles)), least=2),
    )
    alike = [_keep_similar(ranked, titles, each) for each in pairs]
    all_pairs = _union(*alike, _subtitle_pairs(ranked, titles))
    found = np.sort(np.array(order, dtype=np.int64)[all_pairs], axis=1).tolist()
    return sorted((first, second) for first, second in found)


def _union(*found: RecordPairs) -> RecordPairs:
    """Return the pairs that stand in any of several arrays, each once, in order."""
    all_pairs = np.concatenate(found)
    span = int(all_pairs.max(initial=0)) + 1
    first, second = np.divmod(np.unique(all_pairs[:, 0] * span + all_pairs[:, 1]), span)
    return np.column_stack([first, second])


def _long_words(words: KeyColumn, titles: Sequence[Sequence[str]]) -> KeyColumn:
    """Return the keys of words that are not short."""
    letters = np.fromiter(map(len, chain.from_iterable(titles)), dtype=np.int64)
    kept = letters >= _LONG_WORD
    return KeyColumn(words.values[kept], words.owners[kept])


def _title_ends(words: KeyColumn, count: int) -> KeyColumn:
    """Return keys of the first and the last three words of titles of more."""
    values, owners = hash_sequences(words, _END_WORDS)
    sizes = np.bincount(owners, minlength=count)
    stops = np.cumsum(sizes)
    long = np.flatnonzero(sizes > 1)
    # The same three words at the beginning and at the end are two keys.
    begins, ends = values[stops[long] - sizes[long]], ~values[stops[long] - 1]
    return KeyColumn(np.append(begins, ends), np.append(long, long))


def _author_words(records: Sequence[WorkRecord], words: KeyColumn) -> KeyColumn:
    """Return keys of each family name of a record with each word of its title."""
    families = [_family_names(record) for record in records]
    return cross_keys(hash_words(families), words, len(records))


def _family_names(record: WorkRecord) -> list[str]:
    """Return the family names of a record, of long lists the first by letter."""
    names = {family for family, _ in record.authors}
    # What a set lists first differs from run to run.
    return list(names) if len(names) <= _MOST_AUTHORS else sorted(names)[:_MOST_AUTHORS]


def _keep_similar(
    records: Sequence[WorkRecord], titles: Sequence[Sequence[str]], pairs: RecordPairs
) -> RecordPairs:
    """Return the pairs of titles that have most letters in common, in order."""
    if not len(pairs):
        return pairs
    texts = np.array([record.text.words > 0 for record in records], dtype=bool)
    joined_titles = [" ".join(words) for words in titles]
    sizes = np.array(list(map(len, joined_titles)), dtype=np.int64)
    needed = np.where(texts[pairs].all(axis=1), REWORDED, _SLIPS)
    # Titles of very different lengths cannot reach it.
    possible = 200 * sizes[pairs].min(axis=1) >= needed * sizes[pairs].sum(axis=1)
    pairs, needed = pairs[possible], needed[possible]
    first, second = ([joined_titles[n] for n in side] for side in pairs.T.tolist())
    scores: NDArray[np.float32] = process.cpdist(
        first, second, scorer=fuzz.ratio, score_cutoff=REWORDED, dtype=np.float32
    )
    kept: RecordPairs = pairs[scores >= needed]
    return kept


def _subtitle_pairs(
    records: Sequence[WorkRecord], titles: Sequence[tuple[str, ...]]
) -> RecordPairs:
    """Return the pairs of which one title is the other without its subtitle."""
    parts = [title_parts(record.title or "") for record in records]
    keys = [
        ["".join(each) for each in (*within, whole)] if whole else []
        for within, whole in zip(parts, titles, strict=True)
    ]
    pairs = pairs_sharing_keys(hash_words(keys))
    is_pair = [
        titles[first] in parts[second] or titles[second] in parts[first]
        for first, second in pairs.tolist()
    ]
    kept: RecordPairs = pairs[np.array(is_pair, dtype=bool)]
    return kept
