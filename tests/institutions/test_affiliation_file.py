import gzip

import pytest

from kg.errors import SourceError
from kg.institutions.affiliation_file import read_affiliations


def test_a_text_for_each_line(tmp_path):
    path = tmp_path / "raw.txt"
    path.write_text(" Rye \n\n\tHythe\r\n", encoding="utf-8")
    assert read_affiliations(path) == (["Rye", "", "Hythe"], [])
    path.write_bytes(gzip.compress(path.read_bytes()))
    assert read_affiliations(path) == (["Rye", "", "Hythe"], [])


def test_a_bad_line_costs_itself(tmp_path):
    data = "Universität Rye\n".encode() * 3 + b"R\xffe\n" + b"x" * 3000
    found, remarks = read_affiliations(tmp_path / "raw.txt", data)
    assert found[:4] == ["Universität Rye"] * 3 + ["R\N{REPLACEMENT CHARACTER}e"]
    assert len(found[4]) == 2000
    assert [remark.line for remark in remarks] == [4, 5]
    assert not any(remark.lost for remark in remarks)


def test_a_list_in_another_encoding_is_read_as_a_whole(tmp_path):
    lines = ["Università di Rye", "Universität Rye", "Université de Rye"] * 4
    data = "\n".join(lines).encode("utf-16")
    found, remarks = read_affiliations(tmp_path / "raw.txt", data)
    assert found == lines
    assert all(remark.line is None for remark in remarks)
    found, remarks = read_affiliations(
        tmp_path / "raw.txt", "\xe4\n\xf6".encode("cp1252")
    )
    assert len(found) == 2
    assert [remark.line for remark in remarks] == [None]


@pytest.mark.parametrize("data", [b"", b" \n ", b"%PDF-1.7\n%\xe2\xe3"])
def test_what_is_no_list_is_told(tmp_path, data):
    with pytest.raises(SourceError, match=r"raw\.txt: "):
        read_affiliations(tmp_path / "raw.txt", data)
