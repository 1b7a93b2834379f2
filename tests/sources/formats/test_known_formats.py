import io
import json
import tarfile
import zipfile

import pytest

from kg.files.opened_file import Head
from kg.sources.formats import find_shape
from kg.sources.formats.known_formats import SHAPES
from kg.sources.readers import READERS, recognise

VALUES = {"[": [{"x": 1}], "{": {"x": 1}}


def members_file(marks):
    packed = io.BytesIO()
    if marks == ("pdf",):
        return b"%PDF-1.7\n%\xe2\xe3"
    if marks == ("tar",):
        with tarfile.open(fileobj=packed, mode="w") as archive:
            archive.addfile(tarfile.TarInfo("a.txt"))
        return packed.getvalue()
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


# What tags that texts may quote are followed by.
TAG_VALUES = {"TY -": "JOUR", "ER -": "", "ER ": "", "PMID -": "123", "PT ": "J"}
TAG_VALUES |= {"UT ": "WOS:000123", "PY ": "2001", "%0": "Journal Article"}
TAG_VALUES |= {"BEGIN:VCARD": "", "BEGIN:VCALENDAR": "", "RT ": "Journal Article"}


# The mark, and what of the tag follows it.
TAG_ENDS = {"SrcDatabase-": "来源库:", "Title-": "题名:", "Author-": "作者:"}


def tags_file(marks):
    ends = (TAG_ENDS.get(mark, ":" if mark[0] == "{" else "") for mark in marks)
    lines = (
        f"{mark.strip()}{end} {TAG_VALUES.get(mark, 'x')}"
        for mark, end in zip(marks, ends, strict=True)
    )
    return "\n".join(lines).encode()


def columns_file(marks):
    if marks == ("a table",):
        return b"a\tb\tc\n" * 1 + b"1\t2\t3\n" * 5
    if marks == ("rows alone",):
        return b"a1,On mills,Lee,2001\nb1,On wind,Li,2002\n"
    if marks == ("records",):
        marks = ("title",)
    header = [*marks, "authors", "year"]
    return "\n".join(",".join(row) for row in (header, ["x"] * len(header))).encode()


def assignments_file(marks):
    if marks == ("<toml>",):
        return b'[[paper]]\ntitle = "A"\nyear = 2001\n[[paper]]\ntitle = "B"\n'
    first = "".join(f"{mark}: 1.2.0\n" for mark in marks if mark[0] != "<")
    return f"{first}title: A\nauthors:\n- name: Ann Lee\n  place: Oslo\n".encode()


FILES = {
    "members": members_file,
    "elements": elements_file,
    "keys": keys_file,
    "assignments": assignments_file,
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
        f"title: On mills\nspeaker: Ann Lee\nabstract: {PROSE}",
        f"- speaker: Ann Lee\n- title: On mills\n- abstract: {PROSE}",
        f"---\ntitle: On mills\nauthors:\n- name: Ann Lee\n---\n\n{PROSE}",
        f"x = 1\ny = 2\nz = 3\n\n{PROSE}",
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
        f"RIS is a format\n\nOf records\nTY  - JOUR\nis a line, and\nER  - \nis one.\n{PROSE}",
        f"Talks\n\nTY - Tang Yu speaks on mills\n\nTI - Title: On mills\n{PROSE}",
        f"On tags\n\nPT symmetry holds.\nAU tags mark it.\nTI is a word.\n{PROSE}",
        f"%0 of what? On percentages\n\n%T is a tag.\n{PROSE}",
        f"On cards\n\nBEGIN:VCARD is how one begins.\n{PROSE}",
        f"On cards\n\nBEGIN:VCARD\n{PROSE}",
        f"IT - an introduction\nAI - what it is\nTI - Titan and its moons\n{PROSE}",
        "% a comment of TeX\n%A nother\n" + PROSE,
        "{Braces} of a title\n" + PROSE,
        "[-] preview\n" + PROSE,
        '{"title": "On mills", "data": [1], "items": [2]}',
        '{"id": 1, "text": "On mills", "mentions": []}',
        '{"title": "On mills", "authors": ["Ann Lee"], "authorships": []}',
        '{"title": "On mills", "abstract": "Of mills.", "authorships": []}',
        '{"title": "On mills", "meta": {"a": 1}, "results": ["b"], "message": {}}',
        "@article{a, title={A}}",
        "12 May: Ann Lee; 13 May: Bo Chu; 14 May: none\n" * 6,
    ],
)
def test_prose_and_records_have_no_shape(text):
    assert find_shape(Head("x.txt", text.encode(), text)) is None


AUTHORS = [f"Lee{i}, Ann" for i in range(2900)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("TY  - JOUR\n" + "".join(f"AU  - {a}\n" for a in AUTHORS) + "TI  - M", "RIS"),
        (
            "PT J\nAU Lee, A\n" + "".join(f"   {a}\n" for a in AUTHORS) + "TI M",
            "Web of",
        ),
        ("PMID- 1\n" + "".join(f"FAU - {a}\nAU  - L\n" for a in AUTHORS), "PubMed"),
        ("TY\t-\tJOUR\nAU\t-\tLee, Ann\nTI\t-\tOn mills\nER\t-\t\n", "RIS"),
        ("  TY  - JOUR\n  AU  - Lee, Ann\n  AB  - x\n  ER  - \n", "RIS"),
        ("TY  – JOUR\nAU  – Lee, Ann\nTI  – On mills\n", "RIS"),
        ("TY  - JOUR\nAU  - Lee, Ann\nCT  - On mills\n", "RIS"),
        (f"TY  - JOUR\nAB  - {PROSE}\n" + "and so on\n" * 40, "RIS"),
        ("Provider: X\nContent: text\n\nTY  - JOUR\nCT  - On mills\n", "RIS"),
        ("My references\n\nTY  - JOUR\nAU  - Lee, A\nER  -\n", "RIS"),
        ("AU  - Lee, A\nTI  - On mills\nER  - \n\nTY  - JOUR\nTI  - x", "RIS"),
        ("AU Lee, A\nTI On mills\nSO J MILLS\nAB Of mills.\nPY 2001\nER\n", "Web of"),
        ("AU Lee, A\n   Chu, B\nTI On mills\nUT WOS:0001\nER\n", "Web of"),
        ("FN Clarivate Analytics\nVR 1.0\nPT J\nAU Lee, A\n", "Web of"),
        (f"%0 Journal Article\n%A Lee, Ann\n%X {PROSE}\n%D 2001\n", "EndNote"),
    ],
)
def test_tagged_records_of_any_length_and_look_are_told(text, what):
    assert what in find_shape(Head("x.txt", text.encode(), text)).what
