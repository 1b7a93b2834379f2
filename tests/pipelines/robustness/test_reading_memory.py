import tracemalloc

import pytest

from kg.records import Document
from kg.sources import long_pages
from kg.sources.corpus import read_documents
from pipelines.robustness.reading_memory import KINDS, make_page, read_apart

SIZE = 2_200_000  # bytes: more than two blocks


def read_lines(lines, _parse, *, name):
    for number, line in enumerate(lines):
        if line:
            yield Document("", name, line, (), number, number)


@pytest.mark.parametrize("kind", ["paragraphs", "talks", "cyrillic", "curly"])
def test_a_page_costs_at_most_four_times_its_size(kind, monkeypatch, tmp_path):
    # Readers see a part at a time; what they need for it is the same for a longer page.
    monkeypatch.setattr(long_pages, "read_page", read_lines)
    monkeypatch.setattr(long_pages, "read_page_or_remark", read_lines)
    monkeypatch.setattr(long_pages, "LONGEST_PART", 100_000)
    peaks = [_peak_of_reading(kind, size, tmp_path) for size in (SIZE, 2 * SIZE)]
    assert peaks[1] - peaks[0] <= 4 * SIZE


@pytest.mark.parametrize("kind", [kind.__name__ for kind in KINDS])
def test_a_page_is_read_in_a_process_of_its_own(kind, tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(b"".join(make_page(kind, 2000)))
    outcome, megabytes = read_apart(path)
    assert outcome.endswith(" documents")
    assert megabytes > 1


def _peak_of_reading(kind, size, folder):
    path = folder / f"{size}.txt"
    path.write_bytes(b"".join(make_page(kind, size)))
    tracemalloc.start()
    try:
        documents, _ = read_documents([path])
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        assert documents
