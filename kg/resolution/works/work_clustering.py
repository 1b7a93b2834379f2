"""Works as they come together: no join brings two works into one by a third record.

A bare record, of a title or an identifier alone, is like many others that are not like
each other. Each cluster keeps what tells its records apart.
"""

from collections.abc import Mapping, Sequence

from kg.resolution.clusters import Clusters, Finding
from kg.resolution.works.matching import YEARS_BETWEEN, Verdict, authorship
from kg.resolution.works.title_similarity import likeness
from kg.resolution.works.titles import conflict
from kg.resolution.works.work_records import AuthorId, WorkRecord

# So many ways of writing a work's title and authors are looked at.
_MOST_FACES = 30
_MOST_NOTES = 3  # of a record, why it is none of others
# Titles that are another work's where strangers wrote it.
_BY_TITLE = ("title", "title and authors")

# What of a record tells works apart: equal ones are looked at once.
Face = tuple[str | None, frozenset[tuple[str, str]], frozenset[AuthorId]]


class WorkClusters:
    """Clusters of records, and what each holds that others may contradict."""

    def __init__(
        self,
        records: Sequence[WorkRecord],
        clusters: Clusters,
        usual: Mapping[str, int],
    ) -> None:
        """Begin with the clusters that decisions made.

        Args:
            records: of works.
            clusters: of the records.
            usual: how many titles have a word.
        """
        self._records, self._usual = records, usual
        self.clusters = clusters
        self._faces: dict[int, dict[Face, int]] = {}
        self._years: dict[int, tuple[int, int]] = {}
        self._homes: dict[int, set[int]] = {}
        self._notes: dict[int, int] = {}
        for number in sorted(clusters.pinned):
            self._take_in(clusters.find(number), number)

    def settle(self, a: int, b: int, verdict: Verdict | None) -> bool:
        """Join two records, or note why not; tell whether they are one now."""
        if verdict is None:
            return False
        if verdict.same:
            if verdict.rule != "identifier" and self._at_home(a, b):
                return False
            if self._contradicted(a, b, verdict):
                return False
            return self._join(a, b, verdict)
        homeless = self._records[a].home is None and self._records[b].home is None
        if homeless and self._notes.get(b, 0) < _MOST_NOTES:
            self._notes[b] = self._notes.get(b, 0) + 1
            reason, score = verdict.reason, verdict.score
            finding = Finding(a, b, verdict.rule, reason, score, "apart")
            self.clusters.note(finding)
        return False

    def _join(self, a: int, b: int, verdict: Verdict) -> bool:
        first, second = self.clusters.find(a), self.clusters.find(b)
        kept = [self._of(first), self._of(second)]
        finding = Finding(a, b, verdict.rule, verdict.reason, verdict.score)
        if not self.clusters.join(finding):
            return False
        root = self.clusters.find(a)
        small, large = sorted(kept, key=len)
        large.update(small)
        years = [self._years.pop(r) for r in (first, second) if r in self._years]
        homes = [self._homes.pop(r) for r in (first, second) if r in self._homes]
        self._faces.pop(first, None)
        self._faces.pop(second, None)
        self._faces[root] = large
        if years:
            self._years[root] = min(y[0] for y in years), max(y[1] for y in years)
        if homes:
            self._homes[root] = set().union(*homes)
        return True

    def _of(self, root: int) -> dict[Face, int]:
        """Return the faces of a cluster, each with a record that has it."""
        if root not in self._faces:
            self._take_in(root, root)
        return self._faces[root]

    def _take_in(self, root: int, number: int) -> None:
        record = self._records[number]
        faces = self._faces.setdefault(root, {})
        faces.setdefault((record.title, record.authors, record.author_ids), number)
        if record.year is not None:
            early, late = self._years.get(root, (record.year, record.year))
            self._years[root] = min(early, record.year), max(late, record.year)
        if record.home is not None:
            self._homes.setdefault(root, set()).add(record.home)

    def _at_home(self, a: int, b: int) -> bool:
        """Tell whether a document would be joined with a work that it names itself.

        A talk on a paper of the same title is not that paper.
        """
        ends = [self.clusters.find(a), self.clusters.find(b)]
        for one, other in (ends, ends[::-1]):
            self._of(one)
            homes = self._homes.get(one, ())
            if any(self.clusters.find(home) == other for home in homes):
                return True
        return False

    def _contradicted(self, a: int, b: int, verdict: Verdict) -> bool:
        """Tell whether joining would bring together what is two works.

        "Part 1" and "Part 2" are; so are works of other titles by strangers, and, where
        a title is all that joins them, works of one title by strangers, or that many
        years lie between.
        """
        roots = self.clusters.find(a), self.clusters.find(b)
        first, second = (list(self._of(root).values())[:_MOST_FACES] for root in roots)
        if verdict.rule in _BY_TITLE and self._far_apart(*roots):
            return True
        return any(
            self._clash(self._records[one], self._records[other], verdict.rule)
            for one in first
            for other in second
        )

    def _far_apart(self, one: int, other: int) -> bool:
        years = [self._years[root] for root in (one, other) if root in self._years]
        known = [year for span in years for year in span]
        return bool(known) and max(known) - min(known) > YEARS_BETWEEN

    def _clash(self, one: WorkRecord, other: WorkRecord, rule: str) -> bool:
        a, b = one.title, other.title
        if (a, one.authors, one.author_ids) == (b, other.authors, other.author_ids):
            return False
        if conflict(a, b):
            return True
        titled = a is not None and b is not None and a != b
        unlike = titled and likeness(a or "", b or "", self._usual) == "other"
        if rule in _BY_TITLE and unlike:  # two subtitles of what is bare in a third
            return True
        strange = unlike or rule in _BY_TITLE
        return strange and authorship(one, other) == "strangers"
