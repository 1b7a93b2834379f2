"""Verdicts on candidate pairs of records: one work or two, and by which rule."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.resolution.works.near_duplicates import shingle_overlap
from kg.resolution.works.title_similarity import TitleRelation, compare_titles
from kg.resolution.works.titles import (
    LONG_TITLE,
    is_heading,
    title_words,
    titles_conflict,
)
from kg.resolution.works.versions import are_two_publications, years_waited
from kg.resolution.works.work_authors import AuthorRelation, compare_authors
from kg.resolution.works.work_records import WorkRecord

# A preprint is out at most so many years before its publication.
YEARS_BETWEEN = 3
# Fewer words of a text may be an announcement ("abstract to follow").
FEWEST_WORDS = 12
# Words: shorter texts are announcements, which many records share.
_LONG_TEXT = 30
# Shares of three-word sequences: of both texts, and of the shorter one.
_JACCARD, _CONTAINED = 0.5, 0.8
# Shared shares needed: of texts by others; retitled by the same, or some, authors.
_BY_OTHERS, _RETITLED, _RETITLED_BY_SOME = 0.9, 0.6, 0.8
# Shares needed of the shorter text, by how similar the titles are.
_RELATED, _MISSPELT, _REWORDED, _UNTITLED = 0.25, 0.2, 0.5, 0.4
# Words of a title that the same authors, or some of them, do not use again.
_SHORTEST_TITLE, _TELLING_TITLE = 2, 5
# Words of a title that a column of a journal has not.
_COLUMN_TITLE = 6


@dataclass(frozen=True, slots=True)
class Verdict:
    """One work or not, by which rule, and the sentence that says so.

    Attributes:
        same: whether the two are records of one work.
        rule: a short name, by which merges are counted.
        reason: a sentence for the reader.
        score: how likely it is, in [0, 1], that they are one work.
    """

    same: bool
    rule: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges candidate pairs; `title_counts` are how many titles have a word."""

    title_counts: Mapping[str, int]

    def by_identifier(self, a: WorkRecord, b: WorkRecord) -> Verdict:
        """Judge two records with one DOI, arXiv number or address."""
        wrong = titles_conflict(a.title, b.title) or (
            self._titles(a, b) == "other"
            and compare_authors(a, b) != "same"
            and shingle_overlap(a.text, b.text)[1] < _RELATED
        )
        if wrong:
            reason = "One identifier stands on two titles that differ."
            return Verdict(False, "identifier misused", reason, 0.3)
        return Verdict(
            True, "identifier", "The same DOI, arXiv number or address.", 1.0
        )

    def by_words(self, a: WorkRecord, b: WorkRecord) -> Verdict:
        """Judge two records whose texts have the same words."""
        if titles_conflict(a.title, b.title):
            return _PARTS
        retitled = self._titles(a, b) == "other"
        authors = compare_authors(a, b)
        if retitled and authors == "strangers":
            return _TWO_WORKS_ONE_TEXT
        if retitled and are_two_publications(a.identifiers, b.identifiers):
            return _TWO_PUBLICATIONS
        needed = _LONG_TEXT if retitled and authors != "same" else FEWEST_WORDS
        if min(a.text.words, b.text.words) < needed:
            return Verdict(False, "short text", "The same few words, no more.", 0.4)
        reason = "The same words, but for LaTeX, case and punctuation."
        return Verdict(True, "same words", reason, 1.0)

    def by_text(self, a: WorkRecord, b: WorkRecord) -> Verdict | None:
        """Judge two records by how much of their texts is shared; None: too little."""
        shared, contained = shingle_overlap(a.text, b.text)
        if contained < _MISSPELT:
            return None
        titles, authors = self._titles(a, b), compare_authors(a, b)
        long = min(a.text.words, b.text.words) >= _LONG_TEXT
        similarity = max(shared, contained) if long else shared
        if authors != "strangers" and contained >= _share_needed_beside(
            titles, authors
        ):
            similarity = max(similarity, contained)
        elif not long and (titles == "other" or shared < _JACCARD):
            return None  # few words are many announcements'
        elif shared < _JACCARD and contained < _CONTAINED:
            return None
        elif titles_conflict(a.title, b.title):
            return _PARTS
        elif titles == "other" and authors == "strangers":
            return _TWO_WORKS_ONE_TEXT
        elif similarity < _share_needed_against(titles, authors):
            reason = f"{_describe_share(similarity)}, but not title or authors."
            return Verdict(False, "near text", reason, 0.4)
        return Verdict(
            True, "near text", f"{_describe_share(similarity)}.", round(similarity, 3)
        )

    def by_title(self, a: WorkRecord, b: WorkRecord) -> Verdict | None:
        """Judge two records with similar titles; None: they are not similar."""
        titles = self._titles(a, b)
        if titles is None or titles not in _RELATION_WORDS:
            return None
        authors = compare_authors(a, b)
        contained = shingle_overlap(a.text, b.text)[1]
        if authors != "strangers" and contained >= _share_needed_beside(
            titles, authors
        ):
            reason = f"{_RELATION_WORDS[titles]} and a like text."
            return Verdict(True, "title and text", reason, 0.97)
        textless = min(a.text.words, b.text.words) < FEWEST_WORDS
        if titles in ("misspelt", "reworded") or (
            titles == "subtitle" and not textless
        ):
            return None
        return _by_title_alone(a, b, titles, authors, textless=textless)

    def _titles(self, a: WorkRecord, b: WorkRecord) -> TitleRelation | None:
        """Return how similar two titles are; None where one is not known."""
        return (
            compare_titles(a.title, b.title, self.title_counts)
            if a.title and b.title
            else None
        )


def _by_title_alone(
    a: WorkRecord,
    b: WorkRecord,
    titles: TitleRelation,
    authors: AuthorRelation,
    *,
    textless: bool,
) -> Verdict:
    """Judge two records of one title whose texts say nothing."""
    if is_heading(a.title or ""):
        return Verdict(False, "heading", "A title that many works have.", 0.3)
    relation_words = _RELATION_WORDS[titles]
    if are_two_publications(a.identifiers, b.identifiers):
        return _TWO_PUBLICATIONS
    years_apart = _years_between(a, b)
    length = min(len(title_words(title or "")) for title in (a.title, b.title))
    years = 1 if titles == "subtitle" else YEARS_BETWEEN
    if authors == "same" and years_apart <= years and length >= _SHORTEST_TITLE:
        reason = f"{relation_words} and the same authors."
        return Verdict(True, "title and authors", reason, 0.95)
    if (
        authors == "partial"
        and years_apart <= 1
        and length >= _TELLING_TITLE
        and textless
    ):
        reason = f"{relation_words} and some of the authors."
        return Verdict(True, "title and authors", reason, 0.85)
    # Two documents of nothing but a title may be issues of a column.
    may_be_column = (
        a.named_in is None and b.named_in is None and not (a.authors or b.authors)
    )
    alone = authors == "unknown" and textless and titles != "subtitle"
    if may_be_column and not (years_apart == 0 and length >= _COLUMN_TITLE):
        alone = False
    if alone and years_apart <= YEARS_BETWEEN and length >= LONG_TITLE:
        reason = (
            f"{relation_words}, of {length} words, and nothing that speaks against it."
        )
        return Verdict(True, "title", reason, 0.8)
    reason = f"{relation_words}, but the authors, text or years do not bear it out."
    return Verdict(False, "title alone", reason, 0.4)


def _years_between(a: WorkRecord, b: WorkRecord) -> int:
    """Return the years between two records, less those that a preprint may wait."""
    if a.year is None or b.year is None:
        return 0
    return max(0, abs(a.year - b.year) - years_waited(a, b))


def _share_needed_beside(
    titles: TitleRelation | None, authors: AuthorRelation
) -> float:
    """Return the share of the shorter text that is enough beside such titles."""
    if titles is None and authors == "same":
        return _UNTITLED
    return _NEEDED.get(titles, _NOT_ENOUGH)


# The share of the shorter text that is enough for titles of some similarity.
_NOT_ENOUGH = 2.0
_NEEDED: dict[TitleRelation | None, float] = {
    "equal": _RELATED,
    "slip": _RELATED,
    "subtitle": _RELATED,
    "misspelt": _MISSPELT,
    "reworded": _REWORDED,
}


def _share_needed_against(
    titles: TitleRelation | None, authors: AuthorRelation
) -> float:
    """Return the share of the texts that outweighs titles or authors that differ."""
    if authors == "strangers":
        return _BY_OTHERS
    if titles != "other":
        return 0.0
    return _RETITLED if authors == "same" else _RETITLED_BY_SOME


def _describe_share(similarity: float) -> str:
    """Return in words how much of two texts is shared."""
    return f"{similarity:.0%} of the three-word sequences are shared"


_RELATION_WORDS: dict[TitleRelation | None, str] = {
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
_TWO_PUBLICATIONS = Verdict(
    same=False,
    rule="two DOIs",
    reason="DOIs of two publications, under one title or with one text, not both.",
    score=0.4,
)
# Collections mix abstracts up: one abstract under two titles by strangers is a mistake.
_TWO_WORKS_ONE_TEXT = Verdict(
    same=False,
    rule="one text, two works",
    reason="The same text stands under two titles by others.",
    score=0.3,
)
