"""Texts that stand under many titles: what a source prints where it has no abstract.

"An abstract is not available for this content" says nothing of the work, so that such a
text is taken off before works are compared.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.resolution.works.near_duplicates import shingles
from kg.resolution.works.title_similarity import likeness
from kg.resolution.works.titles import title_words
from kg.resolution.works.work_records import WorkRecord

# So many works of one text do not come about by mistake.
_MANY = 3


def without_templates(
    records: Sequence[WorkRecord], usual: Mapping[str, int]
) -> list[WorkRecord]:
    """Take the text off records that share it with two works of other titles.

    So are two of its titles by strangers to it and to each other.

    Args:
        records: as `work_records` lists them.
        usual: how many titles have a word, of those that do.
    """
    found: dict[tuple[int, int], list[int]] = {}
    for number, record in enumerate(records):
        if record.text.words:
            key = (record.text.checksum, record.text.words)
            found.setdefault(key, []).append(number)
    (nothing,) = shingles([""])
    kept = list(records)
    for group in found.values():
        if len(group) >= _MANY and _is_template([records[n] for n in group], usual):
            for number in group:
                kept[number] = replace(records[number], text=nothing)
    return kept


def _is_template(group: Sequence[WorkRecord], usual: Mapping[str, int]) -> bool:
    by_title: dict[str, list[WorkRecord]] = {}
    for record in group:
        if record.title:
            key = "".join(title_words(record.title))
            by_title.setdefault(key, []).append(record)
    titles = [records[0].title or "" for records in by_title.values()]
    return _has_many_titles(titles, usual) or any(
        map(_has_strangers, by_title.values())
    )


def _has_many_titles(titles: Iterable[str], usual: Mapping[str, int]) -> bool:
    """Tell whether titles are of many works, and no spellings of one."""
    kept: list[str] = []
    for title in titles:
        if all(likeness(title, other, usual) == "other" for other in kept):
            kept.append(title)
            if len(kept) == _MANY:
                return True
    return False


def _has_strangers(records: Iterable[WorkRecord]) -> bool:
    """Tell whether many sets of authors have no family name in common."""
    known: set[str] = set()
    sets = 0
    for authors in dict.fromkeys(record.authors for record in records):
        families = {family for family, _ in authors}
        sets += bool(families) and known.isdisjoint(families)
        known |= families
    return sets >= _MANY
