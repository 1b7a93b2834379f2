import pytest

from kg.extraction.people.collaboration_phrases import (
    ASIDE,
    CERTAIN,
    POSSIBLE,
    may_name_collaborators,
)

PHRASES = (
    "Joint work with Ana Cruz",
    "joint project between Ana Cruz and Bo Li",
    "j/w  w/ Ana Cruz",
    "this is work with Ana Cruz",
    "a paper in preparation with Ana Cruz",
    "an article prepared with Ana Cruz",
    "RECENT RESULTS WITH ANA CRUZ",
    "co-authored by Ana Cruz",
    "Authors: Ana Cruz",
    "travail en cours de Ana Cruz",
    "article mené de Ana Cruz",
    "gemeinsam mit Ana Cruz",
    "em colaboração com Ana Cruz",
    "together with Ana Cruz",
    "the proof was carried out with Ana Cruz",
    "my advisor Ana Cruz",
    "a corpus that was annotated with Ana Cruz",
    "a paper of the lecturer",
    "(with Ana Cruz)",
    "It is shown. With Ana Cruz",
    "wor\u212a with Ana Cruz",  # the Kelvin sign is a k where case does not count
)


@pytest.mark.parametrize("text", PHRASES)
def test_what_may_lead_on_is_never_denied(text):
    assert any(pattern.search(text) for pattern in (CERTAIN, POSSIBLE, ASIDE))
    assert may_name_collaborators(text)


@pytest.mark.parametrize(
    "text",
    [
        "We compare SGD with Adam and with Newton's method.",
        "Models without noise are trained on CIFAR.",
        "Such limits come with high costs in Bayesian models.",
    ],
)
def test_other_uses_of_with_lead_nowhere(text):
    assert not may_name_collaborators(text)
