import io
import json

import numpy as np
import pytest

from kg.institutions.ror.array_file import ArrayFileError, read_arrays, write_arrays

VALUES = {
    "numbers": np.arange(6).reshape(3, 2),
    "weights": np.array([0.5, -1.0]),
    "flags": np.array([True, False, True]),
    "none": np.zeros(0, dtype=np.int64),
    "texts": ["a", "\N{SNOWMAN}\n", "\ud800"],
}


def written(values=VALUES, key="k"):
    out = io.BytesIO()
    write_arrays(out, values, key=key)
    return out.getvalue()


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "x.arrays"
    path.write_bytes(written())
    found = read_arrays(path, key="k")
    assert found.keys() == VALUES.keys()
    assert found["texts"] == VALUES["texts"]
    for name in ("numbers", "weights", "flags", "none"):
        assert found[name].dtype == VALUES[name].dtype
        assert np.array_equal(found[name], VALUES[name])


def test_the_same_values_give_the_same_bytes():
    assert written() == written()


@pytest.mark.parametrize("place", [0, 5, 200, -1, -100])
def test_a_changed_byte_is_told(tmp_path, place):
    data = bytearray(written())
    data[place] ^= 0xFF
    path = tmp_path / "x.arrays"
    path.write_bytes(data)
    with pytest.raises(ArrayFileError, match=r"damaged|another"):
        read_arrays(path, key="k")


@pytest.mark.parametrize(
    "data", [b"", b"{}\n", b"[]", b"PK\x03\x04", b"\n", written()[:-1], b"[" * 70_000]
)
def test_what_is_no_such_file_is_told(tmp_path, data):
    path = tmp_path / "x.arrays"
    path.write_bytes(data)
    with pytest.raises(ArrayFileError, match="damaged"):
        read_arrays(path, key="k")


def test_another_key_is_told(tmp_path):
    path = tmp_path / "x.arrays"
    path.write_bytes(written(key="old"))
    with pytest.raises(ArrayFileError, match="another"):
        read_arrays(path, key="k")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ArrayFileError, match="cannot be read"):
        read_arrays(tmp_path, key="k")


@pytest.mark.parametrize(
    "at", [["|O8", [1], 0], ["<i8", [1 << 60], 0], ["<i8", [2], -8], ["<i8", ["x"], 0]]
)
def test_a_layout_that_leads_astray_is_told(tmp_path, at):
    first, _, body = written().partition(b"\n")
    header = json.loads(first)
    header["layout"]["numbers"] = at
    path = tmp_path / "x.arrays"
    path.write_bytes(json.dumps(header).encode() + b"\n" + body)
    with pytest.raises(ArrayFileError):
        read_arrays(path, key="k")
