import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolution.people.match_evidence import total_bits

SCRIPT = """
from kg.resolution.people.match_evidence import shared_features
from kg.resolution.people.profiles import Profile

words = [f"{letter}{number}" for letter in "abcdef" for number in range(40)]
coauthors = {(word * 2, word[0]) for word in words}
counts = {word: 1 + n % 60 for n, word in enumerate(words)}
for first in range(200):
    topics = set(words[first : first + 3])
    some = set(sorted(coauthors)[first : first + 4])
    profile = Profile(coauthors=some, topics=topics)
    print(shared_features(profile, profile, counts))
"""


def evidence_under(seed):
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-c", SCRIPT]
    return subprocess.check_output(command, env=environment, text=True)


def test_evidence_is_the_same_number_whatever_the_hash_seed():
    first = evidence_under(1)
    assert first.count("topics") == 200
    assert evidence_under(2) == first


@given(st.dictionaries(st.text(), st.floats(-50, 50)), st.randoms())
def test_bits_add_up_to_one_number_in_any_order(added, chance):
    order = chance.sample(sorted(added), len(added))
    assert total_bits({name: added[name] for name in order}) == total_bits(added)


def test_bits_that_cancel_are_none():
    assert total_bits({"a": 0.1, "b": 0.2, "c": -0.3}) == pytest.approx(0, abs=1e-9)
    assert total_bits({}) == 0
