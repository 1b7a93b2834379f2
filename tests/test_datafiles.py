import pytest

from kg import datafiles


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A folder that stands for the package."""
    monkeypatch.setattr(datafiles, "files", lambda _: tmp_path)
    loaders = (
        datafiles.word_list,
        datafiles.word_rows,
        datafiles.labelled_words,
        datafiles.mapping,
        datafiles.table,
    )
    for loader in loaders:
        loader.cache_clear()
    (tmp_path / "data").mkdir()
    yield tmp_path / "data"
    for loader in loaders:
        loader.cache_clear()


def test_words_are_read_in_rows_or_all_together(data):
    (data / "list.txt").write_text("# Why. # Not words.\n\na b\nc\n", "utf-8")
    assert datafiles.word_list("list") == {"a", "b", "c"}
    assert datafiles.word_rows("list") == (("a", "b"), ("c",))


def test_words_of_equal_labels_stand_together(data):
    (data / "parts.txt").write_text("# Why.\nx: a b\ny: c\nx: d\n", "utf-8")
    assert datafiles.labelled_words("parts") == {"x": {"a", "b", "d"}, "y": {"c"}}


def test_a_table_is_read_by_its_columns(data):
    (data / "t.csv").write_text('# Why.\nname,forms\nA,"a, b"\nB,\n', "utf-8")
    assert datafiles.table("t") == (
        {"name": "A", "forms": "a, b"},
        {"name": "B", "forms": ""},
    )
    assert datafiles.mapping("t") == {"A": "a, b", "B": ""}


def test_trained_weights_come_without_their_source(data):
    (data / "w.json").write_text('{"source": "learned", "bias": 0.5}', "utf-8")
    assert datafiles.trained("w") == {"bias": 0.5}


def test_weights_without_a_source_are_no_data_of_ours(data):
    (data / "w.json").write_text('{"bias": 0.5}', "utf-8")
    with pytest.raises(KeyError, match="source"):
        datafiles.trained("w")


def test_a_file_that_is_not_there_is_an_error_with_its_name(data):
    with pytest.raises(FileNotFoundError, match=r"gone\.txt"):
        datafiles.word_list("gone")
