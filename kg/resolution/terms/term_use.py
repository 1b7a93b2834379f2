"""How works use a term: in titles, in first sentences, how often, how surely.

Titles and first sentences say what a work is about, and the rest what it is made of
(Edmundson 1969); a word that few works use often is one of their subjects, while one
that many use once is anybody's (Church & Gale 1995).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.kinds import family_kinds
from kg.records import Document, Extraction, Resolution
from kg.resolution.terms.work_likeness import likeness_of_works
from kg.text.sentences import sentence_spans

# So many works are assumed, with the share of the whole corpus, before any is counted.
_FIRST_PRIOR = 3


@dataclass(slots=True)
class TermUse:
    """How one term is used.

    Attributes:
        works: that use it in their text.
        in_title: those of them that do so in their title.
        in_first: those that do so in the first sentence of their abstract.
        mentions: how often it stands in all.
        certainty: the sum of their scores, in ten-thousandths, which add up to the same
            in every order.
    """

    works: set[str] = field(default_factory=set)
    in_title: set[str] = field(default_factory=set)
    in_first: set[str] = field(default_factory=set)
    mentions: int = 0
    certainty: int = 0

    @property
    def mean_certainty(self) -> float | None:
        """How sure its mentions are on average, in [0, 1]; None without any."""
        return self.certainty / self.mentions / 10_000 if self.mentions else None


@dataclass(frozen=True, slots=True)
class CorpusUse:
    """How the works of a corpus use terms.

    Attributes:
        terms: of each entity.
        works: how many there are.
        titled: those that have a title.
        title_share: how likely a work that has a title and uses a term has it there;
            None where no work has a title.
        first_share: how likely a work that uses a term does so in its first sentence.
        likeness: of the works of each term of two or more; see
            `kg.resolution.terms.work_likeness`.
    """

    terms: Mapping[str, TermUse]
    works: int
    titled: frozenset[str]
    title_share: float | None
    first_share: float
    likeness: Mapping[str, float]

    def titled_works(self, use: TermUse) -> int:
        """Return how many works with a title use a term."""
        return len(use.works & self.titled)

    def first_rate(self, use: TermUse) -> float:
        """Return the share of a term's works with it in the first sentence, smoothed."""
        prior = _FIRST_PRIOR * self.first_share
        return (len(use.in_first) + prior) / (len(use.works) + _FIRST_PRIOR)

    def residual_idf(self, use: TermUse) -> float:
        """Return by how many bits a term is rarer than its mentions, dealt at random.

        Zero of a term that no text has, or every work.
        """
        found = len(use.works)
        if not 0 < found < self.works:
            return 0.0
        expected = -math.expm1(-use.mentions / self.works)
        return math.log2(self.works / found) + math.log2(expected)


def corpus_use(extractions: Sequence[Extraction], resolution: Resolution) -> CorpusUse:
    """Count how works use terms; keywords count for nothing here.

    Args:
        extractions: what was found, a document each.
        resolution: of the same extractions, in the same order.
    """
    kinds = family_kinds("term")
    uses: dict[str, TermUse] = {}
    titled: set[str] = set()
    for extraction, entities, work in zip(
        extractions, resolution.mentions, resolution.documents, strict=True
    ):
        title_end, first_end = _subject_ends(extraction.document)
        if title_end:
            titled.add(work)
        for mention, entity in zip(extraction.mentions, entities, strict=True):
            if mention.kind in kinds and mention.field == "text" and entity is not None:
                use = uses.setdefault(entity, TermUse())
                use.works.add(work)
                use.mentions += 1
                use.certainty += round(mention.score * 10_000)
                if mention.start < title_end:
                    use.in_title.add(work)
                elif mention.start < first_end:
                    use.in_first.add(work)
    in_title = ((len(u.in_title), len(u.works & titled)) for u in uses.values())
    in_first = ((len(u.in_first), len(u.works)) for u in uses.values())
    works = len(set(resolution.documents))
    of_terms = {term: use.works for term, use in uses.items()}
    return CorpusUse(
        terms=uses,
        works=works,
        titled=frozenset(titled),
        title_share=_share(in_title),
        first_share=_share(in_first) or 0.5,
        likeness=likeness_of_works(of_terms, works),
    )


def _share(counts: Iterable[tuple[int, int]]) -> float | None:
    """Return the share of all that some counts are, smoothed; None of nothing."""
    pairs = list(counts)
    some, total = (
        (sum(column) for column in zip(*pairs, strict=True)) if pairs else (0, 0)
    )
    return (some + 1) / (total + 2) if total else None


def _subject_ends(document: Document) -> tuple[int, int]:
    """Return where a title ends, 0 without one, and the abstract's first sentence."""
    titles = [s.end for s in document.sections if s.kind == "title"]
    title_end = max(titles, default=0)
    for section in document.sections:
        if section.kind == "body":
            spans = sentence_spans(document.text, section.start, section.end)
            return title_end, spans[0][1] if spans else section.start
    return title_end, title_end
