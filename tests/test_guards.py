"""What keeps the house in order: rules that no linter knows, checked on every file.

`pipelines.code_structure` measures the same of any tree, and says more.
"""

import ast
import json
import re
from collections import Counter
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from pipelines.code_structure.modules import read_modules
from pipelines.code_structure.report import read_tests
from pipelines.code_structure.rooms import room_of
from pipelines.code_structure.size import measure

ROOT = Path(__file__).parents[1]
KG = read_modules(ROOT / "kg")
PIPELINES = read_modules(ROOT / "pipelines")
TESTS = read_modules(ROOT / "tests")
NAMES = {module.name for module in KG}
DATA = sorted(path for path in (ROOT / "kg" / "data").rglob("*") if path.is_file())

LONGEST_LINE = 100  # columns
LONGEST_MODULE, LONGEST_TEST = 300, 400  # lines
LONGEST_BODY = 60  # lines of a function
MEDIAN_BODY, NINETY_BODIES = 7, 20  # lines; nine in ten functions have no more
MOST_MODULES = 24  # of a folder
DOCSTRINGS, COMMENTS, TEST_LINES = 0.20, 0.03, 0.6  # a line of kg/
SHARED_NAMES = {"__init__", "find", "resolve"}

# What a test hands a table to when it goes over all of it.
WALKERS = {"parametrize", "set", "list", "sorted", "dict"}

# Public functions of these have an example that runs.
EXEMPLARY = re.compile(r"kg(\.(graph|query|exports|analysis)(\..+)?)?")


def test_no_base_name_stands_twice_in_kg():
    names = Counter(module.path.stem for module in KG)
    assert {name for name, count in names.items() if count > 1} <= SHARED_NAMES


def test_every_module_has_its_test():
    mirrored = [module.path for module in KG + PIPELINES if not _is_frame(module.path)]
    assert [path for path in mirrored if not _test_of(path).exists()] == []


@pytest.mark.parametrize("module", KG + PIPELINES + TESTS, ids=lambda m: m.name)
def test_no_line_is_too_long(module):
    lines = enumerate(module.text.splitlines(), start=1)
    assert [number for number, line in lines if len(line) > LONGEST_LINE] == []


@pytest.mark.parametrize("module", KG + PIPELINES, ids=lambda m: m.name)
def test_no_module_or_function_is_too_long(module):
    assert module.lines <= LONGEST_MODULE
    long = [each.name for each in module.functions if each.body > LONGEST_BODY]
    assert long == []


@pytest.mark.parametrize("module", TESTS, ids=lambda m: m.name)
def test_no_test_is_too_long(module):
    assert module.lines <= LONGEST_TEST


@pytest.mark.parametrize("module", TESTS, ids=lambda m: m.name)
def test_no_test_sleeps_or_times(module):
    assert "time" not in set(module.imports)
    assert not re.search(r"\btime\.(sleep|perf_counter|monotonic)\(", module.text)


def test_kg_is_as_well_documented_and_tested_as_the_best_of_its_field():
    size = measure(KG, read_tests(ROOT))
    median, ninety, _ = size.bodies
    assert median <= MEDIAN_BODY
    assert ninety <= NINETY_BODIES
    assert size.annotated == 1
    assert size.docstrings >= DOCSTRINGS
    assert size.comments >= COMMENTS
    assert size.tests >= TEST_LINES


def test_no_folder_has_too_many_modules():
    folders = Counter(module.path.parent for module in KG + PIPELINES)
    # One more is __init__.
    assert {folder for folder, n in folders.items() if n > MOST_MODULES + 1} == set()


@pytest.mark.parametrize("module", KG, ids=lambda m: m.name)
def test_kg_neither_prints_nor_catches_whatever_comes(module):
    assert module.prints == []
    assert module.broad_excepts == []


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_every_data_file_names_its_reason_and_its_source(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        assert next(iter(json.loads(text))) == "source"
    elif path.suffix in (".txt", ".csv"):
        head = re.match(r"(?:#.*\n)+", text)[0]
        reason, source, license_or_way = head.partition("# Source: ")
        assert reason.strip("# \n")
        assert source
        assert license_or_way.strip()
    else:
        assert path.name == "README.md"


def test_the_architecture_names_every_room():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {room_of(module.name) for module in KG} - {"__init__", "__main__"}
    assert {room for room in rooms if not re.search(rf"\b{room}\b", text)} == set()


def test_every_table_of_code_is_whole_and_walked_by_a_test():
    tables = list(_tables())
    seen = {name for name, _ in tables}
    assert {"READERS", "WRITERS", "COMMANDS", "QUESTIONS", "NAME_FAMILIES"} <= seen
    tests = [test.tree for test in TESTS if test.path != Path(__file__)]
    for name, entries in tables:
        code = [each for entry in entries for each in _code_of(entry)]
        assert [each for each in code if not each.__doc__] == []
        is_walked = any(_walks(tree, name) for tree in tests)
        assert is_walked or name[0] == "_", f"no test walks {name}"


@pytest.mark.parametrize(
    "module", [m for m in KG if EXEMPLARY.fullmatch(m.name)], ids=lambda m: m.name
)
def test_public_functions_have_an_example(module):
    functions = [n for n in module.tree.body if isinstance(n, ast.FunctionDef)]
    public = [function for function in functions if function.name[0] != "_"]
    bare = [f.name for f in public if ">>>" not in (ast.get_docstring(f) or "")]
    assert bare == []


def _is_frame(path):
    """Tell whether a module only holds a package together, or starts it."""
    return path.stem in ("__init__", "__main__")


def _test_of(path):
    inside = path.relative_to(ROOT)
    parts = inside.parts[1:] if inside.parts[0] == "kg" else inside.parts
    return ROOT.joinpath("tests", *parts[:-1], f"test_{path.name}")


def _tables():
    """Yield the literal tables that lead to code: each one's name and entries."""
    for module in KG:
        for name in _literals(module.tree):
            table = getattr(import_module(module.name), name)
            entries = list(table.items() if isinstance(table, dict) else table)
            if entries and all(map(_code_of, entries)):
                yield name, entries


def _literals(tree):
    """Yield the names of dictionaries, tuples and lists that a module writes down."""
    for node in tree.body:
        value = getattr(node, "value", None)
        if isinstance(value, ast.Dict | ast.Tuple | ast.List):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            if isinstance(target, ast.Name):
                yield target.id


def _code_of(entry):
    """Return the modules and functions that an entry of a table leads to."""
    if isinstance(entry, str) and entry in NAMES:
        return [import_module(entry)]
    if isinstance(entry, ModuleType | FunctionType):
        return [entry]
    if is_dataclass(entry):
        entry = tuple(getattr(entry, each.name) for each in fields(entry))
    parts = entry if isinstance(entry, tuple) else ()
    return [code for part in parts for code in _code_of(part)]


def _walks(tree, name):
    """Tell whether a test goes over a table: in a loop, as parameters, as a whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension):
            inside = [node.iter]
        elif isinstance(node, ast.Call):
            inside = node.args if _last_name(node.func) in WALKERS else []
        else:
            inside = []
        named = (each for part in inside for each in ast.walk(part))
        if any(_last_name(each) == name for each in named):
            return True
    return False


def _last_name(node):
    return getattr(node, "attr", getattr(node, "id", None))
