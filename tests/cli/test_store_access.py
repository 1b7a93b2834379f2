import os
import shutil

import duckdb
import pytest

from kg.cli.store_access import ask, find_store
from kg.errors import StoreError
from kg.query.questions import who


def test_no_build_is_an_error_that_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=r"kg build.*--store"):
        find_store(None)


def test_a_folder_that_was_named_is_taken(tmp_path):
    assert find_store(tmp_path) == tmp_path


def test_the_newest_build_is_the_default(small_store, tmp_path, monkeypatch):
    for age, name in enumerate(("old", "new")):
        folder = tmp_path / "outputs" / name
        folder.mkdir(parents=True)
        shutil.copy(small_store / "kg.duckdb", folder / "kg.duckdb")
        os.utime(folder / "kg.duckdb", (age, age))
    monkeypatch.chdir(tmp_path)
    assert find_store(None).name == "new"
    assert ask(None, who, "least squares", quiet=True)[0].name == "Carl Gauss"


@pytest.fixture
def two_of_a_name(small_store, tmp_path):
    """A store with a concept that is called as a person is."""
    shutil.copy(small_store / "kg.duckdb", tmp_path / "kg.duckdb")
    with duckdb.connect(str(tmp_path / "kg.duckdb")) as changed:
        changed.execute(
            "UPDATE nodes SET name = 'Carl Gauss' WHERE id = 'concept:least-squares'"
        )
        changed.execute(
            "INSERT INTO names VALUES ('concept:least-squares', 'Carl Gauss', 'carl gauss')"
        )
    return tmp_path


@pytest.mark.parametrize(
    ("quiet", "said"),
    [
        (
            False,
            "'carl gauss' read as concept:least-squares; also: person:carl-gauss\n",
        ),
        (True, ""),
    ],
)
def test_which_of_several_was_taken_is_said(two_of_a_name, capsys, quiet, said):
    assert ask(two_of_a_name, who, "carl gauss", quiet=quiet)
    assert capsys.readouterr() == ("", said)
