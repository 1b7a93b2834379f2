"""The examples in docstrings run, on a store of three documents in outputs/examples."""

import doctest
import pkgutil
import shutil
from importlib import import_module

import pytest

import kg.query

MODULES = [
    f"kg.query.{module.name}" for module in pkgutil.iter_modules(kg.query.__path__)
]


@pytest.mark.parametrize("name", [*MODULES, "kg.opened_store", "kg.store.contents"])
def test_examples_run(name, small_store, tmp_path, monkeypatch):
    (tmp_path / "outputs").mkdir()
    shutil.copytree(small_store, tmp_path / "outputs" / "examples")
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testmod(import_module(name))
    assert failed == 0
    assert tried > 0
