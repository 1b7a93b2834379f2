from pathlib import Path

import pytest

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
    monkeypatch.setattr(long_pages, "_LONGEST_PART", 5000)
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
