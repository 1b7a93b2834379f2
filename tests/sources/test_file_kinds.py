from types import ModuleType

from kg.files.opened_file import Head
from kg.sources.file_kinds import reader_words, shape_words
from kg.sources.formats.known_formats import SHAPES

HEAD = Head("x", b"", "{}")


def test_shapes_lose_their_article():
    words = [shape_words(shape) for shape in SHAPES]
    assert all(words)
    assert not any(word.startswith(("a ", "an ")) for word in words)


def test_a_reader_may_describe_a_file_itself():
    module = ModuleType("reader")
    assert reader_words("jsonl", module, HEAD) == "JSON records"
    vars(module)["describe"] = lambda head: f"{head.text} of mills"
    assert reader_words("jsonl", module, HEAD) == "{} of mills"


def test_what_has_no_other_name_is_called_as_it_is():
    assert reader_words("text and records", None, HEAD) == "text and records"
