import duckdb
import pytest

from kg.store.connection import create_store
from kg.store.file_identifier import settle_identifier

ONE, OTHER = "1f" * 16, "2e" * 16


@pytest.fixture
def make_file(tmp_path):
    """Make a store with a row in it; each has a random identifier."""

    def make(name):
        file = tmp_path / name / "kg.duckdb"
        file.parent.mkdir()
        with create_store(file) as connection:
            connection.execute("INSERT INTO broader VALUES ('concept:a', 'concept:b')")
        return file

    return make


def test_of_equal_stores_the_files_are_equal(make_file):
    one, two = make_file("one"), make_file("two")
    assert one.read_bytes() != two.read_bytes()
    assert settle_identifier(one, ONE)
    assert settle_identifier(two, ONE)
    assert one.read_bytes() == two.read_bytes()
    assert settle_identifier(two, OTHER)
    assert one.read_bytes() != two.read_bytes()


def test_the_files_of_large_stores_are_equal(tmp_path):
    contents = set()
    for name in ("one", "two"):
        file = tmp_path / name / "kg.duckdb"
        file.parent.mkdir()
        with create_store(file) as made:
            (threads,) = made.execute("SELECT current_setting('threads')").fetchone()
            assert threads == 1
            # More rows than the 122,880 that DuckDB puts together, sorted as ours are.
            made.execute(
                "CREATE TABLE large AS SELECT hash(i)::VARCHAR AS a, i FROM "
                "range(200000) t(i) ORDER BY a"
            )
        assert settle_identifier(file, ONE)
        contents.add(file.read_bytes())
    assert len(contents) == 1


def test_a_store_can_be_read_and_written_afterwards(make_file):
    file = make_file("one")
    settle_identifier(file, ONE)
    with duckdb.connect(str(file)) as connection:
        connection.execute("INSERT INTO broader VALUES ('concept:b', 'concept:c')")
    with duckdb.connect(str(file), read_only=True) as connection:
        rows = connection.execute("SELECT narrow FROM broader").fetchall()
    assert rows == [("concept:a",), ("concept:b",)]


@pytest.mark.parametrize(
    ("place", "value"), [(0, 1), (8, 1), (200, 1), (slice(100, None), b"")]
)
def test_a_file_of_another_form_is_left_as_it_is(make_file, place, value):
    file = make_file("one")
    block = bytearray(file.read_bytes()[:4096])
    block[place] = value
    file.write_bytes(block)
    assert not settle_identifier(file, ONE)
    assert file.read_bytes() == block


def test_what_duckdb_would_not_open_is_put_back(make_file):
    file = make_file("one")
    block = file.read_bytes()[:4096]  # the right first block, and nothing behind it
    file.write_bytes(block)
    assert not settle_identifier(file, ONE)
    assert file.read_bytes() == block
