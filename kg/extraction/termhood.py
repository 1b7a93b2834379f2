"""How sure a term is, and of which kind: a document's proposals weighed together.

The tagger sees a phrase where it stands; a document uses its terms again, and says the
same by them (termhood by frequency: Frantzi, Ananiadou & Mima 2000). The weights are of
a logistic regression (`pipelines.terms.train_termhood`), so that a score is a probability.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.datafiles import trained
from kg.kinds import tagged_kinds
from kg.log_odds import probability_from_nats
from kg.tagger.labels import Span

TERM_KINDS = tagged_kinds("term")
# Probabilities are kept off 0 and 1, where a logarithm ends.
_EDGE = 1e-3


@dataclass(frozen=True, slots=True)
class Weights:
    """What makes a term: the tagger's log-odds, further mentions, and a constant."""

    own: float
    again: float
    constant: float


class TermCandidate(NamedTuple):
    """A phrase at a place, and what speaks for it.

    `own` are the tagger's log-odds, `again` is the logarithm of one plus the mentions
    that are expected elsewhere in the document; `share` says how sure the kind is.
    """

    start: int
    end: int
    kind: str
    share: float
    own: float
    again: float


def weigh_proposals(
    text: str, proposals: Iterable[Span], *, least: float
) -> list[Span]:
    """Return a term for each place proposed, of a kind, with a calibrated score.

    Args:
        text: where the places count.
        proposals: methods and concepts of one document; they may overlap, and stand
            twice at one place, as either kind.
        least: the probability to be a term, of either kind, that is asked for. The
            score of what is returned is the probability to be one of its kind.
    """
    weights = trained_weights()
    found = []
    for start, end, kind, share, own, again in term_candidates(text, proposals):
        odds = weights.own * own + weights.again * again + weights.constant
        chance = probability_from_nats(odds)
        if chance >= least:
            found.append(Span(start, end, kind, round(chance * share, 4)))
    return found


def term_candidates(text: str, proposals: Iterable[Span]) -> Iterator[TermCandidate]:
    """Yield each place once, with the evidence of the whole document."""
    # What is expected of each kind: of a phrase, which all its places share.
    expected: dict[str, list[float]] = {}
    places: dict[tuple[int, int], tuple[list[float], float]] = {}
    for start, end, kind, score in proposals:
        place = start, end
        seen = places.get(place)
        if seen is None:
            seen = expected.setdefault(_phrase(text[start:end]), [0.0, 0.0]), 0.0
        sums, own = seen
        sums[kind == TERM_KINDS[1]] += score
        places[place] = sums, own + score
    for (start, end), ((methods, concepts), own) in places.items():
        total = methods + concepts
        again = math.log1p(total - own) if total > own else 0.0
        kind = TERM_KINDS[concepts > methods]
        share = max(methods, concepts) / total
        yield TermCandidate(start, end, kind, share, _log_odds(own), again)


@lru_cache(maxsize=1)
def trained_weights() -> Weights:
    """Return the weights that kg ships."""
    return Weights(**trained("terms/termhood"))


def _phrase(surface: str) -> str:
    """Return one form of a phrase for counting it, in singular and plural.

    Every last s goes, since a short form's does too: "BCIs".
    """
    return surface.casefold().removesuffix("s")


def _log_odds(chance: float) -> float:
    """Return the log-odds of a probability, kept off 0 and 1."""
    if not _EDGE < chance < 1 - _EDGE:
        chance = min(max(chance, _EDGE), 1 - _EDGE)
    return math.log(chance / (1 - chance))
