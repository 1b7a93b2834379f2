import json
import shutil

import duckdb
import pytest

from kg import open_store
from kg.errors import StoreError
from kg.store.build_id import make_build_id
from kg.store.output_digests import record_outputs

ONE, OTHER = "1" * 32, "2" * 32


@pytest.fixture
def out(small_store, tmp_path):
    """A folder with a store of build `ONE`."""
    shutil.copy(small_store / "kg.duckdb", tmp_path / "kg.duckdb")
    record_outputs(tmp_path, build=ONE)
    return tmp_path


def _report(folder, text):
    (folder / "report.json").write_text(text, encoding="utf-8")


def test_an_id_is_made_of_names_contents_and_all_else():
    made = make_build_id({"a": "1", "b": "2"}, "x", "y")
    assert made == make_build_id({"b": "2", "a": "1"}, "x", "y")
    others = [({"a": "1"}, "x"), ({"a": "1", "b": "3"}, "x", "y"), ({}, "x", "y", "z")]
    assert len({made, *(make_build_id(*other) for other in others)}) == 4
    assert len(made) == 32


def test_a_store_beside_its_report_is_read(out):
    _report(out, json.dumps({"build": ONE, "documents": 3}))
    with open_store(out) as store:
        assert len(store.documents()) == 3


@pytest.mark.parametrize("path", [".", "kg.duckdb"])
def test_a_store_beside_the_report_of_another_build_is_refused(out, path):
    _report(out, json.dumps({"build": OTHER}, indent=2))
    with pytest.raises(StoreError, match=r"files of two builds.*build it again"):
        open_store(out / path)


@pytest.mark.parametrize("text", ["", "[]", "mine", '{"documents": 3}'])
def test_a_report_without_an_id_says_nothing(out, text):
    _report(out, text)
    with open_store(out) as store:
        assert len(store.documents()) == 3


def test_a_store_that_was_kept_is_read_beside_a_new_report(out):
    _report(out, json.dumps({"build": OTHER}))
    shutil.copy(out / "kg.duckdb", out / "kg.duckdb.edited")
    with open_store(out / "kg.duckdb.edited") as store:
        assert len(store.documents()) == 3


def test_a_store_of_no_build_is_read(out):
    with duckdb.connect(str(out / "kg.duckdb")) as store:
        store.execute("DELETE FROM runs WHERE name = 'build'")
    _report(out, json.dumps({"build": OTHER}))
    with open_store(out) as store:
        assert len(store.documents()) == 3
