from concurrent.futures import ThreadPoolExecutor

import pytest
import typer

from kg.store.connection import connect
from kg.viewer.atlas.atlas_page import write_page
from pipelines.page_pictures import main


@pytest.fixture
def folder(small_store, tmp_path):
    with connect(small_store) as connection:
        write_page(connection, tmp_path / "network.html")
    return tmp_path


def take(*arguments):
    """Take pictures in a thread of its own: that of other tests may have a browser."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(main, *arguments).result()


def test_both_pictures_are_taken(folder, capsys):
    take(folder, folder, "Ada Byron", "Carl Gauss")
    assert capsys.readouterr().out.count(".jpg") == 2
    pictures = [(folder / name).read_bytes() for name in ("page.jpg", "page-why.jpg")]
    assert all(picture.startswith(b"\xff\xd8") for picture in pictures)
    assert pictures[0] != pictures[1]


def test_ends_that_are_not_there_are_named(folder):
    with pytest.raises(typer.BadParameter, match="no 'Ada Byron' or no 'Nobody'"):
        take(folder, folder, "Ada Byron", "Nobody")
