import pytest

from pipelines.house.ways import RECORDS, Way, follow

PYPROJECT = '[project.scripts]\nkg = "kg.face:main"\n'
FACE = """
import json, sys
from kg.reading import read
from kg.people import resolve

def main():
    _, verb, source, *_ = sys.argv
    record = read(source)
    if record.get("authors"):
        resolve(record)
    sorted([2, 1], key=lambda n: n)
    sys.exit(0)
"""
READING = """
import json

def read(source):
    with open(source) as file:
        return json.loads(file.read())
"""
PEOPLE = """
from kg.reading import read

def resolve(record):
    return [name(author) for author in record["authors"]]

def name(author):
    return author["name"]
"""


@pytest.fixture
def tree(tmp_path):
    """A tree with a kg of three rooms, whose build is no build."""
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    (tmp_path / "kg").mkdir()
    modules = {"__init__": "", "face": FACE, "reading": READING, "people": PEOPLE}
    for module, text in modules.items():
        (tmp_path / "kg" / f"{module}.py").write_text(text)
    return tmp_path


def test_the_way_of_a_document_is_all_that_is_called(tree):
    way = follow(tree, "a document")
    assert way.calls == (("kg.face", "main"), ("kg.reading", "read"))


def test_the_way_of_a_person_is_what_is_called_for_authors_alone(tree):
    way = follow(tree, "a person")
    assert way.calls == (("kg.people", "resolve"), ("kg.people", "name"))
    assert (way.moves, way.rooms, way.modules) == (0, 1, 1)


def test_a_move_is_a_step_into_another_room():
    calls = (("kg.a.x", "f"), ("kg.a.y", "g"), ("kg.b", "h"), ("kg.a.x", "i"))
    way = Way(calls)
    assert (way.moves, way.rooms, way.modules) == (2, 2, 3)


def test_what_is_followed_differs_from_what_it_is_set_against_in_one_thing():
    for record, without in RECORDS.values():
        assert without is None or len(record) - len(without) in (0, 1)
