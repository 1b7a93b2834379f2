import gzip
import io
import json
import os
from pathlib import Path

import pytest

from kg.records import Document, Remark
from kg.sources.readers import READERS, read

PROSE = (
    "We ask how long a walk on a growing graph needs until every vertex was seen. For "
    "graphs that grow slowly the answer is the same as for fixed ones, and for others "
    "we give a bound that depends on the rate of growth only. Experiments agree."
)
RECORDS = "".join(
    json.dumps({"id": f"r{i}", "title": f"T{i}"}) + "\n" for i in range(99)
)


@pytest.fixture(autouse=True)
def formats_of_this_test():
    asked = dict(READERS)
    for page in ("video_page", "author_page", "concept_page", "seminar"):
        del READERS[page]
    yield
    READERS.clear()
    READERS.update(asked)  # in their order, which matters


def documents(items):
    return [item for item in items if isinstance(item, Document)]


def remarks(items):
    return [item for item in items if isinstance(item, Remark)]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "walk.txt").write_text(f"Walks on Graphs\n\n{PROSE}\n")
    (tmp_path / "a.bib").write_text("@misc{one, title={A First Title}}")
    (tmp_path / "r.jsonl.gz").write_bytes(gzip.compress(RECORDS.encode()))
    (tmp_path / "README.md").write_text(PROSE)
    (tmp_path / ".hidden.txt").write_text(PROSE)
    return tmp_path


def test_a_folder_of_mixed_formats(folder):
    items = list(read([folder]))
    assert remarks(items) == []
    sources = [document.source for document in documents(items)]
    assert sources == ["a.bib"] + ["r.jsonl.gz"] * 99 + ["walk.txt"]


def test_order_and_repetition_of_arguments_do_not_matter(folder):
    paths = [folder / "r.jsonl.gz", folder / "b", folder / "a.bib", folder]
    assert list(read(paths)) == list(read(paths[::-1])) == list(read([folder]))


def test_links_are_read_once_and_loops_end(folder):
    expected = list(read([folder]))
    (folder / "b" / "loop").symlink_to(folder)
    (folder / "z.bib").symlink_to(folder / "a.bib")
    assert list(read([folder])) == expected


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_a_path_without_a_file_is_told_of_and_the_rest_read(folder, tmp_path, make):
    path = tmp_path / "b" / "odd"
    make(path)
    items = list(read([path, folder / "a.bib"]))
    assert [r.lost for r in remarks(items)] == [True]
    assert [d.id for d in documents(items)] == ["one"]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"%PDF-1.4", "PDF"),
        (b"\0\1\2" * 99, "binary"),
        (b"1;2\n", "prose"),
    ],
)
def test_a_file_without_text_is_a_reject(folder, data, word):
    (folder / "odd.dat").write_bytes(data)
    items = list(read([folder]))
    (remark,) = remarks(items)
    assert (remark.source, remark.lost) == ("odd.dat", True)
    assert word in remark.reason
    assert len(documents(items)) == 101


def test_a_truncated_archive_of_records_is_read_as_far_as_it_goes(tmp_path):
    packed = gzip.compress(RECORDS.encode())
    (tmp_path / "r.jsonl.gz").write_bytes(packed[: len(packed) * 2 // 3])
    items = list(read([tmp_path]))
    assert 10 < len(documents(items)) < 99
    assert "ends early" in remarks(items)[-1].reason


def test_a_truncated_archive_of_prose_is_a_reject(tmp_path):
    (tmp_path / "x.txt.gz").write_bytes(gzip.compress(PROSE.encode())[:-4])
    (remark,) = read([tmp_path])
    assert remark.lost


def test_a_line_of_five_megabytes_is_a_reject(folder):
    (folder / "long.txt").write_text("word and word. " * 350_000)
    items = list(read([folder]))
    assert [r.source for r in remarks(items) if r.lost] == ["long.txt"]
    assert len(documents(items)) == 101


def test_latin_1_is_read_with_a_warning(tmp_path):
    (tmp_path / "x.txt").write_bytes(PROSE.replace("ask", "café").encode("latin-1"))
    items = list(read([tmp_path]))
    assert "café" in documents(items)[0].text
    assert [(r.lost, "cp1252" in r.reason) for r in remarks(items)] == [(False, True)]


def test_a_name_that_is_no_unicode_can_be_written(tmp_path):
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text(PROSE)
    (found,) = documents(read([tmp_path]))
    assert found.source.encode() == "caf\ufffd.txt".encode()


def test_standard_input_is_read_once_and_told_by_content(folder, monkeypatch):
    data = io.BytesIO(gzip.compress(RECORDS.encode()))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data))
    items = list(read([Path("-"), folder / "a.bib", Path("-")]))
    assert remarks(items) == []
    sources = [document.source for document in documents(items)]
    assert sources == ["<stdin>"] * 99 + ["a.bib"]


def test_an_empty_standard_input_is_a_reject(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    (remark,) = read([Path("-")])
    assert (remark.source, remark.lost) == ("<stdin>", True)


def test_an_export_without_a_reader_is_one_reject_by_its_name(folder):
    card = "BEGIN:VCARD\nFN:Ann Lee\nEND:VCARD\n"
    (folder / "cards.txt").write_text("\ufeff" + card * 58)
    items = list(read([folder]))
    (remark,) = remarks(items)
    assert (remark.source, remark.line, remark.lost) == ("cards.txt", None, True)
    assert "address cards (vCard): not read yet" in remark.reason
    assert len(documents(items)) == 101


def test_an_archive_too_large_is_read_as_far_as_it_goes(tmp_path):
    (tmp_path / "r.jsonl.gz").write_bytes(gzip.compress(RECORDS.encode() * 2000))
    items = list(read([tmp_path], max_bytes=10**6 * 2))
    assert len(documents(items)) > 1000
    assert "larger than" in remarks(items)[-1].reason
    assert remarks(items)[-1].lost
