"""Methods and concepts: the tagger's proposals, where terms can stand at all.

GUIDELINE: no terms from the titles of cited works, none from author lines or
references, and both members of an abbreviation pair are terms.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from kg.records import Document, Mention, MentionKind, Passage, Work
from kg.text.reading import reading

# Sections whose prose speaks of the work itself.
_SECTIONS = ("title", "body", "preview")
_PASSAGES = ("prose", "biography", "collaboration")

Pair = tuple[int, int, int, int]


def find_terms(
    document: Document,
    passages: Sequence[Passage],
    tagged: Sequence[Mention],
    *,
    taken: Sequence[Mention] = (),
    works: Sequence[Work] = (),
    abbreviations: Sequence[Pair] = (),
) -> list[Mention]:
    """Return methods and concepts of a document's text and keywords, none overlapping.

    Args:
        document: what is read.
        passages: the parts of its bodies.
        tagged: terms proposed by the trained tagger.
        taken: mentions of other kinds; a proposal that overlaps one is dropped.
        works: other works named; what stands in their titles is no term of this one.
        abbreviations: (short start, short end, long start, long end) in the text.
    """
    allowed = _merged(
        [(s.start, s.end) for s in document.sections if s.kind in _SECTIONS]
    )
    barred = [(p.start, p.end) for p in passages if p.kind not in _PASSAGES]
    barred += [(w.start, w.end) for w in works]
    barred += [(m.start, m.end) for m in taken if m.field == "text"]
    closed = _merged(barred)
    proposed = [
        term
        for term in [*tagged, *_paired(document.text, tagged, abbreviations)]
        if _inside(term, allowed) and not _touches(term, closed)
    ]
    named = (
        _term(document.text, t.start, t.end, t.kind, score=t.score) for t in proposed
    )
    return [*_apart(named), *_keywords(document)]


def _paired(
    text: str, tagged: Sequence[Mention], abbreviations: Iterable[Pair]
) -> list[Mention]:
    """Propose the members of abbreviation pairs that the tagger did not see.

    Only where it saw the other member: a pair of which it saw none may name anything.
    """
    seen = {(m.start, m.end): m for m in tagged}
    found = []
    for pair in abbreviations:
        short, long = seen.get(pair[:2]), seen.get(pair[2:])
        if short and not long:
            found.append(_term(text, *pair[2:], short.kind, score=short.score))
        elif long and not short:
            found.append(_term(text, *pair[:2], long.kind, score=long.score))
    return found


def _apart(terms: Iterable[Mention]) -> list[Mention]:
    """Drop terms that overlap another: the longer stays, of equals the more certain."""
    kept: list[Mention] = []
    places: list[tuple[int, int]] = []
    for term in sorted(
        terms, key=lambda t: (t.start - t.end, -t.score, t.start, t.kind)
    ):
        at = bisect_left(places, (term.start, term.end))
        clear_before = at == 0 or places[at - 1][1] <= term.start
        clear_behind = at == len(places) or places[at][0] >= term.end
        if clear_before and clear_behind:
            places.insert(at, (term.start, term.end))
            kept.append(term)
    return sorted(kept)


def _term(
    text: str, start: int, end: int, kind: MentionKind, *, score: float
) -> Mention:
    surface = text[start:end]
    return Mention(start, end, kind, surface, reading(surface), score=score)


def _keywords(document: Document) -> list[Mention]:
    """A record's keywords name concepts; where one is a method, the corpus says so."""
    return [
        Mention(
            0, len(word), "concept", word, reading(word), field=f"keywords.{number}"
        )
        for number, word in enumerate(document.keywords)
        if word.strip()
    ]


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that touch or overlap into sorted, disjoint ones."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _inside(term: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, term.start, key=lambda span: span[0]) - 1
    return at >= 0 and term.end <= spans[at][1]


def _touches(term: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, term.end - 1, key=lambda span: span[0]) - 1
    return at >= 0 and spans[at][1] > term.start
