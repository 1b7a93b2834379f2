import random

import pytest

from pipelines.works.lookalikes import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_look_alikes_differ(kind, records):
    pair = KINDS[kind](records[0], records[1], random.Random(3))
    assert pair is not None
    assert pair[0] != pair[1]
    assert pair[0]["title"]


def test_a_record_without_title_has_few_look_alikes(records):
    bare = {**records[0], "title": None, "authors": None}
    made = [make(bare, records[1], random.Random(3)) for make in KINDS.values()]
    assert [pair for pair in made if pair] == made[8:9]
