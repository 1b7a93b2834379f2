import sys
from pathlib import Path

import pytest

from kg.files.user_cache import user_cache_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX variables")


def test_the_folder_that_the_user_names(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache_folder() == tmp_path / "kg"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("named", ["", "relative/path"])
def test_by_default_one_in_the_home(monkeypatch, tmp_path, named):
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_cache_folder().is_relative_to(tmp_path)


def test_nobody_has_no_folder(monkeypatch):
    def homeless():
        raise RuntimeError("no home")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert user_cache_folder() is None
