"""From clusters of records to works with an id, a title and other names."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.records import Entity, Merge
from kg.resolution.clusters import Clusters
from kg.resolution.entity_ids import entity_ids
from kg.resolution.works.titles import title_words
from kg.resolution.works.work_records import WorkRecord


@dataclass(frozen=True, slots=True)
class ResolvedWorks:
    """The works, the id of each record's work in the order of records, and why."""

    entities: list[Entity]
    ids: list[str]
    merges: list[Merge]


def build_works(records: Sequence[WorkRecord], clusters: Clusters) -> ResolvedWorks:
    """Make an entity of each cluster; its best record gives the name.

    Args:
        records: as `work_records` lists them.
        clusters: of the records.
    """
    members: dict[int, list[int]] = {}
    for number in range(len(records)):
        members.setdefault(clusters.find(number), []).append(number)
    title_counts = _word_counts(records, members)
    best = {
        root: numbers[0]
        if len(numbers) == 1
        else _best_record(numbers, records, title_counts)
        for root, numbers in members.items()
    }
    names = {root: " ".join(records[n].label.split()) for root, n in best.items()}
    made = entity_ids([("work", name) for name in names.values()])
    ids = dict(zip(names, made, strict=True))
    entities = [
        Entity(ids[root], "work", names[root], _aliases(numbers, records, names[root]))
        for root, numbers in members.items()
    ]
    merges = [
        Merge(
            ids[clusters.find(finding.a)],
            "work",
            records[finding.a].handle,
            records[finding.b].handle,
            finding.rule,
            finding.reason,
            round(finding.score, 3),
            finding.verdict,
        )
        for finding in clusters.findings
    ]
    found = [ids[clusters.find(number)] for number in range(len(records))]
    return ResolvedWorks(entities, found, merges)


def _word_counts(
    records: Sequence[WorkRecord], members: Mapping[int, Sequence[int]]
) -> Counter[str]:
    """Return how many works have a word in a title."""
    counts: Counter[str] = Counter()
    for numbers in members.values():
        counts.update({word for n in numbers for word in _title_words_of(records[n])})
    return counts


def _title_words_of(record: WorkRecord) -> tuple[str, ...]:
    """Return the words of a record's title, none where it has none."""
    return title_words(record.title) if record.title else ()


def _best_record(
    numbers: Sequence[int],
    records: Sequence[WorkRecord],
    title_counts: Mapping[str, int],
) -> int:
    """Return the record that names a work: a document with a plain title and long text.

    Of titles that differ in their words, the one that most records have is preferred,
    then the one whose own words are in more titles: "graphs" to "grahps".
    """
    forms = Counter(_title_words_of(records[n]) for n in numbers if records[n].title)
    common = set.intersection(*map(set, forms)) if forms else set()

    def rank(number: int) -> tuple[bool, bool, bool, bool, int, int, int]:
        record = records[number]
        title = record.title or ""
        words = _title_words_of(record)
        return (
            not title,
            record.named_in is not None,
            title.isupper(),
            any(sign in title for sign in "$\\{"),
            -forms[words],
            -min(
                (title_counts[word] for word in words if word not in common), default=0
            ),
            -record.text.words,
        )

    return min(numbers, key=rank)


def _aliases(
    numbers: Sequence[int], records: Sequence[WorkRecord], name: str
) -> tuple[str, ...]:
    """Return other titles and identifiers, the most frequent first."""
    counts: dict[str, int] = {}
    for number in numbers:
        record = records[number]
        titles = [" ".join(record.title.split())] if record.title else []
        for other in (*titles, *map(_display_identifier, record.identifiers)):
            counts[other] = counts.get(other, 0) + 1
    counts.pop(name, None)
    return tuple(sorted(counts, key=lambda other: (-counts[other], other)))


def _display_identifier(identifier: str) -> str:
    """Return an identifier as people write it.

    >>> _display_identifier("arxiv:2101.00001"), _display_identifier("pmid:123")
    ('arXiv:2101.00001', 'pmid:123')
    """
    scheme, _, rest = identifier.partition(":")
    shown = {"arxiv": f"arXiv:{rest}", "doi": rest, "url": f"https://{rest}"}
    return shown.get(scheme, identifier)
