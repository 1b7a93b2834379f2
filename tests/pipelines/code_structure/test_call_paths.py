import json

import pytest

from pipelines.code_structure.call_paths import JOURNEYS, Way, follow
from pipelines.code_structure.modules import read_modules

PYPROJECT = '[project.scripts]\nkg = "kg.face:main"\n'
FACE = """
import json, sys
from kg.reading import read
from kg.people import resolve

def main():
    _, verb, source, *_ = sys.argv
    if verb == "institutions":
        sys.exit(0)
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
    way = follow(tree, JOURNEYS["a document"])
    assert way.calls == (("kg.face", "main"), ("kg.reading", "read"))


def test_the_way_of_a_person_is_what_is_called_for_authors_alone(tree):
    way = follow(tree, JOURNEYS["a person"])
    assert way.calls == (("kg.people", "resolve"), ("kg.people", "name"))
    assert (way.moves, way.rooms, way.modules) == (0, {"people"}, {"kg.people"})


def test_another_command_has_a_way_of_its_own(tree):
    way = follow(tree, JOURNEYS["a raw affiliation, by `kg institutions`"])
    assert way.calls == (("kg.face", "main"),)


def test_a_move_is_a_step_into_another_room():
    calls = (("kg.a.x", "f"), ("kg.a.y", "g"), ("kg.b", "h"), ("kg.a.x", "i"))
    way = Way(calls)
    assert (way.moves, way.rooms, len(way.modules)) == (2, {"a", "b"}, 3)


def test_arrows_are_imports_from_room_to_room_along_the_way(tree):
    way = follow(tree, JOURNEYS["a document"])
    modules = read_modules(tree / "kg")
    # The face imports people too, which a document without authors never meets.
    assert way.arrows(modules) == 1


def test_what_is_followed_is_all_that_differs():
    for journey in JOURNEYS.values():
        if journey.without is not None:
            record, without = json.loads(journey.text), json.loads(journey.without)
            same = record.keys() & without.keys() - {"authors"}
            assert record != without
            assert all(record[key] == without[key] for key in same)
