import sys

import pytest

from kg.errors import UnknownName
from kg.plugins import load

TABLE = {"words": "kg.text.words", "errors": "kg.errors", "gone": "kg.no_such_module"}


def test_a_module_is_imported_when_it_is_asked_for():
    assert load(TABLE, "errors", what="thing") is sys.modules["kg.errors"]


def test_an_unknown_name_is_answered_with_the_known_sorted():
    with pytest.raises(
        UnknownName, match="no thing is called 'x'; there are: errors, gone"
    ):
        load(TABLE, "x", what="thing")


def test_a_table_that_names_no_module_is_a_programmers_mistake():
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        load(TABLE, "gone", what="thing")
