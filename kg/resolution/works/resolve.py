"""Works: which documents are records of one paper or talk, and which works they name.

Candidate pairs share something rare: an identifier, all words, some of the sketch of
their text, a title, an end of it, or words of it by one author.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from kg.resolution.clusters import Clusters
from kg.resolution.decisions import Decision, apply_decisions
from kg.resolution.works.boilerplate_abstracts import remove_boilerplate
from kg.resolution.works.matching import Judge, Verdict
from kg.resolution.works.near_duplicates import near_duplicate_pairs
from kg.resolution.works.title_blocking import similar_title_pairs
from kg.resolution.works.titles import title_words
from kg.resolution.works.work_blocking import LARGEST_BLOCK
from kg.resolution.works.work_clustering import WorkClusters
from kg.resolution.works.work_records import WorkRecord
from kg.text.folding import fold
from kg.text.identifiers import canonical_identifier


def resolve_works(
    records: Sequence[WorkRecord], decisions: Iterable[Decision] = ()
) -> Clusters:
    """Cluster records of works, as `work_records` lists them.

    Args:
        records: of documents, then of works named in them.
        decisions: those on works.

    Returns:
        Clusters of positions in `records`, with the reason of each join.
    """
    clusters = Clusters(len(records))
    title_counts = _count_title_words(records)
    decisions = tuple(decisions)
    if decisions:
        apply_decisions(decisions, clusters, _record_lookup(records))
    records = remove_boilerplate(records, title_counts)
    judge, works = Judge(title_counts), WorkClusters(records, clusters, title_counts)
    for group in _group_by_key(records, lambda record: record.identifiers):
        _compare_group(group, records, works, judge.by_identifier)
    for group in _group_by_key(records, _text_key):
        _compare_group(group, records, works, judge.by_words)
    for a, b in near_duplicate_pairs([record.text for record in records]):
        if clusters.find(a) != clusters.find(b):
            works.apply_verdict(a, b, judge.by_text(records[a], records[b]))
    for group in _group_by_key(records, _title_key):
        _compare_group(group, records, works, judge.by_title)
    for a, b in similar_title_pairs(records):
        if clusters.find(a) != clusters.find(b):
            works.apply_verdict(a, b, judge.by_title(records[a], records[b]))
    return clusters


def _count_title_words(records: Sequence[WorkRecord]) -> Counter[str]:
    """Return how many records have a word in their title."""
    titles = (set(title_words(r.title)) for r in records if r.title)
    return Counter(chain.from_iterable(titles))


def _record_lookup(records: Sequence[WorkRecord]) -> Callable[[str], list[int]]:
    """Return a look-up of records by id, identifier or title."""
    index: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        names = {record.handle, fold(record.label), *record.identifiers}
        for name in sorted(names):
            index.setdefault(name, []).append(number)

    def look_up(name: str) -> list[int]:
        made = canonical_identifier(name)
        keys = (name, made or "", fold(name))
        return next((index[key] for key in keys if key and key in index), [])

    return look_up


def _group_by_key(
    records: Sequence[WorkRecord], keys: Callable[[WorkRecord], Iterable[object]]
) -> Iterator[list[int]]:
    """Yield the records that share a key, by the first of each."""
    found: dict[object, list[int]] = {}
    for number, record in enumerate(records):
        for key in keys(record):
            found.setdefault(key, []).append(number)
    yield from (group for group in found.values() if len(group) > 1)


def _text_key(record: WorkRecord) -> Iterable[object]:
    """Return the checksum of a record's text, if it has one."""
    return [(record.text.checksum, record.text.words)] if record.text.words else []


def _title_key(record: WorkRecord) -> Iterable[object]:
    """Return the title without blanks, if there is one."""
    words = title_words(record.title) if record.title else ()
    return ["".join(words)] if words else []


def _compare_group(
    group: Sequence[int],
    records: Sequence[WorkRecord],
    works: WorkClusters,
    judge: Callable[[WorkRecord, WorkRecord], Verdict | None],
) -> None:
    """Compare each record of a group with one of each work found in it so far.

    Records with a title come first: what has none is like all of them. A group of very
    many works ("Introduction") is compared with the latest ones only.
    """
    find = works.clusters.find
    representatives: list[int] = []
    known: set[int] = set()
    for number in sorted(group, key=lambda number: records[number].title is None):
        others = representatives[-LARGEST_BLOCK:] if find(number) not in known else ()
        for other in others:
            verdict = judge(records[other], records[number])
            if works.apply_verdict(other, number, verdict):
                break
        if find(number) not in known:
            representatives.append(number)
        known.add(find(number))
