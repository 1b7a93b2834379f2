import pytest

from kg.viewer.atlas.map_header import Corpus, title_of


@pytest.mark.parametrize(
    ("corpus", "title"),
    [
        (Corpus(9, 9, 1, 1990, 1999, 9), "Atlas of 9 works, 1990–1999"),
        (Corpus(9, 9, 1, 1990, 1990, 9), "Atlas of 9 works, 1990"),
        # Of nine documents one has a year: that is not what the corpus is from.
        (Corpus(9, 9, 1, 1990, 1990, 1), "Atlas of 9 works"),
        (Corpus(0, 0, 0, None, None, 0), "Atlas of 0 works"),
        (Corpus(1, 1, 1, None, None, 0), "Atlas of 1 work"),
    ],
)
def test_the_title_says_how_much_and_of_when(corpus, title):
    assert title_of(corpus) == title
