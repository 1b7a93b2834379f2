"""Works as clusters of records: constraints that no join by a third record breaks.

A bare record, of a title or an identifier alone, is similar to many others that are not
similar to each other. Each cluster keeps what tells its records apart.
"""

from collections.abc import Mapping, Sequence

from kg.resolution.clusters import Clusters, Finding
from kg.resolution.works.matching import YEARS_BETWEEN, Verdict
from kg.resolution.works.title_similarity import compare_titles
from kg.resolution.works.titles import titles_conflict
from kg.resolution.works.versions import (
    are_two_publications,
    published_dois,
    years_waited,
)
from kg.resolution.works.work_authors import compare_authors
from kg.resolution.works.work_records import AuthorId, WorkRecord

# So many ways of writing a work's title and authors are compared.
_MOST_VARIANTS = 30
_MOST_NOTES = 3  # of a record, why it is none of others
# Rules by which works of strangers are never joined.
_BY_TITLE = ("title", "title and authors")

# What of a record tells works apart; equal ones are compared once.
Variant = tuple[
    str | None, frozenset[tuple[str, str]], frozenset[AuthorId], frozenset[str]
]


def _variant(record: WorkRecord) -> Variant:
    """Return what of a record tells works apart."""
    dois = published_dois(record.identifiers)
    return record.title, record.authors, record.author_ids, dois


class WorkClusters:
    """Clusters of records, and what each holds that others may contradict."""

    def __init__(
        self,
        records: Sequence[WorkRecord],
        clusters: Clusters,
        title_counts: Mapping[str, int],
    ) -> None:
        """Begin with the clusters that decisions made.

        Args:
            records: of works.
            clusters: of the records.
            title_counts: how many titles have a word.
        """
        self._records, self._title_counts = records, title_counts
        self.clusters = clusters
        self._variants: dict[int, dict[Variant, int]] = {}
        self._years: dict[int, tuple[int, int]] = {}
        self._named_in: dict[int, set[int]] = {}
        self._notes: dict[int, int] = {}
        for number in sorted(clusters.pinned):
            self._add_record(clusters.find(number), number)

    def apply_verdict(self, a: int, b: int, verdict: Verdict | None) -> bool:
        """Join two records, or note why not; return whether they are one now.

        Args:
            a: the position of one record.
            b: of another.
            verdict: on the two by themselves; None: nothing is to be done.
        """
        if verdict is None:
            return False
        if verdict.same:
            if verdict.rule != "identifier" and self._names_the_other(a, b):
                return False
            if self._contradicted(a, b, verdict):
                return False
            return self._join(a, b, verdict)
        are_documents = all(self._records[n].named_in is None for n in (a, b))
        if are_documents and self._notes.get(b, 0) < _MOST_NOTES:
            self._notes[b] = self._notes.get(b, 0) + 1
            reason, score = verdict.reason, verdict.score
            finding = Finding(a, b, verdict.rule, reason, score, "apart")
            self.clusters.note(finding)
        return False

    def _join(self, a: int, b: int, verdict: Verdict) -> bool:
        """Join the clusters of two records, and what is known of both."""
        first, second = self.clusters.find(a), self.clusters.find(b)
        kept = [self._variants_of(first), self._variants_of(second)]
        finding = Finding(a, b, verdict.rule, verdict.reason, verdict.score)
        if not self.clusters.join(finding):
            return False
        root = self.clusters.find(a)
        small, large = sorted(kept, key=len)
        large.update(small)
        years = [self._years.pop(r) for r in (first, second) if r in self._years]
        named_in = [
            self._named_in.pop(r) for r in (first, second) if r in self._named_in
        ]
        self._variants.pop(first, None)
        self._variants.pop(second, None)
        self._variants[root] = large
        if years:
            self._years[root] = min(y[0] for y in years), max(y[1] for y in years)
        if named_in:
            self._named_in[root] = set().union(*named_in)
        return True

    def _variants_of(self, root: int) -> dict[Variant, int]:
        """Return the variants of a cluster, each with a record that has it."""
        if root not in self._variants:
            self._add_record(root, root)
        return self._variants[root]

    def _add_record(self, root: int, number: int) -> None:
        """Add a record to what is known of its cluster."""
        record = self._records[number]
        variants = self._variants.setdefault(root, {})
        variants.setdefault(_variant(record), number)
        if record.year is not None:
            early, late = self._years.get(root, (record.year, record.year))
            self._years[root] = min(early, record.year), max(late, record.year)
        if record.named_in is not None:
            self._named_in.setdefault(root, set()).add(record.named_in)

    def _names_the_other(self, a: int, b: int) -> bool:
        """Tell whether a document would be joined with a work that it names itself.

        A talk on a paper of the same title is not that paper.
        """
        ends = [self.clusters.find(a), self.clusters.find(b)]
        for one, other in (ends, ends[::-1]):
            self._variants_of(one)
            named_in = self._named_in.get(one, ())
            if any(self.clusters.find(document) == other for document in named_in):
                return True
        return False

    def _contradicted(self, a: int, b: int, verdict: Verdict) -> bool:
        """Tell whether joining would bring two works together.

        "Part 1" and "Part 2" are; so are works of other titles by strangers, and, where
        a title is all that joins them, works of one title by strangers, or that many
        years lie between.
        """
        roots = self.clusters.find(a), self.clusters.find(b)
        first, second = (
            list(self._variants_of(root).values())[:_MOST_VARIANTS] for root in roots
        )
        waited = years_waited(self._records[a], self._records[b])
        if verdict.rule in _BY_TITLE and self._years_apart(*roots) > waited:
            return True
        return any(
            self._records_conflict(
                self._records[one], self._records[other], verdict.rule
            )
            for one in first
            for other in second
        )

    def _years_apart(self, one: int, other: int) -> int:
        """Return by how many years two clusters lie farther apart than one work's do."""
        years = [self._years[root] for root in (one, other) if root in self._years]
        known = [year for span in years for year in span]
        return max(known) - min(known) - YEARS_BETWEEN if known else 0

    def _records_conflict(self, one: WorkRecord, other: WorkRecord, rule: str) -> bool:
        """Tell whether two records cannot be of one work, where a rule would join them."""
        a, b = one.title, other.title
        if _variant(one) == _variant(other):
            return False
        by_title = rule in _BY_TITLE
        if by_title and are_two_publications(one.identifiers, other.identifiers):
            return True
        if titles_conflict(a, b):
            return True
        titled = a is not None and b is not None and a != b
        titles_differ = (
            titled and compare_titles(a or "", b or "", self._title_counts) == "other"
        )
        if by_title and titles_differ:  # two subtitles of what is bare in a third
            return True
        needs_shared_authors = titles_differ or by_title
        return needs_shared_authors and compare_authors(one, other) == "strangers"
