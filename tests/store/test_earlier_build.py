import shutil

import duckdb
import pytest

from kg.store.earlier_build import read_earlier_build


@pytest.fixture
def folder(small_store, tmp_path):
    shutil.copy(small_store / "kg.duckdb", tmp_path / "kg.duckdb")
    return tmp_path


def test_a_folder_without_a_build_knows_what_was_copied_there(tmp_path):
    assert read_earlier_build(tmp_path).entities == {}
    text = "former,entity\nperson:a,person:b\n"
    (tmp_path / "former_ids.csv").write_text(text, encoding="utf-8")
    before = read_earlier_build(tmp_path)
    assert before.former == {"person:a": "person:b"}
    assert list(before.places_of(["person:a"])) == []


def test_a_build_knows_where_its_ids_stand(folder):
    before = read_earlier_build(folder)
    assert before.entities["person:carl-gauss"] == ("Carl Gauss", "doc:1")
    assert before.entities["work:least-squares"].document == "doc:2"
    places = before.places_of(["person:carl-gauss", "work:least-squares"])
    assert (("doc:2", "authors.0", 0, 11), "person:carl-gauss") in places
    assert (("doc:2", "", None, None), "work:least-squares") in places
    assert {name for _, name in places} == {"person:carl-gauss", "work:least-squares"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE runs SET value = '1' WHERE name = 'store_version'",
        "DROP TABLE runs",
        "DROP TABLE entities",
    ],
)
def test_a_store_of_another_version_or_of_somebody_knows_nothing(folder, statement):
    with duckdb.connect(str(folder / "kg.duckdb")) as store:
        store.execute(statement)
    assert read_earlier_build(folder).entities == {}


def test_a_damaged_store_knows_nothing(folder):
    before = read_earlier_build(folder)
    (folder / "kg.duckdb").write_bytes(b"no store")
    assert read_earlier_build(folder).entities == {}
    assert before.places_of(["person:carl-gauss"]) == []
