import json
import random

import pytest

from pipelines.works.copies import KINDS, is_identifying


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_is_seeded_and_leaves_its_original_alone(kind, records):
    change = KINDS[kind]
    before = json.dumps(records[0])
    made = [change(records[0], random.Random(7)) for _ in range(2)]
    assert made[0] == made[1]
    assert json.dumps(records[0]) == before
    json.dumps(made[0])


def test_every_kind_of_copy_alters_some_record(records):
    chance = random.Random(1)
    plain = {**records[1], "abstract": "The labeling behaves. " * 20}
    for kind, change in KINDS.items():
        made = [change(each, chance) for each in (plain, *records[:20])]
        assert made != [plain, *records[:20]], kind


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"title": "On reefs"}, False),
        ({"title": "Of reefs alone"}, False),
        ({"title": "Of reefs alone", "authors": ["Ana Lima"]}, True),
        ({"title": "Of reefs in seas"}, True),
        ({"abstract": "word " * 29}, False),
        ({"abstract": "word " * 30}, True),
        ({}, False),
    ],
)
def test_a_record_tells_its_work_by_enough_words(record, expected):
    assert is_identifying(record) is expected
