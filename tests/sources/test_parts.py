"""Small files that were once read wrong, alone, in pairs, and by every reader."""

from contextlib import suppress
from importlib import import_module
from itertools import permutations
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.files.opening import open_file
from kg.records import Document, Remark
from kg.sources.made_text import MadeText
from kg.sources.parts import read_records, shifted
from kg.sources.readers import READERS, read
from kg.sources.unused_text import Unused, find_texts

CORPUS = Path(__file__).parents[1] / "corpus"
# Documents, and the lines of rejects.
EXPECTED = {
    "a-line-in-latin-1.txt": (4, []),
    "bibtex-then-talks.txt": (6, []),
    "broken-with-fields-behind.bib": (1, [3]),
    "broken.bib": (5, [4, 9]),
    "concept-page-rule-talks.txt": (7, []),
    "entries-glued.bib": (2, [5]),
    "entries-then-records.jsonl": (4, []),
    "escaped-in-a-wrong-encoding.jsonl": (1, []),
    "example-in-a-text.txt": (1, []),
    "labelled-talks.txt": (2, []),
    "names-with-places.txt": (3, []),
    "part-of-page-then-talks.txt": (5, []),
    "read-in-a-wrong-encoding.jsonl": (1, []),
    "records-then-talks.jsonl": (6, []),
    "short-latin-1.txt": (1, []),
    "short-with-title.txt": (1, []),
    "stray-bytes.txt": (1, []),
    "table-then-talks.txt": (6, []),
    "talk-to-be-announced.txt": (2, []),
    "talks-between-records.txt": (8, []),
    "talks-then-author-page.txt": (11, []),
    "talks-then-bibtex.txt": (6, []),
    "talks-then-concept-page.txt": (7, []),
    "talks-then-html.txt": (5, []),
    "talks-then-ris.txt": (5, []),
    "utf-16-be-russian-no-mark.txt": (1, []),
    "utf-16-le-chinese-no-mark.txt": (1, []),
}
PAIRED = ["talks-then-author-page.txt", "broken.bib", "talks-between-records.txt"]
PAIRED += ["short-with-title.txt", "concept-page-rule-talks.txt", "talks-then-ris.txt"]


def split(items):
    items = list(items)
    documents = [item for item in items if isinstance(item, Document)]
    return documents, [r for r in items if isinstance(r, Remark) and r.lost]


def test_the_table_has_the_whole_corpus():
    assert set(EXPECTED) == {path.name for path in CORPUS.iterdir()}


@pytest.mark.parametrize("name", EXPECTED)
def test_files_are_read_whole(name):
    documents, rejects = split(read([CORPUS / name]))
    assert (len(documents), [remark.line for remark in rejects]) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_documents_are_lines_of_their_file(name):
    path = CORPUS / name
    lines = open_file(path, max_bytes=1 << 20, name=name).text().split("\n")
    for document in split(read([path]))[0]:
        if document.first_line is not None:
            place = slice(document.first_line, document.last_line + 1)
            assert document.text == "\n".join(lines[place])
        else:
            assert lines[document.record_line - 1].lstrip(" }")[0] in '{@<T"'


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("reader", READERS)
def test_no_reader_breaks_on_them(reader, name):
    file = open_file(CORPUS / name, max_bytes=1 << 20, name=name)
    items = []
    with suppress(SourceError):  # no archive
        items += import_module(READERS[reader]).parse(file)
    assert all(isinstance(i, Document | Remark | Unused | MadeText) for i in items)


@pytest.mark.parametrize("between", ["\n", "\n\n\n", "\n---\n", "\f\n"])
@pytest.mark.parametrize("names", [*permutations(PAIRED, 2)], ids="+".join)
def test_no_text_of_two_files_in_one_goes_in_silence(names, between, tmp_path):
    text = between.join((CORPUS / name).read_text("utf-8") for name in names)
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    documents, rejects = split(read([tmp_path / "x.txt"]))
    lines = text.split("\n")
    read_text = " ".join(" ".join(d.text.split()) for d in documents)
    named = {n for r in rejects for n in range(r.line, (r.last or r.line) + 1)}
    for first, stop in find_texts(lines):
        for number in range(first, stop):
            words = lines[number].removeprefix("AB  - ").strip()
            if len(words.split()) > 20 and words[0] not in "{@}":
                assert words in read_text or number + 1 in named


@pytest.mark.parametrize("name", ["x.jsonl", "x.bib", "x.csv", "x.txt"])
def test_the_name_of_a_file_does_not_tell_what_a_part_of_it_is(name, tmp_path):
    text = "@misc\n{a, title={A}}\n@misc{b, title={B}}\n\n" + '{"title": "C"}\n' * 2
    (tmp_path / name).write_text(text)
    documents, rejects = split(read([tmp_path / name]))
    assert ([d.title for d in documents], rejects) == ([*"ABCC"], [])


def test_a_record_given_back_is_read_and_no_reject(tmp_path):
    entry = f"@misc{{a, title={{B}}, abstract={{{'We ask how long it takes ' * 9}}}}}"
    (tmp_path / "x.jsonl").write_text(f'{{"title": "A"}}\n{entry}\n{{"title": "C"}}\n')
    documents, rejects = split(read([tmp_path / "x.jsonl"]))
    assert ([d.title for d in documents], rejects) == ([*"ABC"], [])


def test_records_below_a_text_are_read(tmp_path):
    text = "PT J\nAU Lee, A\nTI On mills\n"
    (tmp_path / "x.txt").write_text(f"{'We ask. ' * 40}\n\nFN x\nVR 1.0\n{text}")
    documents, rejects = split(read([tmp_path / "x.txt"]))
    assert [d.title for d in documents] == [None, "On mills"]
    assert rejects == []


def no_reader(file):
    raise SourceError("none")


def test_what_is_given_back_and_no_text_is_said_by_its_reason():
    items = [Unused(3, "oops", "no JSON"), Unused(4, "and so", "no JSON")]
    found = list(read_records(items, no_reader, name="x"))
    assert [(r.line, r.reason) for r in found] == [(3, "no JSON"), (4, "no JSON")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.jsonl", '@article\n@misc{{a, title={{A}}}}\n{{"title": "B"}}\n{{{0}}}\n'),
        ("x.bib", '{0}\n@misc{{a, title={{A}}}}\n{{"title": "B"}}\n'),
        (
            "x.txt",
            "year = 2001\n\n@misc\n@misc{{a, title={{A}}}}\n\n@misc{{b, title={{B}}}}",
        ),
    ],
)
def test_scraps_above_records_do_not_hide_them(name, text, tmp_path):
    (tmp_path / name).write_text(text.format("oops, and"))
    documents, rejects = split(read([tmp_path / name]))
    assert [d.title for d in documents] == ["A", "B"]
    assert all(r.last for r in rejects)


def test_a_broken_record_behind_a_word_is_said(tmp_path):
    (tmp_path / "x.jsonl").write_text('{"title": "A"}\noops\n{"title" "B"}\n')
    documents, rejects = split(read([tmp_path / "x.jsonl"]))
    assert ([d.title for d in documents], [r.line for r in rejects]) == (["A"], [2, 3])


def test_what_no_reader_takes_is_one_remark():
    items = [Unused(3, "We ask how long it takes " * 4), Unused(5, "to walk home " * 9)]
    (remark,) = read_records(items, no_reader, name="x")
    assert (remark.line, remark.last) == (3, 5)


def test_lines_are_those_of_the_whole():
    page = Document("", "x", "", (), first_line=1, last_line=2)
    record = Document("", "x", "", (), record_line=1)
    assert (shifted(page, 5).first_line, shifted(page, 5).last_line) == (6, 7)
    assert shifted(record, 5).record_line == 6
    remark = shifted(Remark("x", None, "odd", last=2), 5)
    assert (remark.line, remark.last) == (6, 7)


def test_a_record_of_another_kind_between_records_is_read_however_short(tmp_path):
    (tmp_path / "x.txt").write_text('@misc{a, title={A}}\n\n{"title": "B"}\n')
    documents, rejects = split(read([tmp_path / "x.txt"]))
    assert ([d.title for d in documents], rejects) == (["A", "B"], [])
