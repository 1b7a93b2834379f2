import json

import pytest

from pipelines.pumps.file_shapes import shapes

SHAPES = list(shapes())


def test_there_are_many_shapes_each_of_a_name_of_its_own():
    assert len({shape.name for shape in SHAPES}) == len(SHAPES) >= 54


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_shape_grows_with_its_size(shape):
    one, four = (len(shape.make(size)) for size in (5000, 20_000))
    assert 2000 < one < 10_000
    assert 2.2 < four / one < 4.6


def test_records_are_json():
    for shape in SHAPES:
        if shape.suffix == ".jsonl" and not shape.name.startswith("deep"):
            for line in shape.make(3000).splitlines():
                assert "title" in json.loads(line)
