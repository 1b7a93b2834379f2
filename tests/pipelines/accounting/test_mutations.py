from random import Random

import pytest

from pipelines.accounting.mutations import MUTATIONS, join, mutate

DATA = b"one\ntwo\n\nthree\nfour\n" * 5


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_mutation_is_its_seed_s(mutation):
    once, again = (mutation(DATA, Random(3)) for _ in range(2))
    assert once == again != DATA


def test_nothing_and_little_are_mutated_too():
    assert mutate(b"", Random(1)) == b""
    assert all(isinstance(mutate(b"x", Random(seed)), bytes) for seed in range(50))


def test_joined_files_are_whole():
    joined = join([b"one", b"two"], Random(1))
    assert joined.startswith(b"one")
    assert b"two" in joined
