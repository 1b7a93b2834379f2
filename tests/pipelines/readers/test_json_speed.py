import json

import pytest

from kg.sources.records.json_stream import json_values
from pipelines.readers.json_speed import LAYOUTS, pieces, read


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_file_of_each_layout_has_works_of_its_size(layout):
    text = "".join(pieces(layout, 10_000))
    works = [value for _, value in json_values([text]) if isinstance(value, dict)]
    assert len(text) >= 10_000
    assert len(works) >= 500
    assert all(work["title"] for work in works)


@pytest.mark.parametrize("way", ["json.loads", "values", "documents"])
def test_a_file_is_read_in_a_process_of_its_own(way, tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(
        json.dumps({"title": "On mills"}) + "\n" + json.dumps({"title": "B"})
    )
    reading = read(path, way)
    assert reading.records == 2
    assert reading.megabytes > 1
