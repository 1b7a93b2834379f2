"""Whether two records are of one work: what their titles, authors and texts say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import OSA

from kg.resolution.works.near_duplicates import overlap
from kg.resolution.works.title_similarity import Likeness, likeness
from kg.resolution.works.titles import LONG_TITLE, conflict, is_heading, title_words
from kg.resolution.works.work_records import AuthorId, WorkRecord

# A preprint is out at most so many years before its publication.
YEARS_BETWEEN = 3
# Fewer words of a text may be an announcement ("abstract to follow").
FEWEST_WORDS = 12
_LONG_TEXT = 30
# Shares of three-word sequences: of both texts, and of the shorter one.
_JACCARD, _CONTAINED = 0.5, 0.8
# What is needed of texts by others; under another title by the same; by some of them.
_BY_OTHERS, _RETITLED, _RETITLED_BY_SOME = 0.9, 0.6, 0.8
# What is needed of the shorter text where the titles are alike.
_RELATED, _MISSPELT, _REWORDED, _UNTITLED = 0.25, 0.2, 0.5, 0.4
# Words of a title that the same authors, or some of them, do not use again.
_SHORTEST_TITLE, _TELLING_TITLE = 2, 5
# Words of a title that a column of a journal has not.
_COLUMN_TITLE = 6
# A family name of fewer letters may be another's but for one letter.
_LONG_NAME = 6


Authorship = Literal["same", "unknown", "partial", "strangers"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One work or not, by which rule, and the sentence that says so."""

    same: bool
    rule: str
    reason: str
    score: float


_MOST_AUTHORS = 50


def authorship(a: WorkRecord, b: WorkRecord) -> Authorship:
    """Compare two author lists; of a cited work often one or two names are given.

    Homonyms of another initial are "partial": the initial may be mistyped. One name with
    two identifiers, as ORCIDs, is that of strangers, whoever else is listed.
    """
    if a.author_ids and b.author_ids and _have_other_ids(a.author_ids, b.author_ids):
        return "strangers"
    if not a.authors or not b.authors:
        return "unknown"
    if a.authors == b.authors:
        return "same"
    small, large = sorted((a.authors, b.authors), key=len)
    rest = small - large
    found = len(small) - len(rest)
    if len(large) <= _MOST_AUTHORS:  # of more, enough are spelt alike
        found += sum(any(_one(author, other) for other in large) for author in rest)
    if found == len(small):
        return "same"
    if not found:
        families = {family for family, _ in small}
        namesakes = any(family in families for family, _ in large)
        return "partial" if namesakes else "strangers"
    return "same" if found >= 2 and 2 * found >= len(small) else "partial"


def _have_other_ids(a: Iterable[AuthorId], b: Iterable[AuthorId]) -> bool:
    """Tell whether an author of one name has other identifiers of a scheme."""
    values: dict[tuple[str, str], set[str]] = {}
    for name, scheme, value in a:
        values.setdefault((name, scheme), set()).add(value)
    shared: dict[tuple[str, str], bool] = {}
    for name, scheme, value in b:
        if (name, scheme) in values:
            is_same = value in values[name, scheme]
            shared[name, scheme] = shared.get((name, scheme), False) or is_same
    return not all(shared.values())


def _one(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Tell whether two may be one author; a letter of a long family name may differ."""
    if a[1] != b[1] and a[1] and b[1]:
        return False
    if a[0] == b[0]:
        return True
    long = max(len(a[0]), len(b[0])) >= _LONG_NAME
    return long and OSA.distance(a[0], b[0], score_cutoff=1) <= 1


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges pairs of records; `usual` counts the titles that have a word."""

    usual: Mapping[str, int]

    def by_identifier(self, a: WorkRecord, b: WorkRecord) -> Verdict:
        """Judge two records with one DOI, arXiv number or address."""
        wrong = conflict(a.title, b.title) or (
            self._titles(a, b) == "other"
            and authorship(a, b) != "same"
            and overlap(a.text, b.text)[1] < _RELATED
        )
        if wrong:
            reason = "One identifier stands on two titles that differ."
            return Verdict(False, "identifier misused", reason, 0.3)
        return Verdict(
            True, "identifier", "The same DOI, arXiv number or address.", 1.0
        )

    def by_words(self, a: WorkRecord, b: WorkRecord) -> Verdict:
        """Judge two records whose texts have the same words."""
        if conflict(a.title, b.title):
            return _PARTS
        retitled = self._titles(a, b) == "other"
        if retitled and authorship(a, b) == "strangers":
            return _SWAPPED
        needed = _LONG_TEXT if retitled else FEWEST_WORDS
        if min(a.text.words, b.text.words) < needed:
            return Verdict(False, "short text", "The same few words, no more.", 0.4)
        reason = "The same words, but for LaTeX, case and punctuation."
        return Verdict(True, "same words", reason, 1.0)

    def by_text(self, a: WorkRecord, b: WorkRecord) -> Verdict | None:
        """Judge two records by how much of their texts is shared; None: not alike."""
        shared, contained = overlap(a.text, b.text)
        if contained < _MISSPELT:
            return None
        titles, authors = self._titles(a, b), authorship(a, b)
        long = min(a.text.words, b.text.words) >= _LONG_TEXT
        alike = max(shared, contained) if long else shared
        if authors != "strangers" and contained >= _needed_beside(titles, authors):
            alike = max(alike, contained)
        elif not long and (titles == "other" or shared < _JACCARD):
            return None  # few words are many announcements'
        elif shared < _JACCARD and contained < _CONTAINED:
            return None
        elif conflict(a.title, b.title):
            return _PARTS
        elif titles == "other" and authors == "strangers":
            return _SWAPPED
        elif alike < _needed_against(titles, authors):
            reason = f"{_share(alike)}, but not title or authors."
            return Verdict(False, "near text", reason, 0.4)
        return Verdict(True, "near text", f"{_share(alike)}.", round(alike, 3))

    def by_title(self, a: WorkRecord, b: WorkRecord) -> Verdict | None:
        """Judge two records with titles that are alike; None: they are not."""
        titles = self._titles(a, b)
        if titles is None or titles not in _TITLES:
            return None
        authors = authorship(a, b)
        contained = overlap(a.text, b.text)[1]
        if authors != "strangers" and contained >= _needed_beside(titles, authors):
            reason = f"{_TITLES[titles]} and a like text."
            return Verdict(True, "title and text", reason, 0.97)
        textless = min(a.text.words, b.text.words) < FEWEST_WORDS
        if titles in ("misspelt", "reworded") or (
            titles == "subtitle" and not textless
        ):
            return None
        return _by_title_alone(a, b, titles, authors, textless=textless)

    def _titles(self, a: WorkRecord, b: WorkRecord) -> Likeness | None:
        """Compare two titles; None where one is not known."""
        return likeness(a.title, b.title, self.usual) if a.title and b.title else None


def _by_title_alone(
    a: WorkRecord,
    b: WorkRecord,
    titles: Likeness,
    authors: Authorship,
    *,
    textless: bool,
) -> Verdict:
    """Judge two records of one title whose texts say nothing."""
    if is_heading(a.title or ""):
        return Verdict(False, "heading", "A title that many works have.", 0.3)
    said = _TITLES[titles]
    apart = 0 if a.year is None or b.year is None else abs(a.year - b.year)
    length = min(len(title_words(title or "")) for title in (a.title, b.title))
    years = 1 if titles == "subtitle" else YEARS_BETWEEN
    if authors == "same" and apart <= years and length >= _SHORTEST_TITLE:
        reason = f"{said} and the same authors."
        return Verdict(True, "title and authors", reason, 0.95)
    if authors == "partial" and apart <= 1 and length >= _TELLING_TITLE and textless:
        reason = f"{said} and some of the authors."
        return Verdict(True, "title and authors", reason, 0.85)
    # Two documents of nothing but a title may be issues of a column.
    column = a.home is None and b.home is None and not (a.authors or b.authors)
    alone = authors == "unknown" and textless and titles != "subtitle"
    if column and not (apart == 0 and length >= _COLUMN_TITLE):
        alone = False
    if alone and apart <= YEARS_BETWEEN and length >= LONG_TITLE:
        reason = f"{said}, of {length} words, and nothing that speaks against it."
        return Verdict(True, "title", reason, 0.8)
    reason = f"{said}, but the authors, text or years do not bear it out."
    return Verdict(False, "title alone", reason, 0.4)


def _needed_beside(titles: Likeness | None, authors: Authorship) -> float:
    """Give the share of the shorter text that is enough beside titles like these."""
    if titles is None and authors == "same":
        return _UNTITLED
    return _NEEDED.get(titles, _NOT_ENOUGH)


# The share of the shorter text that is enough for titles of some likeness.
_NOT_ENOUGH = 2.0
_NEEDED: dict[Likeness | None, float] = {
    "equal": _RELATED,
    "slip": _RELATED,
    "subtitle": _RELATED,
    "misspelt": _MISSPELT,
    "reworded": _REWORDED,
}


def _needed_against(titles: Likeness | None, authors: Authorship) -> float:
    """Give the share of the texts that makes up for titles or authors that differ."""
    if authors == "strangers":
        return _BY_OTHERS
    if titles != "other":
        return 0.0
    return _RETITLED if authors == "same" else _RETITLED_BY_SOME


def _share(alike: float) -> str:
    return f"{alike:.0%} of the three-word sequences are shared"


_TITLES: dict[Likeness | None, str] = {
    "equal": "The same title",
    "slip": "The same title but for a slip",
    "subtitle": "The same title but for a subtitle",
    "misspelt": "The same title, misspelt",
    "reworded": "Titles of much the same words",
}


_PARTS = Verdict(
    same=False,
    rule="parts",
    reason="The titles differ in a number, or one is a correction or reply.",
    score=0.1,
)
# Collections mix abstracts up: one abstract under two titles by strangers is a mistake.
_SWAPPED = Verdict(
    same=False,
    rule="one text, two works",
    reason="The same text stands under two titles by others.",
    score=0.3,
)
