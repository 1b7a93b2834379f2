"""Boilerplate that stands under many titles where a source has no abstract.

"An abstract is not available for this content" says nothing of the work: such a text is
taken off before works are compared.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.resolution.works.near_duplicates import hash_texts
from kg.resolution.works.title_similarity import compare_titles
from kg.resolution.works.titles import title_words
from kg.resolution.works.work_records import WorkRecord

# So many works of one text are no mistake of a source.
_FEWEST_TITLES = 3


def remove_boilerplate(
    records: Sequence[WorkRecord], title_counts: Mapping[str, int]
) -> list[WorkRecord]:
    """Return records without the texts that they share with many other works.

    Those are two works of other titles, or of this title by strangers to it and to each
    other.

    Args:
        records: as `work_records` lists them.
        title_counts: how many titles have a word, of those that do.
    """
    found: dict[tuple[int, int], list[int]] = {}
    for number, record in enumerate(records):
        if record.text.words:
            key = (record.text.checksum, record.text.words)
            found.setdefault(key, []).append(number)
    (nothing,) = hash_texts([""])
    kept = list(records)
    for group in found.values():
        if len(group) >= _FEWEST_TITLES and _is_boilerplate(
            [records[n] for n in group], title_counts
        ):
            for number in group:
                kept[number] = replace(records[number], text=nothing)
    return kept


def _is_boilerplate(
    group: Sequence[WorkRecord], title_counts: Mapping[str, int]
) -> bool:
    """Tell whether records of one text are of too many works for it to be theirs."""
    by_title: dict[str, list[WorkRecord]] = {}
    for record in group:
        if record.title:
            key = "".join(title_words(record.title))
            by_title.setdefault(key, []).append(record)
    titles = [records[0].title or "" for records in by_title.values()]
    return _has_many_titles(titles, title_counts) or any(
        map(_has_strangers, by_title.values())
    )


def _has_many_titles(titles: Iterable[str], title_counts: Mapping[str, int]) -> bool:
    """Tell whether titles are of many works, and no spellings of one."""
    kept: list[str] = []
    for title in titles:
        if all(compare_titles(title, other, title_counts) == "other" for other in kept):
            kept.append(title)
            if len(kept) == _FEWEST_TITLES:
                return True
    return False


def _has_strangers(records: Iterable[WorkRecord]) -> bool:
    """Tell whether many author lists have no family name in common."""
    known: set[str] = set()
    sets = 0
    for authors in dict.fromkeys(record.authors for record in records):
        families = {family for family, _ in authors}
        sets += bool(families) and known.isdisjoint(families)
        known |= families
    return sets >= _FEWEST_TITLES
