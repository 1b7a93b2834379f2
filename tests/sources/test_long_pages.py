from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.files.opening import open_text
from kg.records import Document, Remark
from kg.sources import long_pages
from kg.sources.long_pages import read_pages
from kg.sources.readers import read

CORPUS = Path(__file__).parents[1] / "corpus"


def split(items):
    items = list(items)
    documents = [item for item in items if isinstance(item, Document)]
    return documents, [r for r in items if isinstance(r, Remark) and r.lost]


def no_reader(file):
    raise SourceError("none")


def test_a_page_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(long_pages, "LARGEST_PAGE", 1 << 20)
    with pytest.raises(SourceError, match="larger than 1 MB"):
        list(read_pages(open_text("word " * (1 << 18), name="x"), no_reader))


def test_a_long_page_is_read_in_parts(monkeypatch, tmp_path):
    talks = (CORPUS / "talks-then-bibtex.txt").read_text("utf-8").split("\n")[:4]
    monkeypatch.setattr(long_pages, "LONGEST_PART", 5000)
    (tmp_path / "x.txt").write_text("\n\n".join(talks * 30), encoding="utf-8")
    documents, rejects = split(read([tmp_path / "x.txt"]))
    assert rejects == []
    assert {d.first_line for d in documents} == set(range(0, 240, 2))


def test_a_line_too_long_is_a_reject(monkeypatch, tmp_path):
    monkeypatch.setattr(long_pages, "_LONGEST_LINE", 500)
    talk = (CORPUS / "short-with-title.txt").read_text("utf-8")
    (tmp_path / "x.txt").write_text(talk + "\n" + "word and word. " * 99)
    documents, rejects = split(read([tmp_path / "x.txt"]))
    assert (len(documents), [remark.line for remark in rejects]) == (1, [5])


@given(st.lists(st.sampled_from(["a", "bc", "\n", "def" * 9]), min_size=1))
def test_lines_are_those_of_the_text_cut_where_they_are_too_long(pieces):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_pages, "_LONGEST_LINE", 5)
        lines = list(long_pages._bounded_lines(pieces))
    assert lines == [line[:6] for line in "".join(pieces).split("\n")]


def test_a_part_that_nothing_reads_does_not_end_a_page(monkeypatch, tmp_path):
    talks = (CORPUS / "talks-then-bibtex.txt").read_text("utf-8").split("\n")[:4]
    table = ["Kind,Size,Made", *(f"mill{n},{n},2001" for n in range(300))]
    monkeypatch.setattr(long_pages, "LONGEST_PART", 1000)
    lines = [*talks, "", *table, "", "", *talks]
    (tmp_path / "x.txt").write_text("\n".join(lines), encoding="utf-8")
    documents, _ = split(read([tmp_path / "x.txt"]))
    assert {0, len(lines) - 1} <= {d.first_line for d in documents}
