import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.store.columns import execute_with, insert_columns, insert_rows, make_array
from kg.store.connection import create_store

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)  # NUL among it
ROWS = st.lists(
    st.tuples(
        st.none() | TEXT,
        st.none() | st.integers(-(2**31), 2**31 - 1),
        st.none() | st.floats(allow_nan=False),
        st.none() | st.booleans(),
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    with create_store(tmp_path_factory.mktemp("columns") / "x.duckdb") as opened:
        opened.execute("CREATE TABLE t (a STRING, b INTEGER, c DOUBLE, d BOOLEAN)")
        yield opened


@settings(max_examples=40, deadline=None)
@given(rows=ROWS)
def test_rows_come_back_as_they_went_in(made, rows):
    made.execute("DELETE FROM t")
    insert_rows(made, "t", rows)
    assert made.execute("SELECT * FROM t").fetchall() == rows


def test_text_after_thousands_of_nulls_is_text(made):
    made.execute("DELETE FROM t")
    texts = [None] * 5000 + ["12", "x"]
    nothing = [None] * len(texts)
    insert_columns(made, "t", [texts, nothing, nothing, nothing])
    found = made.execute("SELECT a FROM t WHERE a IS NOT NULL ORDER BY a").fetchall()
    assert found == [("12",), ("x",)]
    assert made.execute("SELECT COUNT(b), COUNT(c), COUNT(d) FROM t").fetchone() == (
        (0, 0, 0)
    )


def test_half_a_surrogate_pair_is_replaced_one_for_one(made):
    made.execute("DELETE FROM t")
    insert_rows(made, "t", [("a\ud83d\ude00b", 1, None, None), (None, 2, None, None)])
    rows = made.execute("SELECT a FROM t ORDER BY b").fetchall()
    assert rows == [("a\ufffd\ufffdb",), (None,)]


def test_columns_of_unlike_length_are_refused(made):
    with pytest.raises(ValueError, match="shorter"):
        insert_rows(made, "t", [("a", 1, 2.0, True), ("b", 1)])


def test_arrays_are_seen_by_one_statement_only(made):
    execute_with(made, "CREATE TABLE u AS SELECT x FROM given", {"x": np.arange(3)})
    assert made.execute("SELECT SUM(x) FROM u").fetchone() == (3,)
    assert made.execute(
        "SELECT COUNT(*) FROM duckdb_views() WHERE view_name = 'given'"
    ).fetchone() == (0,)


@pytest.mark.parametrize(
    ("values", "data_type", "kind"),
    [
        ([1, 2], "INTEGER", "int32"),
        ([1, None], "INTEGER", "float64"),
        ([True, False], "BOOLEAN", "bool"),
        ([None], "VARCHAR", "object"),
        ([0.5], "DOUBLE", "float64"),
    ],
)
def test_arrays_have_the_type_of_the_table_or_one_that_holds_null(
    values, data_type, kind
):
    assert make_array(values, data_type).dtype == kind
