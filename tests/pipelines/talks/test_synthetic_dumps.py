"""Dumps are made so that it is known which lines open a talk."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.sentences import split_sentences
from pipelines.talks.endings import Metadata
from pipelines.talks.synthetic_dumps import (
    make_dump,
    make_dumps,
    make_talk,
    paragraph_ends,
    retold_sentences,
)

FACTS = Metadata(("Ana Lima", "Rui Costa"), ("Porto",), ("warm seas",), ("Letters",))
ABSTRACT = (
    "In this paper we study reefs. We present a map of all of them. Then waves are"
    " counted by hand. Finally the map is compared with an older one."
)


def _abstracts(count):
    topics = ("reefs", "graphs", "proofs")
    return [
        ABSTRACT.replace("reefs", topics[n % 3]) + f" Case {n}." for n in range(count)
    ]


@given(st.integers(0, 10_000))
def test_a_talk_has_the_sentences_of_its_abstract_in_order(seed):
    talk = make_talk(ABSTRACT, chance=random.Random(seed))
    first, last = "stud", "compared with an older one."
    assert first in talk[0]
    # A speaker in a hurry leaves some out, never the first.
    assert len(split_sentences(" ".join(talk))) <= len(split_sentences(ABSTRACT))
    assert last in talk[-1] or len(split_sentences(" ".join(talk))) < 4


@given(st.integers(0, 10_000), st.integers(2, 9))
def test_paragraphs_end_within_an_abstract(seed, count):
    found = [f"We say {number}." for number in range(count)]
    ends = paragraph_ends(found, chance=random.Random(seed))
    assert ends
    assert ends <= set(range(1, count))


def test_many_abstracts_are_retold_as_talks_and_some_are_not():
    told = [
        " ".join(retold_sentences(ABSTRACT, chance=random.Random(n))) for n in range(40)
    ]
    assert ABSTRACT in told
    assert any("In this talk" in text for text in told)


@pytest.mark.parametrize("seed", range(5))
def test_each_abstract_opens_one_talk(seed):
    dump = make_dump(_abstracts(6), FACTS, chance=random.Random(seed))
    assert len(dump.lines) == len(dump.opens)
    assert dump.opens[0]
    assert sum(dump.opens) == 6


def test_each_abstract_is_dealt_once_and_a_seed_deals_the_same():
    deals = [
        list(make_dumps(_abstracts(10), FACTS, size=4, chance=random.Random(3)))
        for _ in range(2)
    ]
    assert deals[0] == deals[1]
    assert [sum(dump.opens) for dump in deals[0]] == [4, 4]
