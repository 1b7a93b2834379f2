from importlib import metadata
from pathlib import Path

import kg
from kg import version


def test_the_version_is_the_one_that_pyproject_states():
    stated = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'\nversion = "{kg.__version__}"\n' in stated


def test_what_is_installed_says_its_own_version(monkeypatch):
    monkeypatch.setattr(metadata, "version", {version.DISTRIBUTION: "7.8"}.__getitem__)
    assert version.read_version() == "7.8"


def test_a_folder_that_is_no_checkout_has_no_version(tmp_path):
    assert version._version_of_checkout(tmp_path / "pyproject.toml") == "unknown"
