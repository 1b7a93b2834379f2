"""Works: which documents are records of one paper or talk, and which works they name.

Only records that share something rare are compared: an identifier, all words, some of
the sketch of their text, a title, an end of it, or words of it by one author.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from kg.identity.alike_titles import alike_titles
from kg.identity.blocks import LARGEST_BLOCK
from kg.identity.clusters import Clusters, Finding
from kg.identity.decisions import Decision, obey
from kg.identity.identifiers import identifier
from kg.identity.same_work import Judge, Verdict, authorship
from kg.identity.sketches import candidates
from kg.identity.titles import conflict, title_words
from kg.identity.work_records import WorkRecord
from kg.text.reading import folded


def resolve_works(
    records: Sequence[WorkRecord], decisions: Iterable[Decision] = ()
) -> Clusters:
    """Cluster records of works, as `work_records` lists them."""
    clusters = Clusters(len(records))
    judge = Judge(_usual(records))
    decisions = tuple(decisions)
    if decisions:
        obey(decisions, clusters, _look_up(records))
    for group in _groups(records, lambda record: record.identifiers):
        _compare(group, records, clusters, judge.by_identifier)
    for group in _groups(records, _checksum):
        _compare(group, records, clusters, judge.by_words)
    for a, b in candidates([record.text for record in records]):
        if clusters.find(a) != clusters.find(b):
            _settle(a, b, judge.by_text(records[a], records[b]), records, clusters)
    for group in _groups(records, _title):
        _compare(group, records, clusters, judge.by_title)
    for a, b in alike_titles(records):
        if clusters.find(a) != clusters.find(b):
            _settle(a, b, judge.by_title(records[a], records[b]), records, clusters)
    return clusters


def _usual(records: Sequence[WorkRecord]) -> Counter[str]:
    """Count the records whose title has a word."""
    titles = (set(title_words(r.title)) for r in records if r.title)
    return Counter(chain.from_iterable(titles))


def _look_up(records: Sequence[WorkRecord]) -> Callable[[str], list[int]]:
    """Find records by id, identifier or title."""
    index: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        names = {record.handle, folded(record.label), *record.identifiers}
        for name in sorted(names):
            index.setdefault(name, []).append(number)

    def look_up(name: str) -> list[int]:
        made = identifier(name)
        keys = (name, made or "", folded(name))
        return next((index[key] for key in keys if key and key in index), [])

    return look_up


def _groups(
    records: Sequence[WorkRecord], keys: Callable[[WorkRecord], Iterable[object]]
) -> Iterator[list[int]]:
    """Yield the records that share a key, by the first of each."""
    found: dict[object, list[int]] = {}
    for number, record in enumerate(records):
        for key in keys(record):
            found.setdefault(key, []).append(number)
    yield from (group for group in found.values() if len(group) > 1)


def _checksum(record: WorkRecord) -> Iterable[object]:
    return [(record.text.checksum, record.text.words)] if record.text.words else []


def _title(record: WorkRecord) -> Iterable[object]:
    """Give the title without blanks; one of a named work is told from no other."""
    words = title_words(record.title) if record.title else ()
    return ["".join(words)] if words else []


def _compare(
    group: Sequence[int],
    records: Sequence[WorkRecord],
    clusters: Clusters,
    judge: Callable[[WorkRecord, WorkRecord], Verdict | None],
) -> None:
    """Hold each record of a group against one of each work found in it so far.

    A group of very many works ("Introduction") is compared with the latest ones only.
    """
    kept: list[int] = []
    for number in group:
        known = {clusters.find(other) for other in kept}
        for other in kept[-LARGEST_BLOCK:]:
            if clusters.find(number) in known:
                break
            verdict = judge(records[other], records[number])
            if _settle(other, number, verdict, records, clusters):
                break
        if clusters.find(number) not in {clusters.find(other) for other in kept}:
            kept.append(number)


def _settle(
    a: int,
    b: int,
    verdict: Verdict | None,
    records: Sequence[WorkRecord],
    clusters: Clusters,
) -> bool:
    """Join two records, or note why not; tell whether they are one now."""
    if verdict is None:
        return False
    if (
        verdict.same
        and verdict.rule != "identifier"
        and _at_home(a, b, clusters, records)
    ):
        return False
    if verdict.same and not _contradicted(a, b, verdict, records, clusters):
        finding = Finding(a, b, verdict.rule, verdict.reason, verdict.score)
        return clusters.join(finding)
    if not verdict.same and records[a].home is None and records[b].home is None:
        reason, score = verdict.reason, verdict.score
        clusters.note(Finding(a, b, verdict.rule, reason, score, "apart"))
    return False


def _at_home(a: int, b: int, clusters: Clusters, records: Sequence[WorkRecord]) -> bool:
    """Tell whether a document would be joined with a work that it names itself.

    A talk on a paper of the same title is not that paper.
    """
    first, second = clusters.members(a), clusters.members(b)
    return _named_in(first, second, records) or _named_in(second, first, records)


def _named_in(
    named: Iterable[int], documents: Iterable[int], records: Sequence[WorkRecord]
) -> bool:
    homes = {records[member].home for member in named}
    return any(document in homes for document in documents)


def _contradicted(
    a: int,
    b: int,
    verdict: Verdict,
    records: Sequence[WorkRecord],
    clusters: Clusters,
) -> bool:
    """Tell whether joining would bring together by a third what is two works.

    "Part 1" and "Part 2" are; so are works of one title by strangers, where a record
    has nothing but that title.
    """
    first = [records[member] for member in clusters.members(a)]
    second = [records[member] for member in clusters.members(b)]
    titles = {record.title for record in second}
    if any(conflict(x, y) for x in {record.title for record in first} for y in titles):
        return True
    return verdict.rule == "title" and any(
        authorship(x, y) == "strangers" for x in first for y in second
    )
