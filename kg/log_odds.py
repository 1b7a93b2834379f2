"""Probabilities from log odds: the logistic function of single numbers.

Weights that kg learned are log odds, in nats (termhood) or in bits, of which +1 doubles
the odds. Tables of them have `scipy.special.expit`, whose import takes longer than all
that is computed here.
"""

import math

# Further from 0, a probability is 0 or 1 to all digits.
_LARGEST_BITS = 60.0
_LARGEST_NATS = 700.0


def probability_from_nats(log_odds: float) -> float:
    """Return the probability that natural log odds stand for.

    >>> probability_from_nats(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-_limit(log_odds, _LARGEST_NATS)))


def probability_from_bits(log_odds: float) -> float:
    """Return the probability that log odds to the base 2 stand for.

    >>> round(probability_from_bits(1.0), 3)
    0.667
    """
    return 1 / (1 + math.exp2(-_limit(log_odds, _LARGEST_BITS)))


def bits(probability: float) -> float:
    """Return the log odds, to the base 2, of a probability between 0 and 1.

    Raises:
        ValueError: it is 0 or 1, whose odds have no logarithm.

    >>> bits(0.5)
    0.0
    """
    if not 0 < probability < 1:
        raise ValueError(f"expected a probability in (0, 1), found {probability}")
    return math.log2(probability / (1 - probability))


def _limit(value: float, most: float) -> float:
    return max(-most, min(most, value))
