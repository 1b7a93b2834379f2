"""Whether a paragraph goes on with the talk above it or opens a new one.

A logistic regression over a few features that hold in any field: how much the words
of two paragraphs have in common against other paragraphs of the same page (lexical
cohesion, Halliday & Hasan 1976; Hearst 1997), how they open and close, what the talk so
far has announced and not yet said.
"""

import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from kg.sources.pages.cue_words import (
    CohesionModel,
    cue_score,
    cue_words,
    first_sentence,
    last_sentence,
)
from kg.sources.pages.rhetoric import rhetoric_features
from kg.sources.pages.talk_endings import tail_score
from kg.text.folding import strip_plural

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A word with two capitals or more: "SGD", "LiDAR".
_ACRONYM = re.compile(r"\b(?=[a-z]*[A-Z][a-z]*[A-Z])[A-Za-z]++\b")
# A short form in brackets, where it is defined.
_DEFINED = re.compile(r"[(\[]([a-z]*[A-Z](?:[a-z-]*[A-Z])+[a-z]*?)s?[)\]]")
_NEIGHBOURS = 16  # paragraphs on either side that cohesion is compared with
_CLIP = 4.0  # the tail model is surer than it should be
_READ = 5000  # characters of a paragraph that are looked at


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one paragraph before its neighbours are looked at.

    Attributes:
        text: the whole paragraph.
        terms: words and their weights, tf-idf.
        norm: the length of the vector of these weights.
        acronyms: words of capitals, without a plural's s.
        defined: those that the paragraph itself spells out, "walks (RWG)".
        opening: score of its first sentence as the first of an abstract.
        closing: score of its last sentence as the last of an abstract.
        tail: log-odds that it stands behind an abstract.
        size: characters, against the page's median paragraph.
    """

    text: str
    terms: Mapping[str, float]
    norm: float
    acronyms: frozenset[str]
    defined: frozenset[str]
    opening: float
    closing: float
    tail: float  # log-odds that it stands behind an abstract
    size: float  # characters, against the page's median paragraph


def profile_paragraphs(
    paragraphs: Sequence[str], model: CohesionModel
) -> list[Profile]:
    """Weigh each paragraph's words by how rare they are here and elsewhere.

    Args:
        paragraphs: all prose of a page, in order: what is rare is told by all of it.
        model: has the frequencies elsewhere, and the words that open and close.

    Returns:
        A profile a paragraph.
    """
    counts = [count_terms(text[:_READ]) for text in paragraphs]
    inverse = _idf(counts, model.idf)
    median_length = median(map(len, paragraphs)) if paragraphs else 0
    return [
        _profile(text, count, inverse, model, median_length=median_length)
        for text, count in zip(paragraphs, counts, strict=True)
    ]


def _profile(
    text: str,
    count: Counter[str],
    inverse: Mapping[str, float],
    model: CohesionModel,
    *,
    median_length: float,
) -> Profile:
    weighed = {
        word: (1 + math.log(times)) * inverse[word] for word, times in count.items()
    }
    look = text[:_READ]
    return Profile(
        text=text,
        terms=weighed,
        norm=math.sqrt(sum(weight * weight for weight in weighed.values())),
        acronyms=frozenset(word.rstrip("s") for word in _ACRONYM.findall(look)),
        defined=frozenset(_DEFINED.findall(look)),
        opening=cue_score(cue_words(first_sentence(text)), model.opening),
        closing=cue_score(cue_words(last_sentence(text)), model.closing),
        tail=max(-_CLIP, min(tail_score(text, model), _CLIP)),
        size=(len(text) + 50) / (median_length + 50),
    )


def count_terms(text: str) -> Counter[str]:
    """Count a text's words, case and plural folded.

    >>> count_terms("Mills and a mill")
    Counter({'mill': 2, 'and': 1})
    """
    # One string a word: a page says most of its words many times.
    return Counter(
        sys.intern(strip_plural(word.lower()))
        for word in _WORD.findall(text)
        if len(word) > 1
    )


def _idf(
    counts: Iterable[Counter[str]], background: Mapping[str, float]
) -> dict[str, float]:
    """Take the smaller of a word's weights here and elsewhere.

    A seminar is of one field, so its staple words say nothing of what belongs together.
    """
    inside: Counter[str] = Counter()
    total = 0
    for count in counts:
        inside.update(count.keys())
        total += 1
    unknown = max(background.values(), default=1.0)
    return {
        word: min(
            background.get(word, unknown),
            # Weights range alike: a page of a hundred paragraphs has smaller ones.
            math.log((total + 1) / (found + 0.5)) + 3.0,
        )
        for word, found in inside.items()
    }


def cosine(a: Profile, b: Profile) -> float:
    """Return the cosine of two paragraphs' weighed words, in [0, 1].

    The measure of lexical cohesion of TextTiling (Hearst 1997), with weights of
    words instead of counts.
    """
    small, large = sorted((a.terms, b.terms), key=len)
    shared = sum(
        weight * large[word] for word, weight in small.items() if word in large
    )
    return shared / (a.norm * b.norm) if shared else 0.0


def boundary_features(
    all_profiles: Sequence[Profile],
    talk: Sequence[int],
    place: int,
    *,
    attached: bool,
) -> dict[str, float]:
    """Describe the boundary before a paragraph.

    Args:
        all_profiles: every prose paragraph of the page.
        talk: places of the paragraphs of the talk so far, at least one.
        place: the paragraph that may open a new talk.
        attached: whether "joint work", a link, a biography ended the talk above.
    """
    now = all_profiles[place]
    talk_so_far = [all_profiles[number] for number in talk]
    return {
        "bias": 1.0,
        "attached": float(attached),
        **_cohesion_features(all_profiles, talk, place),
        **_acronym_features(talk_so_far, now),
        **_rhetoric_features(talk_so_far, now),
        **_length_features(talk_so_far, now),
    }


def _cohesion_features(
    all_profiles: Sequence[Profile], talk: Sequence[int], place: int
) -> dict[str, float]:
    """Return how near a paragraph is to the talk, against the rest of the page.

    The rest of the page is of the same field: only what is nearer than usual there
    says that two paragraphs belong together.
    """
    now = all_profiles[place]
    before = max(cosine(all_profiles[number], now) for number in talk)
    others = [
        cosine(all_profiles[number], now)
        for number in range(
            max(0, place - _NEIGHBOURS), min(len(all_profiles), place + _NEIGHBOURS + 1)
        )
        if number != place
        and number not in talk
        and all_profiles[number].text != now.text
    ]
    mean = sum(others) / len(others) if others else 0.05
    above = sum(other > before for other in others) / (len(others) + 1)
    rest = sorted(others)[-3] if len(others) > 5 else mean
    return {
        "cosine": before,
        "cosine_over_mean": math.log((before + 0.02) / (mean + 0.02)),
        "cosine_over_high": math.log((before + 0.02) / (rest + 0.02)),
        "rank": above,
        "nearest": float(above == 0),
    }


def _acronym_features(talk_so_far: Sequence[Profile], now: Profile) -> dict[str, float]:
    """Return what short forms tell: a talk defines them once, and first."""
    defined = {word for profile in talk_so_far for word in profile.defined}
    used = {word for profile in talk_so_far for word in profile.acronyms}
    return {
        "acronym_taken_up": float(bool((defined & now.acronyms) - now.defined)),
        "acronym_shared": math.log1p(len((used & now.acronyms) - defined)),
        "acronym_defined_again": float(bool(used & now.defined)),
        "acronym_defined": float(bool(now.defined)),
    }


def _rhetoric_features(
    talk_so_far: Sequence[Profile], now: Profile
) -> dict[str, float]:
    """Return what the words tell with which paragraphs open and close."""
    return {
        "opening": now.opening,
        "closing": talk_so_far[-1].closing,
        "tail": now.tail,
        "tail_above": talk_so_far[-1].tail,
        "opening_of_talk": talk_so_far[0].opening,
        "closing_now": now.closing,
        **rhetoric_features([profile.text for profile in talk_so_far], now.text),
    }


def _length_features(talk_so_far: Sequence[Profile], now: Profile) -> dict[str, float]:
    """Return how long the talk is and would be; abstracts have a usual length."""
    before = sum(len(profile.text) for profile in talk_so_far)
    return {
        "size_before": math.log(sum(profile.size for profile in talk_so_far)),
        "size_now": math.log(now.size),
        "length_before": math.log(before + 50) - 7,
        "length_now": math.log(len(now.text) + 50) - 7,
        "length_together": math.log(before + len(now.text) + 50) - 7,
        "paragraphs_before": math.log(len(talk_so_far)),
        "both_long": float(before > 700 and len(now.text) > 700),
        "short_before": float(before < 350),
    }


def boundary_log_odds(described: Mapping[str, float], model: CohesionModel) -> float:
    """Return the log-odds that a paragraph opens a new talk.

    Args:
        described: features of the boundary, as of `boundary_features`.
        model: their weights; a feature without one counts for nothing.
    """
    return sum(
        model.boundary.get(name, 0.0) * described[name] for name in sorted(described)
    )
