import bz2
import io
import sqlite3
import tarfile
import zipfile

import duckdb
import pytest

from kg.errors import SourceError
from kg.files.signatures import (
    SIGNATURES,
    refuse_binary,
    refuse_markup,
    refuse_no_text,
    refuse_signatures,
)


def _tar(form):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=form) as archive:
        archive.addfile(tarfile.TarInfo("x"))
    return packed.getvalue()


def _empty_zip():
    packed = io.BytesIO()
    zipfile.ZipFile(packed, "w").close()
    return packed.getvalue()


def _duckdb(folder):
    with duckdb.connect(str(folder / "d")) as connection:
        connection.execute("create table t as select 1 as a")
    return (folder / "d").read_bytes()


def _parquet(folder):
    duckdb.sql("select 1 as a").write_parquet(str(folder / "p"))
    return (folder / "p").read_bytes()


def _sqlite(folder):
    connection = sqlite3.connect(folder / "s")
    connection.execute("create table t (a)")
    connection.close()
    return (folder / "s").read_bytes()


# How files begin whose marks are letters: made by their own libraries where there are.
FILES = {
    "a PDF document": [
        b"%PDF-1.4",
        b"%PDF-1.7\r\n%\xe2\xe3",
        b"%PDF-2.0 %\xe2\n1 0 obj",
    ],
    "a PostScript document": [b"%!PS\n/a", b"%!PS-Adobe-3.0 EPSF-3.0\n%%Title"],
    "an RTF document": [b"{\\rtf1\\ansi x", b"{\\rtf1{\\fonttbl"],
    "a GIF picture": [b"GIF89a\x20\x00\x20\x00\xf7\x00\x00", b"GIF87a\x01\x01\0"],
    "a tar archive": [_tar(form) for form in (0, 1, 2)],
    "a bzip2 archive": [bz2.compress(b"x"), bz2.compress(b"")],
    "an empty zip archive": [_empty_zip()],
}


@pytest.mark.parametrize(
    ("what", "data"), [(what, data) for what, files in FILES.items() for data in files]
)
def test_files_are_refused_by_the_name_of_their_format(what, data):
    with pytest.raises(SourceError, match=what):
        refuse_signatures(data)


@pytest.mark.parametrize(
    ("write", "what"),
    [
        (_duckdb, "a DuckDB database"),
        (_parquet, "a Parquet table"),
        (_sqlite, "an SQLite database"),
    ],
)
def test_databases_are_refused_by_the_name_of_their_format(tmp_path, write, what):
    with pytest.raises(SourceError, match=what):
        refuse_signatures(write(tmp_path))


@pytest.mark.parametrize("row", [s for s in SIGNATURES if not s.then], ids=str)
def test_a_mark_that_no_text_has_is_enough(row):
    with pytest.raises(SourceError, match=row.advice):
        refuse_no_text(b"\1" * row.place + row.mark)


@pytest.mark.parametrize("row", SIGNATURES, ids=lambda row: row.what)
def test_a_mark_of_letters_alone_may_begin_a_text(row):
    begins = b"The old ".ljust(row.place)[: row.place] + row.mark
    assert bool(row.then) == all(32 <= byte < 127 for byte in row.mark)
    if row.then:
        refuse_signatures(begins + b" and what is known of it")
        refuse_signatures(begins + b"1.4-like, 89a, 9, 1 structures in platelets")


@pytest.mark.parametrize("text", [b"PDF", b"words of a text", b"< html", b"a\tb\x07"])
def test_text_is_let_through(text):
    refuse_signatures(text)
    refuse_binary(text)
    refuse_markup(text)


@pytest.mark.parametrize(
    "text", [b"<?xml version='1.0'?>", b" \n<HTML>", b"<!doctype x"]
)
def test_markup_is_refused(text):
    with pytest.raises(SourceError, match="markup"):
        refuse_markup(text)


def test_many_control_characters_are_no_text():
    with pytest.raises(SourceError, match="binary"):
        refuse_binary(bytes(range(9)) * 9)
