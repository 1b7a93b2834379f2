"""Salience: how likely a term is one that says what works are about.

"Accuracy" and "training data" stand in half of all abstracts of machine learning and in
hardly a title. A small logistic regression weighs such signs; its weights were learned
from terms judged by hand (`pipelines.terms.train_salience`).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from kg.datafiles import trained
from kg.kinds import family_kinds
from kg.log_odds import probability_from_nats
from kg.records import Entity, Extraction, Resolution
from kg.resolution.terms.background_counts import Background, shipped_background
from kg.resolution.terms.term_normal_form import term_key
from kg.resolution.terms.term_use import CorpusUse, TermUse, corpus_use

FEATURES = (
    "title",  # log odds of the share of its works that have it in the title
    "residual idf",  # in bits
    "first sentence",  # log odds of the share of its works that have it there
    "likeness",  # of its works, in doublings: a subject's are alike, a generic word's not
    "head",  # of the last word in other terms: log odds of that word's share in titles
    "words",  # the mean of these over its words
    "capital",  # a name, or an abbreviation
    "single word",
    "certainty",  # mean score of its mentions
    "constant",
)
"""Names of the features of a term."""

# The share of a title's works in this corpus has so much of a prior.
_TITLE_PRIOR = 5
_LOWEST, _HIGHEST = 0.001, 0.95  # of shares, whose logarithm is taken
_MOST_NAMES = 5  # of an entity that are looked up, the most frequent first
_USUAL_CERTAINTY = 0.8  # of a term that stands among keywords only


def add_salience(
    extractions: Sequence[Extraction],
    resolution: Resolution,
    background: Background | None = None,
) -> Resolution:
    """Return a resolution whose methods and concepts have their salience, in [0, 1].

    Args:
        extractions: what was found, a document each.
        resolution: of the same extractions, in the same order.
        background: counts of titles elsewhere; by default those that kg ships.
    """
    known = shipped_background() if background is None else background
    corpus, kinds = corpus_use(extractions, resolution), family_kinds("term")
    entities = tuple(
        replace(entity, salience=_salience(term_features(entity, corpus, known)))
        if entity.kind in kinds
        else entity
        for entity in resolution.entities
    )
    return replace(resolution, entities=entities)


def _salience(values: Mapping[str, float]) -> float:
    """Return the probability that features stand for."""
    weights = _weights()
    odds = math.fsum(weights[name] * value for name, value in values.items())
    return round(probability_from_nats(odds), 3)


def term_features(
    entity: Entity, corpus: CorpusUse, background: Background
) -> dict[str, float]:
    """Return the features of a term by name; see `FEATURES`.

    Args:
        entity: a method or concept of the corpus.
        corpus: how its works use terms.
        background: counts of titles elsewhere.
    """
    use = corpus.terms.get(entity.id, TermUse())
    words = term_key(entity.name).words
    shares = [_log_odds(background.words.share([word])) for word in words]
    values = (
        _log_odds(_title_rate(entity, use, corpus, background)),
        corpus.residual_idf(use),
        _log_odds(corpus.first_rate(use)),
        corpus.likeness.get(entity.id, 0.0),
        shares[-1],
        math.fsum(shares) / len(shares),
        float(entity.name != entity.name.lower()),
        float(len(words) == 1),
        _USUAL_CERTAINTY if use.mean_certainty is None else use.mean_certainty,
        1.0,
    )
    return dict(zip(FEATURES, values, strict=True))


def _title_rate(
    entity: Entity, use: TermUse, corpus: CorpusUse, background: Background
) -> float:
    """Return the share of a term's works with it in the title, smoothed.

    Few works of this corpus say little: until there are more, the term has the share
    that it has elsewhere, on the level of this corpus.
    """
    names = islice((entity.name, *entity.aliases), _MOST_NAMES)
    keys = dict.fromkeys(" ".join(term_key(name).words) for name in names)
    elsewhere = background.terms.share(keys)
    if corpus.title_share is not None:
        elsewhere *= corpus.title_share / background.terms.usual
    titles = len(use.in_title) + _TITLE_PRIOR * elsewhere
    return titles / (corpus.titled_works(use) + _TITLE_PRIOR)


def _log_odds(share: float) -> float:
    """Return the natural log odds of a share, kept off 0 and 1."""
    share = min(max(share, _LOWEST), _HIGHEST)
    return math.log(share / (1 - share))


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    """Return the weights that kg ships, in nats."""
    return trained("terms/salience")
