"""Opening a build's page: which one, and what is said where there is none."""

import os
import shutil
import sys
import zlib

import pytest

import kg.cli.view_command as module
from kg.viewer.atlas.atlas_page import AtlasPage


@pytest.fixture
def opened(monkeypatch):
    """Collect the addresses that would be opened in a browser."""
    addresses = []
    monkeypatch.setattr(
        module.webbrowser, "open", lambda address: addresses.append(address) or True
    )
    return addresses


@pytest.fixture
def build(small_store, tmp_path, monkeypatch):
    """Change into a folder with two builds in outputs/; return the newer one's name."""
    for age, name in enumerate(("old", "new & #1")):
        folder = tmp_path / "outputs" / name
        folder.mkdir(parents=True)
        shutil.copy(small_store / "kg.duckdb", folder)
        (folder / "network.html").write_text(f"<title>{name}</title>")
        os.utime(folder / "kg.duckdb", (age, age))
    monkeypatch.chdir(tmp_path)
    return "outputs/new & #1"


def test_the_page_of_the_newest_build_is_opened(run_main, build, opened, capsys):
    assert run_main("view") == 0
    assert capsys.readouterr() == (f"{build}/network.html\n", "")
    (address,) = opened
    assert address.startswith("file:///")
    assert address.endswith("/outputs/new%20%26%20%231/network.html")


@pytest.mark.parametrize("named", ["outputs/old", "outputs/old/kg.duckdb"])
def test_a_build_can_be_named(run_main, build, opened, capsys, named):
    assert run_main("view", named) == 0
    assert capsys.readouterr().out == "outputs/old/network.html\n"
    assert opened[0].endswith("/outputs/old/network.html")


@pytest.mark.parametrize(("more", "said"), [((), "no web browser"), (("-q",), "")])
def test_without_a_browser_the_path_is_enough(
    run_main, build, monkeypatch, capsys, more, said
):
    monkeypatch.setattr(module.webbrowser, "open", lambda _: False)
    assert run_main("view", *more) == 0
    out, err = capsys.readouterr()
    assert out == f"{build}/network.html\n"
    assert err.startswith(said)
    assert bool(err) == bool(said)


def test_a_build_without_a_page_is_an_error_that_says_what_to_do(
    run_main, build, opened, tmp_path, capsys
):
    (tmp_path / build / "network.html").unlink()
    assert run_main("view") == 1
    assert "kg export --format html" in capsys.readouterr().err
    assert run_main("view", "nowhere") == 1
    assert "kg build INPUT" in capsys.readouterr().err
    assert opened == []


@pytest.fixture
def served(monkeypatch):
    """Collect what would be served, and announce an address for it."""
    calls = []

    def serve(page, read_block, *, port, announce):
        calls.append((page, read_block, port))
        announce("http://127.0.0.1:1/?token=x")

    monkeypatch.setattr("kg.viewer.server.serve_page", serve)
    monkeypatch.setattr(module.threading.Thread, "start", lambda thread: thread.run())
    return calls


def test_a_page_is_served_with_its_data_beside(run_main, build, opened, served, capsys):
    assert run_main("view", "--serve") == 0
    out, err = capsys.readouterr()
    assert out == "http://127.0.0.1:1/?token=x\n"
    assert "Ctrl-C" in err
    assert opened == ["http://127.0.0.1:1/?token=x"]
    ((page, read_block, port),) = served
    assert port == 0
    assert b"connect-src 'self'" in page
    assert b"Ada Byron" not in page
    names = zlib.decompress(read_block("names"), -zlib.MAX_WBITS)
    assert b"Ada Byron" in names
    assert read_block("map")
    assert b"programs looms" in zlib.decompress(read_block("texts-0"), -zlib.MAX_WBITS)
    assert read_block("../kg.duckdb") is None


def test_no_text_is_left_out_of_a_served_page(
    run_main, build, opened, served, monkeypatch
):
    asked = {}

    def make(connection, **options):
        asked.update(options)
        return AtlasPage("Atlas", {})

    monkeypatch.setattr("kg.viewer.atlas.atlas_page.make_page", make)
    assert run_main("view", "--serve") == 0
    assert asked == {"texts": "full", "text_bytes": sys.maxsize}


def test_a_store_without_a_page_is_served_too(
    run_main, build, opened, served, tmp_path, capsys
):
    (tmp_path / build / "network.html").unlink()
    assert run_main("view", "--serve", "--port", "8123", "-q") == 0
    assert served[0][2] == 8123
    assert capsys.readouterr().err == ""


def test_a_port_is_of_serving(run_main, build, opened, capsys):
    assert run_main("view", "--port", "8123") == 2
    assert "--serve" in capsys.readouterr().err
    assert opened == []


def test_without_a_build_there_is_nothing_to_open(
    run_main, opened, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    assert run_main("view") == 1
    assert "kg view DIR" in capsys.readouterr().err
    assert opened == []


def test_a_page_among_files_of_two_builds_is_not_opened(
    run_main, build, opened, tmp_path, capsys
):
    folder = tmp_path / build
    (folder / ".replacing").mkdir()
    assert run_main("view", build) == 1
    assert "is not as kg leaves it" in capsys.readouterr().err
    assert opened == []
