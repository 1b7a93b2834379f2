from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest

import kg.sources
from kg.errors import UnknownName
from kg.plugins import load
from kg.sources.formats.known_formats import SHAPES
from kg.sources.readers import MOST_BYTES, READERS, read


def readers_in_folder():
    folder = Path(kg.sources.__file__).parent
    paths = (path.relative_to(folder.parents[1]) for path in folder.rglob("*/*.py"))
    modules = (".".join(p.with_suffix("").parts) for p in paths if p.stem[0] != "_")
    return {module for module in modules if hasattr(import_module(module), "parse")}


def test_table_and_folder_agree():
    assert set(READERS.values()) == readers_in_folder()


def test_every_reader_fits_by_itself_or_by_a_shape():
    shapes = {shape.reader for shape in SHAPES}
    bare = {n for n, m in READERS.items() if not hasattr(import_module(m), "fits")}
    assert bare <= shapes


def test_the_reader_of_all_text_is_asked_last():
    assert list(READERS)[-1] == "paragraphs"


def test_unknown_reader_is_answered_with_the_known():
    with pytest.raises(UnknownName, match="bibtex"):
        load(READERS, "word", what="source")


def test_the_dump_of_dblp_is_not_too_large_to_be_read():
    assert signature(read).parameters["max_bytes"].default == MOST_BYTES > 5 * 10**9
