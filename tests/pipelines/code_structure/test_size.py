from pathlib import Path

import pytest

from pipelines.code_structure.modules import Module
from pipelines.code_structure.size import HEAD, measure


def _module(name, text):
    return Module(name, Path(f"{name}.py"), text)


def test_shares_are_of_all_lines_and_all_functions():
    one = _module("kg.a", '"""A."""\n\n\ndef f() -> int:\n    # why\n    return 1\n')
    two = _module("kg.b", "def g():\n    x = 1\n    return x\n")
    test = _module("tests.test_a", "\n" * 12)
    size = measure([one, two], [test])
    assert (size.files, size.lines, size.median_file, size.longest_file) == (
        2,
        9,
        4.5,
        6,
    )
    assert size.docstrings == pytest.approx(1 / 9)
    assert size.comments == pytest.approx(1 / 9)
    assert size.bodies == (1.5, 2, 2)
    assert size.annotated == 0.5
    assert size.tests == pytest.approx(12 / 9)
    assert size.row().count("|") == HEAD.count("|")


def test_of_nothing_there_is_no_measure():
    with pytest.raises(ValueError, match="no module"):
        measure([_module("kg.a", "X = 1\n")], [])
