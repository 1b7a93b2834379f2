import gzip

import pytest

from kg.files.opened_file import Head
from kg.sources.formats import find_shape
from kg.sources.formats.refusals import refuse_shape
from kg.sources.readers import read

FILES = {
    "x.csv": (
        "Year,Author,Colour\n2001,Lee,red\n2002,,red\n",
        "columns: Year 2, Author 1, Colour 2",
    ),
    "x.vcf": ("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\n", "tags: BEGIN:VCARD 2"),
    "x.xml": (
        "<?xml version='1.0'?><a><b/><colour>red</colour></a>",
        "elements: a 1, b 1, colour 1",
    ),
    "x.json": (
        '{"cells": [{"colour": 1}], "nbformat": 4}',
        "keys: cells 1, colour 1, nbformat 1",
    ),
    "x.yaml": (
        "- title: A\n  colour: red\n- title: B\n  by: Lee",
        "keys: title 2, colour 1, by 1",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_fields_of_a_file_that_is_not_read_are_counted_and_named(name, tmp_path):
    text, fields = FILES[name]
    (tmp_path / name).write_text(text)
    (remark,) = read([tmp_path / name])
    assert f"not read yet ({fields}); " in remark.reason


def test_of_many_fields_some_are_named():
    header = ",".join(f"C{n}" for n in range(30))
    head = Head("x", b"", f"Year,Author,{header}\n{'x,' * 31}x\n")
    assert "C16 1, C17 1 and 12 more); " in refuse_shape(find_shape(head), head)


def test_of_a_long_file_the_beginning_is_counted(tmp_path):
    rows = "2001,Lee,red\n" * 200_000
    (tmp_path / "x.csv.gz").write_bytes(
        gzip.compress(f"Year,Author,Colour\n{rows}".encode())
    )
    (remark,) = read([tmp_path / "x.csv.gz"])
    assert "columns, at its beginning: Year 80," in remark.reason
