"""Annotated documents: good ones are read, mistakes are told with file and line."""

import json

import pytest

from pipelines.common.gold import GoldError, as_documents, read_gold

TEXT = "Rye sourdough by José."
GOOD = {"text": TEXT, "mentions": [{"start": 0, "end": 13, "kind": "method"}]}


def _file(tmp_path, *lines):
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _mention(**fields):
    mention = {"start": 17, "end": 21, "kind": "person", "surface": "José"} | fields
    return GOOD | {"mentions": [*GOOD["mentions"], mention]}


def test_documents_are_read_in_order_with_ids(tmp_path):
    placed = GOOD | {"source": "a.txt", "first_line": 0, "last_line": 0}
    own = _mention() | {"id": "x", "title": "kept"}
    path = _file(tmp_path, json.dumps(GOOD), "", json.dumps(placed), json.dumps(own))
    first, second, third = read_gold([path])
    assert first == GOOD | {"id": "mine.jsonl:1"}
    assert second == placed
    assert third == own


def test_several_files_and_a_byte_order_mark(tmp_path):
    path = _file(tmp_path, "\ufeff" + json.dumps(GOOD))
    assert len(read_gold([path, path])) == 2


def test_a_line_separator_inside_a_string_ends_no_line(tmp_path):
    text = json.dumps(GOOD | {"text": TEXT + "\u2028x"}, ensure_ascii=False)
    assert len(read_gold([_file(tmp_path, text)])) == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "expected an object"),
        ({"mentions": []}, '"text" is missing'),
        ({"text": 3, "mentions": []}, '"text" is missing'),
        ({"text": TEXT}, '"mentions" is missing'),
        (GOOD | {"mentions": {}}, '"mentions" is missing'),
        (GOOD | {"mentions": ["Rye"]}, "a mention is an object"),
        (GOOD | {"first_line": 3}, "last_line"),
        (_mention(start="17"), "whole numbers"),
        (_mention(end=True), "whole numbers"),
        (_mention(end=23), "not within the 22 characters"),
        (_mention(start=-5), "not within"),
        (_mention(start=21), "not within"),
        (_mention(start=12, surface=None), "overlaps"),
        (_mention(kind="bread"), "unknown kind 'bread', known are person, inst"),
        (_mention(kind=None), "unknown kind"),
        (_mention(start=18, end=22), "the text has 'osé.' there"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, line, words):
    bad = line if isinstance(line, str) else json.dumps(line)
    path = _file(tmp_path, json.dumps(GOOD), bad)
    with pytest.raises(GoldError) as raised:
        read_gold([path])
    message = str(raised.value)
    assert message.startswith(f"{path}:2: ")
    assert words in message
    assert len(message) < 400


@pytest.mark.parametrize(
    ("content", "words"), [(b"\xff{}", "UTF-8"), (b"\n\n", "no annotated document")]
)
def test_a_file_that_holds_none_is_told(tmp_path, content, words):
    path = tmp_path / "mine.jsonl"
    path.write_bytes(content)
    with pytest.raises(GoldError, match=words):
        read_gold([path])


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(GoldError, match=r"gone\.jsonl: No such file"):
        read_gold([tmp_path / "gone.jsonl"])


def test_texts_alone_can_be_read_again(tmp_path):
    placed = GOOD | {"source": "a.txt", "first_line": 2, "last_line": 2}
    path = _file(tmp_path, json.dumps(GOOD), json.dumps(placed))
    record, cut = as_documents(read_gold([path]))
    assert (record.id, record.first_line, record.text) == ("mine.jsonl:1", None, TEXT)
    assert (cut.id, cut.source, cut.first_line) == ("a.txt:2", "a.txt", 2)
    assert [(s.start, s.end) for s in cut.sections] == [(0, len(TEXT))]
