"""Made-up papers that have nothing in common."""

import random

import pytest

SYLLABLES = [a + b for a in "bdfgklmnprst" for b in ("ara", "elo", "iru", "ona")]


def record(seed):
    """Make up a paper, in a language of its own."""
    chooser = random.Random(seed)

    def words(count):
        return ["".join(chooser.choices(SYLLABLES, k=3)) for _ in range(count)]

    sentences = (" ".join(words(12)).capitalize() + "." for _ in range(6))
    return {
        "id": f"p{seed}",
        "title": f"{' '.join(words(4)).title()}: {' '.join(words(3))}",
        "abstract": " ".join(sentences),
        "authors": [" ".join(words(2)).title() for _ in range(4)],
        "year": 2000 + seed % 20,
    }


@pytest.fixture(scope="session")
def records():
    """120 papers, each in a language of its own."""
    return [record(seed) for seed in range(120)]
