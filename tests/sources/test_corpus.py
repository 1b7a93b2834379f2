import json
from itertools import count
from pathlib import Path

import pytest

from kg.content_hash import content_hash
from kg.errors import SourceError
from kg.sources.corpus import read_documents, without_progress


def write(path, *records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def test_ids_are_stated_ones_or_made_of_the_content(tmp_path):
    path = write(tmp_path / "a.jsonl", {"id": "x", "title": "A"}, {"title": "B"})
    (stated, made), remarks = read_documents([path])
    assert remarks == []
    assert stated.id == "x"
    assert made.id == f"doc:{content_hash(made)[:12]}"


def test_no_two_documents_have_one_id(tmp_path):
    same = [{"id": "x", "title": "A"}, {"id": "x", "title": "B"}]
    path = write(tmp_path / "a.jsonl", *same, {"id": "x-2", "title": "C"}, *same)
    documents, _ = read_documents([path])
    assert [document.id for document in documents] == ["x", "x-3", "x-2", "x-4", "x-5"]


def test_numbering_equal_ids_takes_a_look_a_document(tmp_path, monkeypatch):
    looked_at = []

    class Counted(count):
        def __next__(self):
            looked_at.append(number := super().__next__())
            return number

    monkeypatch.setattr("kg.sources.corpus.count", Counted)
    same = [{"id": "x", "title": f"T{n}"} for n in range(200)]
    documents, _ = read_documents([write(tmp_path / "a.jsonl", *same)])
    assert documents[-1].id == "x-200"
    assert looked_at == list(range(2, 201))


def test_what_was_skipped_is_told_and_strictness_makes_it_an_error(tmp_path):
    path = write(tmp_path / "a.jsonl", {"title": "A"}, {"year": 2001})
    documents, (remark,) = read_documents([path])
    assert len(documents) == 1
    assert remark.lost
    with pytest.raises(SourceError, match=r"something was skipped:\n  a\.jsonl:2:"):
        read_documents([path], strict=True)


def test_nothing_to_read_is_an_error_with_reasons(tmp_path):
    (tmp_path / "none.txt").write_text("")
    with pytest.raises(SourceError, match=r"nothing to read:\s+none\.txt.*empty"):
        read_documents([tmp_path / "none.txt"])
    with pytest.raises(SourceError, match="no file holds a document"):
        read_documents([])


def test_a_path_to_nothing_is_an_error_before_anything_is_read(tmp_path, monkeypatch):
    path = write(tmp_path / "a.jsonl", {"title": "A"})
    # Whatever is read goes through this.
    monkeypatch.delattr("kg.sources.readers.open_file")
    monkeypatch.delattr("kg.sources.readers.open_stdin")
    with pytest.raises(SourceError, match=r"nosuch: no such file: check the path"):
        read_documents([path, tmp_path / "nosuch", Path("-")])


def test_progress_sees_the_items_pass(tmp_path):
    path = write(tmp_path / "a.jsonl", {"title": "A"})
    seen = []

    def watch(what, items, total):
        seen.append((what, total))
        return without_progress(what, items, total)

    assert len(read_documents([path], progress=watch)[0]) == 1
    assert seen == [("reading files", None)]


def test_documents_that_are_not_in_english_are_counted_a_file(tmp_path):
    other = "Wir fragen, wie lange ein Weg auf einem Graphen dauert, bis er alles gesehen hat."
    english = (
        "We ask how long a walk on a graph needs until it has seen all of the graph."
    )
    texts = [english, other, other, "On mills"]
    path = write(tmp_path / "a.jsonl", *({"title": text} for text in texts))
    _, (remark, *_) = read_documents([path])
    assert (remark.line, remark.lost) == (2, False)
    assert remark.reason.startswith("2 documents are not in English: ")
