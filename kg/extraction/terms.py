"""Methods and concepts: of the tagger's proposals, those that are terms.

GUIDELINE: no terms from the titles of cited works, none from author lines or
references, and both members of an abbreviation pair are terms.
"""

from collections.abc import Iterable, Iterator, Sequence

from kg.extraction.abstract_parts import keyword_places
from kg.extraction.termhood import TERM_KINDS, weigh_proposals
from kg.records import Document, Mention, Passage, Work
from kg.tagger.labels import Span
from kg.text.latex import decode_latex
from kg.text.line_end_hyphens import mend_line_ends
from kg.text.span_mask import SpanMask

# Sections and passages whose prose speaks of the work itself.
_SECTIONS = ("title", "body", "preview")
_PASSAGES = ("prose", "biography", "collaboration")

# The share of the certain at which most terms are found for the least false ones:
# about half the F1 that can be reached (Lipton, Elkan & Naryanaswamy 2014).
_CERTAIN = 0.4

# The score of a heading of which the index does not say how sure it is.
_UNSTATED = 0.5

Pair = tuple[int, int, int, int]


def find_terms(
    document: Document,
    passages: Sequence[Passage],
    tagged: Sequence[Span],
    *,
    others: Sequence[Mention] = (),
    works: Sequence[Work] = (),
    abbreviations: Sequence[Pair] = (),
) -> list[Mention]:
    """Return methods and concepts of a document's text and keywords, none overlapping.

    Args:
        document: what is read.
        passages: the parts of its bodies.
        tagged: what the trained tagger proposes, of any kind; it may overlap.
        others: mentions of other kinds; a proposal that overlaps one is dropped.
        works: other works named; what stands in their titles is no term of this one.
        abbreviations: (short start, short end, long start, long end) in the text.
    """
    text = document.text
    allowed = _allowed_places(document, passages, others, works).covers
    kept = (s for s in tagged if s.kind in TERM_KINDS and allowed(s.start, s.end))
    terms = weigh_proposals(text, kept, least=_CERTAIN)
    partners = _abbreviation_partners(terms, abbreviations)
    terms += (term for term in partners if allowed(term.start, term.end))
    found = [_mention(text, *term) for term in _drop_overlaps(text, terms)]
    listed = _listed_keywords(text, passages)
    return [*found, *listed, *_keywords(document), *_subjects(document)]


def _allowed_places(
    document: Document,
    passages: Sequence[Passage],
    others: Sequence[Mention],
    works: Sequence[Work],
) -> SpanMask:
    """Return the characters of a text that may belong to a term."""
    spans = [(s.start, s.end) for s in document.sections if s.kind in _SECTIONS]
    allowed = SpanMask(0, len(document.text), spans)
    barred = [(p.start, p.end) for p in passages if p.kind not in _PASSAGES]
    barred += [(work.start, work.end) for work in works]
    barred += [(m.start, m.end) for m in others if m.field == "text"]
    for span in barred:
        allowed.release(*span)
    return allowed


def _abbreviation_partners(
    terms: Sequence[Span], abbreviations: Sequence[Pair]
) -> list[Span]:
    """Return the members of abbreviation pairs whose other member alone is a term.

    A pair of which neither is one may name anything.
    """
    known = {(term.start, term.end): term for term in terms} if abbreviations else {}
    found = []
    for pair in abbreviations:
        short, long = known.get(pair[:2]), known.get(pair[2:])
        if short and not long:
            found.append(Span(*pair[2:], short.kind, short.score))
        elif long and not short:
            found.append(Span(*pair[:2], long.kind, long.score))
    return found


def _drop_overlaps(text: str, terms: Iterable[Span]) -> list[Span]:
    """Drop terms that overlap another: the more certain stays, of equals the longer."""
    mask = SpanMask(0, len(text))
    ranked = sorted(terms, key=lambda t: (-t.score, t.start - t.end, t.start))
    return sorted(term for term in ranked if mask.add(term.start, term.end))


def _mention(text: str, start: int, end: int, kind: str, score: float) -> Mention:
    """Return the mention of a term, under the words that a reader sees."""
    surface = text[start:end]
    name = mend_line_ends(decode_latex(surface), text)
    return Mention(start, end, kind, surface, name, score=score)


def _listed_keywords(text: str, passages: Sequence[Passage]) -> Iterator[Mention]:
    """Yield the keywords of lists within the text."""
    for passage in passages:
        if passage.kind == "keywords":
            for start, end in keyword_places(text, passage.start, passage.end):
                yield _mention(text, start, end, "concept", 1.0)


def _keywords(document: Document) -> list[Mention]:
    """A record's keywords name concepts; where one is a method, the corpus says so."""
    return [
        _stated_concept(word, field=f"keywords.{number}")
        for number, word in enumerate(document.keywords)
        if word.strip()
    ]


def _subjects(document: Document) -> list[Mention]:
    """The headings of an index name concepts, as sure as the index is."""
    return [
        _stated_concept(
            subject.term,
            field=f"subjects.{number}",
            score=_UNSTATED if subject.score is None else subject.score,
        )
        for number, subject in enumerate(document.subjects)
    ]


def _stated_concept(term: str, *, field: str, score: float = 1.0) -> Mention:
    """Return the mention of a term that is all of a field of a record."""
    name = decode_latex(term)
    return Mention(0, len(term), "concept", term, name, score=score, field=field)
