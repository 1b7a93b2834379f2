"""Whether two records are of one work: what their titles, authors and texts say."""

from dataclasses import dataclass
from typing import Literal

from kg.identity.sketches import overlap
from kg.identity.titles import LONG_TITLE, conflict, near, title_words
from kg.identity.work_records import WorkRecord

# A preprint is out at most so many years before its publication.
YEARS_BETWEEN = 3
# Fewer words of a text may be an announcement ("abstract to follow").
FEWEST_WORDS = 12
_LONG_TEXT = 30
_JACCARD, _RETITLED, _BY_OTHERS = 0.5, 0.8, 0.9
_CONTAINED, _RELATED = 0.8, 0.25


@dataclass(frozen=True, slots=True)
class Verdict:
    """One work or not, by which rule, and the sentence that says so."""

    same: bool
    rule: str
    reason: str
    score: float


def authorship(
    a: WorkRecord, b: WorkRecord
) -> Literal["same", "unknown", "partial", "strangers"]:
    """Compare two author lists; of a cited work often one or two names are given."""
    if not a.authors or not b.authors:
        return "unknown"
    small, large = sorted((a.authors, b.authors), key=len)
    found = sum(any(_one(author, other) for other in large) for author in small)
    if found == len(small):
        return "same"
    if not found:
        return "strangers"
    return "same" if found >= 2 and 2 * found >= len(small) else "partial"


def _one(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return a[0] == b[0] and (a[1] == b[1] or not a[1] or not b[1])


def by_identifier(a: WorkRecord, b: WorkRecord) -> Verdict:
    """Judge two records with one DOI, arXiv number or address."""
    wrong = conflict(a.title, b.title) or (
        a.title
        and b.title
        and not near(a.title, b.title)
        and authorship(a, b) != "same"
        and overlap(a.text, b.text)[1] < _RELATED
    )
    if wrong:
        reason = "One identifier stands on two titles that differ."
        return Verdict(False, "identifier misused", reason, 0.3)
    return Verdict(True, "identifier", "The same DOI, arXiv number or address.", 1.0)


def by_words(a: WorkRecord, b: WorkRecord) -> Verdict:
    """Judge two records whose texts have the same words."""
    if conflict(a.title, b.title):
        return _parts()
    retitled = a.title and b.title and not near(a.title, b.title)
    if min(a.text.words, b.text.words) < (_LONG_TEXT if retitled else FEWEST_WORDS):
        return Verdict(False, "short text", "The same few words, no more.", 0.4)
    reason = "The same words, but for LaTeX, case and punctuation."
    return Verdict(True, "same words", reason, 1.0)


def by_text(a: WorkRecord, b: WorkRecord) -> Verdict | None:
    """Judge two records by how much of their texts is shared; None: not alike."""
    shared, contained = overlap(a.text, b.text)
    alike = shared >= _JACCARD or (
        contained >= _CONTAINED and min(a.text.words, b.text.words) >= _LONG_TEXT
    )
    titles = bool(a.title and b.title)
    one_title = titles and near(a.title or "", b.title or "")
    if one_title and contained >= _RELATED:
        alike = True
    if not alike:
        return None
    if conflict(a.title, b.title):
        return _parts()
    needed = _RETITLED if titles and not one_title else 0.0
    if authorship(a, b) == "strangers":
        needed = _BY_OTHERS
    share = f"{max(shared, contained):.0%} of the three-word sequences are shared"
    if max(shared, contained) < needed:
        return Verdict(False, "near text", f"{share}, but not title or authors.", 0.4)
    return Verdict(True, "near text", f"{share}.", round(max(shared, contained), 3))


def by_title(a: WorkRecord, b: WorkRecord) -> Verdict:
    """Judge two records with one title, or one but for a slip."""
    if conflict(a.title, b.title):
        return _parts()
    authors = authorship(a, b)
    related = overlap(a.text, b.text)[1] >= _RELATED
    length = len(title_words(a.title or ""))
    years = a.year is None or b.year is None or abs(a.year - b.year) <= YEARS_BETWEEN
    textless = min(a.text.words, b.text.words) < FEWEST_WORDS
    if related and authors != "strangers":
        return Verdict(True, "title and text", "The same title and a like text.", 0.97)
    if authors == "same" and years and length > 2:
        reason = "The same title and authors."
        return Verdict(True, "title and authors", reason, 0.95)
    if authors == "unknown" and textless and years and length >= LONG_TITLE:
        reason = (
            f"The same title of {length} words, and nothing that speaks against it."
        )
        return Verdict(True, "title", reason, 0.8)
    reason = "The same title, but the authors, text or years do not bear it out."
    return Verdict(False, "title alone", reason, 0.4)


def _parts() -> Verdict:
    reason = "The titles differ in a number, or one is a correction or reply."
    return Verdict(False, "parts", reason, 0.1)
