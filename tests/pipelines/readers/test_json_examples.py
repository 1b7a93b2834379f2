from collections import Counter

from pipelines.readers.json_examples import JSON_EXAMPLES


def test_each_dialect_has_three_files():
    files = Counter(dialect for _, dialect, *_ in JSON_EXAMPLES)
    assert min(files.values()) >= 3
    assert len(files) >= 28
