from pathlib import Path

import pytest

from kg.files.output_names import OUTPUTS, is_of_a_build, log_of


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_an_output_and_what_was_kept_of_it_are_of_a_build(name):
    names = (name, f"{name}.edited", f"{name}.edited-12")
    assert all(map(is_of_a_build, names))


@pytest.mark.parametrize(
    "name",
    [
        *("decisions.csv", ".ror.cache"),
        *("kg.duckdb.wal", "kg.duckdb.edited.wal", "kg.duckdb.edited-2.wal"),
    ],
)
def test_what_is_kept_for_a_build_is_of_it(name):
    assert is_of_a_build(name)


@pytest.mark.parametrize(
    "name", ["papers.bib", "nodes.csv.gz", "my.edited", "nodes.edited.csv", "x.wal"]
)
def test_whatever_else_there_is_is_somebodys(name):
    assert not is_of_a_build(name)


def test_a_log_is_called_as_its_store():
    assert log_of(Path("a/kg.duckdb.edited")) == Path("a/kg.duckdb.edited.wal")
