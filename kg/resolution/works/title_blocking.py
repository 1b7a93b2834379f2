"""Records whose titles may be alike, without comparing each with each.

Compared are records whose titles begin or end with the same words, or share pairs of
neighbouring words, and records of one author with words in common: a slip of the pen in
one place leaves the others. A title is also held against those that have it before or
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
    Column,
    Pairs,
    column,
    crossed,
    in_a_row,
    sharing,
)
from kg.resolution.works.work_records import WorkRecord

_END_WORDS = 3
_MOST_AUTHORS = 10
_LONG_WORD = 4
# Per cent of letters in common, where no text can bear out that a title was reworded.
_SLIPS = 84.0


def alike_titles(records: Sequence[WorkRecord]) -> list[tuple[int, int]]:
    """List the pairs of records, by position, whose titles may be alike, in order."""
    words = [title_words(r.title) if r.title else () for r in records]
    # In blocks too large for all pairs, neighbours by title are compared.
    order = sorted(range(len(records)), key=lambda number: (words[number], number))
    ranked = [records[number] for number in order]
    titles = [words[number] for number in order]
    hashed = column(titles)
    pairs = (
        sharing(_ends(hashed, len(order))),
        sharing(in_a_row(hashed, 2), least=2),
        sharing(_author_words(ranked, _long(hashed, titles)), least=2),
    )
    alike = [_alike(ranked, titles, each) for each in pairs]
    every = _together(*alike, _parts(ranked, titles))
    found = np.sort(np.array(order, dtype=np.int64)[every], axis=1).tolist()
    return sorted((first, second) for first, second in found)


def _together(*found: Pairs) -> Pairs:
    every = np.concatenate(found)
    span = int(every.max(initial=0)) + 1
    first, second = np.divmod(np.unique(every[:, 0] * span + every[:, 1]), span)
    return np.column_stack([first, second])


def _long(words: Column, titles: Sequence[Sequence[str]]) -> Column:
    """Leave out words of few letters."""
    letters = np.fromiter(map(len, chain.from_iterable(titles)), dtype=np.int64)
    kept = letters >= _LONG_WORD
    return Column(words.values[kept], words.owners[kept])


def _ends(words: Column, count: int) -> Column:
    """Give the first and the last three words of titles of more."""
    values, owners = in_a_row(words, _END_WORDS)
    sizes = np.bincount(owners, minlength=count)
    stops = np.cumsum(sizes)
    long = np.flatnonzero(sizes > 1)
    # The same three words at the beginning and at the end are two keys.
    begins, ends = values[stops[long] - sizes[long]], ~values[stops[long] - 1]
    return Column(np.append(begins, ends), np.append(long, long))


def _author_words(records: Sequence[WorkRecord], words: Column) -> Column:
    """Give each family name of a record together with each word of its title."""
    families = [_families(record) for record in records]
    return crossed(column(families), words, len(records))


def _families(record: WorkRecord) -> list[str]:
    names = {family for family, _ in record.authors}
    # What a set lists first differs from run to run.
    return list(names) if len(names) <= _MOST_AUTHORS else sorted(names)[:_MOST_AUTHORS]


def _alike(
    records: Sequence[WorkRecord], titles: Sequence[Sequence[str]], pairs: Pairs
) -> Pairs:
    """Keep the pairs of titles that have most letters in common, in order."""
    if not len(pairs):
        return pairs
    texts = np.array([record.text.words > 0 for record in records], dtype=bool)
    written = [" ".join(words) for words in titles]
    sizes = np.array(list(map(len, written)), dtype=np.int64)
    needed = np.where(texts[pairs].all(axis=1), REWORDED, _SLIPS)
    # Titles of very different lengths cannot reach it.
    possible = 200 * sizes[pairs].min(axis=1) >= needed * sizes[pairs].sum(axis=1)
    pairs, needed = pairs[possible], needed[possible]
    first, second = ([written[n] for n in side] for side in pairs.T.tolist())
    scores: NDArray[np.float32] = process.cpdist(
        first, second, scorer=fuzz.ratio, score_cutoff=REWORDED, dtype=np.float32
    )
    kept: Pairs = pairs[scores >= needed]
    return kept


def _parts(records: Sequence[WorkRecord], titles: Sequence[tuple[str, ...]]) -> Pairs:
    """Give the pairs of which one title is the other without its subtitle."""
    parts = [title_parts(record.title or "") for record in records]
    keys = [
        ["".join(each) for each in (*within, whole)] if whole else []
        for within, whole in zip(parts, titles, strict=True)
    ]
    pairs = sharing(column(keys))
    tells = [
        titles[first] in parts[second] or titles[second] in parts[first]
        for first, second in pairs.tolist()
    ]
    kept: Pairs = pairs[np.array(tells, dtype=bool)]
    return kept
