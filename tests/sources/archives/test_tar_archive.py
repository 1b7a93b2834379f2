import gzip
import io
import tarfile

import pytest

from kg.files.archive_member import Allowance
from kg.records import Document, Remark
from kg.sources.archives import tar_archive
from kg.sources.readers import read

RECORD = b'{"title": "On %d", "abstract": "We ask."}'


def packed(*members):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as made:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            made.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        made.addfile(link)
        folder = tarfile.TarInfo("folder")
        folder.type = tarfile.DIRTYPE
        made.addfile(folder)
    return file.getvalue()


def read_all(data, tmp_path, name="a.tar"):
    (tmp_path / name).write_bytes(data)
    found = list(read([tmp_path / name]))
    return [i for i in found if isinstance(i, Document)], [
        i for i in found if isinstance(i, Remark)
    ]


FILES = [(f"{n}.jsonl", RECORD % n) for n in range(40)]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_files_of_an_archive_are_read_and_links_are_told(pack, tmp_path):
    documents, remarks = read_all(pack(packed(*FILES, ("README", b"x"))), tmp_path)
    assert [d.title for d in documents] == [f"On {n}" for n in range(40)]
    assert documents[3].source == "a.tar/3.jsonl"
    assert remarks == [Remark("a.tar/link", None, "a link in an archive: not read")]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_of_an_archive_that_is_cut_the_files_before_are_read(pack, tmp_path):
    data = pack(packed(*FILES))
    documents, remarks = read_all(data[: len(data) // 2], tmp_path)
    assert 0 < len(documents) < 40
    assert "ends early" in remarks[-1].reason
    assert remarks[-1].lost


def test_too_many_files_are_told(tmp_path, monkeypatch):
    allowance = Allowance(1 << 20, members_left=3)
    monkeypatch.setattr(tar_archive, "allowance_of", lambda _: allowance)
    documents, remarks = read_all(packed(*FILES), tmp_path)
    assert len(documents) == 3
    assert "files in one archive" in remarks[-1].reason
