import gzip
import io
import stat
import zipfile

import pytest

from kg.errors import SourceError
from kg.files.opening import open_data
from kg.records import Document, Remark
from kg.sources.archives import zip_archive
from kg.sources.readers import read

RECORD = '{"title": "On %s", "abstract": "We ask."}'


def packed(*members, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, content in members:
            made.writestr(name, content)
    return file.getvalue()


def parse(data):
    found = zip_archive.parse(open_data(data, name="a.zip"))
    return [
        item if isinstance(item, Remark) else (item.name, item.text()) for item in found
    ]


def read_all(data, tmp_path, name="a.zip"):
    (tmp_path / name).write_bytes(data)
    return list(read([tmp_path / name]))


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)  # fmt: skip
def test_files_come_in_order_under_the_archive_s_name(method):
    data = packed(("b.txt", "two"), ("a/a.txt", "one"), method=method)
    assert parse(data) == [("a.zip/b.txt", "two"), ("a.zip/a/a.txt", "one")]


def test_what_lies_beside_data_is_passed_over():
    names = ["README.md", "__MACOSX/._a.txt", ".DS_Store", "x/.git/config", "folder/"]
    assert parse(packed(*((name, "x") for name in names), ("a.txt", "one"))) == [
        ("a.zip/a.txt", "one")
    ]


def test_links_are_not_followed_and_told():
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    (remark,) = parse(packed((link, "/etc/passwd")))
    assert remark == Remark("a.zip/link", None, "a link in an archive: not followed")


def test_an_encrypted_file_is_told():
    data = bytearray(packed(("a.txt", "one"), ("b.txt", "two")))
    place = data.find(b"PK\1\2")
    data[place + 8] |= 1
    remark, second = parse(bytes(data))
    assert "encrypted" in remark.reason
    assert second == ("a.zip/b.txt", "two")


def test_a_damaged_file_costs_itself_only():
    data = bytearray(packed(("a.txt", "one" * 99), ("b.txt", "two")))
    data[data.find(b"a.txt") + 8] ^= 255
    remark, second = parse(bytes(data))
    assert remark.source == "a.zip/a.txt"
    assert "cannot be unpacked" in remark.reason
    assert second == ("a.zip/b.txt", "two")


@pytest.mark.parametrize("cut", [10, 40, 100, -30, -1])
def test_an_archive_that_is_cut_is_a_reject(cut, tmp_path):
    data = packed(*((f"{n}.jsonl", RECORD % n) for n in range(5)))[:cut]
    (remark,) = read_all(data, tmp_path)
    assert remark.lost
    assert "damaged or ends early" in remark.reason


def test_too_large_a_directory_is_a_reject(monkeypatch):
    monkeypatch.setattr(zip_archive, "_LARGEST_DIRECTORY", 10)
    with pytest.raises(SourceError, match="too many files"):
        parse(packed(("a.txt", "one")))


def test_an_archive_packed_once_more_is_read(tmp_path):
    data = gzip.compress(packed(("a.jsonl", RECORD % "mills")))
    (document,) = read_all(data, tmp_path, "a.zip.gz")
    assert (document.source, document.title) == ("a.zip.gz/a.jsonl", "On mills")


def test_files_of_all_kinds_are_read_each_by_its_own_reader(tmp_path):
    data = packed(
        ("a.jsonl", RECORD % "mills"),
        ("b.bib", "@article{x, title={On wind}, year=2001}"),
        ("c.jsonl.gz", gzip.compress((RECORD % "rye").encode())),
        ("d.html", '<html><meta name="citation_title" content="On oats"></html>'),
        ("e.bin", bytes(range(256)) * 9),
    )
    found = read_all(data, tmp_path)
    assert [(d.source, d.title) for d in found if isinstance(d, Document)] == [
        ("a.zip/a.jsonl", "On mills"),
        ("a.zip/b.bib", "On wind"),
        ("a.zip/c.jsonl.gz", "On rye"),
        ("a.zip/d.html", "On oats"),
    ]
    assert [r.source for r in found if isinstance(r, Remark) and r.lost] == [
        "a.zip/e.bin"
    ]


def test_archives_in_archives_are_read_to_a_depth(tmp_path):
    data = packed(("0.jsonl", RECORD % 0))
    for number in range(1, 5):
        data = packed((f"{number}.jsonl", RECORD % number), ("in.zip", data))
    found = read_all(data, tmp_path)
    titles = [item.title for item in found if isinstance(item, Document)]
    assert titles == ["On 4", "On 3", "On 2"]
    assert found[-1] == Remark(
        "a.zip/in.zip/in.zip/in.zip",
        None,
        "an archive within 3 others: unpack it first",
    )


def test_an_archive_of_nothing_is_told(tmp_path):
    (remark,) = read_all(packed(("README.md", "x")), tmp_path)
    assert "without any file" in remark.reason
