import io
import json
import zipfile

import pytest

from kg.files.opened_file import Head
from kg.sources.formats import find_shape
from kg.sources.formats.known_formats import SHAPES
from kg.sources.readers import READERS, recognise

VALUES = {"[": [{"x": 1}], "{": {"x": 1}}


def members_file(marks):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for mark in marks:
            if mark.startswith("application/"):
                archive.writestr("mimetype", mark)
            else:
                archive.writestr(mark, "content")
    return packed.getvalue()


def elements_file(marks):
    root = next((mark[1:-1] for mark in marks if mark[0] == "<"), "unknown")
    if root == "?xml":
        root = "unknown"
    inner = "".join(f"<{mark}/>" for mark in marks if mark[0] != "<")
    return f'<?xml version="1.0"?>\n<{root}>{inner}</{root}>'.encode()


def keys_file(marks):
    record = {mark.rstrip("[{"): VALUES.get(mark[-1], "x") for mark in marks}
    return json.dumps(record).encode()


def tags_file(marks):
    lines = [mark if mark[-1] in " -:}" else f"{mark} " for mark in marks]
    return "\n".join(f"{line} x" for line in lines).replace("  ", " ").encode()


def columns_file(marks):
    if marks == ("a table",):
        return b"a\tb\tc\n" * 1 + b"1\t2\t3\n" * 5
    header = [*marks, "authors", "year"]
    return "\n".join(",".join(row) for row in (header, ["x"] * len(header))).encode()


FILES = {
    "members": members_file,
    "elements": elements_file,
    "keys": keys_file,
    "tags": tags_file,
    "columns": columns_file,
}


def head_of(shape):
    data = FILES[shape.kind](shape.marks)
    text = "" if shape.kind == "members" else data.decode()
    return Head("x.dat", data, text)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda row: f"{row.what} {row.marks}")
def test_every_row_is_told_by_its_marks_and_refused_or_read(shape):
    assert find_shape(head_of(shape)).what == shape.what
    assert shape.advice
    assert set(shape.marks).isdisjoint(shape.without)


def test_a_shape_with_a_reader_goes_to_it(monkeypatch):
    ris = next(shape for shape in SHAPES if shape.reader == "ris")
    monkeypatch.setitem(READERS, "ris", "kg.sources.records.ris")
    assert recognise(head_of(ris)) == "ris"


PROSE = "We ask how long a walk takes, and answer: not long, at least on trees."


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"Title: On mills\nSpeaker: Ann Lee\nAbstract: {PROSE}",
        f"AB - {PROSE}\nTI - On mills",
        f"AI systems, and how to stop them\nPT symmetry in optics\n{PROSE}",
        f"Title | Speaker | Time\n{PROSE}\n{PROSE}",
        f"Title, authors and keywords\n{PROSE}\n{PROSE}\n{PROSE}",
        "One, two, three.\n" * 9,
        "Ann Lee, Bo Chu, Max Stone\n" * 9,
        f"<p>{PROSE}</p>",
        f"<p><i>E. coli</i> grows. <b>{PROSE}</b> <sub>2</sub></p>",
        f"<Untitled> {PROSE}",
        f"<b>Aim:</b> {PROSE}\n<b>Methods:</b> {PROSE}\n<b>Results:</b> {PROSE}",
        f"<html> considered harmful\n\n{PROSE} Some begin with <html>. {PROSE}",
        f"<ann> {PROSE}\n<bo> {PROSE}\n<ann> {PROSE}",
        "% a comment of TeX\n%A nother\n" + PROSE,
        "{Braces} of a title\n" + PROSE,
        "[-] preview\n" + PROSE,
        '{"title": "On mills", "data": [1], "items": [2]}',
        '{"id": 1, "text": "On mills", "mentions": []}',
        "@article{a, title={A}}",
        "12 May: Ann Lee; 13 May: Bo Chu; 14 May: none\n" * 6,
    ],
)
def test_prose_and_records_have_no_shape(text):
    assert find_shape(Head("x.txt", text.encode(), text)) is None
