"""The examples in docstrings run, on a store of three documents in outputs/examples."""

import doctest
import shutil
from importlib import import_module
from pathlib import Path

import pytest

from pipelines.code_structure.modules import read_modules

ROOT = Path(__file__).parents[1]
MODULES = [module.name for module in read_modules(ROOT / "kg") if ">>>" in module.text]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name, small_store, tmp_path, monkeypatch):
    (tmp_path / "outputs").mkdir()
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    shutil.copytree(small_store, tmp_path / "outputs" / "examples")
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testmod(import_module(name))
    assert failed == 0
    assert tried > 0
