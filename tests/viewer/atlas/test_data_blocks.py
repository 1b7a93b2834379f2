import json
import zlib

import numpy as np
import pytest

from kg.viewer.atlas.data_blocks import (
    as_letters,
    deflate,
    dump_json,
    pack_columns,
    smallest_column,
)


def read(block):
    length = int.from_bytes(block[:4], "little")
    header = json.loads(block[4 : 4 + length])
    at, columns = 4 + length, {}
    types = {"u8": "u1", "u16": "<u2", "u32": "<u4", "f32": "<f4"}
    for name, kind, size in header["columns"]:
        assert at % 4 == 0
        columns[name] = np.frombuffer(block, types[kind], size, at)
        at += -(-columns[name].nbytes // 4) * 4
    assert at == len(block)
    return header, columns


def test_columns_come_back():
    columns = {
        "a": np.array([1, 2, 3], np.uint8),
        "b": np.array([7], np.uint16),
        "c": np.array([70_000], np.uint32),
        "d": np.array([0.5], np.float32),
        "none": np.zeros(0, np.uint8),
    }
    header, found = read(pack_columns({"title": "é"}, columns))
    assert header["title"] == "é"
    assert {name: list(column) for name, column in found.items()} == {
        name: list(column) for name, column in columns.items()
    }


def test_a_column_of_another_type_is_refused():
    with pytest.raises(KeyError):
        pack_columns({}, {"a": np.array([1], np.int64)})


def test_json_survives_lone_surrogates():
    assert dump_json(["a\ud800"]) == b'["a?"]'


def test_deflate_is_raw_and_comes_back():
    data = bytes(range(256)) * 9
    assert zlib.decompress(deflate(data), -zlib.MAX_WBITS) == data


def test_letters_mean_nothing_to_html():
    assert set("<>&\"'").isdisjoint(as_letters(bytes(range(256))))


@pytest.mark.parametrize(
    ("most", "name"), [(255, "uint8"), (256, "uint16"), (65_536, "uint32")]
)
def test_numbers_are_as_small_as_they_can(most, name):
    assert smallest_column(np.array([0, most])).dtype.name == name


@pytest.mark.parametrize("value", [-1, 2**32])
def test_numbers_that_do_not_fit_are_refused(value):
    with pytest.raises(ValueError, match="32 bits"):
        smallest_column(np.array([value]))
